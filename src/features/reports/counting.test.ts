import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clock, dayMs } from '#kernel/clock.ts'
import { newId, type PersonId, type UserId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { readReport } from './actions/read.ts'
import { refreshAll, refreshWorkspace } from './actions/refresh.ts'
import { isShare, type MetStep, type MetView, metSteps, metViews, mondayOf } from './model.ts'
import { readMet } from './store/met-report.ts'

const start = Date.parse('2026-06-01T00:00:00Z')
const days = 100
let now = new Date(start + 110 * dayMs)
const clock: Clock = { now: () => now }
let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** The same numbers for a seed, each below `most`. */
function dice(seed: number): (most: number) => number {
  let state = seed
  return most => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return Math.floor((state / 4_294_967_296) * most)
  }
}
const pick = <T>(roll: (most: number) => number, from: readonly T[]): T => {
  const one = from[roll(from.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
const dayAt = (at: Date | number) => new Date(at).toISOString().slice(0, 10)
const span = { from: dayAt(start), to: dayAt(start + 120 * dayMs) }

type Told = { id: string; person: PersonId; user: UserId | null; kind: string; tool: string; at: Date }
type Moved = { person: PersonId; to: string; at: Date; undone: boolean }
type Place = { caller: Caller; other: UserId; people: PersonId[]; told: Told[]; moved: Moved[] }
const within = <T>(place: Place, work: (tx: Transaction) => Promise<T>) =>
  inWorkspace(database.db, place.caller.workspace, work)

async function startPlace(count: number): Promise<Place> {
  const caller = await createWorkspace(database.db)
  const other = newId<'User'>()
  const people = Array.from({ length: count }, () => newId<'Person'>())
  const place: Place = { caller, other, people, told: [], moved: [] }
  await within(place, async tx => {
    await sql`insert into users (workspace_id, user_id, email, name, role, created_at)
      values (${caller.workspace}, ${other}, 'tom@example.test', 'Tom Bek', 'recruiter', now())`.execute(tx)
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${caller.workspace}, p.id, 'Person ' || n, now(), now() from unnest(${people}::uuid[]) with ordinality as p(id, n)`.execute(
      tx,
    )
  })
  return place
}

async function tell(place: Place, told: readonly Omit<Told, 'id'>[]): Promise<void> {
  await within(place, async tx => {
    for (const one of told) {
      const row = { ...one, id: newId<'Touch'>(one.at.getTime()) }
      place.told.push(row)
      await sql`insert into touches (workspace_id, touch_id, person_id, user_id, kind, tool, at)
        values (${place.caller.workspace}, ${row.id}, ${row.person}, ${row.user}, ${row.kind}, ${row.tool}, ${row.at})`.execute(
        tx,
      )
    }
  })
}
async function move(place: Place, moved: readonly Moved[]): Promise<void> {
  await within(place, async tx => {
    for (const one of moved) {
      place.moved.push(one)
      await sql`insert into stage_moves (workspace_id, move_id, user_id, person_id, from_stage, to_stage, cause, at, undone_at)
        values (${place.caller.workspace}, ${newId()}, ${place.caller.user}, ${one.person}, 'found', ${one.to}, 'by-hand', ${one.at},
          ${one.undone ? one.at : null})`.execute(tx)
    }
  })
}

const ladder = [
  'found',
  'read',
  'engaged',
  'acknowledged',
  'connected',
  'introduced',
  'interested',
  'candidate',
] as const
const ours = ['comment', 'public-reply', 'invite-sent', 'our-message']
const theirs = ['their-message', 'invite-accepted', 'chat-opened']
const kinds = [
  ...ours,
  ...theirs,
  'reading',
  'our-message',
  'their-message',
  'in-contacts',
  'declined',
  'opted-out',
  'hired',
]

async function live(place: Place, roll: (most: number) => number, howMuch: number): Promise<void> {
  const when = () => new Date(start + roll(days * 24 * 60) * 60_000 + roll(60_000))
  const told = Array.from({ length: howMuch }, () => {
    const kind = pick(roll, kinds)
    return {
      person: pick(roll, place.people),
      user: roll(4) === 0 ? null : roll(3) === 0 ? place.other : place.caller.user,
      kind,
      tool: pick(roll, ['irc', 'xmpp', 'linkedin']),
      at: when(),
    }
  })
  await tell(place, told)
  const moved = Array.from({ length: Math.ceil(howMuch / 3) }, () => ({
    person: pick(roll, place.people),
    to: pick(roll, [...ladder]),
    at: when(),
    undone: roll(5) === 0,
  }))
  await move(place, moved)
}

/** The same by hand: one person and tool after the other, from all that was told. */
function byHand(place: Place, view: MetView): Map<string, Record<MetStep, number>> {
  const sums = new Map<string, Record<MetStep, number>>()
  for (const person of place.people) {
    const tools = new Map<string, Told[]>()
    for (const one of place.told
      .filter(each => each.person === person)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime()))
      tools.set(one.tool, [...(tools.get(one.tool) ?? []), one])
    const rows = [...tools].flatMap(([tool, told]) => {
      const first = told.find(one => [...ours, ...theirs, 'reading'].includes(one.kind))
      if (!first) return []
      const spoken = told.filter(one => ['our-message', 'invite-sent', ...theirs].includes(one.kind))
      const runs = spoken.filter(
        (one, at) => at === 0 || theirs.includes(one.kind) !== theirs.includes(spoken[at - 1]?.kind ?? ''),
      )
      let [asked, answered] = [0, 0]
      let askedAt: Date | undefined
      for (const [at, run] of runs.entries()) {
        if (theirs.includes(run.kind)) continue
        const next = runs[at + 1]?.at.getTime() ?? Number.POSITIVE_INFINITY
        const inTime = next <= run.at.getTime() + 14 * dayMs
        if (inTime) answered += 1
        if (inTime || run.at.getTime() < now.getTime() - 14 * dayMs) {
          asked += 1
          askedAt ??= run.at
        }
      }
      const began = runs[0] !== undefined && theirs.includes(runs[0].kind)
      const since = first.at.getTime() - 5 * 60_000
      const rank = Math.max(
        -1,
        ...place.moved
          .filter(one => one.person === person && !one.undone && one.at.getTime() >= since)
          .map(one => ladder.indexOf(one.to as (typeof ladder)[number])),
      )
      const hired = place.told.some(one => one.person === person && one.kind === 'hired' && one.at.getTime() >= since)
      const steps = new Set<MetStep>(['met', ...ladder.slice(0, rank + 1)])
      if (asked > 0) steps.add('asked')
      if (asked > 0 && !began) steps.add('approached')
      if (answered > 0) steps.add('answered')
      if (answered > 0 && !began) steps.add('approach-answered')
      if (began) steps.add('began')
      if (hired) steps.add('hired')
      if (told.some(one => one.kind === 'declined')) steps.add('declined')
      if (told.some(one => one.kind === 'opted-out')) steps.add('opted-out')
      const user =
        told.find(one => one.user && ours.includes(one.kind))?.user ??
        told.find(one => one.user && one.kind !== 'in-contacts' && one.kind !== 'hired')?.user ??
        null
      return [{ tool, first: first.at, askedAt, steps, user }]
    })
    rows.sort((a, b) => a.first.getTime() - b.first.getTime() || (a.tool < b.tool ? -1 : 1))
    for (const [at, row] of rows.entries()) {
      if (view === 'first' && at > 0) continue
      const day = view === 'asked' ? row.askedAt : row.first
      if (!day) continue
      const key = `${mondayOf(dayAt(day))} ${row.tool} ${row.user ?? ''}`
      const sum = sums.get(key) ?? (Object.fromEntries(metSteps.map(step => [step, 0])) as Record<MetStep, number>)
      for (const step of row.steps) sum[step] += 1
      sums.set(key, sum)
    }
  }
  return sums
}

function grouped(sums: Map<string, Record<MetStep, number>>, part: 0 | 1 | 2): Record<string, Record<MetStep, number>> {
  const out: Record<string, Record<MetStep, number>> = {}
  for (const [key, counts] of sums) {
    const name = key.split(' ')[part] ?? ''
    const into = out[name] ?? (Object.fromEntries(metSteps.map(step => [step, 0])) as Record<MetStep, number>)
    for (const step of metSteps) into[step] += counts[step]
    out[name] = into
  }
  return out
}

async function expectSame(place: Place): Promise<void> {
  for (const view of metViews) {
    const sums = byHand(place, view)
    for (const [part, by] of (['week', 'tool', 'recruiter'] as const).entries()) {
      const rows = await within(place, tx => readMet(tx, place.caller.workspace, view, by, span))
      const read = Object.fromEntries(rows.filter(row => row.counts.met > 0).map(row => [row.key ?? '', row.counts]))
      expect(read, `${view} by ${by}`).toEqual(grouped(sums, part as 0 | 1 | 2))
    }
  }
}

test('a report counts what counting one touch after the other gives, after every change, and before and after the weeks are folded', async () => {
  const roll = dice(7)
  const place = await startPlace(60)
  const deps = { db: database.db, clock }
  for (let round = 0; round < 4; round += 1) {
    await live(place, roll, 150)
    await refreshWorkspace(deps, place.caller.workspace)
    await expectSame(place)
  }
  // Stages taken back, touches taken away, two who are one, and one who is erased.
  const undone = place.moved.filter(one => !one.undone).slice(0, 15)
  const taken = place.told.filter((_, at) => at % 9 === 0)
  const [gone, from, to] = place.people
  if (!gone || !from || !to) throw new Error('people are there')
  await within(place, async tx => {
    for (const one of undone)
      await sql`update stage_moves set undone_at = now() where person_id = ${one.person} and at = ${one.at} and to_stage = ${one.to}`.execute(
        tx,
      )
    await sql`delete from touches where touch_id = any(${taken.map(one => one.id)}::uuid[])`.execute(tx)
    await sql`update touches set person_id = ${to} where person_id = ${from}`.execute(tx)
    await sql`update stage_moves set person_id = ${to} where person_id = ${from}`.execute(tx)
    await sql`delete from people where person_id = ${gone}`.execute(tx)
  })
  for (const one of undone)
    for (const each of place.moved)
      if (each.person === one.person && each.to === one.to && each.at.getTime() === one.at.getTime()) each.undone = true
  place.told = place.told
    .filter(one => !taken.includes(one) && one.person !== gone)
    .map(one => (one.person === from ? { ...one, person: to } : one))
  place.moved = place.moved
    .filter(one => one.person !== gone)
    .map(one => (one.person === from ? { ...one, person: to } : one))
  // What goes with its person is taken off at once; the rest is worked out for whoever reads.
  await refreshWorkspace(deps, place.caller.workspace)
  await expectSame(place)
  const left = await within(
    place,
    async tx => (await sql`select from met_due union all select from met_week_changes`.execute(tx)).rows.length,
  )
  expect(left).toBe(0)
})

test('a message that waits counts as neither until fourteen days are over; then it counts as unanswered, without anything else happening', async () => {
  now = new Date(start + 20 * dayMs)
  const place = await startPlace(2)
  const [ana, ben] = place.people
  if (!ana || !ben) throw new Error('people are there')
  const user = place.caller.user
  await tell(place, [
    { person: ana, user, kind: 'our-message', tool: 'irc', at: new Date(start + 18 * dayMs) },
    { person: ben, user, kind: 'our-message', tool: 'irc', at: new Date(start + 18 * dayMs) },
    { person: ben, user: null, kind: 'their-message', tool: 'irc', at: new Date(start + 19 * dayMs) },
  ])
  const answers = async () => {
    const report = await readReport({ db: database.db, clock }, place.caller, { name: 'answers', by: 'tool', span })
    if (!report.ok) throw new Error(report.refusal.code)
    return report.value.rows[0]?.cells.filter(isShare)[0]
  }
  expect(await answers()).toEqual({ hits: 1, of: 1 })
  now = new Date(start + 33 * dayMs)
  await refreshAll({ db: database.db, clock }, AbortSignal.timeout(60_000))
  expect(await answers()).toEqual({ hits: 1, of: 2 })
})

test('what is somebody’s cannot be asked for: a report has its own views and no others', async () => {
  const place = await startPlace(1)
  const ask = (by: 'rule' | 'tool') =>
    readReport({ db: database.db, clock }, place.caller, { name: 'funnel', by, span })
  expect(await ask('rule')).toMatchObject({ ok: false, refusal: { code: 'no-such-view' } })
  expect(await ask('tool')).toMatchObject({ ok: true, value: { rows: [], findings: [] } })
})
