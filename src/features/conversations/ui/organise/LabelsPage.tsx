import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LabelId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField, TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type LabelColour, labelColours, labelLimits } from '../../model.ts'
import { ownQuery } from '../queries.ts'
import { addLabel, changeLabel, type LabelView } from './api.ts'
import { LabelChip } from './LabelChip.tsx'
import { labelsQuery, organiseKeys } from './queries.ts'
import './organise.css'

const isColour = (text: string): text is LabelColour => labelColours.some(colour => colour === text)

/** Labels of the whole team. */
export function LabelsPage() {
  const t = useText('conversations')
  const { data: labels, error, isPending, refetch } = useQuery(labelsQuery)
  const { data: me } = useQuery(ownQuery)
  const mayChange = me?.may.includes('write-messages') ?? false
  return (
    <Page title={t('label.title')}>
      <div className="c-manage">
        <p>{t('label.words')}</p>
        {mayChange && <LabelForm key={labels?.length} />}
        <section aria-label={t('label.title')}>
          {isPending && <RowSkeleton rows={3} label={t('label.loading')} />}
          {error && !labels && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
          {labels?.length === 0 && <EmptyState title={t('label.none')} />}
          <ul className="c-manage-list">
            {labels?.map(label => (
              <LabelLine key={label.id} label={label} mayChange={mayChange} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

function LabelLine({ label, mayChange }: { label: LabelView; mayChange: boolean }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { mutate } = useMutation({
    mutationFn: (removed: boolean) => changeLabel(label.id, { removed }),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: organiseKeys.labels }),
  })
  const remove = () => {
    mutate(true)
    tell(t('label.removed', { name: label.name }), () => mutate(false))
  }
  return (
    <li>
      <div className="c-manage-line">
        <span>
          <LabelChip name={label.name} colour={label.colour} />{' '}
          <span className="k-meta">{t('label.open', { count: label.open })}</span>
        </span>
        {mayChange && (
          <span className="k-line">
            <Button size="row" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('change')}
            </Button>
            <Button size="row" look="quiet" onClick={remove}>
              {t('remove')}
            </Button>
          </span>
        )}
      </div>
      {open && <LabelForm label={label} onDone={() => setOpen(false)} />}
    </li>
  )
}

function LabelForm({ label, onDone }: { label?: LabelView; onDone?: () => void }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [name, setName] = useState(label?.name ?? '')
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? 'plain')
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (): Promise<LabelId> => {
      const given = { name: name.trim(), colour }
      if (!label) return (await addLabel(given)).id
      await changeLabel(label.id, given)
      return label.id
    },
    onSuccess: () => {
      tell(t(label ? 'label.changed' : 'label.added', { name: name.trim() }))
      if (!label) setName('')
      onDone?.()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: organiseKeys.labels }),
  })
  const empty = name.trim() === '' ? t('label.name-first') : undefined
  return (
    <form
      className="c-manage-form"
      onSubmit={event => {
        event.preventDefault()
        if (!empty) mutate()
      }}
    >
      <TextField
        label={t('label.name')}
        value={name}
        maxLength={labelLimits.nameLength}
        error={error?.message}
        onChange={event => setName(event.target.value)}
      />
      <ChoiceField
        label={t('label.colour')}
        value={colour}
        choices={labelColours.map(each => ({ value: each, label: t(`label.colours.${each}`) }))}
        onChoose={next => isColour(next) && setColour(next)}
      />
      <div className="k-line">
        <LabelChip name={name.trim() || t('label.sample')} colour={colour} />
        {label ? (
          <Button type="submit" busy={isPending} unavailable={empty}>
            {t('save')}
          </Button>
        ) : (
          <NextStep type="submit" busy={isPending} unavailable={empty}>
            {t('label.add')}
          </NextStep>
        )}
        {onDone && (
          <Button look="quiet" onClick={onDone}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
