import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { steer } from './search.ts'
import { nameWords } from './search-index/rules.ts'

const alphabet = [...'abcdefghijklmnopqrstuvwxyz']

/** What a word is with one letter left out, swapped, wrong or too many. */
function slipsOf(word: string): string[] {
  const letters = [...word]
  if (letters.length < 3 || letters.length > 20) return []
  const slips = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    const before = letters.slice(0, at).join('')
    const after = letters.slice(at + 1).join('')
    if (at < letters.length) slips.add(before + after)
    if (at + 1 < letters.length) slips.add(`${before}${letters[at + 1]}${letters[at]}${letters.slice(at + 2).join('')}`)
    for (const letter of alphabet) {
      slips.add(before + letter + letters.slice(at).join(''))
      if (at < letters.length) slips.add(before + letter + after)
    }
  }
  slips.delete(word)
  return [...slips]
}

const nearPerWord = 12
const shortestPart = 2

/** A word and the ways in which names here may have it: words of names, or pairs of them that were run together. */
type NearWord = { word: string; near: string[][] }

/** Without the weight of a name: then the index alone finds them, and nobody's words are read. The name itself tells afterwards. */
const anyOf = ({ near }: NearWord) =>
  `(${near.map(way => `(${way.map(word => `'${word}'`).join(' & ')})`).join(' | ')})`

/** In the order of `words`, which are letters only; with one slip of the pen for those of `slipping`. */
async function listNearNameWords(
  tx: Transaction,
  workspace: WorkspaceId,
  words: readonly string[],
  slipping: readonly string[],
): Promise<NearWord[]> {
  const slips = slipping.flatMap(word => slipsOf(word).map(slip => ({ word, slip })))
  const { rows } = await sql<{ word: string; near: string; rest: string | null }>`
    select w.word, n.near, null as rest from unnest(${[...words]}::text[]) as w(word) cross join lateral (
      select k.word as near, similarity(k.word, w.word) as score from search_names k
      where k.workspace_id = ${workspace} and k.word % w.word order by score desc, k.word limit ${nearPerWord}) n
    union all
    select s.word, s.slip, null from unnest(${slips.map(one => one.word)}::text[], ${slips.map(one => one.slip)}::text[]) as s(word, slip)
      cross join lateral (select 1 from search_names k where k.workspace_id = ${workspace} and k.word = s.slip offset 0) k
    union all
    select w.word, left(w.word, n), substr(w.word, n + 1)
    from unnest(${[...words]}::text[]) as w(word) cross join generate_series(${shortestPart}::int, length(w.word) - ${shortestPart}) as n
    where exists (select 1 from search_names k where k.workspace_id = ${workspace} and k.word = left(w.word, n))
      and exists (select 1 from search_names k where k.workspace_id = ${workspace} and k.word = substr(w.word, n + 1))`.execute(
    tx,
  )
  return words.map(word => ({
    word,
    near: rows.filter(row => row.word === word).map(({ near, rest }) => (rest === null ? [near] : [near, rest])),
  }))
}

/** So many of those who have such words are compared letter by letter. */
const compared = 4_000
const leastAlike = 0.3
/** What stands between the words of a name, beside spaces. */
const apart = `-'’.,`

/** People whose name is spelled nearly so, nearest first. */
export async function listByNearName(
  tx: Transaction,
  workspace: WorkspaceId,
  name: string,
  limit: number,
): Promise<PersonId[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.45', true)`.execute(tx)
  const asked = await sql<{
    word: string
  }>`select word from ${nameWords(sql`kith_fold(${name})`)} as w(word) limit 8`.execute(tx)
  if (asked.rows.length === 0) return []
  const words = asked.rows.map(row => row.word)
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`)
  const near = await listNearNameWords(tx, workspace, [...words, ...pairs], words)
  const alone = near.slice(0, words.length).filter(one => one.near.length > 0)
  // Two words that are one in the name here.
  const joined = near.slice(words.length).flatMap((pair, at) => {
    const others = near.slice(0, words.length).filter((_, index) => index !== at && index !== at + 1)
    return pair.near.length > 0 && others.every(one => one.near.length > 0)
      ? [[pair, ...others].map(anyOf).join(' & ')]
      : []
  })
  const spelled = [...new Set(near.flatMap(one => one.near.flat()))]
  const find = async (tsquery: string, atLeast: number) => {
    await steer(tx, 'gather')
    const { rows } = await sql<{ person_id: PersonId }>`
      with m as materialized (select s.person_id, s.name_folded, s.prior from person_search s
        where s.workspace_id = ${workspace} and s.words @@ ${tsquery}::tsquery
          and string_to_array(translate(s.name_folded, ${apart}, ${' '.repeat(apart.length)}), ' ') && ${spelled}::text[] limit ${compared}),
      scored as (select person_id, prior, round(similarity(name_folded, kith_fold(${name}))::numeric, 6) as score from m)
      select person_id from scored where score >= ${atLeast} order by score desc, prior desc, person_id limit ${limit}`.execute(
      tx,
    )
    await steer(tx, 'free')
    return rows.map(row => row.person_id)
  }
  if (alone.length === 0) return []
  const whole = alone.length === words.length ? [alone.map(anyOf).join(' & '), ...joined] : joined
  const all =
    whole.length > 0 ? await find(whole.map(way => `(${way})`).join(' | '), words.length === 1 ? 0 : leastAlike) : []
  return all.length > 0 ? all : find(alone.map(anyOf).join(' | '), leastAlike)
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
    where not exists (select 1 from search_words k where k.workspace_id = ${workspace} and k.word = kith_words(w.word))
      and not exists (select 1 from search_names k where k.workspace_id = ${workspace} and k.word = kith_words(w.word))
      and not exists (select 1 from person_search s
        where s.workspace_id = ${workspace} and s.words @@ plainto_tsquery('simple', kith_words(w.word)))`.execute(tx)
  return rows
}
