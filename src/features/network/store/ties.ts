import { type RawBuilder, sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { Spoken } from '../model/said-of.ts'
import type { TieKind } from '../model/ties.ts'
import { bitOfMonth } from './strength.ts'

/** Of each person so much is looked at, latest first: more would say nothing else. */
const [messagesEach, itemsEach, inOneThread] = [400, 80, 40]
/** So soon after somebody, in the same room, one answers them. */
const answerWithin = '10 minutes'
/** A room in which more people spoke says little of two of them. */
const smallRoom = 40

type Batch = { workspace: WorkspaceId; people: readonly PersonId[]; now: Date; since: Date }

/**
 * Rows `(from_id, to_id, kind, tool, at, title, url)`, one per event, summed up and written; whoever is gone or merged stays out. Tables
 * that were filled a moment ago have no statistics yet: the events are found once, whatever the planner thinks of them.
 */
async function sumUp(tx: Transaction, { workspace, now }: Batch, events: RawBuilder<unknown>): Promise<void> {
  await sql`
    with told as materialized (${events})
    insert into network_ties (workspace_id, from_id, to_id, kind, tool, events, months, first_at, last_at, title, url)
    select ${workspace}::uuid, e.from_id, e.to_id, e.kind, (array_agg(e.tool order by e.at desc))[1], count(*),
      bit_or(${bitOfMonth(sql`e.at`, now)}), min(e.at), max(e.at),
      (array_agg(e.title order by e.at desc) filter (where e.title is not null))[1],
      (array_agg(e.url order by e.at desc) filter (where e.url is not null))[1]
    from told e join people p on p.workspace_id = ${workspace} and p.person_id = e.to_id and p.merged_into is null
    where e.from_id <> e.to_id group by e.from_id, e.to_id, e.kind on conflict do nothing`.execute(tx)
}

/** All they did is taken away; gives whom it concerned. */
export async function deleteTiesFrom(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const { rows } = await sql<{ other: PersonId }>`with gone as (
      delete from network_ties where workspace_id = ${workspace} and from_id = any(${[...people]}::uuid[])
      returning to_id, to_user)
    select distinct to_id as other from gone where not to_user`.execute(tx)
  return rows.map(row => row.other)
}

/** What passed between them and recruiters, by the touches; recommendations and endorsements a recruiter's own export holds. */
export async function insertRecruiterTies(tx: Transaction, { workspace, people, now, since }: Batch): Promise<void> {
  const ids = sql`${[...people]}::uuid[]`
  await sql`
    insert into network_ties (workspace_id, from_id, to_id, to_user, kind, tool, events, back, months, first_at, last_at)
    select ${workspace}::uuid, e.person_id, e.user_id, true, e.kind, (array_agg(e.tool order by e.at desc))[1],
      count(*) filter (where e.theirs), count(*) filter (where e.ours), bit_or(${bitOfMonth(sql`e.at`, now)}), min(e.at), max(e.at)
    from (
      select t.person_id, coalesce(t.user_id, p.owner_id) as user_id, t.at, t.tool,
        case when t.kind = 'met' then 'met' when t.kind = 'referred' then 'referral'
          when t.kind in ('in-contacts', 'invite-accepted', 'they-invited') then 'contact'
          when t.kind in ('their-message', 'our-message', 'chat-opened') and t.surface is distinct from 'room' then 'talk'
          else 'public' end as kind,
        t.kind not in ('our-message', 'comment', 'public-reply', 'public-post') as theirs,
        t.kind in ('our-message', 'comment', 'public-reply', 'public-post', 'met', 'in-contacts', 'invite-accepted') as ours
      from touches t join people p on p.workspace_id = t.workspace_id and p.person_id = t.person_id
      where t.workspace_id = ${workspace} and t.person_id = any(${ids})
        and t.kind in ('met', 'referred', 'in-contacts', 'invite-accepted', 'they-invited', 'their-message', 'our-message', 'chat-opened',
          'comment', 'public-reply', 'their-public-reply', 'their-reaction')
        and (t.at >= ${since} or t.kind in ('met', 'referred', 'in-contacts', 'invite-accepted', 'they-invited'))
        and not kith_for_conversations_only(coalesce(t.tool, ''))
      union all
      select a.person_id, i.user_id, a.published_at, a.tool, 'endorsement', true, false
      from activity_items a join imports i on i.workspace_id = a.workspace_id and i.import_id = a.import_id
      where a.workspace_id = ${workspace} and a.person_id = any(${ids}) and a.kind in ('endorsement', 'recommendation')
    ) e
    -- Without a word of theirs a letter of ours says nothing of who knows whom.
    where e.user_id is not null group by e.person_id, e.user_id, e.kind
    having e.kind not in ('talk', 'public') or bool_or(e.theirs)`.execute(tx)
}

/** In rooms: whom they answered, by quoting or right after; and who else speaks in a small one. */
export async function insertRoomTies(tx: Transaction, batch: Batch): Promise<void> {
  const { workspace, people, since } = batch
  const spoke = sql`
    select p.id as person_id, m.* from unnest(${[...people]}::uuid[]) as p(id) cross join lateral (
      select m.message_id, m.conversation_id, m.reply_to, m.sent_at, c.tool, coalesce(c.title, c.remote_id) as title from messages m
        join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
      where m.workspace_id = ${workspace} and m.person_id = p.id and m.sent_at >= ${since} and c.kind = 'room' and m.kind = 'text'
        and m.retracted_at is null and not kith_for_conversations_only(c.tool)
      order by m.sent_at desc limit ${sql.lit(messagesEach)}) m`
  await sumUp(
    tx,
    batch,
    sql`with s as materialized (${spoke})
      select s.person_id as from_id, o.person_id as to_id, 'room' as kind, s.tool, s.sent_at as at, s.title, null::text as url
      from s cross join lateral (
        select q.person_id from messages q where q.workspace_id = ${workspace} and q.message_id = s.reply_to and q.person_id is not null
        union
        (select b.person_id from messages b where b.workspace_id = ${workspace} and b.conversation_id = s.conversation_id
          and b.sent_at < s.sent_at and b.sent_at >= s.sent_at - ${sql.lit(answerWithin)}::interval and b.person_id <> s.person_id
        order by b.sent_at desc, b.message_id desc limit 1)) o
      union all
      select a.person_id, b.person_id, 'group', a.tool, least(a.at, b.at), a.title, null from (
          select person_id, conversation_id, max(tool) as tool, max(title) as title, max(sent_at) as at from s group by 1, 2) a
        cross join lateral (
          select o.person_id, max(o.sent_at) as at, count(*) over () as size from (
            select m.person_id, m.sent_at from messages m where m.workspace_id = ${workspace} and m.conversation_id = a.conversation_id
              and m.sent_at >= ${since} order by m.sent_at desc limit 1000) o
          where o.person_id is not null group by o.person_id) b
      where b.size <= ${sql.lit(smallRoom)}`,
  )
}

/**
 * Who commented on the same, and on whose. What others said is gathered by thread in one look: `kith_thread` is not leakproof, so behind
 * row-level security no index finds a thread by its address.
 */
export async function insertThreadTies(tx: Transaction, batch: Batch): Promise<void> {
  const { workspace, people, since } = batch
  await sumUp(
    tx,
    batch,
    sql`with mine as materialized (
        select a.person_id, a.tool, a.published_at as at, a.title, kith_thread(a.url) as thread from activity_items a
        where a.workspace_id = ${workspace} and a.person_id = any(${[...people]}::uuid[]) and a.kind in ('comment', 'reaction')
          and a.url is not null and a.published_at >= ${since}),
      said as materialized (
        select kith_thread(b.url) as thread, array_agg(b.person_id) as people, array_agg(b.title) as titles from activity_items b
        where b.workspace_id = ${workspace} and b.kind in ('comment', 'reaction') and b.url is not null
          and kith_thread(b.url) in (select thread from mine) group by 1)
      select a.person_id as from_id, o.person_id as to_id, 'thread' as kind, a.tool, a.at, coalesce(o.title, a.title) as title,
        a.thread as url
      from mine a join said s on s.thread = a.thread cross join lateral (
        select * from unnest(s.people, s.titles) as o(person_id, title) where o.person_id <> a.person_id
        limit ${sql.lit(inOneThread)}) o
      union all
      select a.person_id, b.person_id, 'thread', a.tool, a.at, coalesce(b.title, a.title), a.thread
      from mine a join activity_items b on b.workspace_id = ${workspace} and b.tool in (a.tool, 'blog', 'forum')
        and b.item_key in (a.thread, a.thread || '/')`,
  )
}

/** Whom they recommended, were said to know, or introduced somebody to. */
export async function insertToldTies(tx: Transaction, batch: Batch): Promise<void> {
  const { workspace, people } = batch
  const ids = sql`${[...people]}::uuid[]`
  const survivor = (id: RawBuilder<unknown>) =>
    sql`(select coalesce(f.merged_into, f.person_id) from people f where f.workspace_id = ${workspace} and f.person_id = ${id})`
  const self = sql`select f.person_id from people f where f.workspace_id = ${workspace}
    and (f.person_id = any(${ids}) or f.merged_into = any(${ids}))`
  await sumUp(
    tx,
    batch,
    sql`select ${survivor(sql`r.person_id`)} as from_id, ${survivor(sql`n.person_id`)} as to_id, 'referral' as kind, null::text as tool,
        coalesce(n.answered_at, n.made_at) as at, null::text as title, null::text as url
      from referrers r join referrals n on n.workspace_id = r.workspace_id and n.referrer_id = r.referrer_id
      where r.workspace_id = ${workspace} and n.state = 'agreed' and n.person_id is not null and r.person_id in (${self})
      union all
      select ${survivor(sql`s.person_id`)}, ${survivor(sql`s.other_id`)}, 'said', null, s.at, s.words, null
      from network_said s where s.workspace_id = ${workspace} and s.person_id in (${self})
      union all
      select ${survivor(sql`i.via_id`)}, ${survivor(sql`i.person_id`)}, 'introduction', null, coalesce(i.answered_at, i.asked_at), null, null
      from introductions i where i.workspace_id = ${workspace} and i.state = 'made' and i.via_id in (${self})`,
  )
}

export type PublishedItem = {
  person: PersonId
  tool: ToolId
  text: string
  html: string | null
  title: string | null
  url: string | null
  at: Date
}

/** Items that may name somebody: with an @ or a link in them. */
export async function listNaming(tx: Transaction, { workspace, people, since }: Batch): Promise<PublishedItem[]> {
  const { rows } = await sql<PublishedItem>`
    select p.id as person, a.* from unnest(${[...people]}::uuid[]) as p(id) cross join lateral (
      select a.tool, left(a.text, 8000) as text, left(a.html, 40000) as html, a.title, a.url, a.published_at as at from activity_items a
      where a.workspace_id = ${workspace} and a.person_id = p.id and a.published_at >= ${since}
        and a.kind not in ('endorsement', 'recommendation') and (a.text ~ '@|https?://' or a.html like '%href=%')
      order by a.published_at desc, a.activity_id limit ${sql.lit(itemsEach)}) a`.execute(tx)
  return rows
}

/** What was found in those items, by the accounts and pages they name. */
export async function insertSpokenTies(
  tx: Transaction,
  batch: Batch,
  spoken: readonly (Spoken & Pick<PublishedItem, 'person' | 'title' | 'url' | 'at'> & { said: ToolId })[],
): Promise<void> {
  if (spoken.length === 0) return
  const { workspace } = batch
  const rows = spoken.map(one => ({ ...one, at: one.at.toISOString() }))
  await sumUp(
    tx,
    batch,
    sql`select distinct s.person as from_id, f.person_id as to_id, s.how as kind, s.said as tool, s.at, s.title, s.url
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as s(person uuid, how text, tool text, key text, said text, at timestamptz, title text, url text)
      join usable_profiles f on f.workspace_id = ${workspace} and f.tool = s.tool and f.profile_key = s.key`,
  )
}

export async function listTiedTo(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<PersonId[]> {
  const { rows } = await sql<{ person: PersonId }>`
    select distinct to_id as person from network_ties where workspace_id = ${workspace} and from_id = any(${[...people]}::uuid[]) and not to_user
    union select from_id from network_ties where workspace_id = ${workspace} and to_id = any(${[...people]}::uuid[])`.execute(
    tx,
  )
  return rows.map(row => row.person)
}

export type TieRow = {
  a: string
  b: string
  kind: TieKind
  tool: ToolId | null
  events: number
  back: number
  months: number
  firstAt: Date
  lastAt: Date
  title: string | null
  url: string | null
}

/** Each pair's ties, both directions in one row per kind; `events` are a's, `back` b's. `a` is a person, `b` a person or a recruiter. */
export async function listTiesOf(
  tx: Transaction,
  workspace: WorkspaceId,
  pairs: readonly { a: string; b: string }[],
): Promise<TieRow[]> {
  if (pairs.length === 0) return []
  const { rows } = await sql<TieRow>`
    select q.a, q.b, t.kind, (array_agg(t.tool order by t.last_at desc) filter (where t.tool is not null))[1] as tool,
      (sum(case when t.from_id = q.a then t.events else t.back end))::int as events,
      (sum(case when t.from_id = q.a then t.back else t.events end))::int as back, bit_or(t.months) as months,
      min(t.first_at) as "firstAt", max(t.last_at) as "lastAt",
      (array_agg(t.title order by t.last_at desc) filter (where t.title is not null))[1] as title,
      (array_agg(t.url order by t.last_at desc) filter (where t.url is not null))[1] as url
    from unnest(${pairs.map(one => one.a)}::uuid[], ${pairs.map(one => one.b)}::uuid[]) as q(a, b)
      cross join lateral (
        select * from network_ties t where t.workspace_id = ${workspace} and t.from_id = q.a and t.to_id = q.b
        union all
        select * from network_ties t where t.workspace_id = ${workspace} and t.from_id = q.b and t.to_id = q.a) t
    group by q.a, q.b, t.kind`.execute(tx)
  return rows
}
