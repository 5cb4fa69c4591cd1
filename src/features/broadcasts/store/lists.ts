import { sql } from 'kysely'
import type { ListId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Interest, ListLanguage } from '../model/lists.ts'

export type List = {
  workspace: WorkspaceId
  id: ListId
  number: number
  slug: string
  name: string
  lang: ListLanguage
  version: number
  purpose: string
  consent: string
  interests: readonly Interest[]
  owner: UserId
  archivedAt: Date | null
  createdAt: Date
}

const columns = sql`l.workspace_id as workspace, l.list_id as id, l.number, l.slug, l.name, l.lang, l.wording_version as version,
  w.purpose, w.consent, l.interests, l.owner_id as owner, l.archived_at as "archivedAt", l.created_at as "createdAt"`
const joined = sql`lists l join list_wordings w
  on w.workspace_id = l.workspace_id and w.list_id = l.list_id and w.version = l.wording_version`

export type ListFigures = { confirmed: number; waiting: number; left: number; stopped: number; issues: number }

export async function listLists(tx: Transaction, workspace: WorkspaceId): Promise<(List & ListFigures)[]> {
  const { rows } = await sql<List & ListFigures>`select ${columns}, coalesce(s.confirmed, 0)::int as confirmed,
      coalesce(s.waiting, 0)::int as waiting, coalesce(s."left", 0)::int as "left", coalesce(s.stopped, 0)::int as stopped,
      (select count(*)::int from list_issues i where i.workspace_id = l.workspace_id and i.list_id = l.list_id) as issues
    from ${joined}
    left join lateral (select count(*) filter (where state = 'confirmed') as confirmed,
        count(*) filter (where state = 'asked') as waiting, count(*) filter (where state = 'left') as "left",
        count(*) filter (where state = 'stopped') as stopped
      from list_subscribers s where s.workspace_id = l.workspace_id and s.list_id = l.list_id) s on true
    where l.workspace_id = ${workspace} order by l.archived_at is not null, l.created_at desc limit 200`.execute(tx)
  return rows
}

export async function findList(tx: Transaction, workspace: WorkspaceId, list: ListId): Promise<List | undefined> {
  const { rows } = await sql<List>`select ${columns} from ${joined}
    where l.workspace_id = ${workspace} and l.list_id = ${list}`.execute(tx)
  return rows[0]
}

/** For a visitor, who knows no workspace: by the number in the public address. Needs a transaction across workspaces. */
export async function findOpenList(tx: Transaction, number: number): Promise<List | undefined> {
  const { rows } = await sql<List>`select ${columns} from ${joined}
    where l.number = ${number} and l.archived_at is null`.execute(tx)
  return rows[0]
}

export async function insertList(
  tx: Transaction,
  list: Pick<List, 'workspace' | 'id' | 'slug' | 'name' | 'lang' | 'interests' | 'owner'>,
  now: Date,
): Promise<void> {
  await sql`insert into lists (workspace_id, list_id, slug, name, lang, wording_version, interests, owner_id, created_at)
    values (${list.workspace}, ${list.id}, ${list.slug}, ${list.name}, ${list.lang}, 1, ${JSON.stringify(list.interests)}::jsonb,
      ${list.owner}, ${now})`.execute(tx)
}

export async function insertWording(
  tx: Transaction,
  wording: Pick<List, 'workspace' | 'id' | 'version' | 'purpose' | 'consent' | 'lang'> & { user: UserId },
  now: Date,
): Promise<void> {
  await sql`insert into list_wordings (workspace_id, list_id, version, purpose, consent, lang, user_id, created_at)
    values (${wording.workspace}, ${wording.id}, ${wording.version}, ${wording.purpose}, ${wording.consent}, ${wording.lang},
      ${wording.user}, ${now})`.execute(tx)
}

export async function updateList(tx: Transaction, list: List): Promise<void> {
  await sql`update lists set name = ${list.name}, slug = ${list.slug}, lang = ${list.lang}, wording_version = ${list.version},
      interests = ${JSON.stringify(list.interests)}::jsonb, archived_at = ${list.archivedAt}
    where workspace_id = ${list.workspace} and list_id = ${list.id}`.execute(tx)
}

export type Wording = { version: number; purpose: string; consent: string; lang: string; createdAt: Date }

export async function listWordings(tx: Transaction, workspace: WorkspaceId, list: ListId): Promise<Wording[]> {
  const { rows } =
    await sql<Wording>`select version, purpose, consent, lang, created_at as "createdAt" from list_wordings
    where workspace_id = ${workspace} and list_id = ${list} order by version desc limit 100`.execute(tx)
  return rows
}

/** For a stranger who knows the list's id; needs a transaction across workspaces. */
export async function findListAnywhere(
  tx: Transaction,
  list: ListId,
): Promise<{ workspace: WorkspaceId; list: ListId } | undefined> {
  const { rows } = await sql<{
    workspace: WorkspaceId
    list: ListId
  }>`select workspace_id as workspace, list_id as list from lists
    where list_id = ${list} and archived_at is null`.execute(tx)
  return rows[0]
}
