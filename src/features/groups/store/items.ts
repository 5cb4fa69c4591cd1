import { sql } from 'kysely'
import type { Id, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { GroupId } from './groups.ts'

export type GroupItem = {
  id: Id<'GroupItem'>
  key: string
  title: string | null
  url: string | null
  author: string | null
  authorUrl: string | null
  text: string
  publishedAt: Date
}

/** So many are kept of each group, newest first. */
const keptItems = 300

/** Gives how many are new; an item that is known takes its new words. */
export async function upsertGroupItems(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
  items: readonly GroupItem[],
  now: Date,
): Promise<number> {
  if (items.length === 0) return 0
  const { rows } = await sql<{ fresh: boolean }>`
    insert into group_items (workspace_id, item_id, group_id, item_key, title, url, author, author_url, text, published_at, created_at)
    select ${workspace}, n.id, ${group}, n.key, n.title, n.url, n.author, n."authorUrl", n.text, n."publishedAt", ${now}
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as n(id uuid, key text, title text, url text, author text,
      "authorUrl" text, text text, "publishedAt" timestamptz)
    on conflict (workspace_id, group_id, item_key) do update set title = excluded.title, url = excluded.url, text = excluded.text
    returning (xmax = 0) as fresh`.execute(tx)
  await sql`delete from group_items where workspace_id = ${workspace} and group_id = ${group} and item_id in (
    select item_id from group_items where workspace_id = ${workspace} and group_id = ${group}
    order by published_at desc, item_id offset ${keptItems})`.execute(tx)
  return rows.filter(row => row.fresh).length
}

export type ShownItem = GroupItem & { person: PersonId | null; personName: string | null }

/** Who wrote it is known by the address the feed gives, or by the same handle on the group's own tool. */
const authors = sql`group_items i
  join groups g on g.workspace_id = i.workspace_id and g.group_id = i.group_id
  left join lateral (select f.person_id from profiles f where f.workspace_id = i.workspace_id and f.tool = g.tool
      and (f.url = i.author_url or f.profile_key = i.author_url or lower(f.handle) = lower(i.author)) limit 1) f on i.author is not null
  left join people p on p.workspace_id = i.workspace_id and p.person_id = f.person_id`

export async function listGroupItems(
  tx: Transaction,
  workspace: WorkspaceId,
  group: GroupId,
  limit: number,
): Promise<ShownItem[]> {
  const { rows } =
    await sql<ShownItem>`select i.item_id as id, i.item_key as key, i.title, i.url, i.author, i.author_url as "authorUrl",
      i.text, i.published_at as "publishedAt", p.person_id as person, p.display_name as "personName"
    from ${authors} where i.workspace_id = ${workspace} and i.group_id = ${group}
    order by i.published_at desc, i.item_id limit ${limit}`.execute(tx)
  return rows
}

/** People of ours who published in a place: by its feed, or by items of theirs that stand under its address. */
export async function listPlacePeople(
  tx: Transaction,
  workspace: WorkspaceId,
  since: Date,
): Promise<{ group: GroupId; person: PersonId }[]> {
  const { rows } = await sql<{ group: GroupId; person: PersonId }>`
    select distinct i.group_id as "group", p.person_id as person from ${authors}
    where i.workspace_id = ${workspace} and i.published_at >= ${since} and p.person_id is not null
    union
    select g.group_id, a.person_id
    from (select person_id, regexp_replace(url, '^https?://(www\\.)?', '') as url from activity_items
      where workspace_id = ${workspace} and published_at >= ${since} and url is not null
      order by published_at desc limit 20000) a
    join groups g on g.workspace_id = ${workspace} and g.kind = 'place' and g.url like 'http%' and starts_with(a.url, g.address)`.execute(
    tx,
  )
  return rows
}

/** How many items of each group are newer than the recruiter's last visit. */
export async function countNewItems(
  tx: Transaction,
  workspace: WorkspaceId,
  seen: readonly { group: GroupId; at: Date | null }[],
): Promise<Map<GroupId, number>> {
  const { rows } = await sql<{ group: GroupId; n: number }>`
    select i.group_id as "group", count(*)::int as n from group_items i
    join jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s("group" uuid, at timestamptz) on s."group" = i.group_id
    where i.workspace_id = ${workspace} and (s.at is null or i.published_at > s.at) group by i.group_id`.execute(tx)
  return new Map(rows.map(row => [row.group, row.n]))
}
