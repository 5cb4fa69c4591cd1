import { useNavigate } from '@tanstack/react-router'
import type { Reason } from '#features/etiquette/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { useText } from '#web/i18n/i18n.ts'
import type { VerdictView } from '#web/kit/verdict/calm.ts'
import { cutSpan } from '#web/kit/verdict/reasons.ts'
import type { ConversationView } from '../api.ts'
import { useChanges } from '../organise/use-changes.ts'
import { splitAtSpan } from './remedies.ts'

const patienceDays = 3

/** The one button of a verdict, which does what it says. Undefined where nothing can be done from here. */
export function useRemedy(
  reason: Reason | undefined,
  can: {
    conversation: ConversationView
    text: string
    setText: (text: string) => void
    split: (parts: { now: string; later: string }) => void
    /** When their quiet hours end. */
    atMorning: { hour: string; run: () => void }
    introduce: () => void
    invite: (() => void) | undefined
  },
): VerdictView['next'] {
  const t = useText('conversations')
  const navigate = useNavigate()
  const change = useChanges()
  if (!reason) return undefined
  const { action, span } = reason
  const { person } = can.conversation
  switch (action) {
    case 'cut':
      return span && { label: t('remedy.cut'), run: () => can.setText(cutSpan(can.text, [span[0], span[1]])) }
    case 'split':
      return span && { label: t('remedy.split'), run: () => can.split(splitAtSpan(can.text, [span[0], span[1]])) }
    case 'send-later':
      return can.text.trim() === ''
        ? undefined
        : { label: t('remedy.at-morning', { hour: can.atMorning.hour }), run: can.atMorning.run }
    case 'introduce':
      return { label: t('remedy.introduce'), run: can.introduce }
    case 'read':
    case 'mention':
    case 'engage':
      return person
        ? {
            label: t('remedy.read'),
            run: () => void navigate({ to: `/people/${person.id}`, search: { tab: 'activity' } }),
          }
        : undefined
    case 'invite':
      return can.invite && { label: t('remedy.invite'), run: can.invite }
    case 'wait': {
      if (can.text.trim() === '') return undefined
      const until = new Date(Date.now() + patienceDays * dayMs).toISOString()
      return {
        label: t('remedy.wait', { count: patienceDays }),
        run: () =>
          void change(
            [can.conversation],
            { snooze: { for: 'answer', until } },
            t('remedy.waits', { count: patienceDays }),
          ),
      }
    }
    case 'none':
      return undefined
  }
}
