import { foldName } from './fold.ts'
import table from './nicknames.json' with { type: 'json' }
import { shortNames } from './short-names.ts'

const formalNames = new Map<string, Set<string>>()

for (const [formal, shorts] of Object.entries(table)) {
  note(formal, formal)
  for (const short of shorts.split(' ')) note(short, formal)
}

for (const line of shortNames.trim().split('\n')) {
  const [formal = '', shorts = ''] = line.split(': ')
  note(formal, formal)
  for (const short of shorts.split(' ')) note(foldName(short), formal)
}

function note(name: string, formal: string) {
  const known = formalNames.get(name)
  if (known) known.add(formal)
  else formalNames.set(name, new Set([formal]))
}

/** True when both can be short for, or the long form of, one name: Bob and Robert, Bob and Rob. Folded names only. */
export function isNickname(a: string, b: string): boolean {
  const ofA = formalNames.get(a)
  if (!ofA) return false
  const ofB = formalNames.get(b)
  if (!ofB) return false
  for (const formal of ofA) if (ofB.has(formal)) return true
  return false
}

/** The long forms a folded name may stand for. */
export function formalNamesOf(name: string): readonly string[] {
  return [...(formalNames.get(name) ?? [])]
}

let shortForms: Map<string, string[]> | undefined

/**
 * Other names that somebody may go by who is looked for as `name` (folded, one word): Bill for William and William for Bill. Not the
 * name itself.
 */
export function otherNamesOf(name: string): readonly string[] {
  if (!shortForms) {
    shortForms = new Map()
    for (const [short, formals] of formalNames)
      for (const formal of formals) {
        const known = shortForms.get(formal)
        if (known) known.push(short)
        else shortForms.set(formal, [short])
      }
  }
  const others = new Set<string>()
  for (const formal of formalNames.get(name) ?? []) {
    others.add(formal)
    for (const short of shortForms.get(formal) ?? []) others.add(short)
  }
  for (const spelled of [
    umlautsWritten(name),
    name.replace(/(?<=[bcdfghjklmnpqrstvwxz])([aou])e(?=[bcdfghjklmnpqrstvwxz])/g, '$1'),
  ])
    if (spelled !== name) others.add(spelled)
  others.delete(name)
  return [...others].slice(0, 60)
}

/** A folded name does not tell ü from u; the commonest that are also written with two letters. */
const umlauts: Readonly<Record<string, string>> = {
  muller: 'mueller',
  moller: 'moeller',
  schafer: 'schaefer',
  schroder: 'schroeder',
  kohler: 'koehler',
  bohm: 'boehm',
  konig: 'koenig',
  jurgen: 'juergen',
  jorg: 'joerg',
  gunther: 'guenther',
  gunter: 'guenter',
  bjorn: 'bjoern',
  soren: 'soeren',
  kramer: 'kraemer',
  kruger: 'krueger',
  gotz: 'goetz',
  hofner: 'hoefner',
  gobel: 'goebel',
  schutz: 'schuetz',
}
const umlautsWritten = (name: string) => umlauts[name] ?? name
