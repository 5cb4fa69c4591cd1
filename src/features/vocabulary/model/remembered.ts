const most = 50_000

/** The answers of a pure function of a text, kept: the same few thousand texts come again and again. */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T
    const found = answer(text)
    if (known.size >= most) known.clear()
    if (text.length <= 200) known.set(text, found)
    return found
  }
}
