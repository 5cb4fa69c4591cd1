import type { Term } from './playbook.ts'

const plain = (text: string) => text.toLowerCase().normalize('NFKC').trim()

/** Terms that begin with what was typed come first, then those that hold it, then those whose meaning does. */
export function searchGlossary<Entry extends Term>(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = plain(typed)
  if (wanted === '') return entries.toSorted((a, b) => a.term.localeCompare(b.term, 'en'))
  const rank = (entry: Entry): number => {
    const names = [entry.term, ...(entry.also ?? [])].map(plain)
    if (names.includes(wanted)) return 0
    if (names.some(name => name.startsWith(wanted))) return 1
    if (names.some(name => name.includes(wanted))) return 2
    return plain(`${entry.meaning} ${entry.note ?? ''}`).includes(wanted) ? 3 : 4
  }
  return entries
    .map(entry => ({ entry, at: rank(entry) }))
    .filter(({ at }) => at < 4)
    .toSorted((a, b) => a.at - b.at || a.entry.term.localeCompare(b.entry.term, 'en'))
    .map(({ entry }) => entry)
}

export type LingoFinder = (text: string) => { start: number; end: number; term: Term }[]

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
// Words that everyone knows need no line under them.
const common = new Set([
  'page',
  'group',
  'role',
  'seen',
  'feed',
  'status',
  'story',
  'following',
  'thread',
  'post',
  'wall',
])
const shortest = 2

/** Finds a tool's terms in what somebody wrote: whole words, each term once. Short ones in capitals only when written so. */
export function lingoFinder(terms: readonly Term[]): LingoFinder {
  const byName = new Map<string, Term>()
  for (const term of terms)
    for (const name of [term.term, ...(term.also ?? [])])
      if (name.length >= shortest && !common.has(plain(name))) byName.set(plain(name), term)
  if (byName.size === 0) return () => []
  const names = [...byName.keys()].toSorted((a, b) => b.length - a.length).map(quoted)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_/@.#-])(?:${names.join('|')})(?![\\p{L}\\p{N}_@-]|\\.\\p{L})`, 'giu')
  return text => {
    const seen = new Set<Term>()
    const found: { start: number; end: number; term: Term }[] = []
    for (const match of text.matchAll(pattern)) {
      const term = byName.get(plain(match[0]))
      if (!term || seen.has(term)) continue
      const written = [term.term, ...(term.also ?? [])]
      const shouted = written.every(name => name === name.toUpperCase() && name !== name.toLowerCase())
      if (shouted && match[0].length <= 3 && match[0] !== match[0].toUpperCase()) continue
      seen.add(term)
      found.push({ start: match.index, end: match.index + match[0].length, term })
    }
    return found
  }
}
