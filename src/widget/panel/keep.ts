export type Kept = { token: string; email?: string }

const nameOf = (chat: string) => `kith.chat.${chat}`

/** What this browser remembers of the chat; undefined also where storage is closed to frames of other sites. */
export function readKept(chat: string): Kept | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(nameOf(chat)) ?? 'null')
    if (typeof read !== 'object' || read === null || !('token' in read) || typeof read.token !== 'string')
      return undefined
    return 'email' in read && typeof read.email === 'string'
      ? { token: read.token, email: read.email }
      : { token: read.token }
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
