import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { tell } from '#web/kit/Toasts.tsx'
import { type DetailWire, openConversation, type WayView } from '../api.ts'
import { readDraft, writeDraft } from '../composer/drafts.ts'
import { conversationQuery } from '../queries.ts'

/** The conversation over which the next message goes: the best way until something is written or another is chosen. */
export function useWay(user: string, opened: DetailWire): { target: DetailWire | undefined; choose: (way: WayView) => void } {
  const { id } = opened.conversation
  const best = opened.ways.find(way => way.best)?.conversation ?? id
  const written = (conversation: string, fromServer: string) =>
    (readDraft(user, conversation)?.text ?? fromServer).trim() !== ''
  const [via, setVia] = useState<string>(() => (written(id, opened.draft) ? id : best))
  const [chosen, setChosen] = useState(false)
  const { data } = useQuery(conversationQuery(via))
  const target = via === id ? opened : data
  const busy = chosen || (target !== undefined && written(via, target.draft))
  useEffect(() => {
    // They have answered elsewhere: the next message goes there, unless one is in hand here.
    if (!busy) setVia(best)
  }, [best, busy])

  const choose = (way: WayView) => {
    void (async () => {
      const to = way.conversation ?? (await openConversation(way.connection, way.address)).id
      if (to === via) return
      // What is written goes along; only the tool changes.
      const draft = readDraft(user, via) ?? { text: target?.draft ?? '', later: '' }
      if (draft.text !== '' || draft.later !== '') {
        writeDraft(user, to, draft)
        writeDraft(user, via, { text: '', later: '' })
      }
      setChosen(true)
      setVia(to)
    })().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)))
  }
  return { target, choose }
}
