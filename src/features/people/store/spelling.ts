import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import type { Transaction } from '#storage/database.ts'
import { steer } from './matching.ts'
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
const leastAlikeWords = 4
const shortestPart = 2

/** A word and the ways in which names here may have it: words of names, or pairs of them that were run together. */
type NearWord = { word: string; near: string[][] }

/** Without the weight of a name: then the index alone finds them, and nobody's words are read. The name itself tells afterwards. */
const anyOf = ({ near }: NearWord) =>
  `(${near.map(way => `(${way.map(word => `'${word}'`).join(' & ')})`).join(' | ')})`

/** The two parts of a word, wherever it may have been run together. */
const halvesOf = (word: string): [string, string][] => {
  const letters = [...word]
  return Array.from({ length: Math.max(0, letters.length - 2 * shortestPart + 1) }, (_, index) => {
    const at = index + shortestPart
    return [letters.slice(0, at).join(''), letters.slice(at).join('')]
  })
}

/** Those of `words` that are in a name here. One walk through the index for all of them: each alone would cost ten times as much. */
async function listKnownNameWords(
  tx: Transaction,
  workspace: WorkspaceId,
  words: ReadonlySet<string>,
): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`select word from search_names
    where workspace_id = ${workspace} and word = any(${arrayBytes('text', [...words].sort())}::text[])`.execute(tx)
  return new Set(rows.map(row => row.word))
}

/** In the order of `words`, which are letters only; with one slip of the pen for those of `slipping`. */
async function listNearNameWords(
  tx: Transaction,
  workspace: WorkspaceId,
  words: readonly string[],
  slipping: readonly string[],
): Promise<NearWord[]> {
  const slips = new Map(slipping.map(word => [word, slipsOf(word)]))
  const halves = new Map(words.map(word => [word, halvesOf(word)]))
  const known = await listKnownNameWords(
    tx,
    workspace,
    new Set([...[...slips.values()].flat(), ...[...halves.values()].flat(2)]),
  )
  const { rows } = await sql<{ word: string; near: string }>`
    select w.word, n.near from unnest(${[...words]}::text[]) as w(word) cross join lateral (
      select k.word as near, similarity(k.word, w.word) as score from search_names k
      where k.workspace_id = ${workspace} and k.word % w.word order by score desc, k.word limit ${nearPerWord}) n`.execute(
    tx,
  )
  return words.map(word => {
    const slipped = (slips.get(word) ?? []).filter(slip => known.has(slip))
    // Sorted by likeness; where a slip explains the word, farther ones are less likely.
    const alike = rows.flatMap(row => (row.word === word ? [row.near] : []))
    const single = new Set([...slipped, ...alike.slice(0, Math.max(leastAlikeWords, nearPerWord - slipped.length))])
    const apart = (halves.get(word) ?? []).filter(([left, right]) => known.has(left) && known.has(right))
    return { word, near: [...[...single].map(near => [near]), ...apart] }
  })
}

/** So many of those who have such words are compared letter by letter. */
const compared = 2_000
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
      with found as materialized (select s.person_id, s.name_folded, s.prior from person_search s
        where s.workspace_id = ${workspace} and s.words @@ ${tsquery}::tsquery limit ${compared}),
      m as (select * from found
        where string_to_array(translate(name_folded, ${apart}, ${' '.repeat(apart.length)}), ' ') && ${spelled}::text[]),
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
