import type { Query, QueryField, Term } from './parse.ts'

const printTerm = ({ text, prefix, exact }: Term) => (exact ? `"${text}"` : prefix ? `${text}*` : text)

/** The query as a person would type it; reading it again gives the same query. */
export function printQuery(query: Query, inside?: 'and' | 'not'): string {
  switch (query.kind) {
    case 'term':
      return printTerm(query.term)
    case 'field':
      return `${query.field}:${printTerm(query.term)}`
    case 'near':
      return query.terms.map(printTerm).join(` NEAR/${query.distance} `)
    case 'not':
      return `NOT ${printQuery(query.part, 'not')}`
    case 'and': {
      const text = query.parts.map(part => printQuery(part, 'and')).join(' ')
      return inside === 'not' ? `(${text})` : text
    }
    default: {
      const text = query.parts.map(part => printQuery(part)).join(' OR ')
      return inside ? `(${text})` : text
    }
  }
}

/** The query with one of its terms changed (`change` gives another) or left out (it gives undefined). */
export function changeTerms(query: Query, change: (term: Term) => Term | undefined): Query | undefined {
  switch (query.kind) {
    case 'term': {
      const term = change(query.term)
      return term && { kind: 'term', term }
    }
    case 'field': {
      const term = change(query.term)
      return term && { ...query, term }
    }
    case 'near': {
      const [first, second] = query.terms.map(change)
      if (first && second) return { ...query, terms: [first, second] }
      const left = first ?? second
      return left && { kind: 'term', term: left }
    }
    case 'not': {
      const part = changeTerms(query.part, change)
      return part && { kind: 'not', part }
    }
    default: {
      const parts = query.parts.flatMap(part => changeTerms(part, change) ?? [])
      return parts.length > 1 ? { kind: query.kind, parts } : parts[0]
    }
  }
}

const listed: readonly QueryField[] = ['stage', 'tool', 'near', 'language', 'pool', 'active']
/** What no index of words knows. */
const wordless: readonly QueryField[] = ['stage', 'pool', 'active']

/** Terms that a hit has to, or may, contain; without those under NOT. Fields with a closed list of values are no words. */
export function wantedTerms(query: Query): Term[] {
  switch (query.kind) {
    case 'term':
      return [query.term]
    case 'field':
      return listed.includes(query.field) ? [] : [query.term]
    case 'near':
      return [...query.terms]
    case 'not':
      return []
    default:
      return query.parts.flatMap(wantedTerms)
  }
}

/**
 * Queries that ask for less, nearest first: without its NOTs, then without one of its parts at a time (the last first, because
 * people write what matters most at the start).
 */
export function looserQueries(query: Query): Query[] {
  if (query.kind !== 'and') return []
  const looser: Query[] = []
  const wanted = query.parts.filter(part => part.kind !== 'not')
  const joined = (parts: readonly Query[]): Query | undefined => (parts.length > 1 ? { kind: 'and', parts } : parts[0])
  if (wanted.length < query.parts.length) {
    const without = joined(wanted)
    if (without) looser.push(without)
  }
  for (let index = wanted.length - 1; index >= 0 && wanted.length > 1; index--) {
    const without = joined(wanted.filter((_, place) => place !== index))
    if (without) looser.push(without)
  }
  if (wanted.length > 2) looser.push({ kind: 'or', parts: wanted })
  return looser
}

/** The words of a query that is nothing but words: it may be a name, spelled nearly right. */
export function asName(query: Query): string | undefined {
  const parts = query.kind === 'and' ? query.parts : [query]
  const words = parts.flatMap(part =>
    (part.kind === 'term' || (part.kind === 'field' && part.field === 'name')) && !part.term.prefix
      ? [part.term.text]
      : [],
  )
  return words.length === parts.length && words.length <= 5 ? words.join(' ') : undefined
}

/** Whether every hit has to contain some word, so that an index of words can find the hits. */
export function isSelective(query: Query): boolean {
  switch (query.kind) {
    case 'term':
    case 'near':
      return true
    case 'field':
      return !wordless.includes(query.field)
    case 'not':
      return false
    case 'and':
      return query.parts.some(isSelective)
    default:
      return query.parts.every(isSelective)
  }
}
