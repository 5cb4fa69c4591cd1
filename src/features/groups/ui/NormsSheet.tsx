import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { CheckField, SelectField, TextAreaField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ChangeRequest, GroupPageWire } from '../wire.ts'
import { languageName, weekdayName } from './norm-words.ts'
import { changeGroup, groupKeys } from './queries.ts'

const week = [1, 2, 3, 4, 5, 6, 0] as const
const languages = ['en', 'de', 'fr', 'es', 'pt', 'nl', 'it', 'pl'] as const
type Jobs = 'read' | 'forbidden' | 'allowed' | 'days'

/** Rules to be read, and what somebody settles over them; both can be taken back. */
export function NormsSheet({ page, onClose }: { page: GroupPageWire; onClose: () => void }) {
  const t = useText('groups')
  const { formats } = useLanguage()
  const cache = useQueryClient()
  const { settled } = page
  const [rules, setRules] = useState(page.rules ?? '')
  const [jobs, setJobs] = useState<Jobs>(
    settled.jobs === undefined ? 'read' : typeof settled.jobs === 'string' ? settled.jobs : 'days',
  )
  const [days, setDays] = useState<readonly number[]>(typeof settled.jobs === 'object' ? settled.jobs.days : [])
  const [promotion, setPromotion] = useState<'read' | 'forbidden' | 'allowed'>(settled.promotion ?? 'read')
  const [language, setLanguage] = useState(settled.language === undefined ? 'read' : (settled.language ?? 'any'))
  const save = useMutation({
    mutationFn: (change: ChangeRequest) => changeGroup(page.group.id, change),
    onSuccess: () => {
      const back = () =>
        void changeGroup(page.group.id, { rules: page.rules, settled })
          .then(() => cache.invalidateQueries({ queryKey: groupKeys.all }))
          .catch((error: Error) => tell(t('failed', { why: error.message })))
      tell(t('norms.kept'), back)
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: groupKeys.all }),
  })
  const noDay = jobs === 'days' && days.length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (noDay) return
    save.mutate({
      rules: rules.trim() === '' ? null : rules,
      settled: {
        ...(jobs === 'read' ? {} : { jobs: jobs === 'days' ? { days: [...days] } : jobs }),
        ...(promotion === 'read' ? {} : { promotion }),
        ...(language === 'read' ? {} : { language: language === 'any' ? null : language }),
      },
    })
  }
  const asRead = { value: 'read', label: t('norms.as-read') }
  return (
    <Sheet title={t('norms.edit')} onClose={onClose}>
      <form className="g-form" onSubmit={submit}>
        <TextAreaField
          label={t('field.rules')}
          hint={t(page.group.kind === 'room' ? 'norms.room-hint' : 'field.rules-hint')}
          rows={6}
          maxLength={4000}
          value={rules}
          error={save.error?.message}
          onChange={event => setRules(event.target.value)}
        />
        <SelectField
          label={t('norms.jobs')}
          value={jobs}
          choices={[
            asRead,
            { value: 'forbidden', label: t('jobs.forbidden') },
            { value: 'allowed', label: t('jobs.allowed') },
            { value: 'days', label: t('norms.some-days') },
          ]}
          onChange={event => setJobs(event.target.value as Jobs)}
        />
        {jobs === 'days' && (
          <fieldset className="g-days">
            <legend>{t('norms.which-days')}</legend>
            {week.map(day => (
              <CheckField
                key={day}
                label={weekdayName(day, formats, 'long')}
                checked={days.includes(day)}
                onChange={event =>
                  setDays(event.target.checked ? [...days, day].sort() : days.filter(each => each !== day))
                }
              />
            ))}
          </fieldset>
        )}
        <SelectField
          label={t('norms.promotion')}
          value={promotion}
          choices={[
            asRead,
            { value: 'forbidden', label: t('promotion.forbidden') },
            { value: 'allowed', label: t('promotion.allowed') },
          ]}
          onChange={event => setPromotion(event.target.value as typeof promotion)}
        />
        <SelectField
          label={t('norms.language')}
          value={language}
          choices={[
            asRead,
            { value: 'any', label: t('norms.any-language') },
            ...languages.map(code => ({ value: code, label: languageName(code, formats) })),
          ]}
          onChange={event => setLanguage(event.target.value)}
        />
        <NextStep type="submit" busy={save.isPending} unavailable={noDay ? t('norms.choose-day') : undefined}>
          {t('save')}
        </NextStep>
      </form>
    </Sheet>
  )
}
