/** What was typed since the server last knew it, per recruiter and conversation: a reload in mid-sentence keeps it. */
export type Draft = { text: string; later: string }

const keyOf = (user: string, conversation: string) => `kith.draft.${user}.${conversation}`

/** Undefined when nothing here is newer than the server's draft. */
export function readDraft(user: string, conversation: string): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(user, conversation)) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return undefined
    const { text, later } = { text: '', later: '', ...stored }
    return typeof text === 'string' && typeof later === 'string' ? { text, later } : undefined
  } catch {
    return undefined
  }
}

export function writeDraft(user: string, conversation: string, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(user, conversation), JSON.stringify(draft))
  } catch {
    // A full or forbidden storage: the server keeps it at the next pause.
  }
}

/** The server knows `text` now. Words typed meanwhile, and a second part that waits, stay. */
export function draftKept(user: string, conversation: string, text: string): void {
  const now = readDraft(user, conversation)
  if (now && now.text === text && now.later === '') localStorage.removeItem(keyOf(user, conversation))
}
