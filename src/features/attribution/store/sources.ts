import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { listAddress } from '#features/broadcasts/model.ts'
import { type CampaignId, newId, type PersonId, type SourceId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { unreachable } from '#kernel/result.ts'
import type { Transaction } from '#storage/database.ts'
import {
  codeFrom,
  type FeedCode,
  feedCodes,
  isFeedCode,
  issueNumberIn,
  type SourceKind,
  type ThingKind,
  type ThingPath,
  toolOfThing,
} from '../model/sources.ts'
import { leadsBySource } from './rollups.ts'

export type Source = {
  id: SourceId
  workspace: WorkspaceId
  kind: SourceKind
  thing: string | null
  code: string
  label: string
  tool: string
  target: string
  campaign: CampaignId | null
  user: UserId | null
  person: PersonId | null
  automatic: boolean
  sample: boolean
  createdAt: Date
  archivedAt: Date | null
}

const columns = sql`source_id as id, workspace_id as workspace, kind, thing_id as thing, code, label, tool, target, campaign_id as campaign,
  user_id as "user", person_id as person, automatic, sample, created_at as "createdAt", archived_at as "archivedAt"`

export async function findSource(
  tx: Transaction,
  workspace: WorkspaceId,
  id: SourceId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Source | undefined> {
  const { rows } =
    await sql<Source>`select ${columns} from sources where workspace_id = ${workspace} and source_id = ${id}
    ${lock === 'for-update' ? sql`for update` : sql``}`.execute(tx)
  return rows[0]
}

/** Across workspaces: `/go/<code>` names none. */
export async function findSourceByCode(tx: Transaction, code: string): Promise<Source | undefined> {
  const { rows } =
    await sql<Source>`select ${columns} from sources where code = ${code} order by created_at, source_id limit 1`.execute(
      tx,
    )
  return rows[0]
}

/** False: the code is taken, or the thing has its source already. */
export async function insertSource(tx: Transaction, source: Omit<Source, 'archivedAt'>): Promise<boolean> {
  const { rows } =
    await sql`insert into sources (workspace_id, source_id, kind, thing_id, code, label, tool, target, campaign_id, user_id,
      person_id, automatic, sample, created_at)
    values (${source.workspace}, ${source.id}, ${source.kind}, ${source.thing}, ${source.code}, ${source.label}, ${source.tool},
      ${source.target}, ${source.campaign}, ${source.user}, ${source.person}, ${source.automatic}, ${source.sample}, ${source.createdAt})
    on conflict do nothing returning source_id`.execute(tx)
  return rows.length > 0
}

/** False: another source has this code. */
export async function updateSource(
  tx: Transaction,
  source: Pick<Source, 'id' | 'workspace' | 'label' | 'code' | 'tool' | 'target' | 'campaign' | 'archivedAt'>,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('code of ' || ${source.code}::text, 0))`.execute(tx)
  const { rows } = await sql`update sources set label = ${source.label}, code = ${source.code}, tool = ${source.tool},
      target = ${source.target}, campaign_id = ${source.campaign}, archived_at = ${source.archivedAt}
    where workspace_id = ${source.workspace} and source_id = ${source.id} returning source_id`.execute(tx)
  return rows.length > 0
}

/** Across workspaces, and held until the transaction ends. */
export async function isCodeTaken(tx: Transaction, code: string, by: SourceId | undefined): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('code of ' || ${code}::text, 0))`.execute(tx)
  const { rows } =
    await sql`select from sources where code = ${code} and source_id is distinct from ${by ?? null}::uuid`.execute(tx)
  return rows.length > 0
}

export type SourceRow = Source & { owner: string | null; campaignName: string | null; visits: number; people: number }

/** Newest first, with what came of each since it was made. `of`: one thing's. */
export async function listSources(
  tx: Transaction,
  workspace: WorkspaceId,
  only: { kind?: SourceKind; thing?: string; target?: string; archived: boolean; limit: number },
): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`with mine as (
      select s.* from sources s where s.workspace_id = ${workspace} ${only.archived ? sql`` : sql`and s.archived_at is null`}
        ${only.kind ? sql`and s.kind = ${only.kind}` : sql``}
        ${only.thing ? sql`and s.thing_id = ${only.thing}` : sql``}
        ${only.target ? sql`and s.target = ${only.target}` : sql``}
      order by s.created_at desc, s.source_id limit ${only.limit}
    ), seen as (
      select d.source_id, sum(d.visits)::int as visits from mine m join visit_weeks d on d.workspace_id = ${workspace}
        and d.source_id = m.source_id group by d.source_id
    ), came as (${leadsBySource(workspace)})
    select s.source_id as id, s.workspace_id as workspace, s.kind, s.thing_id as thing, s.code, s.label,
      s.tool, s.target, s.campaign_id as campaign, s.user_id as "user", s.person_id as person, s.automatic, s.sample,
      s.created_at as "createdAt", s.archived_at as "archivedAt", u.name as owner, c.name as "campaignName",
      coalesce(seen.visits, 0)::int as visits, coalesce(came.lead, 0)::int as people
    from mine s left join users u on u.workspace_id = s.workspace_id and u.user_id = s.user_id
      left join campaigns c on c.workspace_id = s.workspace_id and c.campaign_id = s.campaign_id
      left join seen on seen.source_id = s.source_id left join came on came.source_id = s.source_id
    order by s.created_at desc, s.source_id`.execute(tx)
  return rows
}

type Thing = { label: string; target: string; user: UserId | null; tool: string }

/** What a thing is called and where it is read; undefined when it is gone. */
export async function findThing(
  tx: Transaction,
  workspace: WorkspaceId,
  kind: Exclude<SourceKind, 'feed' | 'referral' | 'link'>,
  id: string,
): Promise<Thing | undefined> {
  const found = async (query: ReturnType<typeof sql<Row>>) => (await query.execute(tx)).rows[0]
  type Row = { label: string; slug: string; user: UserId | null; number?: number; tool?: string }
  switch (kind) {
    case 'page': {
      const row = await found(sql<Row>`select title as label, slug, null as "user" from pages
        where workspace_id = ${workspace} and page_id = ${id} and removed_at is null`)
      return row && { label: row.label, target: `/p/${row.slug}`, user: null, tool: toolOfThing.page }
    }
    case 'post': {
      const row = await found(sql<Row>`select content->>'title' as label, slug, author_id as "user" from posts
        where workspace_id = ${workspace} and post_id = ${id} and removed_at is null`)
      return row && { label: row.label, target: `/blog/${row.slug}`, user: row.user, tool: toolOfThing.post }
    }
    case 'opening': {
      const row = await found(sql<Row>`select title as label, slug, owner_id as "user" from openings
        where workspace_id = ${workspace} and opening_id = ${id} and removed_at is null`)
      return row && { label: row.label, target: `/jobs/${row.slug}`, user: row.user, tool: toolOfThing.opening }
    }
    case 'list': {
      const row = await found(sql<Row>`select name as label, slug, number, owner_id as "user" from lists
        where workspace_id = ${workspace} and list_id = ${id}`)
      const target = row && `/l/${listAddress({ number: row.number ?? 0, slug: row.slug })}`
      return row && target ? { label: row.label, target, user: row.user, tool: toolOfThing.list } : undefined
    }
    case 'issue': {
      const row = await found(sql<Row>`select i.subject as label, l.slug, l.number, i.user_id as "user"
        from list_issues i join lists l on l.workspace_id = i.workspace_id and l.list_id = i.list_id
        where i.workspace_id = ${workspace} and i.issue_id = ${id}`)
      const target = row && `/l/${listAddress({ number: row.number ?? 0, slug: row.slug })}`
      return row && target ? { label: row.label, target, user: row.user, tool: toolOfThing.issue } : undefined
    }
    case 'group': {
      const row =
        await found(sql<Row>`select coalesce(g.title, g.address) as label, '' as slug, null as "user", g.tool from groups g
        where g.workspace_id = ${workspace} and g.group_id = ${id}`)
      return row && { label: row.label, target: '/jobs', user: null, tool: row.tool ?? 'forum' }
    }
    case 'profile': {
      const row = await found(sql<Row>`select name as label, '' as slug, user_id as "user" from users
        where workspace_id = ${workspace} and user_id = ${id}`)
      return row && { label: row.label, target: '/jobs', user: row.user, tool: 'linkedin' }
    }
  }
}

const fresh = (now: Date) => ({
  id: newId<'Source'>(now.getTime()),
  code: codeFrom(randomBytes(7)),
  campaign: null,
  person: null,
  sample: false,
  createdAt: now,
})

/** The source that a thing of ours is, made when it is first seen; undefined when there is no such thing. */
export async function ensureThingSource(
  tx: Transaction,
  workspace: WorkspaceId,
  kind: Exclude<ThingKind, 'feed'>,
  thing: string,
  now: Date,
): Promise<SourceId | undefined> {
  const find = async () => {
    const { rows } = await sql<{ id: SourceId }>`select source_id as id from sources where workspace_id = ${workspace}
      and kind = ${kind} and thing_id = ${thing} and automatic`.execute(tx)
    return rows[0]?.id
  }
  const known = await find()
  if (known) return known
  const found = await findThing(tx, workspace, kind, thing)
  if (!found) return undefined
  const source = { ...fresh(now), ...found, workspace, kind, thing, automatic: true }
  return (await insertSource(tx, source)) ? source.id : find()
}

/** What readers can open and nobody has come by yet: it may be put into a campaign all the same. */
export async function listUnsourced(
  tx: Transaction,
  workspace: WorkspaceId,
  most: number,
): Promise<{ kind: 'page' | 'post' | 'opening' | 'list'; thing: string }[]> {
  const { rows } = await sql<{ kind: 'page' | 'post' | 'opening' | 'list'; thing: string }>`
    select t.kind, t.thing::text as thing from (
      select 'page' as kind, page_id as thing from pages
        where workspace_id = ${workspace} and published_at is not null and removed_at is null
      union all select 'post', post_id from posts where workspace_id = ${workspace} and state = 'published' and removed_at is null
      union all select 'opening', opening_id from openings where workspace_id = ${workspace} and state = 'open' and removed_at is null
      union all select 'list', list_id from lists where workspace_id = ${workspace} and archived_at is null
    ) t
    where not exists (select from sources s where s.workspace_id = ${workspace} and s.kind = t.kind and s.thing_id = t.thing and s.automatic)
    limit ${most}`.execute(tx)
  return rows
}

/** A feed of ours: its code is the same in every workspace, so its row has another. */
async function ensureFeedSource(
  tx: Transaction,
  workspace: WorkspaceId,
  code: FeedCode,
  now: Date,
): Promise<SourceId | undefined> {
  const { label, tool, target } = feedCodes[code]
  const { rows } = await sql<{ id: SourceId }>`select source_id as id from sources
    where workspace_id = ${workspace} and kind = 'feed' and automatic and label = ${label}`.execute(tx)
  if (rows[0]) return rows[0].id
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feed ${code} of ${workspace}`}, 0))`.execute(tx)
  const again = await sql<{ id: SourceId }>`select source_id as id from sources
    where workspace_id = ${workspace} and kind = 'feed' and automatic and label = ${label}`.execute(tx)
  if (again.rows[0]) return again.rows[0].id
  const source: Source = {
    ...fresh(now),
    workspace,
    kind: 'feed',
    thing: null,
    label,
    tool,
    target,
    user: null,
    automatic: true,
    archivedAt: null,
  }
  await insertSource(tx, source)
  return source.id
}

/** Whose a code is in this workspace: a link, a feed of ours, or an issue of a list. */
export async function resolveCode(
  tx: Transaction,
  workspace: WorkspaceId,
  code: string,
  now: Date,
): Promise<SourceId | undefined> {
  if (isFeedCode(code)) return ensureFeedSource(tx, workspace, code, now)
  const number = issueNumberIn(code)
  if (number !== undefined) {
    const { rows } = await sql<{ id: string }>`select issue_id as id from list_issues
      where workspace_id = ${workspace} and number = ${number}`.execute(tx)
    return rows[0] && ensureThingSource(tx, workspace, 'issue', rows[0].id, now)
  }
  const { rows } = await sql<{ id: SourceId }>`select source_id as id from sources
    where workspace_id = ${workspace} and code = ${code}`.execute(tx)
  return rows[0]?.id
}

/** What a path of ours names. */
export async function resolvePath(
  tx: Transaction,
  workspace: WorkspaceId,
  path: ThingPath,
  now: Date,
): Promise<SourceId | undefined> {
  const found = () => {
    switch (path.kind) {
      case 'page':
        return sql<{ id: string }>`select page_id as id from pages
          where workspace_id = ${workspace} and slug = ${path.slug} and removed_at is null`
      case 'post':
        return sql<{ id: string }>`select post_id as id from posts
          where workspace_id = ${workspace} and slug = ${path.slug} and removed_at is null`
      case 'opening':
        return sql<{ id: string }>`select opening_id as id from openings
          where workspace_id = ${workspace} and slug = ${path.slug}`
      case 'list':
        return sql<{ id: string }>`select list_id as id from lists
          where workspace_id = ${workspace} and number = ${path.number}`
      default:
        return unreachable(path)
    }
  }
  const { rows } = await found().execute(tx)
  return rows[0] && ensureThingSource(tx, workspace, path.kind, rows[0].id, now)
}

const thingKindsById = [
  ['page', sql`pages`, sql`page_id`],
  ['post', sql`posts`, sql`post_id`],
  ['opening', sql`openings`, sql`opening_id`],
  ['list', sql`lists`, sql`list_id`],
  ['issue', sql`list_issues`, sql`issue_id`],
] as const

/** What an id names, among the things that a touch may have come by. */
export async function resolveThing(
  tx: Transaction,
  workspace: WorkspaceId,
  id: string,
  now: Date,
): Promise<SourceId | undefined> {
  const known = await sql<{ id: SourceId }>`select source_id as id from sources
    where workspace_id = ${workspace} and thing_id = ${id} and automatic limit 1`.execute(tx)
  if (known.rows[0]) return known.rows[0].id
  for (const [kind, table, column] of thingKindsById) {
    const { rows } = await sql`select from ${table} where workspace_id = ${workspace} and ${column} = ${id}`.execute(tx)
    if (rows.length > 0) return ensureThingSource(tx, workspace, kind, id, now)
  }
  return undefined
}

/** Hosts under which this workspace's pages are read, beside the installation's own. */
export async function findOwnHost(tx: Transaction, workspace: WorkspaceId): Promise<string | undefined> {
  const { rows } = await sql<{
    domain: string | null
  }>`select domain from sites where workspace_id = ${workspace}`.execute(tx)
  return rows[0]?.domain ?? undefined
}
