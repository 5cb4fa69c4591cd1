import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { useLanguageChoices } from '#web/i18n/language-choices.ts'
import { CheckField, SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Stack } from '#web/kit/Layout.tsx'
import { MarkdownField } from '#web/kit/MarkdownField.tsx'
import { Notice } from '#web/kit/States.tsx'
import {
  countryName,
  employments,
  openingLanguages,
  payPeriods,
  remoteKinds,
  type TeamPart,
  teamParts,
} from '../model.ts'
import type { OpeningDetail, OpeningView } from './api.ts'
import { useIntake } from './use-intake.ts'

const linesOf = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined => all.find(each => each === value)

/** What is asked when a job comes in; readers see it as soon as the job is open. */
export function Intake({ data }: { data: OpeningDetail }) {
  const { opening } = data
  const t = useText('openings')
  const languages = useLanguageChoices()
  const { formats } = useLanguage()
  const { state, refused, write } = useIntake(opening.id)
  const [title, setTitle] = useState(opening.title)
  const [description, setDescription] = useState(opening.description)
  const [must, setMust] = useState(opening.must.join('\n'))
  const [nice, setNice] = useState(opening.nice.join('\n'))
  const [place, setPlace] = useState(opening.place)
  const [from, setFrom] = useState(opening.remoteFrom.join(' '))
  const [site, setSite] = useState(opening.organisationUrl ?? '')
  const countries = from.toUpperCase().match(/[A-Z]{2}\b/g) ?? []
  const siteWrong = site.trim() !== '' && !/^https?:\/\/\S+\.\S+/.test(site.trim())
  return (
    <section className="j-intake" aria-label={t('intake')}>
      <Stack gap={4}>
        <p className="k-meta" aria-live="polite">
          {t(`saving.${state}`)}
        </p>
        {refused && <Notice tone="block">{refused}</Notice>}
        <TextField
          label={t('field.title')}
          hint={t('hint.title')}
          value={title}
          maxLength={120}
          error={title.trim() === '' ? t('title-first') : undefined}
          onChange={event => {
            setTitle(event.target.value)
            if (event.target.value.trim() !== '') write({ title: event.target.value.trim() })
          }}
        />
        <MarkdownField
          label={t('field.description')}
          hint={t('hint.description')}
          rows={10}
          maxLength={20_000}
          value={description}
          onChange={text => {
            setDescription(text)
            write({ description: text })
          }}
        />
        <div className="j-pair">
          <TextAreaField
            label={t('field.must')}
            hint={t('hint.lines')}
            rows={5}
            value={must}
            onChange={event => {
              setMust(event.target.value)
              write({ must: linesOf(event.target.value).slice(0, 20) })
            }}
          />
          <TextAreaField
            label={t('field.nice')}
            hint={t('hint.lines')}
            rows={5}
            value={nice}
            onChange={event => {
              setNice(event.target.value)
              write({ nice: linesOf(event.target.value).slice(0, 20) })
            }}
          />
        </div>
        <PayFields opening={opening} write={write} />
        <div className="j-pair">
          <TextField
            label={t('field.place')}
            hint={
              opening.town
                ? t('found-place', {
                    town: opening.town.name,
                    country: countryName(opening.town.country, formats),
                  })
                : t('hint.place')
            }
            value={place}
            maxLength={120}
            onChange={event => {
              setPlace(event.target.value)
              write({ place: event.target.value })
            }}
          />
          <SelectField
            label={t('field.remote')}
            defaultValue={opening.remote}
            choices={remoteKinds.map(value => ({ value, label: t(`remote.${value}`) }))}
            onChange={event => write({ remote: oneOf(remoteKinds, event.target.value) })}
          />
        </div>
        {opening.remote === 'yes' && (
          <TextField
            label={t('field.remote-from')}
            hint={
              countries.length > 0
                ? new Intl.ListFormat(formats).format(countries.map(code => countryName(code, formats)))
                : t('hint.remote-from')
            }
            value={from}
            maxLength={200}
            onChange={event => {
              setFrom(event.target.value)
              write({ remoteFrom: event.target.value.toUpperCase().match(/[A-Z]{2}\b/g) ?? [] })
            }}
          />
        )}
        <details className="j-more">
          <summary>{t('address')}</summary>
          <Stack gap={4}>
            {(['street', 'postcode', 'region'] as const).map(field => (
              <TextField
                key={field}
                label={t(`field.${field}`)}
                optional
                defaultValue={opening[field]}
                maxLength={field === 'postcode' ? 20 : 100}
                onChange={event => write({ [field]: event.target.value })}
              />
            ))}
          </Stack>
        </details>
        <div className="j-pair">
          <SelectField
            label={t('field.employment')}
            defaultValue={opening.employment}
            choices={employments.map(value => ({ value, label: t(`employment.${value}`) }))}
            onChange={event => write({ employment: oneOf(employments, event.target.value) })}
          />
          <SelectField
            label={t('field.lang')}
            defaultValue={opening.lang}
            choices={languages}
            onChange={event => write({ lang: oneOf(openingLanguages, event.target.value) })}
          />
          <TextField
            label={t('field.organisation')}
            defaultValue={opening.organisation}
            maxLength={120}
            onChange={event => write({ organisation: event.target.value })}
          />
          <TextField
            label={t('field.organisation-url')}
            optional
            type="url"
            value={site}
            error={siteWrong ? t('no-address') : undefined}
            onChange={event => {
              setSite(event.target.value)
              const typed = event.target.value.trim()
              if (typed === '') write({ organisationUrl: null })
              else if (/^https?:\/\/\S+\.\S+/.test(typed)) write({ organisationUrl: typed })
            }}
          />
          <TextField
            label={t('field.starts-on')}
            optional
            type="date"
            defaultValue={opening.startsOn ?? ''}
            onChange={event => write({ startsOn: event.target.value || null })}
          />
          <TextField
            label={t('field.apply-until')}
            optional
            type="date"
            defaultValue={opening.applyUntil ?? ''}
            onChange={event => write({ applyUntil: event.target.value || null })}
          />
        </div>
        <CheckField
          label={t('field.form')}
          hint={t('hint.form')}
          defaultChecked={opening.form}
          onChange={event => write({ form: event.target.checked })}
        />
        <Team data={data} write={write} />
      </Stack>
    </section>
  )
}

type Write = ReturnType<typeof useIntake>['write']

/** Kept as soon as the least is a number and there is a currency; an empty least is no pay at all. */
function PayFields({ opening, write }: { opening: OpeningView; write: Write }) {
  const t = useText('openings')
  const [pay, setPay] = useState({
    min: opening.pay?.min.toString() ?? '',
    max: opening.pay?.max?.toString() ?? '',
    currency: opening.pay?.currency ?? 'EUR',
    period: opening.pay?.period ?? 'month',
  })
  const set = (change: Partial<typeof pay>) => {
    const next = { ...pay, ...change }
    setPay(next)
    const [min, max] = [Number(next.min), Number(next.max)]
    if (next.min.trim() === '') write({ pay: null })
    else if (min >= 0 && max >= 0 && /^[A-Z]{3}$/.test(next.currency))
      write({
        pay: {
          min,
          max: next.max.trim() === '' ? null : max,
          currency: next.currency,
          period: oneOf(payPeriods, next.period) ?? 'month',
        },
      })
  }
  return (
    <fieldset className="j-pay">
      <legend>{t('field.pay')}</legend>
      <TextField
        label={t('field.pay-min')}
        type="number"
        min={0}
        value={pay.min}
        onChange={event => set({ min: event.target.value })}
      />
      <TextField
        label={t('field.pay-max')}
        type="number"
        min={0}
        value={pay.max}
        onChange={event => set({ max: event.target.value })}
      />
      <TextField
        label={t('field.currency')}
        value={pay.currency}
        maxLength={3}
        onChange={event => set({ currency: event.target.value.toUpperCase() })}
      />
      <SelectField
        label={t('field.period')}
        value={pay.period}
        choices={payPeriods.map(value => ({ value, label: t(`period.${value}`) }))}
        onChange={event => set({ period: oneOf(payPeriods, event.target.value) ?? 'month' })}
      />
    </fieldset>
  )
}

function Team({ data: { team, colleagues }, write }: { data: OpeningDetail; write: Write }) {
  const t = useText('openings')
  const [chosen, setChosen] = useState<Record<string, TeamPart>>(() =>
    Object.fromEntries(team.map(({ id, part }) => [id, part])),
  )
  const set = (user: string, part: TeamPart | undefined) => {
    const { [user]: _, ...others } = chosen
    const next = part ? { ...others, [user]: part } : others
    setChosen(next)
    write({
      team: colleagues.flatMap(({ id }) => {
        const has = next[id]
        return has ? [{ user: id, part: has }] : []
      }),
    })
  }
  return (
    <fieldset className="j-team">
      <legend>{t('field.team')}</legend>
      {colleagues.map(({ id, name }) => (
        <SelectField
          key={id}
          label={name}
          value={chosen[id] ?? ''}
          choices={[
            { value: '', label: t('part.none') },
            ...teamParts.map(value => ({ value, label: t(`part.${value}`) })),
          ]}
          onChange={event => set(id, oneOf(teamParts, event.target.value))}
        />
      ))}
    </fieldset>
  )
}
