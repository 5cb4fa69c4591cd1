import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { type Assessment, assess, type Reason } from '#features/etiquette/model.ts'
import { fetchAssessment } from '../api.ts'
import { contextQuery } from '../queries.ts'
import { contextNow, type JudgingContext } from './context.ts'
import { joinReasons } from './verdict.ts'

const pauseMs = 600
const minuteMs = 60_000

export type Judged = {
  reasons: readonly Reason[]
  judging: JudgingContext | undefined
  /** The server's word about this text, as a refusal brings it. */
  hear: (text: string, assessment: Assessment) => void
}

/** Judged here at every key; the server is asked when the writer pauses. */
export function useAssessment(
  conversation: string,
  text: string,
  action: 'message' | 'invite',
  putAway: ReadonlySet<string>,
): Judged {
  const { data: judging } = useQuery(contextQuery(conversation))
  const [heard, setHeard] = useState<{ text: string; assessment: Assessment }>()
  const [minute, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute(count => count + 1), minuteMs)
    return () => clearInterval(timer)
  }, [])

  // Keys are shown first and judged right after: judging never holds up the hand.
  const judged = useDeferredValue(text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `minute` judges again when the hour has moved on
  const here = useMemo(
    () => (judging ? assess(judged, contextNow(judging, action)).reasons : []),
    [judging, judged, action, minute],
  )

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

  const reasons = useMemo(() => joinReasons(here, heard, judged, putAway), [here, heard, judged, putAway])
  return { reasons, judging, hear: (about, assessment) => setHeard({ text: about, assessment }) }
}
