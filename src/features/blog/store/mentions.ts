import { sql } from 'kysely'
import type { PersonId, PostId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { MentionKind, MentionState } from '../model.ts'

export type Mention = {
  id: string
  post: PostId
  source: string
  kind: MentionKind
  authorName: string
  authorUrl: string
  words: string
  person: PersonId | null
  state: MentionState
  receivedAt: Date
}

const columns = sql`mention_id as id, post_id as post, source, kind, author_name as "authorName", author_url as "authorUrl", words,
  person_id as person, state, received_at as "receivedAt"`

/** The one of this source and post, made when there is none; what a recruiter decided stays. */
export async function ensureMention(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { id: string; post: PostId; source: string; at: Date },
): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`insert into mentions (workspace_id, mention_id, post_id, source, received_at)
    values (${workspace}, ${given.id}, ${given.post}, ${given.source}, ${given.at})
    on conflict (workspace_id, post_id, source) do update set received_at = excluded.received_at
    returning mention_id as id`.execute(tx)
  return rows[0]?.id ?? given.id
}

export async function countUnproven(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from mentions
    where workspace_id = ${workspace} and state = 'unproven'`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function findMention(tx: Transaction, workspace: WorkspaceId, id: string): Promise<Mention | undefined> {
  const { rows } = await sql<Mention>`select ${columns} from mentions
    where workspace_id = ${workspace} and mention_id = ${id}`.execute(tx)
  return rows[0]
}

export async function updateMention(
  tx: Transaction,
  workspace: WorkspaceId,
  id: string,
  proven: Pick<Mention, 'kind' | 'authorName' | 'authorUrl' | 'words' | 'person' | 'state'>,
  at: Date,
): Promise<void> {
  await sql`update mentions set kind = ${proven.kind}, author_name = ${proven.authorName}, author_url = ${proven.authorUrl},
      words = ${proven.words}, person_id = ${proven.person}, state = ${proven.state}, proven_at = ${at}
    where workspace_id = ${workspace} and mention_id = ${id}`.execute(tx)
}

export async function updateMentionState(
  tx: Transaction,
  workspace: WorkspaceId,
  id: string,
  state: MentionState,
): Promise<boolean> {
  const { rows } =
    await sql`update mentions set state = ${state} where workspace_id = ${workspace} and mention_id = ${id}
    and state in ('waiting', 'shown', 'hidden') returning mention_id`.execute(tx)
  return rows.length > 0
}

export async function updateMentionGone(
  tx: Transaction,
  workspace: WorkspaceId,
  source: string,
  at: Date,
): Promise<void> {
  await sql`update mentions set state = 'gone', author_name = '', author_url = '', words = '', person_id = null, proven_at = ${at}
    where workspace_id = ${workspace} and source = ${source} and state <> 'gone'`.execute(tx)
}

export async function listMentions(
  tx: Transaction,
  workspace: WorkspaceId,
  post: PostId,
  states: readonly MentionState[],
): Promise<Mention[]> {
  const { rows } =
    await sql<Mention>`select ${columns} from mentions where workspace_id = ${workspace} and post_id = ${post}
    and state = any(${[...states]}::text[]) order by received_at, mention_id limit 500`.execute(tx)
  return rows
}
