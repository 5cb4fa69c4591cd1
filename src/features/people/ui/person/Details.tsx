import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changePerson, type PersonPageWire } from '../api.ts'
import { keys } from '../keys.ts'

const fields = ['name', 'place', 'timeZone', 'language'] as const
type Draft = Record<(typeof fields)[number], string>

const draftOf = (person: PersonPageWire): Draft => ({
  name: person.name,
  place: person.place ?? '',
  timeZone: person.timeZone ?? '',
  language: person.language ?? '',
})
const changeOf = (draft: Draft) => ({
  name: draft.name.trim(),
  place: draft.place.trim() || null,
  timeZone: draft.timeZone.trim() || null,
  language: draft.language.trim() || null,
})

/** What the team knows better than any profile. */
export function Details({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<Draft>()
  const change = useMutation({
    mutationFn: (to: Draft) => changePerson(person.id, changeOf(to)),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.person(person.id) }),
  })
  const keep = (to: Draft) => {
    const was = draftOf(person)
    change.mutate(to, {
      onSuccess: () => {
        setDraft(undefined)
        tell(t('details.kept'), () => change.mutate(was))
      },
    })
  }
  return (
    <section aria-label={t('details.title')}>
      <Line apart>
        <h2>{t('details.title')}</h2>
        {!draft && (
          <Button size="row" look="quiet" onClick={() => setDraft(draftOf(person))}>
            {t('change')}
          </Button>
        )}
      </Line>
      {draft ? (
        <form
          onSubmit={event => {
            event.preventDefault()
            if (draft.name.trim()) keep(draft)
          }}
        >
          <Stack gap={3}>
            {fields.map(field => (
              <TextField
                key={field}
                label={t(`details.${field}`)}
                hint={field === 'timeZone' || field === 'language' ? t(`details.${field}-hint`) : undefined}
                value={draft[field]}
                onChange={event => setDraft({ ...draft, [field]: event.target.value })}
              />
            ))}
            {change.error && <Notice tone="block">{change.error.message}</Notice>}
            <Line>
              <Button
                type="submit"
                busy={change.isPending}
                unavailable={draft.name.trim() ? undefined : t('add.name-first')}
              >
                {t('details.keep')}
              </Button>
              <Button look="quiet" onClick={() => setDraft(undefined)}>
                {t('cancel')}
              </Button>
            </Line>
          </Stack>
        </form>
      ) : (
        <dl className="p-small">
          {fields.map(field => (
            <div key={field}>
              <dt>{t(`details.${field}`)}</dt>
              <dd>{draftOf(person)[field] || <span className="p-quiet">{t('unknown')}</span>}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
