import type { Query, QueryField, Term } from './parse.ts'

/** What the store asks: full text as far as possible in one tsquery, with the stages (of the caller) around it. */
export type Condition =
  | { kind: 'text'; tsquery: string }
  | { kind: 'stage'; stage: string }
  | { kind: 'and' | 'or'; parts: readonly Condition[] }
  | { kind: 'not'; part: Condition }

const weights: Partial<Record<QueryField, string>> = { name: 'A', title: 'B', company: 'C' }

/** Words that stand in the index with a mark before them: `tag:night nurse` is `xqtagnight`. */
export const marks = { tool: 'xqtool', place: 'xqplace', tag: 'xqtag' } as const

const wordsOf = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}@._+#-]+/gu, ' ').trim()

/** The same English word in its other number, where its ending shows it. */
export function otherNumber(word: string): string | undefined {
  if (word.length < 4 || !/^[a-z]+$/i.test(word)) return undefined
  const lower = word.toLowerCase()
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  if (/(?:ss|x|ch|sh|zz)es$/.test(lower)) return lower.slice(0, -2)
  if (/[^suia]s$/.test(lower) || /(?:ea|ia)s$/.test(lower)) return lower.slice(0, -1)
  if (/(?:s|x|ch|sh|z)$/.test(lower)) return `${lower}es`
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`
  return `${lower}s`
}

function leaf(text: string, prefix: boolean, weight: string): string {
  const flags = (prefix ? '*' : '') + weight
  return flags ? `'${text}':${flags}` : `'${text}'`
}

function termText(term: Term, weight = ''): string {
  const text = wordsOf(term.text)
  const other = term.prefix || term.exact ? undefined : otherNumber(text)
  const own = leaf(text, term.prefix, weight)
  return other ? `(${own} | ${leaf(other, false, weight)})` : own
}

function markedText(mark: string, term: Term): string {
  const parts = term.text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  const written = parts.map((part, index) => leaf(mark + part, term.prefix && index === parts.length - 1, ''))
  return written.length > 1 ? `(${written.join(' & ')})` : (written[0] ?? '')
}

function fieldText(field: QueryField, term: Term): string {
  switch (field) {
    case 'tool':
      return leaf(marks.tool + term.text.toLowerCase().replaceAll('-', ''), false, '')
    case 'tag':
      return markedText(marks.tag, term)
    case 'place':
      return markedText(marks.place, term)
    default:
      return termText(term, weights[field] ?? '')
  }
}

function join(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const texts = parts.flatMap(part => (part.kind === 'text' ? [part.tsquery] : []))
  const rest = parts.filter(part => part.kind !== 'text')
  const text: Condition[] =
    texts.length === 0 ? [] : [{ kind: 'text', tsquery: `(${texts.join(kind === 'and' ? ' & ' : ' | ')})` }]
  const all = [...text, ...rest]
  return all.length === 1 && all[0] ? all[0] : { kind, parts: all }
}

export function compileQuery(query: Query): Condition {
  switch (query.kind) {
    case 'term':
      return { kind: 'text', tsquery: termText(query.term) }
    case 'field':
      return query.field === 'stage'
        ? { kind: 'stage', stage: query.term.text.toLowerCase() }
        : { kind: 'text', tsquery: fieldText(query.field, query.term) }
    case 'not': {
      const part = compileQuery(query.part)
      return part.kind === 'text' ? { kind: 'text', tsquery: `!(${part.tsquery})` } : { kind: 'not', part }
    }
    default:
      return join(query.kind, query.parts.map(compileQuery))
  }
}

/** All of `conditions`, as one; undefined when there is none. */
export function allOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length === 0 ? undefined : join('and', conditions)
}

/** What relevance is measured against; undefined when nothing was wanted in words. */
export function rankText(terms: readonly Term[]): string | undefined {
  return terms.length === 0 ? undefined : terms.map(term => termText(term)).join(' | ')
}
