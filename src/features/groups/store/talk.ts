import { sql } from 'kysely'
import type { ConversationId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { RoomLine } from '../model/acts.ts'

export type LineRow = RoomLine & { conversation: ConversationId }

const lineColumns = sql`m.message_id as id, m.conversation_id as conversation, m.own, coalesce(m.sender_id, '') as sender,
  coalesce(m.sender_name, m.sender_id, '') as name, m.text, (extract(epoch from m.sent_at) * 1000)::float8 as "atMs", m.reply_to as "replyTo"`
const counts = sql`m.kind = 'text' and m.retracted_at is null and m.delivery not in ('cancelled', 'refused')`

/** Stretches of talk around what we said since then, newest stretches first when there are too many; in order, each line once. */
export async function listTalkAround(
  tx: Transaction,
  workspace: WorkspaceId,
  rooms: readonly ConversationId[],
  since: Date,
  most: number,
): Promise<LineRow[]> {
  if (rooms.length === 0) return []
  const { rows } = await sql<LineRow>`
    with own as (select m.message_id, m.conversation_id, m.sent_at from messages m
      where m.workspace_id = ${workspace} and m.conversation_id = any(${[...rooms]}::uuid[]) and m.own and ${counts} and m.sent_at >= ${since}
      order by m.sent_at desc limit ${most}),
    near as (select distinct n.message_id from own o cross join lateral (
      (select m.message_id from messages m where m.workspace_id = ${workspace} and m.conversation_id = o.conversation_id and ${counts}
        and m.sent_at <= o.sent_at order by m.sent_at desc, m.message_id desc limit 21)
      union all
      (select m.message_id from messages m where m.workspace_id = ${workspace} and m.conversation_id = o.conversation_id and ${counts}
        and m.sent_at > o.sent_at and m.sent_at < o.sent_at + interval '1 hour' order by m.sent_at, m.message_id limit 21)
      union all
      (select m.message_id from messages m where m.workspace_id = ${workspace} and m.conversation_id = o.conversation_id and ${counts}
        and m.sent_at > o.sent_at and m.sent_at < o.sent_at + interval '3 days' and m.reply_to = o.message_id limit 5)) n)
    select ${lineColumns} from near join messages m on m.workspace_id = ${workspace} and m.message_id = near.message_id
    order by m.conversation_id, m.sent_at, m.message_id`.execute(tx)
  return rows
}

/** The last lines of rooms, in order. */
export async function listLastLines(
  tx: Transaction,
  workspace: WorkspaceId,
  rooms: readonly ConversationId[],
  since: Date,
  each: number,
): Promise<LineRow[]> {
  if (rooms.length === 0) return []
  const { rows } = await sql<LineRow>`select l.* from unnest(${[...rooms]}::uuid[]) as r(id) cross join lateral (
      select ${lineColumns} from messages m where m.workspace_id = ${workspace} and m.conversation_id = r.id and ${counts}
        and m.sent_at >= ${since} order by m.sent_at desc, m.message_id desc limit ${each}) l
    order by l.conversation, l."atMs", l.id`.execute(tx)
  return rows
}

export type Speaker = {
  sender: string
  name: string
  messages: number
  lastAt: Date
  person: PersonId | null
  personName: string | null
}

/** Who spoke in these rooms since then, most first. An address that is known names its person. */
export async function listSpeakers(
  tx: Transaction,
  workspace: WorkspaceId,
  rooms: readonly ConversationId[],
  since: Date,
  limit: number,
): Promise<Speaker[]> {
  if (rooms.length === 0) return []
  const { rows } = await sql<Speaker>`
    select s.sender, s.name, s.messages, s."lastAt", p.person_id as person, p.display_name as "personName"
    from (select m.sender_id as sender, (array_agg(coalesce(m.sender_name, m.sender_id) order by m.sent_at desc))[1] as name,
        count(*)::int as messages, max(m.sent_at) as "lastAt", min(c.tool) as tool
      from messages m join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
      where m.workspace_id = ${workspace} and m.conversation_id = any(${[...rooms]}::uuid[]) and not m.own and ${counts}
        and m.sender_id is not null and m.sent_at >= ${since}
      group by m.sender_id order by count(*) desc, max(m.sent_at) desc limit ${limit}) s
    left join profiles f on f.workspace_id = ${workspace} and f.tool = s.tool and f.profile_key = s.sender
    left join people p on p.workspace_id = ${workspace} and p.person_id = f.person_id
    order by s.messages desc, s."lastAt" desc`.execute(tx)
  return rows
}

/** People of ours who spoke in each of these rooms since then. */
export async function listKnownSpeakers(
  tx: Transaction,
  workspace: WorkspaceId,
  rooms: readonly ConversationId[],
  since: Date,
): Promise<{ conversation: ConversationId; person: PersonId }[]> {
  if (rooms.length === 0) return []
  const { rows } = await sql<{ conversation: ConversationId; person: PersonId }>`
    select s.conversation_id as conversation, f.person_id as person
    from (select distinct m.conversation_id, c.tool, m.sender_id from messages m
      join conversations c on c.workspace_id = m.workspace_id and c.conversation_id = m.conversation_id
      where m.workspace_id = ${workspace} and m.conversation_id = any(${[...rooms]}::uuid[]) and not m.own and m.kind = 'text'
        and m.sender_id is not null and m.sent_at >= ${since}) s
    join profiles f on f.workspace_id = ${workspace} and f.tool = s.tool and f.profile_key = s.sender_id`.execute(tx)
  return rows
}

/** Names under which we speak in these rooms. */
export async function listOwnNames(
  tx: Transaction,
  workspace: WorkspaceId,
  rooms: readonly ConversationId[],
): Promise<{ conversation: ConversationId; name: string }[]> {
  if (rooms.length === 0) return []
  const { rows } = await sql<{ conversation: ConversationId; name: string }>`
    select c.conversation_id as conversation, n.name from conversations c
    join connections k on k.workspace_id = c.workspace_id and k.connection_id = c.connection_id
    join users u on u.workspace_id = k.workspace_id and u.user_id = k.user_id
    cross join lateral (select split_part(u.name, ' ', 1) as name
      union select u.name
      union select coalesce(k.config->>'nick', split_part(split_part(k.label, '@', 1), ' ', 1))
      union (select m.sender_name from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.conversation_id and m.own
        and m.sender_name is not null order by m.sent_at desc limit 1)) n
    where c.workspace_id = ${workspace} and c.conversation_id = any(${[...rooms]}::uuid[]) and length(n.name) > 1`.execute(
    tx,
  )
  return rows
}
