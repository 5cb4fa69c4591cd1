import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { dayMs } from '#kernel/clock.ts'
import { newId, type SourceId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { CampaignPart } from '../model/campaigns.ts'
import { codeFrom, type SourceKind } from '../model/sources.ts'
import { insertCost, upsertCampaign, writePart } from './campaigns.ts'
import { foldWeeks, markDue, refreshDue } from './people.ts'
import { insertSource } from './sources.ts'

const weeks = 9
/** Visits a day, and of a hundred people how many came by it first. */
const links = [
  { label: 'Night shift forum', kind: 'group', tool: 'forum', perDay: 6, people: 30, campaign: 0 },
  { label: 'LinkedIn profile', kind: 'profile', tool: 'linkedin', perDay: 3, people: 18, campaign: 0 },
  { label: 'Flyer in the canteen', kind: 'link', tool: 'website-chat', perDay: 2, people: 14, campaign: null },
  { label: '#night-shift', kind: 'link', tool: 'irc', perDay: 4, people: 26, campaign: null },
  { label: 'Answers on Mastodon', kind: 'link', tool: 'mastodon', perDay: 13, people: 4, campaign: 1 },
] as const
const parts: readonly [number, string, CampaignPart, string][] = [
  [0, 'forum', 'drive', 'Answer on Fridays'],
  [0, 'website-chat', 'explain', 'The page with the rota'],
  [0, 'website-chat', 'talk', 'Mara answers'],
  [0, 'linkedin', 'deepen', ''],
  [0, 'email', 'broadcast', 'Night jobs, monthly'],
  [1, 'mastodon', 'drive', 'Answer what nurses ask'],
]

/** Two campaigns with their links, nine weeks of visits, and the sample's people as they came by them. */
export async function insertSampleSources(
  tx: Transaction,
  at: { workspace: WorkspaceId; user: UserId; page: string | null; now: Date },
): Promise<void> {
  const { workspace, user, page, now } = at
  const day = (ago: number) => new Date(now.getTime() - ago * dayMs).toISOString().slice(0, 10)
  const campaigns = [newId<'Campaign'>(now.getTime()), newId<'Campaign'>(now.getTime())]
  const stamps = { user, sample: true, archivedAt: null, createdAt: now, updatedAt: now, endsOn: null }
  for (const [index, [name, aim]] of [
    ['Night guide', 'Ten people who like the night and know somebody else who does.'],
    ['Answers on Mastodon', 'Be of use to nurses there, and see whether they come to talk.'],
  ].entries()) {
    const id = campaigns[index]
    if (id)
      await upsertCampaign(tx, workspace, { id, name: name ?? '', aim: aim ?? '', startsOn: day(weeks * 7), ...stamps })
  }
  for (const [index, tool, part, note] of parts) {
    const campaign = campaigns[index]
    if (campaign) await writePart(tx, workspace, { campaign, tool, part, note })
  }
  const [first] = campaigns
  if (first) {
    const cost = { campaign: first, user, now, tool: null }
    await insertCost(tx, workspace, {
      ...cost,
      id: newId<'Cost'>(now.getTime()),
      on: day(40),
      what: 'Flyers',
      amount: 40,
      currency: 'EUR',
      minutes: null,
    })
    await insertCost(tx, workspace, {
      ...cost,
      id: newId<'Cost'>(now.getTime()),
      on: day(50),
      what: 'Writing the page',
      amount: null,
      currency: null,
      minutes: 380,
    })
  }
  const make = async (kind: SourceKind, label: string, tool: string, campaign: number | null, thing: string | null) => {
    const id = newId<'Source'>(now.getTime())
    const { rows } = await sql<{
      slug: string
    }>`select slug from pages where workspace_id = ${workspace} and page_id = ${page}`.execute(tx)
    const target = rows[0] ? `/p/${rows[0].slug}` : '/jobs'
    const code = codeFrom(randomBytes(7))
    const automatic = kind === 'page'
    const of = campaign === null ? null : (campaigns[campaign] ?? null)
    await insertSource(tx, {
      id,
      workspace,
      kind,
      thing,
      code,
      label,
      tool,
      target,
      campaign: of,
      user,
      person: null,
      automatic,
      sample: true,
      createdAt: now,
    })
    return id
  }
  const landing = page ? await make('page', 'What a night here is like', 'website-chat', 0, page) : undefined
  const made: { id: SourceId; perDay: number; people: number }[] = []
  for (const { label, kind, tool, perDay, people, campaign } of links)
    made.push({ id: await make(kind, label, tool, campaign, null), perDay, people })
  await insertVisits(tx, workspace, now, [...made, ...(landing ? [{ id: landing, perDay: 9 }] : [])])
  await insertPeople(tx, workspace, made, landing)
}

/** The same each time: more on weekdays, and none that could be told apart. */
async function insertVisits(
  tx: Transaction,
  workspace: WorkspaceId,
  now: Date,
  sources: readonly { id: SourceId; perDay: number }[],
): Promise<void> {
  const rows = sources
    .flatMap(({ id, perDay }, index) =>
      Array.from({ length: weeks * 7 }, (_, ago) => {
        const on = new Date(now.getTime() - ago * dayMs)
        const weekday = on.getUTCDay() % 6 === 0 ? 0.4 : 1
        const visits = Math.round(perDay * weekday * (0.6 + ((ago * 7 + index * 5) % 11) / 12))
        return {
          id,
          day: on.toISOString().slice(0, 10),
          visits,
          referrer: ['direct', 'other', 'search', 'own'][(ago + index) % 4] ?? 'direct',
        }
      }),
    )
    .filter(row => row.visits > 0)
  await sql`with d as (
      insert into visit_days (workspace_id, source_id, on_day, referrer, visits, views)
      select ${workspace}::uuid, n.source, n.day, n.referrer, n.visits, n.visits + n.visits / 4
      from unnest(${rows.map(row => row.id)}::uuid[], ${rows.map(row => row.day)}::date[], ${rows.map(row => row.referrer)}::text[],
        ${rows.map(row => row.visits)}::int[]) as n(source, day, referrer, visits)
      returning source_id, on_day, referrer, visits)
    insert into visit_weeks (workspace_id, source_id, week, referrer, visits)
    select ${workspace}::uuid, source_id, date_trunc('week', on_day)::date, referrer, sum(visits)::int from d group by 2, 3, 4`.execute(
    tx,
  )
}

/** One in three of the sample's people who write; each came by a link, and two in three of them wrote on the page. */
async function insertPeople(
  tx: Transaction,
  workspace: WorkspaceId,
  sources: readonly { id: SourceId; people: number }[],
  landing: SourceId | undefined,
): Promise<void> {
  const bounds = sources.map((_, index) => sources.slice(0, index + 1).reduce((sum, one) => sum + one.people, 0))
  const { rows } = await sql<{ person: Parameters<typeof markDue>[2][number] }>`
    with came as (
      select m.person_id, min(m.at) - interval '1 minute' as at,
        abs(hashtext(m.person_id::text)) % 100 as share, abs(hashtext(m.person_id::text || 'page')) % 3 as third
      from stage_moves m join people p on p.workspace_id = m.workspace_id and p.person_id = m.person_id and p.sample
      where m.workspace_id = ${workspace} and m.undone_at is null
      group by m.person_id having bool_or(m.to_stage = 'connected') and abs(hashtext(m.person_id::text || 'came')) % 3 = 0
    ), links as (
      select * from unnest(${sources.map(one => one.id)}::uuid[], ${bounds.map((bound, index) => bound - (sources[index]?.people ?? 0))}::int[],
        ${bounds}::int[]) as l(source_id, low, high)
    ), written as (
      insert into source_touches (workspace_id, person_id, source_id, kind, on_day, step, at)
      select ${workspace}::uuid, c.person_id, l.source_id, 'chat', (c.at at time zone 'UTC')::date, 0, c.at
      from came c join links l on c.share >= l.low and c.share < l.high
      union all
      select ${workspace}::uuid, c.person_id, ${landing ?? null}::uuid, 'chat', (c.at at time zone 'UTC')::date, 1, c.at
      from came c where c.third > 0 and ${landing ?? null}::uuid is not null
      on conflict do nothing returning person_id)
    select distinct person_id as person from written`.execute(tx)
  await markDue(
    tx,
    workspace,
    rows.map(row => row.person),
  )
  await refreshDue(tx, workspace, 1_000_000)
}

/** Only what is marked as sample, and what Kith made for a page that is gone. */
export async function deleteSampleSources(tx: Transaction, workspace: WorkspaceId): Promise<void> {
  await sql`delete from sources s where s.workspace_id = ${workspace} and (s.sample or (s.automatic and s.kind = 'page'
    and not exists (select from pages p where p.workspace_id = s.workspace_id and p.page_id = s.thing_id)))`.execute(tx)
  await sql`delete from campaigns where workspace_id = ${workspace} and sample`.execute(tx)
  // The people went before their sources: what their going told is folded in where the source stays, and dropped where it went.
  await foldWeeks(tx, workspace)
}
