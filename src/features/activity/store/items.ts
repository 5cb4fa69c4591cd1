import { sql } from 'kysely'
import type { ActivityId, FeedId, ImportId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { Rhythm } from '../model/level.ts'

export type NewItem = {
  activity: ActivityId
  person: PersonId
  profile?: ProfileId | undefined
  feed?: FeedId | undefined
  importId?: ImportId | undefined
  tool: ToolId
  kind: string
  key: string
  title?: string | undefined
  url?: string | undefined
  text: string
  html?: string | undefined
  language?: string | undefined
  words: number
  publishedAt: Date
}

/** One row per item and source, however often it comes. Gives what was `added` and what `changed` in its words. */
export async function upsertItems(
  tx: Transaction,
  workspace: WorkspaceId,
  items: readonly NewItem[],
  now: Date,
): Promise<{ added: Set<ActivityId>; changed: number }> {
  if (items.length === 0) return { added: new Set(), changed: 0 }
  const rows = items.map(item => ({
    activity_id: item.activity,
    person_id: item.person,
    profile_id: item.profile,
    feed_id: item.feed,
    import_id: item.importId,
    tool: item.tool,
    kind: item.kind,
    item_key: item.key,
    title: item.title,
    url: item.url,
    text: item.text,
    html: item.html,
    language: item.language,
    words: item.words,
    published_at: item.publishedAt,
  }))
  const written = await sql<{ activity_id: ActivityId; edited_at: Date | null }>`
    insert into activity_items as a (workspace_id, activity_id, person_id, profile_id, feed_id, import_id, tool, kind, item_key, title,
      url, text, html, language, words, published_at, created_at)
    select distinct on (n.tool, n.item_key) ${workspace}::uuid, n.activity_id, n.person_id, n.profile_id, n.feed_id, n.import_id, n.tool,
      n.kind, n.item_key, n.title, n.url, n.text, n.html, n.language, n.words, n.published_at, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(activity_id uuid, person_id uuid, profile_id uuid, feed_id uuid,
      import_id uuid, tool text, kind text, item_key text, title text, url text, text text, html text, language text, words int,
      published_at timestamptz)
    order by n.tool, n.item_key, n.published_at desc
    on conflict (workspace_id, tool, item_key) do update
      set title = excluded.title, url = coalesce(excluded.url, a.url), text = excluded.text, html = excluded.html,
        words = excluded.words, edited_at = ${now}::timestamptz
      where a.person_id = excluded.person_id
        and (a.title is distinct from excluded.title or a.text <> excluded.text or a.html is distinct from excluded.html)
    returning a.activity_id, a.edited_at`.execute(tx)
  const added = new Set(written.rows.filter(row => row.edited_at === null).map(row => row.activity_id))
  return { added, changed: written.rows.length - added.size }
}

/** Of those keys under which something is kept: where it leads and how it is called. */
export async function findKept(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  keys: readonly string[],
): Promise<ReadonlyMap<string, { link: string | null; title: string | null }>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{
    item_key: string
    link: string | null
    title: string | null
  }>`select item_key, url as link, title from activity_items
    where workspace_id = ${workspace} and tool = ${tool} and item_key = any(${sql`${[...keys]}::text[]`})`.execute(tx)
  return new Map(rows.map(row => [row.item_key, row]))
}

export type Item = {
  activity_id: ActivityId
  person_id: PersonId
  profile_id: ProfileId | null
  tool: ToolId
  kind: string
  title: string | null
  url: string | null
  text: string
  words: number
  language: string | null
  published_at: Date
  edited_at: Date | null
  read_at: Date | null
}

const readAt = (
  workspace: WorkspaceId,
  user: UserId,
) => sql`(select max(d.read_at) from readings d where d.workspace_id = ${workspace}
  and d.activity_id = a.activity_id and d.user_id = ${user} and d.dismissed_at is null) as read_at`

/** Latest first; `text` is cut to its beginning. */
export async function listItems(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
  options: { profile?: ProfileId | undefined; after?: { at: string; activity: ActivityId } | undefined; limit: number },
): Promise<Item[]> {
  const { profile, after, limit } = options
  const { rows } =
    await sql<Item>`select a.activity_id, a.person_id, a.profile_id, a.tool, a.kind, a.title, a.url, left(a.text, 400) as text,
      a.words, a.language, a.published_at, a.edited_at, ${readAt(workspace, user)}
    from activity_items a where a.workspace_id = ${workspace} and a.person_id = ${person}
      ${profile ? sql`and a.profile_id = ${profile}` : sql``}
      ${after ? sql`and (a.published_at < ${after.at} or (a.published_at = ${after.at} and a.activity_id > ${after.activity}))` : sql``}
    order by a.published_at desc, a.activity_id limit ${limit}`.execute(tx)
  return rows
}

export async function findItem(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  activity: ActivityId,
): Promise<(Item & { html: string | null; display_name: string }) | undefined> {
  const { rows } = await sql<
    Item & { html: string | null; display_name: string }
  >`select a.activity_id, a.person_id, a.profile_id, a.tool,
      a.kind, a.title, a.url, a.text, a.html, a.words, a.language, a.published_at, a.edited_at, p.display_name, ${readAt(workspace, user)}
    from activity_items a join people p on p.workspace_id = a.workspace_id and p.person_id = a.person_id
    where a.workspace_id = ${workspace} and a.activity_id = ${activity}`.execute(tx)
  return rows[0]
}

/** For judging a level: the latest 400 of the last year, without their text. */
export async function listRecent(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<{ id: ActivityId; kind: string; title: string | null; publishedAt: Date; profile: ProfileId | null }[]> {
  const { rows } = await sql<{
    id: ActivityId
    kind: string
    title: string | null
    publishedAt: Date
    profile: ProfileId | null
  }>`
    select activity_id as id, kind, coalesce(title, left(text, 80)) as title, published_at as "publishedAt", profile_id as profile from activity_items
    where workspace_id = ${workspace} and person_id = ${person} order by published_at desc, activity_id limit 400`.execute(
    tx,
  )
  return rows
}

/** For judging a fit: the latest 200 with the beginning of their words. */
export async function listJudgedItems(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<{ id: ActivityId; title: string | null; text: string; language: string | null; publishedAt: Date }[]> {
  const { rows } = await sql<{
    id: ActivityId
    title: string | null
    text: string
    language: string | null
    publishedAt: Date
  }>`select activity_id as id, title, left(text, 8000) as text, language, published_at as "publishedAt" from activity_items
    where workspace_id = ${workspace} and person_id = ${person} order by published_at desc, activity_id limit 200`.execute(
    tx,
  )
  return rows
}

/** The rhythm of many people in one question, for lists. */
export async function listRhythms(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  now: Date,
): Promise<Map<PersonId, Rhythm>> {
  if (people.length === 0) return new Map()
  const slot = (
    seconds: number,
    count: number,
  ) => sql`count(distinct case when a.published_at > ${now}::timestamptz - make_interval(secs => ${seconds * count})
    then floor(extract(epoch from ${now}::timestamptz - a.published_at) / ${seconds}::float8) end)::int`
  const { rows } = await sql<Rhythm & { person: PersonId }>`
    select w.person_id as person, r.* from unnest(${[...people]}::uuid[]) as w(person_id) cross join lateral (
      select ${slot(86_400, 28)} as days28, ${slot(604_800, 12)} as weeks12, ${slot(2_592_000, 6)} as months6,
        max(a.published_at) as "lastAt"
      from (select i.published_at from activity_items i where i.workspace_id = ${workspace} and i.person_id = w.person_id
        order by i.published_at desc limit 400) a) r`.execute(tx)
  return new Map(rows.map(({ person, ...rhythm }) => [person, rhythm]))
}

/** Walked from the latest: somebody may have published this much without hiding the others. */
const itemsPerPerson = 20

/** Unread items of people whom the caller has a relationship with or owns, latest first: what Today offers to read. */
export async function listUnreadOfMine(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
  limit: number,
): Promise<(Item & { display_name: string })[]> {
  const { rows } = await sql<Item & { display_name: string }>`
    select a.activity_id, a.person_id, a.profile_id, a.tool, a.kind, a.title, a.url, left(a.text, 400) as text,
      a.words, a.language, a.published_at, a.edited_at, null as read_at, p.display_name
    from activity_items a
      join people p on p.workspace_id = a.workspace_id and p.person_id = a.person_id and p.do_not_contact_at is null and p.merged_into is null
      left join relationships r on r.workspace_id = a.workspace_id and r.person_id = a.person_id and r.user_id = ${user}
    where a.workspace_id = ${workspace} and a.published_at > ${since}
      and (p.owner_id = ${user} or r.user_id is not null)
      and not exists (select 1 from readings d where d.workspace_id = ${workspace} and d.user_id = ${user}
        and d.activity_id = a.activity_id)
    order by a.published_at desc, a.activity_id limit ${limit * itemsPerPerson}`.execute(tx)
  const latest = new Map<PersonId, (typeof rows)[number]>()
  for (const row of rows) if (!latest.has(row.person_id)) latest.set(row.person_id, row)
  return [...latest.values()].slice(0, limit)
}
