/**
 * Remembers the latest answers of a pure function of a text. While somebody types only the last sentence changes, so all the others
 * are known already.
 */
export function remember<T>(judge: (text: string) => T, most: number): (text: string) => T {
  let fresh = new Map<string, T>()
  let older = new Map<string, T>()
  return text => {
    const known = fresh.get(text) ?? older.get(text)
    if (known !== undefined) return known
    const made = judge(text)
    if (fresh.size >= most) {
      older = fresh
      fresh = new Map()
    }
    fresh.set(text, made)
    return made
  }
}
