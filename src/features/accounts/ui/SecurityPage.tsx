import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Form } from './Form.tsx'
import { Passkeys } from './Passkeys.tsx'
import { fullMeQuery } from './queries.ts'
import { SecondStep } from './SecondStep.tsx'
import { Sessions } from './Sessions.tsx'
import { refusalWords, useSubmit } from './submit.ts'

export function SecurityPage() {
  const t = useText('accounts')
  const me = useQuery(fullMeQuery)
  return (
    <Page title={t('security.title')}>
      {me.isPending && <RowSkeleton />}
      {me.isError && <ErrorState detail={refusalWords(t, me.error)} onRetry={() => void me.refetch()} />}
      {me.data && (
        <>
          <SecondStep security={me.data.security} />
          <Passkeys hasPassword={me.data.security.hasPassword} />
          <Password hasPassword={me.data.security.hasPassword} />
          <Sessions />
        </>
      )}
    </Page>
  )
}

function Password({ hasPassword }: { hasPassword: boolean }) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const [password, setPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const change = useSubmit(
    () => done(api.PUT('/api/v1/me/password', { body: { newPassword, ...(hasPassword && { password }) } })),
    async () => {
      setPassword('')
      setNewPassword('')
      await cache.invalidateQueries({ queryKey: ['accounts'] })
      tell(t('security.password-changed'))
    },
  )
  return (
    <section className="accounts-part">
      <h2>{t('password')}</h2>
      <p>{t('security.password-words')}</p>
      <Form
        minor
        submit={t('security.change')}
        busy={change.busy}
        refused={change.refused}
        onSubmit={() => change.run()}
      >
        {hasPassword && (
          <TextField
            label={t('security.current')}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        )}
        <TextField
          label={t('new-password.label')}
          hint={t('password-hint')}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={newPassword}
          onChange={event => setNewPassword(event.target.value)}
        />
      </Form>
    </section>
  )
}
