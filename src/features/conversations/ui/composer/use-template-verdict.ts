import { useEffect, useState } from 'react'
import type { Reason } from '#features/etiquette/model.ts'
import { useLanguage } from '#web/i18n/i18n.ts'
import { useEtiquette } from '#web/kit/verdict/judge.ts'
import { fetchAssessment } from '../api.ts'

const pauseMs = 350

/** What the server says of a template as it reads, in the language of the screen; nothing while a slot is empty. */
export function useTemplateVerdict(conversation: string, text: string): readonly Reason[] {
  const etiquette = useEtiquette(text !== '')
  const { source } = useLanguage()
  const [heard, setHeard] = useState<{ text: string; reasons: readonly Reason[] }>()
  useEffect(() => {
    if (text === '' || !etiquette) return
    let current = true
    const timer = setTimeout(() => {
      // Without an answer Send asks again; the server judges there in any case.
      fetchAssessment(conversation, { text, action: 'message', template: true })
        .then(given => {
          const { reasons } = etiquette.reworded(given, etiquette.wordLanguageFor([source]))
          if (current) setHeard({ text, reasons })
        })
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [conversation, text, etiquette, source])
  return heard?.text === text ? heard.reasons : []
}
