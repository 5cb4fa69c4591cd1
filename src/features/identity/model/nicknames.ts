import table from './nicknames.json' with { type: 'json' }

const formalNames = new Map<string, Set<string>>()

for (const [formal, shorts] of Object.entries(table)) {
  note(formal, formal)
  for (const short of shorts.split(' ')) note(short, formal)
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
