import { useQuery } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Assessment, Reason } from '#features/etiquette/model.ts'
import { useLanguage } from '#web/i18n/i18n.ts'
import { useEtiquette } from '#web/kit/verdict/judge.ts'
import { joinReasons } from '#web/kit/verdict/reasons.ts'
import { fetchAssessment } from '../api.ts'
import { contextQuery } from '../queries.ts'
import { contextNow, type JudgingContext } from './context.ts'

const pauseMs = 600
const minuteMs = 60_000

export type Judged = {
  reasons: readonly Reason[]
  judging: JudgingContext | undefined
  /** What the rules here say of another text. */
  judge: (text: string) => readonly Reason[]
  /** The server's word about this text, as a refusal brings it. */
  hear: (text: string, assessment: Assessment) => void
}

/** Judged here at every key, in the language of the screen; the server is asked when the writer pauses. */
export function useAssessment(
  conversation: string,
  text: string,
  action: 'message' | 'invite',
  putAway: ReadonlySet<string>,
): Judged {
  const { data: judging } = useQuery(contextQuery(conversation))
  const etiquette = useEtiquette(text !== '')
  const { source } = useLanguage()
  const language = etiquette?.wordLanguageFor([source])
  const [heard, setHeard] = useState<{ text: string; assessment: Assessment }>()
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute(count => count + 1), minuteMs)
    return () => clearInterval(timer)
  }, [])

  const judge = useCallback(
    (given: string) =>
      judging && etiquette ? etiquette.assess(given, contextNow(judging, action), language).reasons : [],
    [judging, etiquette, language, action],
  )

  // Keys are shown first and judged right after: judging never holds up the hand.
  const judged = useDeferredValue(text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `minute` judges again when the hour has moved on
  const here = useMemo(() => judge(judged), [judge, judged, minute])

  useEffect(() => {
    if (text.trim() === '') {
      setHeard(undefined)
      return
    }
    let current = true
    const timer = setTimeout(() => {
      // Offline the browser's own judgement stands; Send is judged again by the server in any case.
      fetchAssessment(conversation, { text, action })
        .then(assessment => current && setHeard({ text, assessment }))
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [conversation, text, action])

  const said = useMemo(
    () => heard && etiquette && language && { ...heard, assessment: etiquette.reworded(heard.assessment, language) },
    [heard, etiquette, language],
  )
  const reasons = useMemo(() => joinReasons(here, said ?? heard, judged, putAway), [here, said, heard, judged, putAway])
  return { reasons, judging, judge, hear: (about, assessment) => setHeard({ text: about, assessment }) }
}
