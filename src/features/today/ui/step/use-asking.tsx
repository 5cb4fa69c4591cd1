import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { isAsked, withoutGranted } from '#features/conversations/model.ts'
import type { QuestionView } from '#features/conversations/wire.ts'
import type { Reason } from '#features/etiquette/model.ts'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { ActivityId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { Override } from '#web/kit/verdict/Verdict.tsx'
import { askByHand, questionsByHandQuery } from '../api.ts'
import type { HandOffPlan } from './plan.ts'

const none: readonly QuestionView[] = []

/** A text by hand that is held back, put before an admin; what they allowed of exactly this text holds it back no more. */
export function useAsking(given: {
  person: PersonPageWire
  plan: HandOffPlan
  text: string
  activity: ActivityId | undefined
  reasons: readonly Reason[]
  user: string | undefined
}): { reasons: readonly Reason[]; override: Override; said: ReactNode } {
  const { person, plan, text, activity, user = '' } = given
  const { tool, surface, action } = plan
  const t = useText('today')
  const queries = useQueryClient()
  const query = questionsByHandQuery(person.id, tool)
  const { data: questions = none } = useQuery(query)
  const asking = useMutation({
    mutationFn: () =>
      askByHand({ person: person.id, tool, surface, action, text: text.trim(), ...(activity ? { activity } : {}) }),
    onSuccess: () => tell(t('hand-off.asked')),
    onError: error => tell(error.message),
    onSettled: () => queries.invalidateQueries({ queryKey: query.queryKey }),
  })
  const { reasons, grant } = withoutGranted(given.reasons, questions, { text, action, user })
  const asked = isAsked(questions, user, text, action)
  const no = questions.find(
    each => each.state === 'declined' && each.text === text.trim() && each.action === action && !asked,
  )
  const about = grant ?? no ?? (asked ? questions.find(each => each.state === 'asked') : undefined)
  return {
    reasons,
    override: { kind: 'ask', ask: () => asking.mutate(), asked: asked || asking.isPending },
    said: about && (
      <Notice>
        {t(grant ? 'hand-off.allowed' : no ? 'hand-off.declined' : 'hand-off.waits')}{' '}
        {about.reason !== '' && <q>{about.reason}</q>}{' '}
        <Link to="/inbox/$conversationId" params={{ conversationId: about.conversation }}>
          {t('hand-off.question')}
        </Link>
      </Notice>
    ),
  }
}
