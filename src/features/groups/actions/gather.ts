import { type Clock, dayMs, minuteMs } from '#kernel/clock.ts'
import { newId, type PersonId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'
import { type Act, readActs } from '../model/acts.ts'
import { readGroupNorms } from '../model/norms.ts'
import { type Worth, weighGroup } from '../model/worth.ts'
import { type Group, type GroupId, insertGroups, listGroups, listNewRooms } from '../store/groups.ts'
import { listPlacePeople } from '../store/items.ts'
import { listTimes, type TimeRow } from '../store/ledger.ts'
import { type LineRow, listKnownSpeakers, listOwnNames, listTalkAround } from '../store/talk.ts'
import type { GroupRowWire, LedgerWire } from '../wire.ts'
import type { ReadDeps } from './deps.ts'

/** People are known to be there for so long; our own messages are looked at up to so many. */
const reach = { hereDays: 90, ownMessages: 600 } as const

export type Gathered = { group: Group; acts: Act[]; lines: LineRow[]; here: ReadonlySet<PersonId>; row: GroupRowWire }

/** Rooms that our accounts came into meanwhile become groups. */
export async function noteNewRooms(tx: Transaction, caller: Caller, now: Date): Promise<void> {
  const rooms = await listNewRooms(tx, caller.workspace)
  await insertGroups(
    tx,
    caller.workspace,
    rooms.map(room => ({
      id: newId<'Group'>(now.getTime()),
      kind: 'room' as const,
      ...room,
      title: null,
      url: null,
      rules: null,
    })),
    now,
  )
}

/** All groups with norms, ledger and worth over the span; most worth first. With `only`, that one alone. */
export async function gatherGroups(
  tx: Transaction,
  deps: Pick<ReadDeps, 'inPools'> & { clock: Clock },
  caller: Caller,
  days: number,
  only?: GroupId,
): Promise<Gathered[]> {
  const { workspace, user } = caller
  const now = deps.clock.now()
  const ago = (count: number) => new Date(now.getTime() - count * dayMs)
  await noteNewRooms(tx, caller, now)
  const groups = (await listGroups(tx, workspace)).filter(group => only === undefined || group.id === only)
  const rooms = groups.flatMap(group => group.conversations)
  const times = await listTimes(tx, workspace, user, { span: ago(days), week: ago(7) })
  const lines = Map.groupBy(
    await listTalkAround(tx, workspace, rooms, ago(days), reach.ownMessages),
    line => line.conversation,
  )
  const names = Map.groupBy(await listOwnNames(tx, workspace, rooms), row => row.conversation)
  const groupOf = new Map(groups.flatMap(group => group.conversations.map(id => [id, group.id])))
  const here = new Map<GroupId, Set<PersonId>>(groups.map(group => [group.id, new Set()]))
  for (const { conversation, person } of await listKnownSpeakers(tx, workspace, rooms, ago(reach.hereDays)))
    here.get(groupOf.get(conversation) ?? groups[0]?.id ?? newId())?.add(person)
  const published = new Map<GroupId, Set<PersonId>>()
  if (groups.some(group => group.kind === 'place'))
    for (const { group, person } of await listPlacePeople(tx, workspace, ago(365)))
      published.set(group, (published.get(group) ?? new Set()).add(person))
  const everyone = [...new Set([...here.values(), ...published.values()].flatMap(people => [...people]))]
  const pooled = everyone.length > 0 ? await deps.inPools(tx, caller, everyone) : new Set<PersonId>()
  const gathered = groups.map((group): Gathered => {
    const own = group.conversations.flatMap(id => lines.get(id) ?? [])
    const acts = group.conversations
      .flatMap(id => readActs(lines.get(id) ?? [], [...new Set((names.get(id) ?? []).map(each => each.name))]))
      .filter(act => act.atMs >= ago(days).getTime())
    const ledger = ledgerOf(times.get(group.id), acts)
    const present = here.get(group.id) ?? new Set<PersonId>()
    const linked = [...(published.get(group.id) ?? [])].filter(person => !present.has(person))
    const worth = weighGroup({
      here: present.size,
      pooled: [...present, ...linked].filter(person => pooled.has(person)).length,
      linked: linked.length,
      posts: ledger.roomPosts,
      answered: ledger.answeredPosts,
      minutes: Math.round((ledger.readMs + ledger.talkMs) / minuteMs),
      answers: ledger.answers,
      thanks: ledger.thanks,
    })
    return { group, acts, lines: own, here: present, row: rowOf(group, times.get(group.id), ledger, worth) }
  })
  return gathered.sort(
    (a, b) => Number(a.row.archived) - Number(b.row.archived) || b.row.worth.score - a.row.worth.score || byName(a, b),
  )
}

const byName = (a: Gathered, b: Gathered) => a.row.title.localeCompare(b.row.title)

function ledgerOf(time: TimeRow | undefined, acts: readonly Act[]): LedgerWire {
  const count = (kind: Act['kind']) => acts.filter(act => act.kind === kind).length
  const posts = new Set(acts.flatMap(act => (act.kind === 'post' ? [act.message] : [])))
  const answered = new Set(acts.flatMap(act => (act.kind === 'answered-us' && posts.has(act.of) ? [act.of] : [])))
  return {
    readMs: Math.round(time?.readMs ?? 0),
    talkMs: Math.round(time?.talkMs ?? 0),
    teamMs: Math.round(time?.teamMs ?? 0),
    posts: posts.size + (time?.posts ?? 0),
    promotion: count('promotion') + (time?.promotion ?? 0),
    answers: count('answer') + (time?.answers ?? 0),
    thanks: count('thanks') + (time?.thanks ?? 0),
    answeredUs: count('answered-us') + (time?.answeredUs ?? 0),
    answeredPosts: answered.size,
    roomPosts: posts.size,
  }
}

function rowOf(group: Group, time: TimeRow | undefined, ledger: LedgerWire, worth: Worth): GroupRowWire {
  const { jobs, promotion, language } = readGroupNorms(group)
  const value = typeof jobs.value === 'string' ? jobs.value : { days: [...jobs.value.days] }
  return {
    id: group.id,
    kind: group.kind,
    tool: group.tool,
    title: group.title,
    address: group.address,
    url: group.url,
    conversation: group.conversation,
    unread: group.unread,
    lastAt: group.lastAt?.toISOString() ?? null,
    visitedAt: time?.visitedAt?.toISOString() ?? null,
    archived: group.archivedAt !== null,
    norms: { jobs: { ...jobs, value }, promotion, language },
    weekMs: Math.round(time?.weekMs ?? 0),
    ledger,
    worth,
  }
}
