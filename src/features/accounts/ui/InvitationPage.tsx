import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, take } from '#web/api/client.ts'
import { currentLanguage, useText } from '#web/i18n/i18n.ts'
import { TextField } from '#web/kit/Fields.tsx'
import { BarePage } from '#web/kit/Page.tsx'
import { Notice, RowSkeleton } from '#web/kit/States.tsx'
import { Form } from './Form.tsx'
import { codeOfLink, refusalWords, useSubmit } from './submit.ts'

export function InvitationPage() {
  const t = useText('accounts')
  const [code] = useState(codeOfLink)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const seen = useQuery({
    queryKey: ['accounts', 'invitation', code],
    queryFn: () => take(api.POST('/api/v1/invitations/read', { body: { code: code.padEnd(6, '-') } })),
    retry: false,
  })
  const join = useSubmit(
    () =>
      take(
        api.POST('/api/v1/invitations/accept', {
          body: {
            code,
            name,
            password,
            locale: currentLanguage().code.slice(0, 2),
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          },
        }),
      ),
    () => window.location.assign('/'),
  )
  if (!seen.data)
    return (
      <BarePage title={t('invitation.title')}>
        {seen.isError ? <Notice tone="warn">{refusalWords(t, seen.error)}</Notice> : <RowSkeleton rows={3} />}
      </BarePage>
    )
  const { workspaceName, invitedBy, role, email } = seen.data
  return (
    <BarePage title={t('invitation.to', { team: workspaceName })}>
      <p>{t('invitation.words', { name: invitedBy, role: t(`role.${role}`) })}</p>
      <Form submit={t('invitation.submit')} busy={join.busy} refused={join.refused} onSubmit={() => join.run()}>
        <TextField label={t('email')} type="email" autoComplete="username" value={email} readOnly />
        <TextField
          label={t('name')}
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <TextField
          label={t('password')}
          hint={t('password-hint')}
          type="password"
          autoComplete="new-password"
          required
          minLength={10}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </Form>
    </BarePage>
  )
}
