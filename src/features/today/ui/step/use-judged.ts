import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Assessment, Reason } from '#features/etiquette/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { Stage } from '#features/relationships/model.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { useLanguage } from '#web/i18n/i18n.ts'
import { useEtiquette } from '#web/kit/verdict/judge.ts'
import { joinReasons } from '#web/kit/verdict/reasons.ts'
import { checkHandOff, historyQuery, type MessageView, policyQuery, recentQuery } from '../api.ts'
import { contextOf } from './context.ts'
import type { HandOffPlan } from './plan.ts'

const pauseMs = 600
const none: readonly MessageView[] = []

export type Judged = {
  reasons: readonly Reason[]
  /** The tool's own page for this, once the server said. */
  url: string | null
  /** What they wrote, over all tools. */
  theirs: readonly string[]
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
  const { data: messages = none } = useQuery(historyQuery(person.id))
  const { data: limits } = useQuery(policyQuery)
  // The field stands open: what is written is judged from the first key.
  const etiquette = useEtiquette(true)
  const { source } = useLanguage()
  const language = etiquette?.wordLanguageFor([source])
  const [heard, setHeard] = useState<{ text: string; assessment: Assessment }>()
  const [url, setUrl] = useState<string | null>(null)

  const here = useMemo(() => {
    const policy = limits && etiquette?.policyFrom(Object.entries(limits.lines))
    const context = contextOf({ plan, person, stage, items, messages, now: new Date(), policy })
    return etiquette?.assess(text, context, language).reasons ?? []
  }, [etiquette, language, text, plan, person, stage, items, messages, limits])
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

  const said = useMemo(
    () => heard && etiquette && language && { ...heard, assessment: etiquette.reworded(heard.assessment, language) },
    [heard, etiquette, language],
  )
  const reasons = useMemo(() => joinReasons(here, said ?? heard, text, putAway), [here, said, heard, text, putAway])
  const theirs = useMemo(
    () => messages.filter(each => !each.own && each.kind === 'text' && !each.retractedAt).map(each => each.text),
    [messages],
  )
  return { reasons, url, theirs, hear: (about, assessment) => setHeard({ text: about, assessment }) }
}
