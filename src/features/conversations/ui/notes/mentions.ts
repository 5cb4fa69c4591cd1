type Named = { id: string; name: string }

const wordAtCaret = /(?:^|\s)@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]*)?)$/u
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Whom the word before the caret may mean; empty when it is no `@word`. */
export function suggest<Member extends Named>(text: string, caret: number, members: readonly Member[]): Member[] {
  const typed = wordAtCaret.exec(text.slice(0, caret))?.[1]
  if (typed === undefined) return []
  return members.filter(({ name }) =>
    [name, ...name.split(/\s+/)].some(part => fold(part).startsWith(fold(typed.trimEnd()))),
  )
}

/** The name written out in place of what was typed, and where the caret stands then. */
export function complete(text: string, caret: number, name: string): { text: string; caret: number } {
  const head = text.slice(0, caret)
  const at = head.lastIndexOf('@')
  const start = `${head.slice(0, at)}@${name} `
  return { text: start + text.slice(caret).trimStart(), caret: start.length }
}

/** Who is named: `@` and the whole name, not as the beginning of a longer word. */
export function mentionedIn<Member extends Named>(text: string, members: readonly Member[]): Member[] {
  // Longer names first, so that "@Ben Ode" is not also "@Ben".
  let rest = text
  const found: Member[] = []
  for (const member of members.toSorted((a, b) => b.name.length - a.name.length)) {
    const escaped = member.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const wanted = new RegExp(`@${escaped}(?![\\p{L}\\p{N}])`, 'gu')
    if (!wanted.test(rest)) continue
    found.push(member)
    rest = rest.replace(wanted, '')
  }
  return found
}
