import { useState } from 'react'
import { api, done } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { BarePage } from '#web/kit/Page.tsx'
import { AccountForm, type AccountValues } from './AccountForm.tsx'
import { codeOfLink, useSubmit } from './submit.ts'

/** The end of a reset link. The second step, where it is on, is still asked for at the sign-in that follows. */
export function NewPasswordPage() {
  const t = useText('accounts')
  const [code] = useState(codeOfLink)
  const set = useSubmit(
    ({ password }: AccountValues) =>
      done(api.POST('/api/v1/sign-in/new-password', { body: { code: code.padEnd(6, '-'), password } })),
    () => window.location.assign('/sign-in'),
  )
  return (
    <BarePage title={t('new-password.title')}>
      <AccountForm
        asks={['password']}
        passwordLabel={t('new-password.label')}
        submit={t('new-password.submit')}
        busy={set.busy}
        refused={set.refused}
        onSubmit={set.run}
      />
    </BarePage>
  )
}
