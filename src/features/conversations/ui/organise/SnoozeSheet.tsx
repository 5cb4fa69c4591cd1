import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayMs, hourMs } from '#kernel/clock.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import type { ConversationView } from '../api.ts'
import { nextHour, nextMonday } from '../composer/remedies.ts'
import { presenceQuery } from '../queries.ts'
import { type Pick, PickSheet } from './PickSheet.tsx'
import { useChanges } from './use-changes.ts'

const patience = [3, 7] as const
const onlineDays = 14

/** Aside until a time, until they are online, until they answer; or left here with a reminder. */
export function SnoozeSheet({ rows, onClose }: { rows: readonly ConversationView[]; onClose: () => void }) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  const change = useChanges()
  const { data: present = [] } = useQuery(presenceQuery)
  const [own, setOwn] = useState('')
  const now = new Date()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const said = (at: Date) => formatAgo(at, now, formats)
  const put = (kind: 'time' | 'online' | 'answer', at: Date, words: string) =>
    void change(rows, { snooze: { for: kind, until: at.toISOString() } }, words)
  const morning = nextHour(8, now, zone)
  const monday = nextMonday(now, zone)
  const time = (id: string, at: Date): Pick => ({
    id,
    label: t(`snooze.${id}`),
    hint: said(at),
    run: () => put('time', at, t('action.was-snoozed', { until: said(at) })),
  })
  const days = (count: number) => new Date(now.getTime() + count * dayMs)
  const someoneHere = rows.some(row =>
    present.some(each => each.connection === row.connection && each.address === row.address && each.state === 'online'),
  )
  const rooms = rows.every(row => row.kind === 'room')
  const picks: readonly Pick[] = [
    ...(rows.some(row => row.snooze)
      ? [{ id: 'wake', label: t('action.wake'), run: () => void change(rows, { snooze: null }, t('action.was-woken')) }]
      : []),
    time('hours', new Date(now.getTime() + 3 * hourMs)),
    time('morning', morning),
    // On a Sunday tomorrow is Monday.
    ...(monday.getTime() === morning.getTime() ? [] : [time('monday', monday)]),
    time('fortnight', days(14)),
    ...(rooms
      ? []
      : [
          {
            id: 'online',
            label: t('snooze.online'),
            hint: t('snooze.at-latest', { until: said(days(onlineDays)) }),
            unavailable: someoneHere ? t('snooze.online-now') : undefined,
            run: () => put('online', days(onlineDays), t('snooze.was-online')),
          },
          ...patience.map(count => ({
            id: `answer-${count}`,
            label: t('snooze.answer', { count }),
            run: () => put('answer', days(count), t('snooze.was-answer', { count })),
          })),
          ...patience.map(count => ({
            id: `remind-${count}`,
            label: t('snooze.remind', { count }),
            run: () => void change(rows, { remindAt: days(count).toISOString() }, t('snooze.was-reminded', { count })),
          })),
        ]),
    ...(rows.some(row => row.remindAt)
      ? [
          {
            id: 'no-reminder',
            label: t('snooze.no-reminder'),
            run: () => void change(rows, { remindAt: null }, t('snooze.was-no-reminder')),
          },
        ]
      : []),
  ]
  const chosen = own === '' ? undefined : new Date(own)
  const wrong = chosen !== undefined && chosen <= now ? t('snooze.not-ahead') : undefined
  return (
    <PickSheet title={t('action.snooze-until')} placeholder={t('snooze.type')} picks={picks} onClose={onClose}>
      <form
        className="c-pick-own"
        onSubmit={event => {
          event.preventDefault()
          if (!chosen || wrong !== undefined) return
          onClose()
          put('time', chosen, t('action.was-snoozed', { until: said(chosen) }))
        }}
      >
        <TextField
          type="datetime-local"
          label={t('snooze.own')}
          value={own}
          error={wrong}
          onChange={event => setOwn(event.target.value)}
        />
        <Button type="submit" unavailable={chosen ? wrong : t('snooze.choose')}>
          {t('action.snooze')}
        </Button>
      </form>
    </PickSheet>
  )
}
