import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Me } from '#features/accounts/wire.ts'
import { queryClient } from '#web/api/queries.ts'
import { formatAgo, formatInstant } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { classes } from '#web/kit/classes.ts'
import { tell } from '#web/kit/Toasts.tsx'
import type { ConversationView } from '../api.ts'
import { contextQuery, keys, useNameOf } from '../queries.ts'
import { changeLater, type LaterView, laterQuery, sendLaterNow } from './api.ts'
import { TimeSheet } from './TimeSheet.tsx'
import { takeBack } from './use-plan.ts'

/** What waits for its time in this thread, and what could not leave and why. */
export function LaterList({ conversation, me }: { conversation: ConversationView; me: Me }) {
  const t = useText('conversations')
  const { data: messages = [] } = useQuery(laterQuery(conversation.id))
  const { data: judging } = useQuery(contextQuery(conversation.id))
  if (messages.length === 0) return null
  const zone = judging?.context.person?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <section className="c-planned" aria-label={t('later.label')}>
      {messages.map(message => (
        <Planned
          key={message.id}
          message={message}
          zone={zone}
          mine={message.user === me.user.id || me.may.includes('override-etiquette')}
          own={message.user === me.user.id}
        />
      ))}
    </section>
  )
}

function Planned(props: { message: LaterView; zone: string; mine: boolean; own: boolean }) {
  const { message, zone, mine, own } = props
  const t = useText('conversations')
  const { formats } = useLanguage()
  const nameOf = useNameOf()
  const [choosing, setChoosing] = useState(false)
  const { held, sendAt } = message
  const at = new Date(sendAt)
  const failed = (error: Error) => tell(t('action.failed', { why: error.message }))
  const settle = () => queryClient.invalidateQueries({ queryKey: keys.allLater })
  const move = (to: Date) => {
    const was = sendAt
    const ahead = new Date(was) > new Date()
    changeLater(message.id, { sendAt: to.toISOString() }).then(() => {
      const words = t('later.planned', { at: formatAgo(to, new Date(), formats, zone) })
      tell(words, ahead ? () => void changeLater(message.id, { sendAt: was }).then(settle, failed) : undefined)
      return settle()
    }, failed)
  }
  const back = () => {
    takeBack(message).then(done => done || tell(t('later.has-left')), failed)
  }
  const now = () => {
    sendLaterNow(message.id).then(settle, failed)
  }
  return (
    <div className={classes('c-planned-one', held !== null && 'c-planned-held')}>
      <p>
        <strong title={formatInstant(at, formats, zone)}>
          {held ? t(`later.held.${held.code}`) : t('later.leaves', { at: formatAgo(at, new Date(), formats, zone) })}
        </strong>{' '}
        {!own && <span className="k-meta">{nameOf(message.user) ?? t('thread.colleague')}</span>}
      </p>
      {held?.reasons.map(reason => (
        <p key={reason.code}>{reason.message}</p>
      ))}
      <p className="c-planned-text" dir="auto">
        {message.text}
      </p>
      {mine && (
        <div className="k-line">
          <Button size="row" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
            {t('later.change-time')}
          </Button>
          <Button size="row" onClick={back}>
            {t('later.take-back')}
          </Button>
          <Button size="row" onClick={now}>
            {t('later.send-now')}
          </Button>
        </div>
      )}
      {choosing && <TimeSheet zone={zone} onPick={move} onClose={() => setChoosing(false)} />}
    </div>
  )
}
