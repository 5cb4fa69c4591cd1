import { sql } from 'kysely'
import type { IntroductionId, KindnessId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Asked, Kindness, KindnessKind, Way } from '../model/kindness.ts'

export type IntroductionState = 'asked' | 'made' | 'declined'
export type Introduction = {
  id: IntroductionId
  user: UserId
  via: PersonId
  viaName: string
  person: PersonId
  personName: string
  state: IntroductionState
  askedAt: Date
  answeredAt: Date | null
}

const columns = sql`i.introduction_id as id, i.user_id as "user", v.person_id as via, v.display_name as "viaName", p.person_id as person,
  p.display_name as "personName", i.state, i.asked_at as "askedAt", i.answered_at as "answeredAt"`
const source = sql`introductions i
  join people vf on vf.workspace_id = i.workspace_id and vf.person_id = i.via_id
  join people v on v.workspace_id = i.workspace_id and v.person_id = coalesce(vf.merged_into, vf.person_id)
  join people pf on pf.workspace_id = i.workspace_id and pf.person_id = i.person_id
  join people p on p.workspace_id = i.workspace_id and p.person_id = coalesce(pf.merged_into, pf.person_id)`

/** Of a person, asked or wanted; else all, latest first. */
export async function listIntroductions(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId | null,
): Promise<Introduction[]> {
  const { rows } = await sql<Introduction>`select ${columns} from ${source} where i.workspace_id = ${workspace}
    ${person ? sql`and (v.person_id = ${person} or p.person_id = ${person})` : sql``}
    order by i.asked_at desc, i.introduction_id desc limit 200`.execute(tx)
  return rows
}

export async function findIntroduction(
  tx: Transaction,
  workspace: WorkspaceId,
  id: IntroductionId,
): Promise<Introduction | undefined> {
  const { rows } = await sql<Introduction>`select ${columns} from ${source}
    where i.workspace_id = ${workspace} and i.introduction_id = ${id} for no key update of i`.execute(tx)
  return rows[0]
}

export async function insertIntroduction(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Pick<Introduction, 'id' | 'user' | 'via' | 'person' | 'askedAt'>,
): Promise<void> {
  await sql`insert into introductions (workspace_id, introduction_id, user_id, via_id, person_id, state, asked_at)
    values (${workspace}, ${given.id}, ${given.user}, ${given.via}, ${given.person}, 'asked', ${given.askedAt})`.execute(
    tx,
  )
}

export async function updateIntroduction(
  tx: Transaction,
  workspace: WorkspaceId,
  id: IntroductionId,
  state: IntroductionState,
  answeredAt: Date | null,
): Promise<void> {
  await sql`update introductions set state = ${state}, answered_at = ${answeredAt}
    where workspace_id = ${workspace} and introduction_id = ${id}`.execute(tx)
}

export async function deleteIntroduction(
  tx: Transaction,
  workspace: WorkspaceId,
  id: IntroductionId,
): Promise<boolean> {
  const gone =
    await sql`delete from introductions where workspace_id = ${workspace} and introduction_id = ${id}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0) > 0
}

/** How often anybody of ours asked them, and what is still open. */
export async function countAsked(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Asked> {
  const { rows } = await sql<Asked>`
    select count(*)::int as count, count(*) filter (where i.state = 'asked')::int as open, max(i.asked_at) as "lastAt"
    from introductions i where i.workspace_id = ${workspace} and i.via_id in (${everOf(workspace, person)})`.execute(tx)
  return rows[0] ?? { count: 0, open: 0, lastAt: null }
}

const everOf = (workspace: WorkspaceId, person: PersonId) => sql`select f.person_id from people f
  where f.workspace_id = ${workspace} and (f.person_id = ${person} or f.merged_into = ${person})`

export async function insertKindness(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { id: KindnessId; person: PersonId; user: UserId; way: Way; kind: KindnessKind; words: string; at: Date },
): Promise<void> {
  await sql`insert into kindnesses (workspace_id, kindness_id, person_id, user_id, way, kind, words, at)
    values (${workspace}, ${given.id}, ${given.person}, ${given.user}, ${given.way}, ${given.kind}, ${given.words}, ${given.at})`.execute(
    tx,
  )
}

/** Gives whose it was; undefined when there is none. */
export async function deleteKindness(
  tx: Transaction,
  workspace: WorkspaceId,
  id: KindnessId,
): Promise<PersonId | undefined> {
  const { rows } = await sql<{ person: PersonId }>`delete from kindnesses
    where workspace_id = ${workspace} and kindness_id = ${id} returning person_id as person`.execute(tx)
  return rows[0]?.person
}

/** What we did for them and they for us, latest first: noted by hand, and what referrals, introductions and public answers tell. */
export async function listKindnesses(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  most: number,
): Promise<Kindness[]> {
  const ever = everOf(workspace, person)
  const { rows } = await sql<Kindness>`
    select k.kindness_id::text as id, k.way, k.kind, k.words, k.at, 'by-hand' as source from kindnesses k
      where k.workspace_id = ${workspace} and k.person_id in (${ever})
    union all
    select i.introduction_id::text, 'received', 'introduction', p.display_name, coalesce(i.answered_at, i.asked_at), 'known'
      from introductions i join people p on p.workspace_id = i.workspace_id and p.person_id = i.person_id
      where i.workspace_id = ${workspace} and i.via_id in (${ever}) and i.state = 'made'
    union all
    select n.referral_id::text, 'received', 'referral', coalesce(p.display_name, ''), n.made_at, 'known'
      from referrers r join referrals n on n.workspace_id = r.workspace_id and n.referrer_id = r.referrer_id
        left join people p on p.workspace_id = n.workspace_id and p.person_id = n.person_id
      where r.workspace_id = ${workspace} and r.person_id in (${ever}) and n.state = 'agreed'
    union all
    select n.referral_id::text, 'given', 'thanks', coalesce(p.display_name, ''), n.thanked_at, 'known'
      from referrers r join referrals n on n.workspace_id = r.workspace_id and n.referrer_id = r.referrer_id
        left join people p on p.workspace_id = n.workspace_id and p.person_id = n.person_id
      where r.workspace_id = ${workspace} and r.person_id in (${ever}) and n.thanked_at is not null
    union all
    (select t.touch_id::text, case when t.kind = 'their-public-reply' then 'received' else 'given' end, 'answer',
        coalesce(a.title, ''), t.at, 'known'
      from touches t left join activity_items a on a.workspace_id = t.workspace_id and a.activity_id = t.activity_id
      where t.workspace_id = ${workspace} and t.person_id = ${person} and t.kind in ('comment', 'public-reply', 'their-public-reply')
      order by t.at desc limit ${most})
    order by at desc, id limit ${most}`.execute(tx)
  return rows
}

/** Their newest item: what an answer could begin with. */
export async function findNews(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  since: Date,
): Promise<{ activity: string; title: string; at: Date } | undefined> {
  const { rows } = await sql<{ activity: string; title: string; at: Date }>`
    select activity_id as activity, coalesce(title, left(text, 80)) as title, published_at as at from activity_items
    where workspace_id = ${workspace} and person_id = ${person} and published_at >= ${since}
      and kind not in ('endorsement', 'recommendation', 'reaction')
    order by published_at desc, activity_id limit 1`.execute(tx)
  return rows[0]
}

/** The latest item of theirs that the recruiter has read: what an ask may name. */
export async function findReadTitle(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<string | null> {
  const { rows } = await sql<{ title: string }>`
    select a.title from readings r join activity_items a on a.workspace_id = r.workspace_id and a.activity_id = r.activity_id
    where r.workspace_id = ${workspace} and r.user_id = ${user} and a.person_id = ${person} and r.dismissed_at is null
      and a.title is not null
    order by r.read_at desc limit 1`.execute(tx)
  return rows[0]?.title ?? null
}

export type Owed = { person: PersonId; name: string; at: Date; asked: number; received: number; given: number }

/** Who did something for this recruiter, or was asked to, and has had nothing from us since; longest ago first. */
export async function listOwed(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
  most: number,
): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    with took as (
      select i.via_id as id, max(coalesce(i.answered_at, i.asked_at)) as at, count(*)::int as asked,
        count(*) filter (where i.state = 'made')::int as received
      from introductions i where i.workspace_id = ${workspace} and i.user_id = ${user} and i.asked_at >= ${since} group by 1
      union all
      select r.person_id, max(n.made_at), 0, count(*)::int from referrers r
        join referrals n on n.workspace_id = r.workspace_id and n.referrer_id = r.referrer_id
      where r.workspace_id = ${workspace} and r.made_by = ${user} and n.state = 'agreed' and n.made_at >= ${since} group by 1
      union all
      select k.person_id, max(k.at), 0, count(*)::int from kindnesses k
      where k.workspace_id = ${workspace} and k.user_id = ${user} and k.way = 'received' and k.at >= ${since} group by 1
    ), whole as (
      select coalesce(f.merged_into, f.person_id) as id, max(took.at) as at, sum(took.asked)::int as asked, sum(took.received)::int as received
      from took join people f on f.workspace_id = ${workspace} and f.person_id = took.id group by 1
    )
    select w.id as person, p.display_name as name, w.at, w.asked, w.received, 0 as given from whole w
      join people p on p.workspace_id = ${workspace} and p.person_id = w.id and p.do_not_contact_at is null
    where not exists (select from kindnesses k where k.workspace_id = ${workspace} and k.person_id = w.id and k.way = 'given' and k.at >= w.at)
      and not exists (select from touches t where t.workspace_id = ${workspace} and t.person_id = w.id and t.at >= w.at
        and t.kind in ('comment', 'public-reply'))
      and not exists (select from referrers r join referrals n on n.workspace_id = r.workspace_id and n.referrer_id = r.referrer_id
        where r.workspace_id = ${workspace} and r.person_id = w.id and n.thanked_at >= w.at)
    order by w.at, w.id limit ${most}`.execute(tx)
  return rows
}
