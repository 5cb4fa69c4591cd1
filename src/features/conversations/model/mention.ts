const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether a room's message speaks of one of these names, as a word of its own. */
export function mentions(text: string, names: readonly string[]): boolean {
  const known = names.map(name => name.trim()).filter(name => name.length > 1)
  if (known.length === 0) return false
  return new RegExp(`(?<![\\p{L}\\p{N}])@?(?:${known.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'iu').test(text)
}

/** What a recruiter is called in rooms: whole and first name, and the name of their account there. */
export function namesOf(name: string, accounts: readonly Readonly<Record<string, string>>[]): string[] {
  const accountNames = accounts.flatMap(values =>
    ['nick', 'jid', 'user', 'username'].flatMap(field => values[field]?.replace(/^@/, '').split(/[@:]/)[0] ?? []),
  )
  return [...new Set([name, name.split(/\s+/)[0] ?? '', ...accountNames])].filter(Boolean)
}
