import { sql } from 'kysely'
import type { ConversationId, Id, MessageId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Override = {
  id: Id<'Override'>
  /** The admin; null while nobody answered. */
  user: UserId | null
  askedBy: UserId | null
  message: MessageId | null
  conversation: ConversationId | null
  person: PersonId | null
  action: 'message' | 'invite' | 'comment'
  /** The rules that blocked, and what each said. */
  codes: readonly string[]
  because: readonly string[]
  draft: string
  reason: string
  /** `outside`: sent outside Kith in spite of what was said, and told so; nobody allowed it. */
  state: 'asked' | 'granted' | 'declined' | 'used' | 'outside'
  at: Date
  answeredAt: Date | null
}

const columns = sql`override_id as id, user_id as "user", asked_by as "askedBy", message_id as message, conversation_id as conversation,
  person_id as person, action, codes, because, draft, reason, state, at, answered_at as "answeredAt"`

export async function insertOverride(tx: Transaction, workspace: WorkspaceId, row: Override): Promise<void> {
  await sql`insert into overrides (workspace_id, override_id, user_id, asked_by, message_id, conversation_id, person_id, action, codes,
      because, draft, reason, state, at, answered_at)
    values (${workspace}, ${row.id}, ${row.user}, ${row.askedBy}, ${row.message}, ${row.conversation}, ${row.person}, ${row.action},
      ${row.codes}::text[], ${row.because}::text[], ${row.draft}, ${row.reason}, ${row.state}, ${row.at}, ${row.answeredAt})`.execute(
    tx,
  )
}

/** Holds the row, so that two admins don't both answer. */
export async function findOverrideForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: Id<'Override'>,
): Promise<Override | undefined> {
  const { rows } = await sql<Override>`select ${columns} from overrides
    where workspace_id = ${workspace} and override_id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The yes that a recruiter has for exactly this text, held until the transaction ends. */
export async function findGrantForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  of: { conversation: ConversationId; askedBy: UserId; action: string; draft: string; since: Date },
): Promise<Override | undefined> {
  const { rows } = await sql<Override>`select ${columns} from overrides
    where workspace_id = ${workspace} and conversation_id = ${of.conversation} and asked_by = ${of.askedBy} and state = 'granted'
      and action = ${of.action} and draft = ${of.draft} and answered_at >= ${of.since}
    order by answered_at desc limit 1 for update`.execute(tx)
  return rows[0]
}

/** Asked for in a thread since then, newest first; what was used long ago is the audit log's. */
export async function listAsked(
  tx: Transaction,
  workspace: WorkspaceId,
  of: { conversation: ConversationId } | { state: 'asked' },
  since: Date,
): Promise<Override[]> {
  const which = 'conversation' in of ? sql`conversation_id = ${of.conversation}` : sql`state = 'asked'`
  const { rows } = await sql<Override>`select ${columns} from overrides
    where workspace_id = ${workspace} and ${which} and asked_by is not null and state <> 'outside' and coalesce(answered_at, at) >= ${since}
    order by at desc limit 20`.execute(tx)
  return rows
}

export async function updateOverride(
  tx: Transaction,
  workspace: WorkspaceId,
  id: Id<'Override'>,
  change: Partial<Pick<Override, 'user' | 'reason' | 'message' | 'state' | 'answeredAt'>>,
): Promise<void> {
  const set = [
    ...('user' in change ? [sql`user_id = ${change.user}`] : []),
    ...('reason' in change ? [sql`reason = ${change.reason}`] : []),
    ...('message' in change ? [sql`message_id = ${change.message}`] : []),
    ...('state' in change ? [sql`state = ${change.state}`] : []),
    ...('answeredAt' in change ? [sql`answered_at = ${change.answeredAt}`] : []),
  ]
  await sql`update overrides set ${sql.join(set)} where workspace_id = ${workspace} and override_id = ${id}`.execute(tx)
}

/** A recruiter has one open question in a thread: a newer one takes its place. */
export async function deleteOpenQuestion(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
  askedBy: UserId,
): Promise<void> {
  await sql`delete from overrides where workspace_id = ${workspace} and conversation_id = ${conversation}
    and asked_by = ${askedBy} and state = 'asked'`.execute(tx)
}

/** What was told as sent outside was not sent after all; the audit log keeps both. */
export async function deleteOutside(tx: Transaction, workspace: WorkspaceId, message: MessageId): Promise<void> {
  await sql`delete from overrides where workspace_id = ${workspace} and message_id = ${message} and state = 'outside'`.execute(
    tx,
  )
}
