import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, take } from '#web/api/client.ts'
import { currentLanguage, useText } from '#web/i18n/i18n.ts'
import { BarePage } from '#web/kit/Page.tsx'
import { Notice, RowSkeleton } from '#web/kit/States.tsx'
import { AccountForm, type AccountValues, placeOfBrowser } from './AccountForm.tsx'
import { codeOfLink, refusalWords, useSubmit } from './submit.ts'

export function InvitationPage() {
  const t = useText('accounts')
  const [code] = useState(codeOfLink)
  const seen = useQuery({
    queryKey: ['accounts', 'invitation', code],
    queryFn: () => take(api.POST('/api/v1/invitations/read', { body: { code: code.padEnd(6, '-') } })),
    retry: false,
  })
  const join = useSubmit(
    ({ name, password }: AccountValues) =>
      take(
        api.POST('/api/v1/invitations/accept', {
          body: {
            code,
            name,
            password,
            locale: currentLanguage().code.slice(0, 2),
            timeZone: placeOfBrowser(),
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
      <AccountForm
        asks={['name', 'password']}
        givenEmail={email}
        submit={t('invitation.submit')}
        busy={join.busy}
        refused={join.refused}
        onSubmit={join.run}
      />
    </BarePage>
  )
}
