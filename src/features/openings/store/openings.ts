import { sql } from 'kysely'
import type { OpeningId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type {
  ClosedReason,
  Employment,
  OpeningLanguage,
  OpeningState,
  Pay,
  PayPeriod,
  RemoteKind,
  TeamPart,
} from '../model.ts'

/** Days are `2026-12-24`, without a zone. */
export type Opening = {
  id: OpeningId
  workspace: WorkspaceId
  slug: string
  title: string
  description: string
  must: readonly string[]
  nice: readonly string[]
  pay: Pay | null
  place: string
  placeId: string | null
  town: string | null
  country: string | null
  street: string
  postcode: string
  region: string
  remote: RemoteKind
  remoteFrom: readonly string[]
  employment: Employment
  organisation: string
  organisationUrl: string | null
  startsOn: string | null
  applyUntil: string | null
  form: boolean
  lang: OpeningLanguage
  state: OpeningState
  closedReason: ClosedReason | null
  owner: UserId
  ownerName: string
  openedAt: Date | null
  closedAt: Date | null
  sample: boolean
  createdAt: Date
  updatedAt: Date
  removedAt: Date | null
}

type Row = Omit<Opening, 'pay'> & {
  payMin: string | null
  payMax: string | null
  payCurrency: string | null
  payPeriod: PayPeriod | null
}

const columns = sql`o.opening_id as id, o.workspace_id as workspace, o.slug, o.title, o.description, o.must, o.nice,
  o.pay_min::text as "payMin", o.pay_max::text as "payMax", o.pay_currency as "payCurrency", o.pay_period as "payPeriod",
  o.place, o.place_id as "placeId", o.town, o.country, o.street, o.postcode, o.region, o.remote, o.remote_from as "remoteFrom",
  o.employment, o.organisation, o.organisation_url as "organisationUrl", o.starts_on::text as "startsOn",
  o.apply_until::text as "applyUntil", o.form, o.lang, o.state, o.closed_reason as "closedReason", o.owner_id as owner,
  u.name as "ownerName", o.opened_at as "openedAt", o.closed_at as "closedAt", o.sample, o.created_at as "createdAt",
  o.updated_at as "updatedAt", o.removed_at as "removedAt"`
const source = sql`openings o join users u on u.workspace_id = o.workspace_id and u.user_id = o.owner_id`

function openingOf({ payMin, payMax, payCurrency, payPeriod, ...row }: Row): Opening {
  const pay =
    payMin !== null && payCurrency !== null && payPeriod !== null
      ? { min: Number(payMin), max: payMax === null ? null : Number(payMax), currency: payCurrency, period: payPeriod }
      : null
  return { ...row, pay }
}

export async function findOpening(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Opening | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where o.workspace_id = ${workspace} and o.opening_id = ${opening}
    ${lock === 'for-update' ? sql`for no key update of o` : sql``}`.execute(tx)
  return rows[0] && openingOf(rows[0])
}

/** Removed and closed ones included: the address of a job stays its own, so that it can say what became of it. */
export async function findOpeningAt(
  tx: Transaction,
  workspace: WorkspaceId,
  slug: string,
): Promise<Opening | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where o.workspace_id = ${workspace} and o.slug = ${slug}`.execute(tx)
  return rows[0] && openingOf(rows[0])
}

/** Open ones first, then drafts, then closed ones; newest first. With how many applied to each. */
export async function listOpenings(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<(Opening & { applications: number })[]> {
  const { rows } = await sql<Row & { applications: number }>`select ${columns},
      (select count(*)::int from applications a where a.workspace_id = o.workspace_id and a.opening_id = o.opening_id) as applications
    from ${source} where o.workspace_id = ${workspace} and o.removed_at is null
    order by array_position(array['open', 'draft', 'closed'], o.state), coalesce(o.opened_at, o.created_at) desc, o.opening_id desc
    limit 2000`.execute(tx)
  return rows.map(row => ({ ...openingOf(row), applications: row.applications }))
}

/** What strangers may see now, newest first. `today`: the last day of applying counts whole. */
export async function listOpen(
  tx: Transaction,
  workspace: WorkspaceId,
  today: string,
  limit: number,
): Promise<Opening[]> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where o.workspace_id = ${workspace} and o.state = 'open' and o.removed_at is null
      and (o.apply_until is null or o.apply_until >= ${today}::date)
    order by o.opened_at desc, o.opening_id desc limit ${limit}`.execute(tx)
  return rows.map(openingOf)
}

export async function countOpenings(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from openings
    where workspace_id = ${workspace} and removed_at is null`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function findSlugHolder(
  tx: Transaction,
  workspace: WorkspaceId,
  slug: string,
): Promise<OpeningId | undefined> {
  const { rows } = await sql<{ id: OpeningId }>`select opening_id as id from openings
    where workspace_id = ${workspace} and slug = ${slug}`.execute(tx)
  return rows[0]?.id
}

export async function upsertOpening(tx: Transaction, opening: Omit<Opening, 'ownerName'>): Promise<void> {
  const { pay } = opening
  await sql`insert into openings as o (workspace_id, opening_id, slug, title, description, must, nice, pay_min, pay_max, pay_currency,
      pay_period, place, place_id, town, country, street, postcode, region, remote, remote_from, employment, organisation,
      organisation_url, starts_on, apply_until, form, lang, state, closed_reason, owner_id, opened_at, closed_at, sample, created_at,
      updated_at, removed_at)
    values (${opening.workspace}, ${opening.id}, ${opening.slug}, ${opening.title}, ${opening.description},
      ${[...opening.must]}::text[], ${[...opening.nice]}::text[], ${pay?.min ?? null}, ${pay?.max ?? null}, ${pay?.currency ?? null},
      ${pay?.period ?? null}, ${opening.place}, ${opening.placeId}, ${opening.town}, ${opening.country}, ${opening.street},
      ${opening.postcode}, ${opening.region}, ${opening.remote}, ${[...opening.remoteFrom]}::text[], ${opening.employment},
      ${opening.organisation}, ${opening.organisationUrl}, ${opening.startsOn}::date, ${opening.applyUntil}::date, ${opening.form},
      ${opening.lang}, ${opening.state}, ${opening.closedReason}, ${opening.owner}, ${opening.openedAt}, ${opening.closedAt},
      ${opening.sample}, ${opening.createdAt}, ${opening.updatedAt}, ${opening.removedAt})
    on conflict (workspace_id, opening_id) do update set slug = excluded.slug, title = excluded.title,
      description = excluded.description, must = excluded.must, nice = excluded.nice, pay_min = excluded.pay_min,
      pay_max = excluded.pay_max, pay_currency = excluded.pay_currency, pay_period = excluded.pay_period, place = excluded.place,
      place_id = excluded.place_id, town = excluded.town, country = excluded.country, street = excluded.street,
      postcode = excluded.postcode, region = excluded.region, remote = excluded.remote, remote_from = excluded.remote_from,
      employment = excluded.employment, organisation = excluded.organisation, organisation_url = excluded.organisation_url,
      starts_on = excluded.starts_on, apply_until = excluded.apply_until, form = excluded.form, lang = excluded.lang,
      state = excluded.state, closed_reason = excluded.closed_reason, opened_at = excluded.opened_at, closed_at = excluded.closed_at,
      updated_at = excluded.updated_at, removed_at = excluded.removed_at`.execute(tx)
}

export type TeamMember = { user: UserId; name: string; part: TeamPart }

export async function listTeam(tx: Transaction, workspace: WorkspaceId, opening: OpeningId): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`select t.user_id as "user", u.name, t.part
    from opening_team t join users u on u.workspace_id = t.workspace_id and u.user_id = t.user_id
    where t.workspace_id = ${workspace} and t.opening_id = ${opening}
    order by array_position(array['lead', 'manager', 'interviewer'], t.part), lower(u.name), t.user_id`.execute(tx)
  return rows
}

/** Exactly these; ids of nobody in the workspace are passed over. */
export async function replaceTeam(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  team: readonly { user: UserId; part: TeamPart }[],
): Promise<void> {
  await sql`delete from opening_team where workspace_id = ${workspace} and opening_id = ${opening}`.execute(tx)
  await sql`insert into opening_team (workspace_id, opening_id, user_id, part)
    select ${workspace}, ${opening}, u.user_id, given.part
    from unnest(${team.map(one => one.user)}::uuid[], ${team.map(one => one.part)}::text[]) as given (user_id, part)
    join users u on u.workspace_id = ${workspace} and u.user_id = given.user_id and u.disabled_at is null
    on conflict do nothing`.execute(tx)
}

export async function listColleagues(tx: Transaction, workspace: WorkspaceId): Promise<{ id: UserId; name: string }[]> {
  const { rows } = await sql<{ id: UserId; name: string }>`select user_id as id, name from users
    where workspace_id = ${workspace} and disabled_at is null order by lower(name), user_id limit 500`.execute(tx)
  return rows
}

export type LogEntry = {
  kind: 'made' | 'opened' | 'closed' | 'reopened'
  reason: ClosedReason | null
  by: string | null
  at: Date
}

export async function insertLogEntry(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  entry: { id: string; kind: LogEntry['kind']; reason: ClosedReason | null; user: UserId | null; at: Date },
): Promise<void> {
  await sql`insert into opening_log (workspace_id, entry_id, opening_id, kind, reason, user_id, at)
    values (${workspace}, ${entry.id}, ${opening}, ${entry.kind}, ${entry.reason}, ${entry.user}, ${entry.at})`.execute(
    tx,
  )
}

export async function listLog(tx: Transaction, workspace: WorkspaceId, opening: OpeningId): Promise<LogEntry[]> {
  const { rows } = await sql<LogEntry>`select l.kind, l.reason, u.name as by, l.at from opening_log l
    left join users u on u.workspace_id = l.workspace_id and u.user_id = l.user_id
    where l.workspace_id = ${workspace} and l.opening_id = ${opening} order by l.at desc, l.entry_id desc limit 100`.execute(
    tx,
  )
  return rows
}

/** Open ones whose last day is over, across workspaces; locked, so that two nodes don't close one twice. */
export async function lockExpired(tx: Transaction, today: string): Promise<Opening[]> {
  const { rows } = await sql<Row>`select ${columns} from ${source}
    where o.state = 'open' and o.removed_at is null and o.apply_until < ${today}::date
    order by o.opening_id limit 200 for no key update of o skip locked`.execute(tx)
  return rows.map(openingOf)
}
