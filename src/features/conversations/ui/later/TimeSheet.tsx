import { useState } from 'react'
import { hourMs } from '#kernel/clock.ts'
import { formatAgo } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { nextHour, nextMonday } from '../composer/remedies.ts'
import { PickSheet } from '../organise/PickSheet.tsx'
import { instantIn } from './zone.ts'

/** When a message is to leave, by the clock of whoever gets it; ours stands beside it where it differs. */
export function TimeSheet(props: { zone: string; onPick: (at: Date) => void; onClose: () => void }) {
  const { zone, onPick, onClose } = props
  const t = useText('conversations')
  const { formats } = useLanguage()
  const [own, setOwn] = useState('')
  const now = new Date()
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const theirs = (at: Date) => formatAgo(at, now, formats, zone)
  const ours = (at: Date) => {
    const mine = formatAgo(at, now, formats)
    return mine === theirs(at) ? undefined : t('later.ours', { at: mine })
  }
  const times = [
    ['hour', new Date(Math.ceil((now.getTime() + hourMs) / (5 * 60_000)) * 5 * 60_000)],
    ['morning', nextHour(8, now, zone)],
    ['noon', nextHour(12, now, zone)],
    ['evening', nextHour(18, now, zone)],
    ['monday', nextMonday(now, zone)],
  ] as const
  const seen = new Set<number>()
  const picks = times
    .filter(([, at]) => !seen.has(at.getTime()) && seen.add(at.getTime()))
    .toSorted(([, a], [, b]) => a.getTime() - b.getTime())
    .map(([id, at]) => ({
      id,
      label: t(id === 'hour' ? 'later.in-an-hour' : 'later.at', { at: theirs(at) }),
      hint: ours(at),
      run: () => onPick(at),
    }))
  const chosen = instantIn(zone, own)
  const wrong = chosen !== undefined && chosen <= now ? t('snooze.not-ahead') : undefined
  return (
    <PickSheet title={t('later.when')} placeholder={t('later.type')} picks={picks} onClose={onClose}>
      <form
        className="c-pick-own"
        onSubmit={event => {
          event.preventDefault()
          if (!chosen || wrong !== undefined) return
          onClose()
          onPick(chosen)
        }}
      >
        <TextField
          type="datetime-local"
          label={t(zone === here ? 'snooze.own' : 'later.own', { zone: zone.replaceAll('_', ' ') })}
          hint={chosen && !wrong ? ours(chosen) : undefined}
          value={own}
          error={wrong}
          onChange={event => setOwn(event.target.value)}
        />
        <Button type="submit" unavailable={chosen ? wrong : t('snooze.choose')}>
          {t('later.then')}
        </Button>
      </form>
    </PickSheet>
  )
}
