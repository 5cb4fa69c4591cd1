/** A message that has not reached the server yet. */
export type Waiting = { key: string; text: string; at: string }
export type Kept = { token: string; email?: string; waiting?: readonly Waiting[] }

const nameOf = (chat: string) => `kith.chat.${chat}`

const isText = (value: unknown): value is string => typeof value === 'string'
const isWaiting = (each: unknown): each is Waiting => {
  const { key, text, at } = Object(each)
  return [key, text, at].every(isText)
}

/** What this browser remembers of the chat; undefined also where storage is closed to frames of other sites. */
export function readKept(chat: string): Kept | undefined {
  try {
    const { token, email, waiting } = Object(JSON.parse(localStorage.getItem(nameOf(chat)) ?? ''))
    if (!isText(token)) return undefined
    return { token, ...(isText(email) && { email }), waiting: Array.isArray(waiting) ? waiting.filter(isWaiting) : [] }
  } catch {
    return undefined
  }
}

/** False when the browser refuses: then the chat lives as long as the page. */
export function keep(chat: string, kept: Kept): boolean {
  try {
    localStorage.setItem(nameOf(chat), JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forget(chat: string): void {
  try {
    localStorage.removeItem(nameOf(chat))
  } catch {
    // Closed storage holds nothing to forget.
  }
}
