import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { type Assessment, assess, type Reason } from '#features/etiquette/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { Stage } from '#features/relationships/model.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { checkHandOff, historyQuery, recentQuery } from '../api.ts'
import type { HandOffPlan } from './plan.ts'
import { contextOf, joinReasons } from './verdict.ts'

const pauseMs = 600

export type Judged = {
  reasons: readonly Reason[]
  /** The tool's own page for this, once the server said. */
  url: string | null
  hear: (text: string, assessment: Assessment) => void
}

/** Judged here at every key, by the server at every pause. */
export function useJudged(given: {
  person: PersonPageWire
  plan: HandOffPlan
  stage: Stage
  text: string
  activity: ActivityId | undefined
  putAway: ReadonlySet<string>
}): Judged {
  const { person, plan, stage, text, activity, putAway } = given
  const { data: items = [] } = useQuery(recentQuery(person.id))
  const { data: messages = [] } = useQuery(historyQuery(person.id))
  const [heard, setHeard] = useState<{ text: string; assessment: Assessment }>()
  const [url, setUrl] = useState<string | null>(null)

  const here = useMemo(
    () => assess(text, contextOf({ plan, person, stage, items, messages, now: new Date() })).reasons,
    [text, plan, person, stage, items, messages],
  )
  const { tool, surface, action } = plan
  useEffect(() => {
    if (text.trim() === '') return
    let current = true
    const timer = setTimeout(() => {
      checkHandOff({ person: person.id, tool, surface, action, text, ...(activity ? { activity } : {}) })
        .then(answer => {
          if (!current) return
          setHeard({ text, assessment: answer.assessment })
          setUrl(answer.url)
        })
        // Offline the browser's own judgement stands; "I sent it" is judged by the server in any case.
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [person.id, tool, surface, action, text, activity])

  const reasons = useMemo(() => joinReasons(here, heard, text, putAway), [here, heard, text, putAway])
  return { reasons, url, hear: (about, assessment) => setHeard({ text: about, assessment }) }
}
