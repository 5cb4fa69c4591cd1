import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Clock, dayMs, systemClock } from '#kernel/clock.ts'
import { type CampaignId, newId, type PersonId, type SourceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { createWorkspace } from '#tests/servers/workspace.ts'
import { refreshPeople } from './actions/refresh.ts'
import { readAttribution, readCame } from './actions/report.ts'
import { changeSource } from './actions/sources.ts'
import { bitOf, type Milestone, milestones, type ReportView, reportViews } from './model.ts'
import { addTouches, markDue, type PersonTouch } from './store/people.ts'
import { countByCampaign } from './store/report.ts'
import { addVisits } from './store/visits.ts'

const start = Date.parse('2026-06-01T00:00:00Z')
const days = 100
const clock: Clock = systemClock
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

const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10)
const mondayOf = (ms: number) => dayAt(ms - ((new Date(ms).getUTCDay() + 6) % 7) * dayMs)
const ladder: readonly string[] = [
  'found',
  'read',
  'engaged',
  'acknowledged',
  'connected',
  'introduced',
  'interested',
  'candidate',
]

type Place = { caller: Caller; sources: SourceId[]; people: PersonId[]; campaigns: CampaignId[] }
const within = <T>(place: Place, work: (tx: Transaction) => Promise<T>) =>
  inWorkspace(database.db, place.caller.workspace, work)

async function startPlace(people: number): Promise<Place> {
  const caller = await createWorkspace(database.db)
  const { workspace } = caller
  const place: Place = {
    caller,
    sources: Array.from({ length: 9 }, () => newId<'Source'>()),
    people: Array.from({ length: people }, () => newId<'Person'>()),
    campaigns: Array.from({ length: 3 }, () => newId<'Campaign'>()),
  }
  await within(place, async tx => {
    await sql`insert into campaigns (workspace_id, campaign_id, name, created_at, updated_at)
      select ${workspace}, c, 'Campaign', now(), now() from unnest(${place.campaigns}::uuid[]) c`.execute(tx)
    await sql`insert into sources (workspace_id, source_id, kind, code, label, tool, target, campaign_id, created_at)
      select ${workspace}, s.id, (array['link', 'page', 'post'])[1 + n % 3], 'r' || n || '-' || left(${workspace}::text, 8), 'Source ' || n,
        (array['irc', 'blog'])[1 + n % 2], '/jobs', (${[...place.campaigns, null]}::uuid[])[1 + n % 4], now()
      from unnest(${place.sources}::uuid[]) with ordinality as s(id, n)`.execute(tx)
    await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
      select ${workspace}, p.id, 'Person ' || n, now(), now() from unnest(${place.people}::uuid[]) with ordinality as p(id, n)`.execute(
      tx,
    )
  })
  return place
}

/** Touches, stages (some taken back), hires and visits, anywhere in the hundred days; whom it concerns is marked. */
async function live(place: Place, roll: (most: number) => number, howMuch: number): Promise<void> {
  const { workspace, user } = place.caller
  const when = () => new Date(start + roll(days * 24 * 60) * 60_000)
  const concerned = Array.from({ length: howMuch }, () => pick(roll, place.people))
  await within(place, async tx => {
    const touches = concerned.map(
      (person): PersonTouch => ({
        person,
        source: pick(roll, place.sources),
        kind: pick(roll, ['chat', 'subscribed', 'applied', 'followed'] as const),
        at: when(),
        step: roll(3),
      }),
    )
    await addTouches(tx, workspace, touches)
    for (const person of concerned) {
      const stage = pick(roll, [...ladder, 'declined'])
      const undone = roll(5) === 0 ? new Date() : null
      await sql`insert into stage_moves (workspace_id, move_id, user_id, person_id, from_stage, to_stage, cause, at, undone_at)
        values (${workspace}, ${newId()}, ${user}, ${person}, 'found', ${stage}, 'by-hand', ${when()}, ${undone})`.execute(
        tx,
      )
    }
    await markDue(tx, workspace, concerned)
    const looks = new Map(
      Array.from({ length: howMuch * 2 }, () => {
        const at = when()
        const source = pick(roll, place.sources)
        const visitor = Buffer.from([roll(40)])
        const row = {
          source,
          day: dayAt(at.getTime()),
          visitor,
          at,
          referrer: pick(roll, ['direct', 'search']),
          views: 1,
        }
        return [`${source} ${row.day} ${visitor.toString('hex')}`, row] as const
      }),
    )
    await addVisits(tx, workspace, [...looks.values()])
  })
}

type Truth = {
  source: SourceId
  person: PersonId
  first: number
  isFirst: boolean
  isLast: boolean
  reached: Set<Milestone>
}

/** From the touches and moves one by one, as the words of decision 58 say it. */
async function truthOf(place: Place): Promise<Truth[]> {
  const { workspace } = place.caller
  const { touches, moves } = await within(place, async tx => ({
    touches: (
      await sql<{
        person: PersonId
        source: SourceId
        kind: string
        at: Date
        step: number
      }>`select person_id as person,
        source_id as source, kind, at, step from source_touches where workspace_id = ${workspace}`.execute(tx)
    ).rows,
    moves: (
      await sql<{ person: PersonId; stage: string; at: Date }>`select person_id as person, to_stage as stage, at
        from stage_moves where workspace_id = ${workspace} and undone_at is null`.execute(tx)
    ).rows,
  }))
  const truth: Truth[] = []
  for (const [person, all] of Map.groupBy(touches, touch => touch.person)) {
    const order = [...all].sort(
      (a, b) => a.at.getTime() - b.at.getTime() || a.step - b.step || a.source.localeCompare(b.source),
    )
    for (const [source, own] of Map.groupBy(order, touch => touch.source)) {
      const first = own[0]?.at.getTime() ?? 0
      const reached = new Set<Milestone>(['lead'])
      for (const { kind, at } of order.filter(touch => touch.at.getTime() >= first)) {
        if (kind === 'chat' || kind === 'subscribed' || kind === 'applied') reached.add(kind).add('answered')
        expect(at.getTime()).toBeGreaterThanOrEqual(first)
      }
      const ranks = moves
        .filter(move => move.person === person && move.at.getTime() >= first - 300_000)
        .map(move => ladder.indexOf(move.stage))
      for (const stage of milestones)
        if (ladder.slice(0, Math.max(-1, ...ranks) + 1).includes(stage)) reached.add(stage)
      truth.push({
        source,
        person,
        first,
        isFirst: order[0]?.source === source,
        isLast: order.at(-1)?.source === source,
        reached,
      })
    }
  }
  return truth
}

const inView = (view: ReportView) => (one: Truth) => view === 'all' || (view === 'first' ? one.isFirst : one.isLast)
const shown = (counts: Map<string, number>) => Object.fromEntries([...counts].filter(([, n]) => n > 0).sort())
const tally = (keys: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

async function expectExact(place: Place, span: { from: string; to: string }): Promise<void> {
  const { workspace } = place.caller
  const deps = { db: database.db, clock, publicUrl: 'http://localhost:4280', stagesOf: async () => new Map() }
  const truth = await truthOf(place)
  const isIn = ({ first }: Truth) => mondayOf(first) >= mondayOf(Date.parse(span.from)) && mondayOf(first) <= span.to
  const visits = await within(place, async tx => {
    const { rows } = await sql<{
      source: string
      day: string
      referrer: string
      visits: number
    }>`select source_id as source,
      on_day as day, referrer, visits from visit_days where workspace_id = ${workspace} and on_day between ${span.from} and ${span.to}`.execute(
      tx,
    )
    return rows.flatMap(row => Array.from({ length: row.visits }, () => row))
  })
  for (const view of reportViews) {
    const counted = truth.filter(inView(view)).filter(isIn)
    for (const by of ['source', 'week'] as const) {
      const report = await readAttribution(deps, place.caller, { view, by, ...span })
      const keyOf = (one: Truth) => (by === 'source' ? one.source : mondayOf(one.first))
      for (const milestone of milestones)
        expect(shown(new Map(report.rows.map(row => [row.key ?? '', row.people[milestone]])))).toEqual(
          shown(tally(counted.filter(one => one.reached.has(milestone)).map(keyOf))),
        )
      expect(shown(new Map(report.rows.map(row => [row.key ?? '', row.visits])))).toEqual(
        shown(tally(visits.map(row => (by === 'source' ? row.source : mondayOf(Date.parse(row.day)))))),
      )
      expect(shown(new Map(report.referrers.map(row => [row.referrer, row.visits])))).toEqual(
        shown(tally(visits.map(row => row.referrer))),
      )
      expect(report.people).toBe(truth.filter(inView('first')).filter(isIn).length)
    }
    const milestone = pick(dice(counted.length), ['lead', 'chat', 'interested', 'candidate'] as const)
    const expected = counted.filter(one => one.reached.has(milestone) && place.sources.indexOf(one.source) % 2 === 1)
    const met: string[] = []
    for (let after: string | undefined, page = 0; page < 20; page += 1) {
      const ask = { view, by: 'tool' as const, key: 'irc', milestone, ...span }
      const { people, next } = await readCame(deps, place.caller, ask, after)
      met.push(...people.map(one => `${one.person} ${one.source}`))
      for (const one of people) expect(one.reached & (1 << bitOf(milestone))).not.toBe(0)
      after = next
      if (next === undefined) break
    }
    expect(met.sort()).toEqual(expected.map(one => `${one.person} ${one.source}`).sort())
  }
}

/** Each person of a campaign once, with whatever came of any of its sources. */
async function expectCampaigns(place: Place): Promise<void> {
  const { workspace } = place.caller
  const truth = await truthOf(place)
  const { counted, of } = await within(place, async tx => ({
    counted: await countByCampaign(tx, workspace),
    of: (
      await sql<{
        source: SourceId
        campaign: CampaignId
      }>`select source_id as source, campaign_id as campaign from sources
        where workspace_id = ${workspace} and campaign_id is not null`.execute(tx)
    ).rows,
  }))
  for (const campaign of place.campaigns) {
    const mine = new Set(of.filter(one => one.campaign === campaign).map(one => one.source))
    const people = [
      ...Map.groupBy(
        truth.filter(one => mine.has(one.source)),
        one => one.person,
      ).values(),
    ].map(ones => new Set(ones.flatMap(one => [...one.reached])))
    for (const milestone of milestones)
      expect(counted.get(campaign)?.[milestone] ?? 0, milestone).toBe(people.filter(one => one.has(milestone)).length)
  }
}

test('the people of a campaign, each once, are the same from rollups as counted row by row, also after a link went to another campaign', async () => {
  const roll = dice(20_261_201)
  const place = await startPlace(50)
  const { workspace } = place.caller
  const deps = { db: database.db, clock, publicUrl: 'http://localhost:4280' }
  for (let round = 0; round < 4; round += 1) {
    await live(place, roll, 80)
    const gone = pick(roll, place.people)
    await within(place, tx =>
      sql`delete from people where workspace_id = ${workspace} and person_id = ${gone}`.execute(tx),
    )
    place.people = place.people.filter(person => person !== gone)
    await refreshPeople(deps, workspace)
    await expectCampaigns(place)
    const campaign = pick(roll, [...place.campaigns, null])
    const moved = await changeSource(deps, place.caller, pick(roll, place.sources), { campaign })
    expect(moved.ok).toBe(true)
    await refreshPeople(deps, workspace)
    await expectCampaigns(place)
  }
  expect((await truthOf(place)).length).toBeGreaterThan(100)
}, 60_000)

test('a report from rollups is the same as one counted row by row, whatever happened, was taken back or erased, and its numbers open those people', async () => {
  const roll = dice(20_261_130)
  const place = await startPlace(70)
  for (let round = 0; round < 4; round += 1) {
    await live(place, roll, 90)
    // Somebody goes before they were worked out, and somebody after.
    for (let n = 0; n < 2; n += 1) {
      const gone = pick(roll, place.people)
      await within(place, tx =>
        sql`delete from people where workspace_id = ${place.caller.workspace} and person_id = ${gone}`.execute(tx),
      )
      place.people = place.people.filter(person => person !== gone)
      if (n === 0) await refreshPeople({ db: database.db, clock }, place.caller.workspace)
    }
    const from = start + roll(days / 2) * dayMs
    for (const length of [0, roll(12), roll(days)])
      await expectExact(place, { from: dayAt(from), to: dayAt(from + length * dayMs) })
  }
}, 60_000)

test('who is erased while everybody is worked out anew holds nobody up: the rest is worked out, and neither waits for the other', async () => {
  const place = await startPlace(30)
  const { workspace } = place.caller
  const deps = { db: database.db, clock }
  await live(place, dice(7), 60)
  await refreshPeople(deps, workspace)
  const gone = pick(
    dice(3),
    (await truthOf(place)).map(one => one.person),
  )
  await within(place, tx => markDue(tx, workspace, place.people))
  await within(place, async tx => {
    await sql`delete from people where workspace_id = ${workspace} and person_id = ${gone}`.execute(tx)
    // The erasure is not committed yet. Waiting for it would be waiting for ever.
    await refreshPeople(deps, workspace)
    const left = await inWorkspace(database.db, workspace, other =>
      sql<{
        person: PersonId
      }>`select distinct person_id as person from source_due where workspace_id = ${workspace}`.execute(other),
    )
    expect(left.rows.map(row => row.person)).toEqual([gone])
  })
  place.people = place.people.filter(person => person !== gone)
  await expectExact(place, { from: dayAt(start), to: dayAt(start + days * dayMs) })
  await refreshPeople(deps, workspace)
  await expectExact(place, { from: dayAt(start), to: dayAt(start + days * dayMs) })
  const rest = await within(place, tx =>
    sql`select workspace_id from source_due where workspace_id = ${workspace} union all
      select workspace_id from source_week_changes where workspace_id = ${workspace}`.execute(tx),
  )
  expect(rest.rows).toEqual([])
})
