import { type Playbook, type Section, sections, type Term } from './playbook.ts'

/** What a workspace put in place of one part. A hidden term is no longer shown. */
export type PartValue = { kind: 'text'; text: string } | { kind: 'term'; term: Term } | { kind: 'hidden' }

/** `part` is a section, or "term:" and the term in lower case. Null is the shipped text again. */
export type PartEdit = { part: string; value: PartValue | null }

export const playbookLimits = { textChars: 4_000, termChars: 60, meaningChars: 300, partChars: 80 }

export const termPart = (term: string): string => `term:${term.trim().toLowerCase()}`

export const isSection = (part: string): part is Section => (sections as readonly string[]).includes(part)

/** Whether a value may stand in this part: words in sections, terms under their own name. */
export function fitsPart(part: string, value: PartValue | null): boolean {
  if (isSection(part)) return value === null || (value.kind === 'text' && value.text.trim() !== '')
  if (!part.startsWith('term:') || part.length <= 'term:'.length) return false
  return value === null || value.kind === 'hidden' || (value.kind === 'term' && termPart(value.term.term) === part)
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')

export const textOfSection = (playbook: Playbook, section: Section): string => {
  const value = playbook[section]
  return typeof value === 'string' ? value : value.join('\n')
}

/** The shipped book with the workspace's own words over it; the shipped one is never changed. */
export function withEdits(shipped: Playbook, edits: readonly PartEdit[]): Playbook {
  const book: { -readonly [Key in keyof Playbook]: Playbook[Key] } = { ...shipped }
  const terms = new Map(shipped.lingo.map(each => [termPart(each.term), each]))
  for (const { part, value } of edits) {
    if (value === null || !fitsPart(part, value)) continue
    if (value.kind === 'hidden') terms.delete(part)
    else if (value.kind === 'term') terms.set(part, value.term)
    else if (isSection(part)) {
      if (part === 'for' || part === 'who' || part === 'learn') book[part] = value.text
      else book[part] = linesOf(value.text)
    }
  }
  book.lingo = [...terms.values()].toSorted((a, b) => a.term.localeCompare(b.term, 'en'))
  return book
}

/** How much of the list is done; ticks of items that are no longer there don't count. */
export function progressOf(playbook: Playbook, done: readonly string[]): { done: number; of: number } {
  return { done: playbook.checklist.filter(item => done.includes(item.id)).length, of: playbook.checklist.length }
}
