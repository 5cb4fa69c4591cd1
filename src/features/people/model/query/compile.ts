import { type Known, readNear } from './known.ts'
import type { ActiveSpan, Query, QueryField, Term } from './parse.ts'
import { activeWords } from './parse.ts'

/** What the store asks: full text as far as possible in one tsquery, with the stages (of the caller) around it. */
export type Condition =
  | { kind: 'text'; tsquery: string }
  | { kind: 'stage'; stage: string }
  | { kind: 'active'; span: ActiveSpan }
  | { kind: 'pool'; name: string; prefix: boolean }
  | { kind: 'and' | 'or'; parts: readonly Condition[] }
  | { kind: 'not'; part: Condition }

const weights: Partial<Record<QueryField, string>> = { name: 'A', title: 'B', company: 'C' }

/** Words that stand in the index with a mark before them: `tag:night nurse` is `xqtagnight`. */
export const marks = {
  tool: 'xqtool',
  place: 'xqplace',
  tag: 'xqtag',
  town: 'xqtown',
  cell: 'xqcell',
  language: 'xqlang',
  skill: 'xqskill',
  title: 'xqjob',
} as const

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

const either = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(' | ')})`)

/** A single word of a name, and what its bearer may be called beside it. */
function nameText(term: Term, known: Known): string {
  const own = termText({ ...term, exact: true }, 'A')
  if (term.prefix || term.exact || /[^\p{L}\p{M}]/u.test(term.text)) return own
  return either([own, ...known.otherNames(term.text).map(name => leaf(name, false, 'A'))])
}

/** Nobody is in a circle without towns; no word begins with this mark. */
const nothing = leaf('xqnowhere', false, '')

function nearText(term: Term, known: Known): string {
  const { town, km } = readNear(term.text)
  const { cells, towns } = known.around(town, km)
  const texts = [
    ...cells.map(cell => leaf(marks.cell + cell, false, '')),
    ...towns.map(id => leaf(marks.town + id, false, '')),
  ]
  return texts.length === 0 ? nothing : either(texts)
}

function fieldText(field: QueryField, term: Term, known: Known): string {
  switch (field) {
    case 'tool':
      return leaf(marks.tool + term.text.toLowerCase().replaceAll('-', ''), false, '')
    case 'tag':
      return markedText(marks.tag, term)
    case 'place': {
      const town = term.prefix ? undefined : known.findTown(term.text)
      return either([markedText(marks.place, term), ...(town ? [leaf(marks.town + town, false, '')] : [])])
    }
    case 'near':
      return nearText(term, known)
    case 'language': {
      const code = known.languageCode(term.text)
      return code === undefined ? nothing : leaf(marks.language + code, false, '')
    }
    case 'skill':
      return leaf(marks.skill + known.skillSlug(term.text), term.prefix, '')
    case 'title': {
      const slug = term.prefix ? undefined : known.titleSlug(term.text)
      return either([termText(term, weights.title), ...(slug ? [leaf(marks.title + slug, false, '')] : [])])
    }
    case 'name':
      return nameText(term, known)
    default:
      return termText(term, weights[field] ?? '')
  }
}

function fieldCondition(field: QueryField, term: Term, known: Known): Condition {
  const text = term.text.toLowerCase()
  switch (field) {
    case 'stage':
      return { kind: 'stage', stage: text }
    case 'active':
      return { kind: 'active', span: activeWords.find(word => word === text) ?? 'unknown' }
    case 'pool':
      return { kind: 'pool', name: text, prefix: term.prefix }
    default:
      return { kind: 'text', tsquery: fieldText(field, term, known) }
  }
}

/** Either order, each distance up to the one asked for. */
function nearbyText([first, second]: readonly [Term, Term], distance: number): string {
  const [one, other] = [termText(first), termText(second)]
  const ways = Array.from(
    { length: distance },
    (_, index) => `${one} <${index + 1}> ${other} | ${other} <${index + 1}> ${one}`,
  )
  return `(${ways.join(' | ')})`
}

function join(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const texts = parts.flatMap(part => (part.kind === 'text' ? [part.tsquery] : []))
  const rest = parts.filter(part => part.kind !== 'text')
  const text: Condition[] =
    texts.length === 0 ? [] : [{ kind: 'text', tsquery: `(${texts.join(kind === 'and' ? ' & ' : ' | ')})` }]
  const all = [...text, ...rest]
  return all.length === 1 && all[0] ? all[0] : { kind, parts: all }
}

/** A word that may be of a name: anywhere as it is, and as what else somebody of that name is called. */
function perhapsName(term: Term, known: Known): string {
  const own = termText(term)
  if (term.prefix || term.exact || /[^\p{L}\p{M}]/u.test(term.text)) return own
  return either([own, ...known.otherNames(term.text).map(name => leaf(name, false, 'A'))])
}

/** `named`: all of it may be a name, so that Bill is looked for as William too. */
export function compileQuery(query: Query, known: Known, named = false): Condition {
  switch (query.kind) {
    case 'term':
      return { kind: 'text', tsquery: named ? perhapsName(query.term, known) : termText(query.term) }
    case 'field':
      return fieldCondition(query.field, query.term, known)
    case 'near':
      return { kind: 'text', tsquery: nearbyText(query.terms, query.distance) }
    case 'not': {
      const part = compileQuery(query.part, known)
      return part.kind === 'text' ? { kind: 'text', tsquery: `!(${part.tsquery})` } : { kind: 'not', part }
    }
    default:
      return join(
        query.kind,
        query.parts.map(part => compileQuery(part, known, named)),
      )
  }
}

/** All of `conditions`, as one; undefined when there is none. */
export function allOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length === 0 ? undefined : join('and', conditions)
}

/** A value of a facet as it stands in the index. */
export const markCondition = (mark: keyof typeof marks, slug: string): Condition => ({
  kind: 'text',
  tsquery: leaf(marks[mark] + slug, false, ''),
})

/** What relevance is measured against; undefined when nothing was wanted in words. */
export function rankText(terms: readonly Term[]): string | undefined {
  return terms.length === 0 ? undefined : terms.map(term => termText(term)).join(' | ')
}
