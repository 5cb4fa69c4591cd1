import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** People whose name is spelled nearly so, nearest first. Looser than `threshold` (0–1) is not near. */
export async function listByNearName(
  tx: Transaction,
  workspace: WorkspaceId,
  name: string,
  threshold: number,
  limit: number,
): Promise<{ person: PersonId; name: string; score: number }[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(threshold)}, true)`.execute(tx)
  const { rows } = await sql<{ person_id: PersonId; name_folded: string; score: number }>`
    select s.person_id, s.name_folded, round(similarity(s.name_folded, kith_fold(${name}))::numeric, 6)::float8 as score
    from person_search s
    where s.workspace_id = ${workspace} and s.name_folded % kith_fold(${name})
    order by score desc, s.prior desc, s.person_id limit ${limit}`.execute(tx)
  return rows.map(row => ({ person: row.person_id, name: row.name_folded, score: row.score }))
}

/** The nearest word that somebody here has, for each of `words` that nobody has. */
export async function listNearestWords(
  tx: Transaction,
  workspace: WorkspaceId,
  words: readonly string[],
): Promise<{ word: string; near: string }[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.4', true)`.execute(tx)
  const { rows } = await sql<{ word: string; near: string }>`
    select w.word, n.near from unnest(${[...words]}::text[]) as w(word) cross join lateral (
      select k.word as near from search_words k
      where k.workspace_id = ${workspace} and k.word % kith_words(w.word)
      order by similarity(k.word, kith_words(w.word)) desc, abs(length(k.word) - length(w.word)), k.word limit 1) n
    where not exists (select 1 from person_search s
        where s.workspace_id = ${workspace} and s.words @@ plainto_tsquery('simple', kith_words(w.word)))`.execute(tx)
  return rows
}
