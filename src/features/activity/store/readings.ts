import { sql } from 'kysely'
import type { ActivityId, PersonId, ReadingId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type Reading = {
  reading_id: ReadingId
  activity_id: ActivityId
  person_id: PersonId
  user_id: UserId
  tool: ToolId
  title: string | null
  url: string | null
  read_at: Date
  visible_ms: number
  dismissed_at: Date | null
}

/** A reading of the same item by the same recruiter since `since` goes on instead of counting twice. */
export async function upsertReading(
  tx: Transaction,
  workspace: WorkspaceId,
  input: { reading: ReadingId; user: UserId; activity: ActivityId; person: PersonId; visibleMs: number },
  since: Date,
  now: Date,
): Promise<{ reading: ReadingId; fresh: boolean }> {
  const going = await sql<{ reading_id: ReadingId }>`
    update readings set visible_ms = least(visible_ms + ${input.visibleMs}, 86400000), read_at = ${now}
    where workspace_id = ${workspace} and user_id = ${input.user} and activity_id = ${input.activity} and dismissed_at is null
      and read_at >= ${since} returning reading_id`.execute(tx)
  const known = going.rows[0]
  if (known) return { reading: known.reading_id, fresh: false }
  await sql`insert into readings (workspace_id, reading_id, user_id, activity_id, person_id, read_at, visible_ms)
    values (${workspace}, ${input.reading}, ${input.user}, ${input.activity}, ${input.person}, ${now}, ${input.visibleMs})`.execute(
    tx,
  )
  return { reading: input.reading, fresh: true }
}

/** Of this recruiter only: nobody takes back what another has read. Undefined when there is nothing to change. */
export async function updateReadingDismissed(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  reading: ReadingId,
  dismissedAt: Date | null,
): Promise<Reading | undefined> {
  const { rows } = await sql<Reading>`update readings d set dismissed_at = ${dismissedAt}::timestamptz
    from activity_items a
    where d.workspace_id = ${workspace} and d.reading_id = ${reading} and d.user_id = ${user}
      and (d.dismissed_at is null) = ${dismissedAt !== null}
      and a.workspace_id = d.workspace_id and a.activity_id = d.activity_id
    returning d.reading_id, d.activity_id, d.person_id, d.user_id, a.tool, a.title, a.url, d.read_at, d.visible_ms, d.dismissed_at`.execute(
    tx,
  )
  return rows[0]
}

export async function countReadings(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from readings where workspace_id = ${workspace}
    and user_id = ${user} and person_id = ${person} and dismissed_at is null`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Latest first. */
export async function listReadings(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
  limit: number,
): Promise<Reading[]> {
  const { rows } =
    await sql<Reading>`select d.reading_id, d.activity_id, d.person_id, d.user_id, a.tool, a.title, a.url, d.read_at,
      d.visible_ms, d.dismissed_at
    from readings d join activity_items a on a.workspace_id = d.workspace_id and a.activity_id = d.activity_id
    where d.workspace_id = ${workspace} and d.user_id = ${user} and d.person_id = ${person}
    order by d.read_at desc limit ${limit}`.execute(tx)
  return rows
}

/** With the text that etiquette compares a draft with. */
export async function listReadTexts(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  person: PersonId,
  since: Date,
): Promise<
  { title: string | null; text: string; url: string | null; published_at: Date; read_at: Date; tool: ToolId }[]
> {
  const { rows } = await sql<{
    title: string | null
    text: string
    url: string | null
    published_at: Date
    read_at: Date
    tool: ToolId
  }>`
    select a.title, a.text, a.url, a.published_at, max(d.read_at) as read_at, a.tool
    from readings d join activity_items a on a.workspace_id = d.workspace_id and a.activity_id = d.activity_id
    where d.workspace_id = ${workspace} and d.user_id = ${user} and d.person_id = ${person} and d.dismissed_at is null and d.read_at >= ${since}
    group by a.workspace_id, a.activity_id order by read_at desc limit 50`.execute(tx)
  return rows
}

export type Quote = { quote_id: string; activity_id: ActivityId; text: string; created_at: Date; user_id: UserId }

export async function insertQuote(
  tx: Transaction,
  workspace: WorkspaceId,
  quote: { quote: string; user: UserId; activity: ActivityId; person: PersonId; text: string },
  now: Date,
): Promise<void> {
  await sql`insert into quotes (workspace_id, quote_id, user_id, activity_id, person_id, text, created_at)
    values (${workspace}, ${quote.quote}, ${quote.user}, ${quote.activity}, ${quote.person}, ${quote.text}, ${now})`.execute(
    tx,
  )
}

export async function deleteQuote(tx: Transaction, workspace: WorkspaceId, quote: string): Promise<boolean> {
  const { rows } =
    await sql`delete from quotes where workspace_id = ${workspace} and quote_id = ${quote} returning 1`.execute(tx)
  return rows.length > 0
}

/** Latest first; of one item, or of everything of the person. */
export async function listQuotes(
  tx: Transaction,
  workspace: WorkspaceId,
  of: { person: PersonId } | { activity: ActivityId },
): Promise<Quote[]> {
  const { rows } = await sql<Quote>`select quote_id, activity_id, text, created_at, user_id from quotes
    where workspace_id = ${workspace} and ${'person' in of ? sql`person_id = ${of.person}` : sql`activity_id = ${of.activity}`}
    order by quote_id desc limit 200`.execute(tx)
  return rows
}
