import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { exportPerson, ownQuery, type PersonPageWire, setDoNotContact } from '../api.ts'
import { keys } from '../keys.ts'
import { Erase } from './Erase.tsx'

/** Do not contact, a copy of everything, erasure. */
export function Consent({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const { data: me } = useQuery(ownQuery)
  const [form, setForm] = useState<'contact' | 'erase'>()
  const isAdmin = me?.user.role === 'admin' || me?.user.role === 'owner'
  const admins = isAdmin ? undefined : t('consent.admins')
  const download = useMutation({
    mutationFn: () => exportPerson(person.id),
    onSuccess: data => saveFile(`${person.name}.json`, JSON.stringify(data, null, 2)),
    onError: error => tell(error.message),
  })
  const isOff = person.doNotContact !== null
  return (
    <Stack gap={3}>
      {isOff && <p>{t('consent.is-off')}</p>}
      <Line>
        <Button
          aria-expanded={form === 'contact'}
          unavailable={isOff ? admins : undefined}
          onClick={() => setForm(form === 'contact' ? undefined : 'contact')}
        >
          {t(isOff ? 'consent.allow' : 'consent.stop')}
        </Button>
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          {t('consent.export')}
        </Button>
        <Button look="danger" unavailable={admins} onClick={() => setForm('erase')}>
          {t('erase.open')}
        </Button>
      </Line>
      {form === 'contact' && <ContactForm person={person} on={!isOff} onClose={() => setForm(undefined)} />}
      {form === 'erase' && <Erase person={person} onClose={() => setForm(undefined)} />}
    </Stack>
  )
}

function ContactForm({ person, on, onClose }: { person: PersonPageWire; on: boolean; onClose: () => void }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [quote, setQuote] = useState('')
  const set = useMutation({
    mutationFn: () =>
      setDoNotContact(person.id, { on, reason: reason.trim(), ...(quote.trim() ? { quote: quote.trim() } : {}) }),
    onSuccess: () => {
      tell(t(on ? 'consent.stopped' : 'consent.allowed'))
      onClose()
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.person(person.id) }),
  })
  return (
    <form
      className="p-inline-form"
      onSubmit={event => {
        event.preventDefault()
        if (reason.trim()) set.mutate()
      }}
    >
      <Stack gap={3}>
        <TextField
          label={t('consent.reason')}
          hint={t('consent.reason-hint')}
          value={reason}
          maxLength={1000}
          autoFocus
          onChange={event => setReason(event.target.value)}
        />
        {on && (
          <TextAreaField
            label={t('consent.quote')}
            optional
            rows={2}
            maxLength={500}
            value={quote}
            onChange={event => setQuote(event.target.value)}
          />
        )}
        {set.error && <Notice tone="block">{set.error.message}</Notice>}
        <Line>
          <Button
            type="submit"
            busy={set.isPending}
            unavailable={reason.trim() ? undefined : t('consent.reason-first')}
          >
            {t(on ? 'consent.stop-do' : 'consent.allow-do')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Line>
      </Stack>
    </form>
  )
}

function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
