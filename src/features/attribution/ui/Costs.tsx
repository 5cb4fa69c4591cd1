import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { CampaignWire } from '../wire.ts'
import { durationWord, toolWord } from './people-words.ts'
import { addCost, attributionKey, removeCost } from './queries.ts'

/** Time comes from the groups' ledger; money, and time that no clock saw, by hand. */
export function Costs({ campaign }: { campaign: CampaignWire }) {
  const t = useText('attribution')
  const { formats } = useLanguage()
  const cache = useQueryClient()
  const [given, setGiven] = useState({ what: '', amount: '', currency: 'EUR', minutes: '' })
  const fresh = () => cache.invalidateQueries({ queryKey: attributionKey })
  const day = new Intl.DateTimeFormat(formats, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const dayText = (on: string) => day.format(new Date(`${on}T00:00:00Z`))
  const amount = Number(given.amount.replace(',', '.'))
  const minutes = Number(given.minutes)
  const wrong =
    (given.amount !== '' && !(amount > 0)) ||
    (given.minutes !== '' && !(Number.isInteger(minutes) && minutes > 0)) ||
    !/^[A-Z]{3}$/.test(given.currency)
  const missing =
    given.what.trim() === ''
      ? t('cost.what-first')
      : wrong || (given.amount === '' && given.minutes === '')
        ? t('cost.number-first')
        : undefined
  const add = useMutation({
    mutationFn: () =>
      addCost(campaign.id, {
        what: given.what.trim(),
        ...(given.amount === '' ? {} : { amount, currency: given.currency }),
        ...(given.minutes === '' ? {} : { minutes }),
      }),
    onSuccess: () => setGiven({ ...given, what: '', amount: '', minutes: '' }),
    onSettled: fresh,
  })
  const out = useMutation({
    mutationFn: (id: string) => removeCost(campaign.id, id),
    onError: error => tell(error.message),
    onSettled: fresh,
  })
  const remove = (cost: CampaignWire['costs'][number]) => {
    out.mutate(cost.id)
    tell(t('cost.removed', { what: cost.what }), () => {
      void addCost(campaign.id, {
        what: cost.what,
        on: cost.on,
        ...(cost.amount !== null && cost.currency !== null ? { amount: cost.amount, currency: cost.currency } : {}),
        ...(cost.minutes !== null ? { minutes: cost.minutes } : {}),
      })
        .then(fresh)
        .catch((error: Error) => tell(error.message))
    })
  }
  return (
    <section aria-labelledby="at-costs">
      <h2 id="at-costs">{t('cost.title')}</h2>
      {campaign.minutes.length > 0 && (
        <p>
          {t('cost.time')}{' '}
          {campaign.minutes
            .map(
              one =>
                `${one.tool === '' ? t('cost.no-tool') : toolWord(one.tool)} ${durationWord(one.minutes, formats)}`,
            )
            .join(', ')}
        </p>
      )}
      {campaign.costs.length > 0 && (
        <ul className="at-rows">
          {campaign.costs.map(cost => (
            <li key={cost.id}>
              <span>
                <bdi>{cost.what}</bdi> <span className="k-meta">{dayText(cost.on)}</span>
              </span>
              <span className="at-row-end">
                {cost.amount !== null &&
                  cost.currency !== null &&
                  new Intl.NumberFormat(formats, { style: 'currency', currency: cost.currency }).format(
                    cost.amount,
                  )}{' '}
                {cost.minutes !== null && durationWord(cost.minutes, formats)}
                <IconButton label={t('cost.remove', { what: cost.what })} onClick={() => remove(cost)}>
                  <Icon name="close" size={14} />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      <form
        className="at-form"
        onSubmit={event => {
          event.preventDefault()
          if (!missing) add.mutate()
        }}
      >
        <TextField
          label={t('cost.what')}
          value={given.what}
          maxLength={200}
          onChange={event => setGiven({ ...given, what: event.target.value })}
        />
        <TextField
          label={t('cost.amount')}
          optional
          inputMode="decimal"
          value={given.amount}
          onChange={event => setGiven({ ...given, amount: event.target.value })}
        />
        <TextField
          label={t('cost.currency')}
          value={given.currency}
          maxLength={3}
          onChange={event => setGiven({ ...given, currency: event.target.value.toUpperCase() })}
        />
        <TextField
          label={t('cost.minutes')}
          optional
          inputMode="numeric"
          value={given.minutes}
          onChange={event => setGiven({ ...given, minutes: event.target.value })}
        />
        <Button type="submit" busy={add.isPending} unavailable={missing}>
          {t('cost.add')}
        </Button>
      </form>
      {add.error && <Notice tone="block">{add.error.message}</Notice>}
    </section>
  )
}
