import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { ActivityId, ConversationId, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { unreachable } from '#kernel/result.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { SaidPart, SaidQuery } from '../model/query.ts'

type Asked = { workspace: WorkspaceId; user: UserId; query: SaidQuery; limit: number }

function whole({ text, phrase }: SaidPart): RawBuilder<unknown> {
  if (phrase) return sql`phraseto_tsquery('simple', kith_words(${text}))`
  return sql`plainto_tsquery('simple', kith_words(${text}))`
}

/** The last word that is typed may be unfinished. */
const unfinished = (part: SaidPart) =>
  part.phrase ? whole(part) : sql`(nullif(${whole(part)}::text, '') || ':*')::tsquery`

/** All parts together. Null when nothing in it is a word. */
function wordsOf(parts: readonly SaidPart[]): RawBuilder<unknown> {
  return sql.join(
    parts.map((part, index) => (index === parts.length - 1 ? unfinished(part) : whole(part))),
    sql` && `,
  )
}

type Kind = 'message' | 'activity'

const from = ({ query }: Asked, at: RawBuilder<unknown>) => sql`
  ${query.after ? sql`and ${at} >= ${query.after}::date::timestamp at time zone 'UTC'` : sql``}
  ${query.before ? sql`and ${at} < ${query.before}::date::timestamp at time zone 'UTC'` : sql``}`

/** Without words everything fits: then the other marks say what is looked for. */
const says = ({ query }: Asked, words: RawBuilder<unknown>) =>
  query.parts.length === 0 ? sql`` : sql`and ${words} @@ (${wordsOf(query.parts)})`

export const saidLimits = {
  /** So many of the latest are looked through first: what is said often stands among them. */
  walked: 10_000,
  /** So few that their rows are read one by one. */
  fewRows: 20_000,
}
type Limits = typeof saidLimits

type Way = 'walk' | 'gather' | 'narrow' | 'within' | 'files'

/** Where to look, when that is known beforehand and is little: these conversations, or what these people wrote. */
export type Scope = { conversations: readonly ConversationId[] } | { people: readonly PersonId[] }

/** The latest with these words, latest first, read only as far as the page asks. */
function found(asked: Asked, kind: Kind, way: Way, { walked }: Limits, scope?: Scope): RawBuilder<unknown> {
  const { workspace } = asked
  const time = from(asked, sql`s.at`)
  const words = says(asked, sql`s.words`)
  const all = sql`s.workspace_id = ${workspace} and s.kind = ${sql.lit(kind)}`
  switch (way) {
    case 'walk':
      return sql`(select l.item_id, l.at from (select s.item_id, s.at, s.words from said_search s
          where ${all} ${time} order by s.at desc, s.item_id limit ${walked}) l
        where true ${says(asked, sql`l.words`)})`
    case 'gather':
      return sql`(select s.item_id, s.at from said_search s where ${all} ${time} ${words} order by s.at desc, s.item_id)`
    case 'narrow': {
      const { before, last } = split(asked.query.parts)
      if (!last) throw new Error('what has one part is not narrowed by another')
      // The case keeps the unfinished word out of the index, where it would gather millions.
      return sql`(select s.item_id, s.at from said_search s where ${all} ${time} and s.words @@ (${wordsWhole(before)})
        and case when s.words is not null then s.words @@ (${unfinished(last)}) end order by s.at desc, s.item_id)`
    }
    case 'within': {
      if (!scope) throw new Error('to look within something it is named')
      const which =
        'people' in scope
          ? sql`w.person_id = any(${scope.people}::uuid[])`
          : sql`w.conversation_id = any(${scope.conversations}::uuid[])`
      return sql`(select s.item_id, s.at from messages w join said_search s on ${all} and s.item_id = w.message_id ${time} ${words}
        where w.workspace_id = ${workspace} and ${which} order by s.at desc, s.item_id)`
    }
    case 'files':
      return sql`(select w.message_id as item_id, w.sent_at as at from messages w
        ${asked.query.parts.length === 0 ? sql`` : sql`join said_search s on ${all} and s.item_id = w.message_id ${words}`}
        where w.workspace_id = ${workspace} and w.detail ? 'files' ${from(asked, sql`w.sent_at`)}
        order by w.sent_at desc, w.message_id desc)`
    default:
      return unreachable(way)
  }
}

const wordsWhole = (parts: readonly SaidPart[]) => sql.join(parts.map(whole), sql` && `)

function split(parts: readonly SaidPart[]): { before: readonly SaidPart[]; last: SaidPart | undefined } {
  return { before: parts.slice(0, -1), last: parts.length > 1 ? parts.at(-1) : undefined }
}

const plan = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }))

/** To look up a row and compare it costs about so many times what it costs to gather one that an unfinished word stands for. */
const lookUpCost = 2

/**
 * An unfinished word stands for all that begin with it. Where the words before it are rarer, they are looked up and it is only compared
 * in what they find. A phrase says where its words stand, and so is always finished.
 */
async function gatherBy(tx: Transaction, asked: Asked, kind: Kind, { fewRows }: Limits): Promise<'gather' | 'narrow'> {
  const { before, last } = split(asked.query.parts)
  if (!last || last.phrase) return 'gather'
  const found = await expectRows(tx, asked, kind, wordsWhole(before))
  if (found <= fewRows) return 'narrow'
  const begun = await expectRows(tx, asked, kind, unfinished(last))
  return found * lookUpCost < begun ? 'narrow' : 'gather'
}

async function expectRows(tx: Transaction, { workspace }: Asked, kind: Kind, words: RawBuilder<unknown>) {
  const { rows } = await sql`explain (format json) select from said_search s
    where s.workspace_id = ${workspace} and s.kind = ${sql.lit(kind)} and s.words @@ (${words})`.execute(tx)
  return plan.parse(rows)[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0
}

/** More than these are looked for from the words' side. */
const fewConversations = 300
const fewPeople = 50

/** The conversations with a label, or the rooms, or the people of a name; undefined when there are too many of them, or all count. */
async function findScope(tx: Transaction, { workspace, query }: Asked): Promise<Scope | undefined> {
  if (query.from !== undefined) {
    const { rows } = await sql<{ id: PersonId }>`select person_id as id from person_search
      where workspace_id = ${workspace} and name_folded like '%' || kith_fold(${likeable(query.from)}) || '%' limit ${fewPeople}`.execute(
      tx,
    )
    return { people: rows.map(row => row.id) }
  }
  if (query.label === undefined && query.room === undefined) return undefined
  const { rows } = await sql<{ id: ConversationId }>`select c.conversation_id as id from conversations c
    where c.workspace_id = ${workspace} ${inPlace(query)} limit ${fewConversations + 1}`.execute(tx)
  return rows.length > fewConversations ? undefined : { conversations: rows.map(row => row.id) }
}

const likeable = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

const inPlace = ({ label, room }: SaidQuery) => sql`
  ${
    label === undefined
      ? sql``
      : sql`and c.labels <> '{}' and c.labels && array(select l.label_id from labels l
          where l.workspace_id = c.workspace_id and lower(l.name) = lower(${label}) and l.removed_at is null)`
  }
  ${room === undefined ? sql`` : sql`and c.kind = 'room'`}
  ${typeof room === 'string' ? sql`and position(kith_fold(${room}) in kith_fold(coalesce(c.title, c.remote_id))) > 0` : sql``}`

/**
 * The planner does not know that reading an item's words costs far more than reading its row, nor how many have them. `walk`: along the
 * index of times, which stops with the page; the others from what they name. For this transaction.
 */
async function steer(tx: Transaction, way: Way): Promise<void> {
  const gather = way === 'walk' ? 'off' : 'on'
  await sql`select set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true),
    set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
    set_config('enable_bitmapscan', ${gather}, true), set_config('enable_sort', ${gather}, true)`.execute(tx)
}

/** What is said often is among the latest; only what is not is gathered from all there is. */
async function listLatest<Row>(
  tx: Transaction,
  { limit, ...asked }: Asked,
  kind: Kind,
  limits: Limits,
  ask: (way: Way) => Promise<{ rows: Row[] }>,
): Promise<Row[]> {
  await steer(tx, 'walk')
  const { rows: latest } = await ask('walk')
  if (latest.length >= limit) return latest
  await steer(tx, 'gather')
  const { rows } = await ask(await gatherBy(tx, { limit, ...asked }, kind, limits))
  return rows
}

const stageIs = (stage: string | undefined) =>
  stage === undefined
    ? sql``
    : sql`and p.person_id is not null and (case when p.do_not_contact_at is null then coalesce(r.side, r.stage, 'found') else 'do-not-contact' end) = ${stage}`

/** `person` as a `case`: the wall lets only what cannot leak into an index, and a `coalesce` counts as leaking. */
const whose = ({ workspace, user }: Asked, person: RawBuilder<unknown>) => sql`
  left join people p on p.workspace_id = ${workspace} and p.person_id = ${person}
  left join relationships r on r.workspace_id = ${workspace} and r.user_id = ${user} and r.person_id = ${person}`

const stageOf = sql`case when p.person_id is null then null when p.do_not_contact_at is null then coalesce(r.side, r.stage, 'found') else 'do-not-contact' end`

export type SaidMessage = {
  message_id: MessageId
  conversation_id: ConversationId
  title: string | null
  room: boolean
  tool: ToolId
  own: boolean
  person_id: PersonId | null
  name: string | null
  /** As the network knows them or the room. */
  address: string
  stage: string | null
  text: string
  at: Date
}

/** Latest first. */
export async function listSaidMessages(tx: Transaction, asked: Asked, limits = saidLimits): Promise<SaidMessage[]> {
  const { workspace, query, limit } = asked
  const scope = await findScope(tx, asked)
  const ask = (way: Way) =>
    sql<SaidMessage>`
    select m.message_id, m.conversation_id, c.title, c.kind = 'room' as room, c.tool, m.own, p.person_id,
      coalesce(p.display_name, m.sender_name) as name, c.remote_id as address, ${stageOf} as stage, m.text, m.sent_at as at
    from ${found(asked, 'message', way, limits, scope)} f
      join messages m on m.workspace_id = ${workspace} and m.message_id = f.item_id and m.retracted_at is null
      join conversations c on c.workspace_id = ${workspace} and c.conversation_id = m.conversation_id
      ${whose(asked, sql`case when m.person_id is null then c.person_id else m.person_id end`)}
    where true ${query.theirs || query.from !== undefined ? sql`and not m.own` : sql``} ${query.ours ? sql`and m.own` : sql``}
      ${query.tool ? sql`and c.tool = ${query.tool}` : sql``} ${stageIs(query.stage)}
      ${query.file ? sql`and m.detail ? 'files'` : sql``} ${inPlace(query)}
    order by f.at desc, f.item_id limit ${limit}`.execute(tx)
  const way = scope ? 'within' : query.file ? 'files' : undefined
  if (way === undefined) return listLatest(tx, asked, 'message', limits, ask)
  await steer(tx, way)
  return (await ask(way)).rows
}

export type SaidItem = {
  activity_id: ActivityId
  person_id: PersonId
  name: string
  stage: string
  tool: ToolId
  title: string | null
  text: string
  at: Date
}

/** Latest first. */
export async function listSaidItems(tx: Transaction, asked: Asked): Promise<SaidItem[]> {
  const { workspace, query, limit } = asked
  return listLatest(tx, asked, 'activity', saidLimits, way =>
    sql<SaidItem>`
    select a.activity_id, a.person_id, p.display_name as name, ${stageOf} as stage, a.tool, a.title, a.text, a.published_at as at
    from ${found(asked, 'activity', way, saidLimits)} f
      join activity_items a on a.workspace_id = ${workspace} and a.activity_id = f.item_id
      ${whose(asked, sql`a.person_id`)}
    where p.merged_into is null ${query.tool ? sql`and a.tool = ${query.tool}` : sql``} ${stageIs(query.stage)}
    order by f.at desc, f.item_id limit ${limit}`.execute(tx),
  )
}

/** Rooms whose name holds every word. */
export async function listRooms(
  tx: Transaction,
  { workspace, query, limit }: Asked,
): Promise<{ conversation_id: ConversationId; title: string; tool: ToolId }[]> {
  const holds = query.parts.map(({ text }) => sql`position(kith_fold(${text}) in kith_fold(c.title)) > 0`)
  const { rows } = await sql<{ conversation_id: ConversationId; title: string; tool: ToolId }>`
    select c.conversation_id, c.title, c.tool from conversations c
    where c.workspace_id = ${workspace} and c.kind = 'room' and c.title is not null and ${sql.join(holds, sql` and `)}
      ${query.tool ? sql`and c.tool = ${query.tool}` : sql``}
    order by c.last_message_at desc nulls last, c.conversation_id limit ${limit}`.execute(tx)
  return rows
}
