import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { currentLanguage, useText } from '#web/i18n/i18n.ts'
import { BarePage } from '#web/kit/Page.tsx'
import { Notice, RowSkeleton } from '#web/kit/States.tsx'
import { AccountForm, type AccountValues, placeOfBrowser } from './AccountForm.tsx'
import { codeOfLink, refusalWords, useSubmit } from './submit.ts'

/** First of three: the owner. The two that follow can be skipped and are at /welcome, where a session is there already. */
export function SetUpPage() {
  const t = useText('accounts')
  const navigate = useNavigate()
  const [code] = useState(codeOfLink)
  const check = useQuery({
    queryKey: ['accounts', 'setup', code],
    queryFn: async () => {
      await done(api.POST('/api/v1/setup/check', { body: { code } }))
      return true
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const create = useSubmit(
    ({ name, email, password }: AccountValues) =>
      take(
        api.POST('/api/v1/setup', {
          body: {
            code,
            name,
            email,
            password,
            workspaceName: t('set-up.default-team', { name }),
            locale: currentLanguage().code.slice(0, 2),
            timeZone: placeOfBrowser(),
          },
        }),
      ),
    () => navigate({ to: '/welcome' }),
  )

  if (check.isPending)
    return (
      <BarePage title={t('set-up.title')}>
        <RowSkeleton rows={3} />
      </BarePage>
    )
  if (check.isError)
    return (
      <BarePage title={t('set-up.title')}>
        <Notice tone="warn">{code.length < 6 ? t('set-up.no-code') : refusalWords(t, check.error)}</Notice>
      </BarePage>
    )
  return (
    <BarePage title={t('set-up.title')}>
      <p className="k-meta">{t('set-up.step', { step: 1 })}</p>
      <AccountForm
        asks={['name', 'email', 'password']}
        submit={t('set-up.submit')}
        busy={create.busy}
        refused={create.refused}
        onSubmit={create.run}
      />
    </BarePage>
  )
}
