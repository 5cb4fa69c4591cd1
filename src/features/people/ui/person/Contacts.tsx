import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { contactKinds } from '#features/people/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line, Meta } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { addContact, type PersonPageWire, removeContact } from '../api.ts'
import { keys } from '../keys.ts'

type Contact = PersonPageWire['contacts'][number]
const readKind = (text: string) => contactKinds.find(kind => kind === text) ?? 'email'

/** Addresses that belong to the person rather than to a tool: mail, phone, web. */
export function Contacts({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<Contact['kind']>('email')
  const [value, setValue] = useState('')
  const refresh = () => void queries.invalidateQueries({ queryKey: keys.person(person.id) })
  const add = useMutation({
    mutationFn: (given: { kind: Contact['kind']; value: string }) => addContact(person.id, given),
    onSuccess: () => {
      setValue('')
      setOpen(false)
    },
    onSettled: refresh,
  })
  const remove = useMutation({
    mutationFn: (contact: Contact) => removeContact(person.id, contact.kind, contact.key),
    onSuccess: (_, contact) =>
      tell(t('contact.removed'), () => add.mutate({ kind: contact.kind, value: contact.value })),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  return (
    <section aria-label={t('contact.title')}>
      <Line apart>
        <h2>{t('contact.title')}</h2>
        <Button size="row" look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('contact.add')}
        </Button>
      </Line>
      {person.contacts.length === 0 && !open && <p className="p-quiet">{t('contact.none')}</p>}
      <ul className="p-rows">
        {person.contacts.map(contact => (
          <li key={`${contact.kind}${contact.key}`}>
            <span>{t(`contact.${contact.kind}`)}</span>
            <bdi>{contact.value}</bdi>
            <Meta>{t(contact.provenAt ? 'contact.proven' : 'contact.from', { source: contact.source })}</Meta>
            <Button size="row" look="quiet" onClick={() => remove.mutate(contact)}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <form
          className="p-inline-form p-inline-line"
          onSubmit={event => {
            event.preventDefault()
            if (value.trim()) add.mutate({ kind, value: value.trim() })
          }}
        >
          <SelectField
            label={t('contact.kind')}
            value={kind}
            choices={contactKinds.map(each => ({ value: each, label: t(`contact.${each}`) }))}
            onChange={event => setKind(readKind(event.target.value))}
          />
          <TextField
            label={t('contact.value')}
            value={value}
            maxLength={500}
            autoComplete="off"
            error={add.error?.message}
            onChange={event => setValue(event.target.value)}
          />
          <Button type="submit" busy={add.isPending} unavailable={value.trim() ? undefined : t('contact.value-first')}>
            {t('contact.add-this')}
          </Button>
        </form>
      )}
    </section>
  )
}
