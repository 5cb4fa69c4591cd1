import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { jsonText } from '#storage/json-text.ts'
import type { LearnedModel } from '../model/learned.ts'

export type StoredModel = LearnedModel & {
  learned_at: Date
  people: number
  compared_pairs: number
  proposed_pairs: number
}

export async function findModel(tx: Transaction, workspace: WorkspaceId): Promise<StoredModel | undefined> {
  const { rows } =
    await sql<StoredModel>`select learned_at, people, compared_pairs, proposed_pairs, prior, facts, ties, rarity,
      common_words as "commonWords" from identity_models where workspace_id = ${workspace}`.execute(tx)
  return rows[0]
}

export async function upsertModel(tx: Transaction, workspace: WorkspaceId, model: StoredModel): Promise<void> {
  const { learned_at, people, compared_pairs, proposed_pairs, prior, facts, ties, rarity, commonWords } = model
  await sql`insert into identity_models (workspace_id, learned_at, people, compared_pairs, proposed_pairs, prior, facts, ties, rarity,
      common_words)
    values (${workspace}, ${learned_at}, ${people}, ${compared_pairs}, ${proposed_pairs}, ${prior}, ${jsonText(facts)}::jsonb,
      ${jsonText(ties)}::jsonb, ${jsonText(rarity)}::jsonb, ${jsonText(commonWords)}::jsonb)
    on conflict (workspace_id) do update set learned_at = excluded.learned_at, people = excluded.people,
      compared_pairs = excluded.compared_pairs, proposed_pairs = excluded.proposed_pairs, prior = excluded.prior, facts = excluded.facts,
      ties = excluded.ties, rarity = excluded.rarity, common_words = excluded.common_words`.execute(tx)
}
