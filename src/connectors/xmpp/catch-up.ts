import { dayMs, minuteMs } from '#kernel/clock.ts'
import type { NetworkEvent } from '../contract.ts'
import type { archiveReader } from './archive.ts'
import type { Cursor } from './cursor.ts'
import { eventsOf, type Reading, type Received } from './inbound.ts'

export type CatchUpDeps = {
  archive: ReturnType<typeof archiveReader>
  cursor: Cursor
  reading: () => Reading
  historyDays: number
  /** Commits with the cursor as it is now. */
  commit(events: readonly NetworkEvent[]): Promise<void>
  /** Called for each message that was committed. */
  seen(received: Received): void
}

export type CatchUp = 'done' | 'no-archive' | 'broken'

const pageSize = 100

/** Reads our own archive from the cursor to its end; each page is committed before the next is asked for. */
export async function catchUp(deps: CatchUpDeps): Promise<CatchUp> {
  const { cursor } = deps
  const first = cursor.importing && cursor.archive === undefined
  if (first && deps.historyDays === 0) return skipHistory(deps)
  let start: Date | undefined
  if (first) start = new Date(Date.parse(cursor.since) - deps.historyDays * dayMs)
  else if (cursor.archive === undefined) start = new Date(Date.parse(cursor.at) - 10 * minuteMs)
  let after = cursor.archive
  for (;;) {
    const page = await deps.archive.page({
      max: pageSize,
      ...(after === undefined ? {} : { after }),
      ...(start === undefined ? {} : { start }),
    })
    if (!page.ok && page.condition === 'item-not-found' && after !== undefined) {
      // The archive forgot the message that the cursor names, so whatever followed it may be gone as well.
      after = undefined
      start = new Date(Date.parse(cursor.at) - 10 * minuteMs)
      delete cursor.archive
      await deps.commit([
        gapEvent(cursor.at, deps.reading().now, 'The server no longer keeps messages from this time.'),
      ])
      continue
    }
    if (!page.ok) return page.condition === 'closed' || page.condition === 'timeout' ? 'broken' : 'no-archive'
    const reading = deps.reading()
    const events = page.items.flatMap(received => eventsOf(received, reading))
    const last = page.items.at(-1)
    cursor.archive = page.last ?? last?.archiveId ?? cursor.archive
    if (last?.sentAt) cursor.at = last.sentAt.toISOString()
    if (page.complete) {
      cursor.at = reading.now.toISOString()
      cursor.importing = false
    }
    await deps.commit(events)
    for (const received of page.items) deps.seen(received)
    after = cursor.archive
    if (page.complete || after === undefined) return 'done'
  }
}

export function gapEvent(from: string, to: Date, why: string): NetworkEvent {
  return { kind: 'gap', key: `gap:${from}`, from: new Date(from), to, why }
}

async function skipHistory(deps: CatchUpDeps): Promise<CatchUp> {
  const page = await deps.archive.page({ before: '', max: 1 })
  if (!page.ok) return page.condition === 'closed' || page.condition === 'timeout' ? 'broken' : 'no-archive'
  const last = page.items.at(-1)?.archiveId
  if (last) deps.cursor.archive = last
  deps.cursor.at = deps.reading().now.toISOString()
  deps.cursor.importing = false
  await deps.commit([])
  return 'done'
}
