import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Form } from './Form.tsx'
import { useSubmit } from './submit.ts'

/** Asks for the password again before something that changes how one signs in; without one it only asks whether to go on. */
export function ProofSheet<Value>(props: {
  title: string
  submit: string
  hasPassword: boolean
  work: (password: string | undefined) => Promise<Value>
  then: (value: Value) => Promise<void> | void
  onClose: () => void
}) {
  const t = useText('accounts')
  const [password, setPassword] = useState('')
  const prove = useSubmit(() => props.work(props.hasPassword ? password : undefined), props.then)
  return (
    <Sheet title={props.title} place="middle" onClose={props.onClose}>
      <Form submit={props.submit} busy={prove.busy} refused={prove.refused} onSubmit={() => prove.run()}>
        {props.hasPassword ? (
          <TextField
            label={t('security.current')}
            type="password"
            autoComplete="current-password"
            required
            autoFocus
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        ) : (
          <p>{t('security.no-password')}</p>
        )}
      </Form>
    </Sheet>
  )
}
