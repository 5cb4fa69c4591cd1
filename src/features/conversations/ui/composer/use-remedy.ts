import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Reason } from '#features/etiquette/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import type { VerdictView } from '#web/kit/verdict/calm.ts'
import type { ConversationView } from '../api.ts'
import { useChanges } from '../organise/use-changes.ts'
import { cutAll, splitAtSpan } from './remedies.ts'

const patienceDays = 3

/** The one button of a verdict, which does what it says. Undefined where nothing can be done from here. */
export function useRemedy(
  reason: Reason | undefined,
  can: {
    conversation: ConversationView
    text: string
    judge: (text: string) => readonly Reason[]
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
  const now = useRef(can)
  now.current = can
  if (!reason) return undefined
  const { action, span } = reason
  const { person } = can.conversation
  switch (action) {
    case 'cut':
      return (
        span && {
          label: t('remedy.cut'),
          run: () => {
            const before = can.text
            const { left, taken } = cutAll(before, reason, can.judge)
            can.setText(left)
            tell(t('remedy.is-cut'), () => {
              const { text, setText } = now.current
              setText(text === left ? before : [text, ...taken].join('\n').trim())
            })
          },
        }
      )
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
