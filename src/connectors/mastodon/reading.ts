import type { z } from 'zod'
import { dayMs, secondMs } from '#kernel/clock.ts'
import { CallFailure } from '../call-failure.ts'
import type { NetworkEvent } from '../contract.ts'
import type { Client } from './client.ts'
import { reviewBond, theyFollow } from './contacts.ts'
import { type Cursor, type Mark, rememberTail } from './cursor.ts'
import { conversationOf, editOf, messageOf, personOf, type Reading, reactionOf } from './events.ts'
import { statusKey } from './keys.ts'
import { type Notification, notification, people, relationships, type Status, status } from './shapes.ts'

/** Notices that came at the same moment may be listed in any order, and a busy server stamps one late. */
const slackMs = 5 * secondMs
const pageSize = 40

type Dated = { id: string; created_at: Date }

type Walked<T> = { items: readonly T[]; mark: Mark; cut: Date | undefined }

/** From the newest back to what is known, then oldest first. `cut`: it was too much, and what is older than this was not reached. */
async function walk<Item extends z.ZodType<Dated>>(
  deps: { client: Client; path: string; item: Item; mostPages: number; query?: Record<string, string> },
  known: Mark | undefined,
  until: Date,
  signal: AbortSignal,
): Promise<Walked<z.output<Item>>> {
  const seen = new Set(known?.ids)
  const edge = known ? new Date(new Date(known.at).getTime() - slackMs) : until
  const fresh: z.output<Item>[] = []
  const all: Dated[] = []
  let place: { path: string; query: Record<string, string> } | undefined = {
    path: deps.path,
    query: { ...deps.query, limit: `${pageSize}` },
  }
  let cut: Date | undefined
  for (let page = 0; place; page += 1) {
    const found: { items: readonly z.output<Item>[]; next: string | undefined } = await deps.client.page(
      place.path,
      deps.item,
      signal,
      place.query,
    )
    const last = found.items.at(-1)
    all.push(...found.items)
    fresh.push(...found.items.filter(each => each.created_at >= edge && !seen.has(each.id)))
    if (!last || found.items.every(each => each.created_at < edge || seen.has(each.id))) break
    if (last.created_at < edge) break
    if (page + 1 >= deps.mostPages) {
      cut = last.created_at
      break
    }
    place = found.next
      ? { path: found.next, query: {} }
      : { path: deps.path, query: { ...deps.query, limit: `${pageSize}`, max_id: last.id } }
  }
  const latest = all.reduce((at, each) => Math.max(at, each.created_at.getTime()), new Date(known?.at ?? 0).getTime())
  const near = [
    ...(known?.ids ?? []),
    ...all.filter(each => each.created_at.getTime() >= latest - slackMs).map(each => each.id),
  ]
  const mark = { at: new Date(latest).toISOString(), ids: [...new Set(near)].slice(-400) }
  const once = [...new Map(fresh.map(each => [each.id, each])).values()]
  return { items: once.reverse().toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime()), mark, cut }
}

export type Batch = { events: NetworkEvent[]; cursor: Cursor }

export type ReadDeps = {
  client: Client
  reading: Reading
  historyDays: number
  now: () => Date
  ownPath: string
  mostPages: number
  /** Resolves when the sends under way have their answers; then `txnOf` knows which posts they became. */
  settled(): Promise<unknown>
  txnOf(status: Status): string | undefined
  /** A post that was read. */
  met(status: Status): void
}

/** What came since the cursor, ours and theirs, in order. The first time everything found is history. */
export async function readNews(deps: ReadDeps, before: Cursor, signal: AbortSignal): Promise<Batch> {
  const { client, reading, now, mostPages } = deps
  const cursor = structuredClone(before)
  const first = before.notices === undefined
  const until = new Date(now().getTime() - deps.historyDays * dayMs)
  const notices = await walk(
    { client, mostPages, path: '/api/v1/notifications', item: notification },
    before.notices,
    until,
    signal,
  )
  const own = await walk({ client, mostPages, path: deps.ownPath, item: status }, before.own, until, signal)
  cursor.notices = notices.mark
  cursor.own = own.mark
  await deps.settled()
  const events: NetworkEvent[] = []
  for (const notice of notices.items) events.push(...(await noticeEvents(deps, cursor, notice, first, signal)))
  for (const each of own.items) {
    if (each.account.id !== reading.me.id || each.reblog) continue
    const event = messageOf(each, reading, { history: first, txn: deps.txnOf(each) })
    if (!event) continue
    deps.met(each)
    events.push(event)
    rememberTail(cursor, event.conversation.id, each.id)
  }
  events.sort((a, b) => timeOf(a) - timeOf(b))
  const cut = first ? undefined : (notices.cut ?? own.cut)
  const at = before.notices?.at
  if (cut && at)
    events.unshift({
      kind: 'gap',
      key: `gap:${at}`,
      from: new Date(at),
      to: cut,
      why: 'More happened while Kith was away than it reads back. Look into your notifications on the server for what lies between.',
    })
  return { events, cursor }
}

const timeOf = (event: NetworkEvent) =>
  (event.kind === 'message' ? event.sentAt : event.kind === 'gap' ? event.from : event.at).getTime()

async function noticeEvents(
  deps: ReadDeps,
  cursor: Cursor,
  notice: Notification,
  history: boolean,
  signal: AbortSignal,
): Promise<NetworkEvent[]> {
  const { client, reading } = deps
  const { status: about } = notice
  switch (notice.type) {
    case 'mention': {
      const event = about && messageOf(about, reading, { history })
      if (!about || !event) return []
      deps.met(about)
      rememberTail(cursor, event.conversation.id, about.id)
      return [event]
    }
    case 'update': {
      const event = about && editOf(about, reading)
      return event ? [event] : []
    }
    case 'favourite':
    case 'reblog': {
      const event = about && reactionOf(notice, reading, await didBoth(client, notice, about, signal))
      return event ? [event] : []
    }
    case 'follow':
    case 'follow_request': {
      const { id } = notice.account
      const [relation] = await client.get('/api/v1/accounts/relationships', relationships, signal, { id: [id] })
      return theyFollow(cursor, personOf(notice.account, reading), id, relation, notice.created_at)
    }
    default:
      return []
  }
}

/** Whoever boosts may have favourited before: asked of the server, for a notice tells of one only. */
async function didBoth(client: Client, notice: Notification, about: Status, signal: AbortSignal): Promise<boolean> {
  const other = notice.type === 'favourite' ? 'reblogged_by' : 'favourited_by'
  try {
    const list = await client.get(`/api/v1/statuses/${about.id}/${other}`, people, signal, { limit: '80' })
    return list.some(each => each.id === notice.account.id)
  } catch (error) {
    if (error instanceof CallFailure && error.code !== 'unreachable') return false
    throw error
  }
}

/** Asks how things stand with everybody who was asked, or asked us, or is connected. */
export async function reviewBonds(deps: ReadDeps, before: Cursor, signal: AbortSignal): Promise<Batch> {
  const cursor = structuredClone(before)
  const events: NetworkEvent[] = []
  const bonds = Object.entries(cursor.bonds).filter(([, bond]) => bond.state !== 'none')
  for (let from = 0; from < bonds.length; from += 40) {
    const some = bonds.slice(from, from + 40)
    const byId = new Map(some.map(([person, bond]) => [bond.id, person]))
    const found = await deps.client.get('/api/v1/accounts/relationships', relationships, signal, {
      id: [...byId.keys()],
    })
    for (const relation of found) {
      const person = byId.get(relation.id)
      if (person) events.push(...reviewBond(cursor, { id: person }, relation, deps.now()))
    }
  }
  return { events, cursor }
}

/** Older ones of the same thread, for which the API has no other way than the thread itself. */
export async function readThread(
  deps: Pick<ReadDeps, 'client' | 'reading'>,
  conversation: string,
  id: string,
  found: readonly Status[],
): Promise<NetworkEvent[]> {
  return found.flatMap(each => {
    if (statusKey(each.id) === statusKey(id)) return []
    if (conversationOf(each, deps.reading)?.id !== conversation) return []
    return messageOf(each, deps.reading, { history: true }) ?? []
  })
}
