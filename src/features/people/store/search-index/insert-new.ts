import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import { eachInTurns } from '#platform/turns.ts'
import { ArrayWriter, arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { writeTrusted } from '#storage/trusted-rows.ts'
import { apart } from './facets.ts'
import type { Lexicon } from './lexicon.ts'
import { refreshPersonSearch } from './refresh.ts'
import { isSpelling, nameWords, priorOf } from './rules.ts'
import { type Findable, type Vector, vectorOf } from './vector.ts'

export type NewlyFindable = Findable & { person_id: PersonId; depth: number; at: Date }

/** Those of `people`, whose ids ascend, who are here and whom search does not know yet. */
async function listAwaited(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly NewlyFindable[],
): Promise<readonly NewlyFindable[]> {
  const ids = sql`${arrayBytes(
    'uuid',
    people.map(one => one.person_id),
  )}::uuid[]`
  const between = sql`between ${people[0]?.person_id} and ${people.at(-1)?.person_id}`
  // Nearly always it is all of them and nobody else: two readings of a range say so.
  const all = await sql<{ whole: boolean }>`select coalesce(${ids} = (select array_agg(p.person_id) from (
        select person_id from people where workspace_id = ${workspace} and person_id ${between} and merged_into is null
        order by workspace_id, person_id offset 0) p), false)
      and not exists (select 1 from person_search where workspace_id = ${workspace} and person_id ${between}) as whole`.execute(
    tx,
  )
  if (all.rows[0]?.whole) return people
  const { rows } = await sql<{ person_id: PersonId }>`select n.person_id from unnest(${ids}) as n(person_id)
    where exists (select 1 from people p where p.workspace_id = ${workspace} and p.person_id = n.person_id and p.merged_into is null offset 0)
      and not exists (select 1 from person_search s where s.workspace_id = ${workspace} and s.person_id = n.person_id offset 0)`.execute(
    tx,
  )
  const awaited = new Set(rows.map(row => row.person_id))
  return people.filter(one => awaited.has(one.person_id))
}

/** The rows of `person_search`, put into words at once: thousands of vectors kept are what the garbage collector is busy with. */
function columns() {
  const [ids, names, words] = [new ArrayWriter('uuid'), new ArrayWriter('text'), new ArrayWriter('tsvector')]
  const [depths, times, facets] = [new ArrayWriter('smallint'), new ArrayWriter('timestamptz'), new ArrayWriter('text')]
  const spellings = new Set<string>()
  const nameParts = new Set<string>()
  const add = ({ person_id, depth, at }: NewlyFindable, vector: Vector) => {
    ids.add(person_id)
    names.add(vector.name_folded)
    words.add(vector.words)
    depths.add(depth)
    times.add(at)
    facets.add(vector.facets.join(apart))
    for (const word of vector.spellings) spellings.add(word)
    for (const part of vector.name_folded.split(' ')) nameParts.add(part)
  }
  return { ids, names, words, depths, times, facets, spellings, nameParts, add }
}

/**
 * Makes people searchable of whom all there is to know is at hand: what `refreshPersonSearch` does, at a tenth of the cost. Whoever
 * has changed since is in search already and stays as they are; whoever is gone is left out. The caller holds their `search_due`,
 * which nobody passes who would take them away. Fails as a whole when somebody changes one of them at the same moment.
 */
export async function insertPersonSearch(
  tx: Transaction,
  workspace: WorkspaceId,
  lexicon: Lexicon,
  people: readonly NewlyFindable[],
): Promise<void> {
  const sorted = [...people].sort((one, other) => (one.person_id < other.person_id ? -1 : 1))
  const awaited = await listAwaited(tx, workspace, sorted)
  const ready = columns()
  const read = async (some: readonly NewlyFindable[]) => {
    const unread: NewlyFindable[] = []
    await eachInTurns(some, person => {
      const vector = vectorOf(lexicon, person)
      if (vector) ready.add(person, vector)
      else unread.push(person)
    })
    return unread
  }
  const unsure = await read(awaited)
  if (unsure.length > 0) await lexicon.learn(tx)
  const unread = await read(unsure)
  if (unread.length < awaited.length) {
    await writeTrusted(tx, workspace, async () => {
      await sql`
      insert into person_search (workspace_id, person_id, name_folded, words, prior, facets)
      select ${workspace}::uuid, n.person_id, n.name, n.words, ${priorOf(sql`n.depth`, sql`0`, sql`n.at`)},
        string_to_array(n.facets, ${apart})
      from (select unnest(${ready.ids.end()}::uuid[]) as person_id, unnest(${ready.names.end()}::text[]) as name,
          unnest(${ready.words.end()}::tsvector[]) as words, unnest(${ready.depths.end()}::smallint[]) as depth,
          unnest(${ready.times.end()}::timestamptz[]) as at, unnest(${ready.facets.end()}::text[]) as facets) n`.execute(
        tx,
      )
    })
    await sql`
      insert into search_words (workspace_id, word)
      select ${workspace}::uuid, w.word from unnest(${arrayBytes('text', [...ready.spellings].sort())}::text[]) as w(word)
      where ${isSpelling(sql`w.word`)}
        and not exists (select 1 from search_words k where k.workspace_id = ${workspace} and k.word = w.word)
      on conflict do nothing`.execute(tx)
    await sql`
      insert into search_names (workspace_id, word)
      select ${workspace}::uuid, n.word from (
        select distinct w.word from unnest(${arrayBytes('text', [...ready.nameParts].sort())}::text[]) as t(name)
          cross join lateral ${nameWords(sql`t.name`)} as w(word)) n
      where not exists (select 1 from search_names k where k.workspace_id = ${workspace} and k.word = n.word)
      order by n.word
      on conflict do nothing`.execute(tx)
  }
  await refreshPersonSearch(
    tx,
    workspace,
    unread.map(one => one.person_id),
  )
}
