import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useLanguageChoices } from '#web/i18n/language-choices.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { firstWording, type ListLanguage, listLanguages } from '../model.ts'
import type { ListWire } from '../wire.ts'
import { changeList, createList, listKeys, whyOf } from './queries.ts'

const idOf = (label: string) =>
  label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)

/** A new list, or the words of one that is there. */
export function ListSheet({ list, onClose }: { list?: ListWire; onClose: () => void }) {
  const t = useText('broadcasts')
  const languages = useLanguageChoices()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [lang, setLang] = useState<ListLanguage>(
    list?.lang ?? (document.documentElement.lang.startsWith('de') ? 'de' : 'en'),
  )
  const [name, setName] = useState(list?.name ?? '')
  const [purpose, setPurpose] = useState(list?.purpose ?? firstWording[lang].purpose)
  const [consent, setConsent] = useState(list?.consent ?? firstWording[lang].consent)
  const [interests, setInterests] = useState((list?.interests ?? []).map(each => each.label).join('\n'))
  const save = useMutation({
    mutationFn: async () => {
      const labels = [...new Set(interests.split('\n').map(each => each.trim()))].filter(each => idOf(each) !== '')
      const known = list?.interests ?? []
      const body = {
        name,
        lang,
        purpose,
        consent,
        interests: labels
          .slice(0, 40)
          .map(label => known.find(each => each.label === label) ?? { id: idOf(label), label: label.slice(0, 80) }),
      }
      if (list) await changeList(list.id, body)
      return list ? list.id : (await createList(body)).id
    },
    onSuccess: id => {
      void cache.invalidateQueries({ queryKey: listKeys.all })
      onClose()
      if (!list) void navigate({ to: '/lists/$listId', params: { listId: id } })
    },
  })
  const missing = [name, purpose, consent].some(text => text.trim() === '')
  const reworded = list && (purpose !== list.purpose || consent !== list.consent || lang !== list.lang)
  const choose = (next: ListLanguage) => {
    // Words that were not touched follow the language.
    if (purpose === firstWording[lang].purpose) setPurpose(firstWording[next].purpose)
    if (consent === firstWording[lang].consent) setConsent(firstWording[next].consent)
    setLang(next)
  }
  return (
    <Sheet title={list ? t('edit-words') : t('new-list')} onClose={onClose}>
      <form
        className="l-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!missing) save.mutate()
        }}
      >
        {save.error && <Notice tone="block">{whyOf(save.error) ?? t('failed')}</Notice>}
        <TextField
          label={t('field.name')}
          hint={t('field.name-hint')}
          maxLength={80}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <SelectField
          label={t('field.lang')}
          value={lang}
          choices={languages}
          onChange={event => choose(listLanguages.find(each => each === event.target.value) ?? 'en')}
        />
        <TextAreaField
          label={t('field.purpose')}
          hint={t('field.purpose-hint')}
          maxLength={400}
          value={purpose}
          onChange={event => setPurpose(event.target.value)}
        />
        <TextAreaField
          label={t('field.consent')}
          hint={t('field.consent-hint')}
          maxLength={400}
          value={consent}
          onChange={event => setConsent(event.target.value)}
        />
        <TextAreaField
          label={t('field.interests')}
          hint={t('field.interests-hint')}
          optional
          rows={4}
          maxLength={3000}
          value={interests}
          onChange={event => setInterests(event.target.value)}
        />
        {reworded && <Notice>{t('new-version', { version: list.version + 1 })}</Notice>}
        <NextStep type="submit" busy={save.isPending} unavailable={missing ? t('missing') : undefined}>
          {list ? t('save') : t('make-list')}
        </NextStep>
      </form>
    </Sheet>
  )
}
