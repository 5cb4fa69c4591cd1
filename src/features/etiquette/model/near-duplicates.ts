import { fold, splitWords, writtenIn } from './text.ts'

/** 64 bits that stay almost the same when a text changes a little. */
export type Fingerprint = bigint

const GREETING =
  /^\W*(?:hi|hey|hello|dear|good (?:morning|afternoon|evening)|hallo|moin|guten (?:tag|morgen)|liebe\w*|sehr geehrte\w*|bonjour|salut|chere?|hola|buenas?|buenos dias|estimad[oa]|ola|oi|car[oa]|hoi|dag|beste)(?:[ ,]+[\p{L}'-]+){0,3}[,!:. ]/u

/** What stays of a text when it is sent to someone else: no greeting name, names, numbers, addresses or punctuation. */
export function withoutPersonalParts(text: string, names: readonly string[] = []): string[] {
  const bare = text.replace(/https?:\/\/\S+|\S+@\S+/g, ' ')
  const greeting = GREETING.exec(fold(bare))
  const body = greeting ? bare.slice(greeting[0].length) : bare
  const known = new Set(names.flatMap(name => splitWords(name).map(word => word.folded)))
  const words = splitWords(body)
  return words
    .filter(
      word => !/\d/.test(word.folded) && !known.has(word.folded) && !isName(body, writtenIn(body, word), word.start),
    )
    .map(word => word.folded)
}

function isName(body: string, text: string, start: number): boolean {
  const before = body.slice(0, start).trimEnd()
  return /^\p{Lu}\p{Ll}/u.test(text) && before !== '' && !/[.!?\n:]$/.test(before)
}

function hash(text: string): bigint {
  let value = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i++)
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n)
  value ^= value >> 29n
  return BigInt.asUintN(64, value * 0xbf58476d1ce4e5b9n)
}

function shingles(words: readonly string[]): string[] {
  const found: string[] = [...words]
  for (let i = 0; i + 1 < words.length; i++) found.push(`${words[i]} ${words[i + 1]}`)
  return found
}

/** SimHash over the words and word pairs that stay: to find candidates by their bits. */
export function fingerprint(text: string, names: readonly string[] = []): Fingerprint {
  const weights = new Array<number>(64).fill(0)
  for (const shingle of shingles(withoutPersonalParts(text, names))) {
    const bits = hash(shingle)
    for (let i = 0; i < 64; i++) weights[i] = (weights[i] ?? 0) + ((bits >> BigInt(i)) & 1n ? 1 : -1)
  }
  return weights.reduce((value, weight, i) => (weight > 0 ? value | (1n << BigInt(i)) : value), 0n)
}

export function bitsApart(a: Fingerprint, b: Fingerprint): number {
  let left = a ^ b
  let count = 0
  while (left > 0n) {
    count += Number(left & 1n)
    left >>= 1n
  }
  return count
}

/** Share of word pairs that two texts have in common (Jaccard), 0 to 1; names, numbers and greetings don't count. */
export function likeness(a: string, b: string, names: readonly string[] = []): number {
  const left = new Set(shingles(withoutPersonalParts(a, names)))
  const right = new Set(shingles(withoutPersonalParts(b, names)))
  if (left.size === 0 || right.size === 0) return left.size === right.size ? 1 : 0
  let shared = 0
  for (const shingle of left) if (right.has(shingle)) shared++
  return shared / (left.size + right.size - shared)
}

/** From here two texts are one text that was sent twice. Chance likeness of short friendly messages stays below. */
export const nearDuplicateLikeness = 0.6

const MIN_WORDS = 6

/** Short replies (“sounds good, thanks”) are nobody's template. */
export function isNearDuplicate(a: string, b: string, names: readonly string[] = []): boolean {
  if (withoutPersonalParts(a, names).length < MIN_WORDS) return false
  return likeness(a, b, names) >= nearDuplicateLikeness
}

/** How many people got, or now get, nearly this text: `sent` holds the last 7 days on direct surfaces. The person at hand counts once. */
export function countRecipients(
  draft: string,
  to: string,
  sent: readonly { to: string; text: string }[],
  names: readonly string[] = [],
): number {
  const people = new Set([to])
  for (const message of sent) {
    if (!people.has(message.to) && isNearDuplicate(draft, message.text, names)) people.add(message.to)
  }
  return people.size
}
