import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { tell } from '#web/kit/Toasts.tsx'
import { type DetailWire, keepDraft, moveFiles, openConversation, type WayView } from '../api.ts'
import { type Draft, readDraft, writeDraft } from '../composer/drafts.ts'
import { conversationQuery } from '../queries.ts'

/** Over which conversation the next message goes, and how that is changed. */
export type Choice = {
  target: DetailWire | undefined
  /** `draft`: what is written so far; it goes along. */
  choose: (way: WayView, draft?: Draft) => void
  /** While something is written the tool stays, wherever they answer. */
  setWritten: (written: boolean) => void
}

/** The best way until something is written or another is chosen. */
export function useWay(user: string, opened: DetailWire): Choice {
  const { id } = opened.conversation
  const best = opened.ways.find(way => way.best)?.conversation ?? id
  const [written, setWritten] = useState(() => (readDraft(user, id)?.text ?? opened.draft).trim() !== '')
  const [via, setVia] = useState<string>(() => (written ? id : best))
  const [chosen, setChosen] = useState(false)
  const { data } = useQuery(conversationQuery(via))
  const busy = chosen || written
  useEffect(() => {
    // They have answered elsewhere: the next message goes there, unless one is in hand here.
    if (!busy) setVia(best)
  }, [best, busy])

  const choose = (way: WayView, draft: Draft = { text: '', later: '' }) => {
    void (async () => {
      const to = way.conversation ?? (await openConversation(way.connection, way.address)).id
      if (to === via) return
      if (draft.text !== '' || draft.later !== '') {
        writeDraft(user, to, draft)
        writeDraft(user, via, { text: '', later: '' })
        // Offline the empty one here counts, and the server hears of it at the next pause there.
        void keepDraft(via, '').catch(() => undefined)
      }
      // Files that wait go along as well; where they can't, they stay in the composer that they were put to.
      await moveFiles(via, to).catch(() => undefined)
      setChosen(true)
      setVia(to)
    })().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
  }
  return { target: via === id ? opened : data, choose, setWritten }
}
