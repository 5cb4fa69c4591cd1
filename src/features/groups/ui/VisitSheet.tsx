import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { groupKeys, logVisit, removeVisit } from './queries.ts'

const counted = ['readMinutes', 'talkMinutes', 'posts', 'promotion', 'answers', 'thanks', 'answeredUs'] as const
type Counted = (typeof counted)[number]
const most = {
  readMinutes: 1_440,
  talkMinutes: 1_440,
  posts: 500,
  promotion: 500,
  answers: 500,
  thanks: 500,
  answeredUs: 500,
}

/** A visit outside of Kith, told while it is fresh: only the minutes are needed. */
export function VisitSheet({ group, onClose }: { group: string; onClose: () => void }) {
  const t = useText('groups')
  const cache = useQueryClient()
  const [given, setGiven] = useState<Partial<Record<Counted, string>>>({ readMinutes: '10' })
  const [note, setNote] = useState('')
  const fresh = () => cache.invalidateQueries({ queryKey: groupKeys.all })
  const numbers = Object.fromEntries(counted.map(key => [key, Number(given[key] ?? 0)])) as Record<Counted, number>
  const save = useMutation({
    mutationFn: () => logVisit(group, { ...numbers, note: note.trim() }),
    onSuccess: ({ id }) => {
      tell(
        t('visit.kept'),
        () =>
          void removeVisit(group, id)
            .then(fresh)
            .catch((error: Error) => tell(error.message)),
      )
      onClose()
    },
    onSettled: fresh,
  })
  const wrong = counted.some(key => !Number.isInteger(numbers[key]) || numbers[key] < 0 || numbers[key] > most[key])
  const nothing = counted.every(key => numbers[key] === 0) && note.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong && !nothing) save.mutate()
  }
  return (
    <Sheet title={t('visit.log')} onClose={onClose}>
      <form className="g-form" onSubmit={submit}>
        <p className="k-meta">{t('visit.words')}</p>
        <div className="g-numbers">
          {counted.map(key => (
            <TextField
              key={key}
              label={t(`visit.${key}`)}
              type="number"
              inputMode="numeric"
              min={0}
              max={most[key]}
              value={given[key] ?? ''}
              onChange={event => setGiven({ ...given, [key]: event.target.value })}
            />
          ))}
        </div>
        <TextAreaField
          label={t('visit.note')}
          optional
          maxLength={1000}
          value={note}
          error={save.error?.message}
          onChange={event => setNote(event.target.value)}
        />
        <NextStep
          type="submit"
          busy={save.isPending}
          unavailable={wrong ? t('visit.whole-numbers') : nothing ? t('visit.something') : undefined}
        >
          {t('visit.keep')}
        </NextStep>
      </form>
    </Sheet>
  )
}
