import { type Known, readNear } from './known.ts'
import { type QueryProblem, readTokens, shown, type Token } from './tokens.ts'

export const queryFields = [
  'stage',
  'tool',
  'place',
  'near',
  'tag',
  'title',
  'company',
  'skill',
  'language',
  'name',
  'pool',
  'active',
] as const
export type QueryField = (typeof queryFields)[number]

/** What `active:` chooses from: days since the last public item that is known; `quiet` longer than a year, `unknown` none at all. */
export const activeDays = { week: 7, month: 30, quarter: 90, year: 365 } as const
export const activeWords = ['week', 'month', 'quarter', 'year', 'quiet', 'unknown'] as const
export type ActiveSpan = (typeof activeWords)[number]

/** `prefix`: words that begin so. `exact`: quoted, no other forms of the word. */
export type Term = { text: string; prefix: boolean; exact: boolean }

export type Query =
  | { kind: 'term'; term: Term }
  | { kind: 'field'; field: QueryField; term: Term }
  /** Both words at most so many words apart, in either order. */
  | { kind: 'near'; terms: readonly [Term, Term]; distance: number }
  | { kind: 'and' | 'or'; parts: readonly Query[] }
  | { kind: 'not'; part: Query }

/** The closed lists that `stage:` and `tool:` choose from, what is known of places and languages, and whether pools may be asked for. */
export type QueryWords = { stages: readonly string[]; tools: readonly string[]; known: Known; pools?: boolean }

class Broken extends Error {
  override readonly name = 'Broken'
  readonly problem: QueryProblem
  constructor(message: string, at: number) {
    super(message)
    this.problem = { message, at }
  }
}

type Reader = { tokens: readonly Token[]; place: number; words: QueryWords; depth: number }

const peek = (reader: Reader) => reader.tokens[reader.place]

function readTerm(token: Token): Term {
  const exact = token.kind === 'phrase'
  const prefix = !exact && token.text.endsWith('*')
  const text = prefix ? token.text.replace(/\*+$/, '') : token.text
  if (!exact && text.includes('*'))
    throw new Broken(`Put the * at the end of \`${shown(token.text)}\`: words are found by how they begin.`, token.at)
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new Broken(`There is nothing to look for in \`${shown(token.text || '""')}\`.`, token.at)
  return { text, prefix, exact }
}

function checkChoice(field: string, term: Term, choices: readonly string[], at: number): void {
  if (choices.includes(term.text.toLowerCase())) return
  throw new Broken(`There is no ${field} \`${shown(term.text)}\`. Choose from ${choices.join(', ')}.`, at)
}

/** A circle needs a town, and `language:` one that has a name. */
function checkKnown(field: QueryField, term: Term, known: Known, at: number): void {
  if (field === 'language' && known.languageCode(term.text) === undefined)
    throw new Broken(`There is no language \`${shown(term.text)}\`. Write its name or code, such as French or fr.`, at)
  if (field !== 'near') return
  const circle = readNear(term.text)
  if (circle.km > mostKm) throw new Broken(`\`near:\` reaches ${mostKm} km at most.`, at)
  if (known.findTown(circle.town) === undefined)
    throw new Broken(
      `There is no town \`${shown(circle.town)}\` on the map here. Write it as its people do, or find its words with \`place:\`.`,
      at,
    )
}

const mostKm = 200
const mostApart = 20

function readFieldValue(reader: Reader, field: QueryField): Query {
  const token = peek(reader)
  if (token?.kind === 'open') {
    const inner = readGroup(reader)
    return withField(inner, field, reader.words, token.at)
  }
  if (token?.kind !== 'word' && token?.kind !== 'phrase') {
    const at = token?.at ?? reader.tokens.at(-1)?.at ?? 0
    throw new Broken(`Write a value after \`${field}:\`.`, at)
  }
  reader.place++
  return withField({ kind: 'term', term: readTerm(token) }, field, reader.words, token.at)
}

function withField(query: Query, field: QueryField, words: QueryWords, at: number): Query {
  switch (query.kind) {
    case 'term': {
      if (field === 'stage') checkChoice('stage', query.term, words.stages, at)
      if (field === 'tool') checkChoice('tool', query.term, words.tools, at)
      if (field === 'active') checkChoice('span', query.term, activeWords, at)
      if (field === 'pool' && !words.pools)
        throw new Broken('A pool that keeps itself current asks for no other pool. Take `pool:` out of its search.', at)
      checkKnown(field, query.term, words.known, at)
      return { kind: 'field', field, term: query.term }
    }
    case 'field':
      return query
    case 'near':
      throw new Broken(`Take NEAR out of \`${field}:(…)\`: it joins words of the whole profile.`, at)
    case 'not':
      return { kind: 'not', part: withField(query.part, field, words, at) }
    default:
      return { kind: query.kind, parts: query.parts.map(part => withField(part, field, words, at)) }
  }
}

function readGroup(reader: Reader): Query {
  const open = reader.tokens[reader.place++]
  if (++reader.depth > 50) throw new Broken('Use fewer brackets inside brackets.', open?.at ?? 0)
  const first = peek(reader)
  if (first?.kind === 'close') throw new Broken('Write something between the brackets `()`.', first.at)
  if (!first) throw new Broken('Write something after the last `(`, and close it.', open?.at ?? 0)
  const inner = readOr(reader)
  if (peek(reader)?.kind !== 'close')
    throw new Broken(`Close the bracket before \`${shown(first.text)}\`.`, open?.at ?? 0)
  reader.place++
  reader.depth--
  return inner
}

function readOne(reader: Reader): Query {
  const token = peek(reader)
  const before = reader.tokens[reader.place - 1]
  if (!token) throw new Broken(`Write a word after \`${before?.text ?? ''}\`.`, before?.at ?? 0)
  switch (token.kind) {
    case 'open':
      return readGroup(reader)
    case 'not':
      reader.place++
      return { kind: 'not', part: readOne(reader) }
    case 'field': {
      const field = queryFields.find(known => known === token.text)
      if (!field) throw new Broken(`\`${token.text}:\` is no field. Fields are ${queryFields.join(', ')}.`, token.at)
      reader.place++
      return readFieldValue(reader, field)
    }
    case 'word':
    case 'phrase':
      reader.place++
      return { kind: 'term', term: readTerm(token) }
    case 'close':
      throw new Broken(
        before ? `Write a word after \`${before.text}\`.` : 'Open a bracket before the first `)`, or take it out.',
        token.at,
      )
    default:
      throw new Broken(
        before && before.kind !== 'open'
          ? `Write a word between \`${before.text}\` and \`${token.text}\`.`
          : `Write a word before \`${token.text}\`.`,
        token.at,
      )
  }
}

const apart = (query: Query, side: string, token: Token): Term => {
  if (query.kind === 'term') return query.term
  throw new Broken(`Write a word or a "phrase" ${side} \`${token.text}\`, without field or brackets.`, token.at)
}

/** `a NEAR b NEAR c`: each near the next. */
function readNearby(reader: Reader): Query {
  let left = readOne(reader)
  const pairs: Query[] = []
  for (let token = peek(reader); token?.kind === 'near'; token = peek(reader)) {
    if (token.distance < 1 || token.distance > mostApart)
      throw new Broken(`Write a number from 1 to ${mostApart} after \`NEAR/\`.`, token.at)
    const first = apart(left, 'before', token)
    reader.place++
    const right = readOne(reader)
    pairs.push({ kind: 'near', terms: [first, apart(right, 'after', token)], distance: token.distance })
    left = right
  }
  if (pairs.length === 0) return left
  return pairs.length === 1 && pairs[0] ? pairs[0] : { kind: 'and', parts: pairs }
}

function readAnd(reader: Reader): Query {
  const parts = [readNearby(reader)]
  for (let token = peek(reader); token && token.kind !== 'or' && token.kind !== 'close'; token = peek(reader)) {
    if (token.kind === 'and') reader.place++
    parts.push(readNearby(reader))
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts }
}

function readOr(reader: Reader): Query {
  const parts = [readAnd(reader)]
  while (peek(reader)?.kind === 'or') {
    reader.place++
    parts.push(readAnd(reader))
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts }
}

export type ParsedQuery = { ok: true; query: Query | undefined } | { ok: false; problem: QueryProblem }

const maxTokens = 200

/**
 * AND, OR, NOT (or `-`), NEAR/n, brackets, "quotes", `begins*` and `field:value`; words side by side mean AND, which binds before OR.
 * `query` is undefined for a blank text.
 */
export function parseQuery(text: string, words: QueryWords): ParsedQuery {
  const read = readTokens(text)
  if ('problem' in read) return { ok: false, problem: read.problem }
  const { tokens } = read
  if (tokens.length === 0) return { ok: true, query: undefined }
  if (tokens.length > maxTokens)
    return { ok: false, problem: { message: `Use at most ${maxTokens} words in one search.`, at: 0 } }
  const reader: Reader = { tokens, place: 0, words, depth: 0 }
  try {
    const query = readOr(reader)
    const left = peek(reader)
    if (left) {
      const before = tokens[reader.place - 1]?.text ?? ''
      throw new Broken(`Open a bracket for the \`)\` after \`${shown(before)}\`, or take it out.`, left.at)
    }
    return { ok: true, query }
  } catch (error) {
    if (error instanceof Broken) return { ok: false, problem: error.problem }
    throw error
  }
}
