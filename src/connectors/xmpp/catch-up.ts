import { dayMs, minuteMs } from '#kernel/clock.ts'
import type { NetworkEvent, RemoteConversation } from '../contract.ts'
import type { archiveReader } from './archive.ts'
import type { Cursor } from './cursor.ts'
import { eventsOf, type Reading, type Received } from './inbound.ts'
import { seeAgain } from './own-sends.ts'

type Archive = ReturnType<typeof archiveReader>
/** Where reading goes on: the last id that was committed, and the time up to which everything is known. */
type Place = { archive?: string | undefined; at: string }

export type CatchUpDeps = {
  archive: Archive
  place: Place
  /** A room's archive; absent: our own. */
  room?: RemoteConversation
  reading: () => Reading
  /** Read from here on when no id is known; absent: a little before `place.at`. */
  start?: Date
  /** Called before the last page is committed. */
  ending(now: Date): void
  /** Commits with the cursor as it is now. */
  commit(events: readonly NetworkEvent[]): Promise<void>
  /** Called for each message that was committed. */
  seen(received: Received): void
}

export type CatchUp = 'done' | 'no-archive' | 'broken'

const pageSize = 100
const firstInRoom = 50
const forgot = 'The server no longer keeps messages from this time.'

/** Reads an archive from its place to its end; each page is committed before the next is asked for. */
export async function catchUp(deps: CatchUpDeps): Promise<CatchUp> {
  const { place, room } = deps
  const beforePlace = () => new Date(Date.parse(place.at) - 10 * minuteMs)
  let after = place.archive
  let start = after === undefined ? (deps.start ?? beforePlace()) : undefined
  const skipForgotten = async () => {
    after = undefined
    start = beforePlace()
    delete place.archive
    await deps.commit([gapEvent(place.at, deps.reading().now, forgot, room)])
  }
  if (after !== undefined && (await isForgotten(deps))) await skipForgotten()
  for (;;) {
    const page = await deps.archive.page({
      max: pageSize,
      ...(room ? { room: room.id } : {}),
      ...(after === undefined ? {} : { after }),
      ...(start === undefined ? {} : { start }),
    })
    if (!page.ok && page.condition === 'item-not-found' && after !== undefined) {
      await skipForgotten()
      continue
    }
    if (!page.ok) return page.condition === 'closed' || page.condition === 'timeout' ? 'broken' : 'no-archive'
    const reading = deps.reading()
    const events = page.items.flatMap(received => eventsOf(received, reading))
    const last = page.items.at(-1)
    const id = page.last ?? last?.archiveId
    if (id !== undefined) place.archive = id
    if (last?.sentAt) place.at = last.sentAt.toISOString()
    if (page.complete) {
      place.at = reading.now.toISOString()
      deps.ending(reading.now)
    }
    await deps.commit(events)
    for (const received of page.items) deps.seen(received)
    after = place.archive
    if (page.complete || after === undefined) return 'done'
  }
}

/**
 * Some servers answer an id that they no longer have with item-not-found; to others it is a time (ejabberd), and they just go on from
 * there. So the oldest message tells: when it is younger than our place, what lay between may be gone.
 */
async function isForgotten({ archive, place, room }: CatchUpDeps): Promise<boolean> {
  const page = await archive.page({ max: 1, ...(room ? { room: room.id } : {}) })
  if (!page.ok) return false
  const [oldest] = page.items
  if (!oldest) return true
  if (oldest.archiveId === place.archive || !oldest.sentAt) return false
  return oldest.sentAt.getTime() > Date.parse(place.at) + minuteMs
}

/** Our own archive: the first time as far back as the account wants. */
export async function catchUpOwn(
  deps: Omit<CatchUpDeps, 'place' | 'room' | 'start' | 'ending'> & { cursor: Cursor; historyDays: number },
): Promise<CatchUp> {
  const { cursor, historyDays } = deps
  seeAgain(cursor)
  const first = cursor.importing && cursor.archive === undefined
  const ending = () => {
    cursor.importing = false
  }
  if (first && historyDays === 0) return skipHistory(deps)
  const start = first ? { start: new Date(Date.parse(cursor.since) - historyDays * dayMs) } : {}
  return catchUp({ ...deps, place: cursor, ending, ...start })
}

/** A room that was entered for the first time: its newest messages, as history. */
export async function firstOfRoom(deps: Omit<CatchUpDeps, 'start' | 'ending'>): Promise<CatchUp> {
  const page = await deps.archive.page({ ...(deps.room ? { room: deps.room.id } : {}), before: '', max: firstInRoom })
  if (!page.ok) return page.condition === 'closed' || page.condition === 'timeout' ? 'broken' : 'no-archive'
  const reading = deps.reading()
  const history = { ...reading, historyUntil: new Date(reading.now.getTime() + 1) }
  const id = page.items.at(-1)?.archiveId
  if (id !== undefined) deps.place.archive = id
  deps.place.at = reading.now.toISOString()
  await deps.commit(page.items.flatMap(received => eventsOf(received, history)))
  for (const received of page.items) deps.seen(received)
  return 'done'
}

export function gapEvent(from: string, to: Date, why: string, conversation?: RemoteConversation): NetworkEvent {
  return {
    kind: 'gap',
    key: `gap:${conversation ? `${conversation.id}:` : ''}${from}`,
    from: new Date(from),
    to,
    why,
    ...(conversation ? { conversation } : {}),
  }
}

async function skipHistory(
  deps: Pick<CatchUpDeps, 'archive' | 'reading' | 'commit'> & { cursor: Cursor },
): Promise<CatchUp> {
  const page = await deps.archive.page({ before: '', max: 1 })
  if (!page.ok) return page.condition === 'closed' || page.condition === 'timeout' ? 'broken' : 'no-archive'
  const last = page.items.at(-1)?.archiveId
  if (last) deps.cursor.archive = last
  deps.cursor.at = deps.reading().now.toISOString()
  deps.cursor.importing = false
  await deps.commit([])
  return 'done'
}
