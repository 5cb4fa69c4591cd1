import { useCallback, useEffect, useRef, useState } from 'react'
import { keepDraft } from '../api.ts'
import { useReturned } from '../sending.ts'
import { type Draft, draftKept, readDraft, writeDraft } from './drafts.ts'

const pauseMs = 600

/** The draft of one conversation: kept in the browser at every key and on the server at every pause. */
export function useDraft(user: string, conversation: string, fromServer: string) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(user, conversation) ?? { text: fromServer, later: '' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const write = useCallback(
    (next: Draft) => {
      setDraft(next)
      writeDraft(user, conversation, next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        // Offline it stays in the browser; the next pause tries again.
        keepDraft(conversation, next.text)
          .then(() => draftKept(user, conversation, next.text))
          .catch(() => undefined)
      }, pauseMs)
    },
    [user, conversation],
  )

  /** The text has gone out: what was split off is the next draft. The server empties its own. */
  const sent = useCallback(() => {
    clearTimeout(timer.current)
    const next = { text: readDraft(user, conversation)?.later ?? '', later: '' }
    if (next.text === '') {
      setDraft(next)
      writeDraft(user, conversation, next)
    } else write(next)
  }, [user, conversation, write])

  useReturned(returned => {
    if (returned.conversation !== conversation) return
    const back = readDraft(user, conversation)
    if (back) write(back)
  })
  return { draft, write, sent }
}
