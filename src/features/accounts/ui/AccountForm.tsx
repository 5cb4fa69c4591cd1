import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { TextField } from '#web/kit/Fields.tsx'
import { Form } from './Form.tsx'

export type AccountValues = { name: string; email: string; password: string }

/** Who somebody is and the password they choose: set-up, an invitation, a new password. What is not asked stays empty. */
export function AccountForm(props: {
  asks: readonly (keyof AccountValues)[]
  /** Decided elsewhere and shown only. */
  givenEmail?: string
  passwordLabel?: string
  submit: string
  busy: boolean
  refused: string | undefined
  onSubmit: (values: AccountValues) => void
}) {
  const { asks, givenEmail, passwordLabel, submit, busy, refused, onSubmit } = props
  const t = useText('accounts')
  const [values, setValues] = useState<AccountValues>({ name: '', email: '', password: '' })
  const set = (field: keyof AccountValues) => (event: { target: { value: string } }) =>
    setValues({ ...values, [field]: event.target.value })
  return (
    <Form submit={submit} busy={busy} refused={refused} onSubmit={() => onSubmit(values)}>
      {givenEmail !== undefined && (
        <TextField label={t('email')} type="email" autoComplete="username" value={givenEmail} readOnly />
      )}
      {asks.includes('name') && (
        <TextField
          label={t('name')}
          autoComplete="name"
          required
          maxLength={120}
          value={values.name}
          onChange={set('name')}
        />
      )}
      {asks.includes('email') && (
        <TextField
          label={t('email')}
          type="email"
          autoComplete="email"
          required
          value={values.email}
          onChange={set('email')}
        />
      )}
      {asks.includes('password') && (
        <TextField
          label={passwordLabel ?? t('password')}
          hint={t('password-hint')}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={values.password}
          onChange={set('password')}
        />
      )}
    </Form>
  )
}

/** What the server keeps of the browser with a new account. */
export const placeOfBrowser = () => Intl.DateTimeFormat().resolvedOptions().timeZone
