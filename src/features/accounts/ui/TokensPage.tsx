import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Form, Refused } from './Form.tsx'
import { tokensQuery } from './queries.ts'
import { refusalWords, useSubmit } from './submit.ts'

const dayMs = 86_400_000
const scopes = ['all', 'assistant', 'read'] as const
const lives = ['30', '90', '365', 'ever'] as const

export function TokensPage() {
  const t = useText('accounts')
  const cache = useQueryClient()
  const tokens = useQuery(tokensQuery)
  const [name, setName] = useState('')
  const [scope, setScope] = useState<(typeof scopes)[number]>('all')
  const [days, setDays] = useState<string>('90')
  const [made, setMade] = useState<{ name: string; token: string }>()
  const fresh = () => cache.invalidateQueries({ queryKey: tokensQuery.queryKey })
  const make = useSubmit(
    () => {
      const ends = days === 'ever' ? {} : { expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString() }
      return take(api.POST('/api/v1/me/tokens', { body: { name, scope, ...ends } }))
    },
    async token => {
      setMade(token)
      setName('')
      await fresh()
    },
  )
  const remove = useSubmit(
    (token: string) => done(api.DELETE('/api/v1/me/tokens/{token}', { params: { path: { token } } })),
    async () => {
      await fresh()
      tell(t('tokens.removed'))
    },
  )
  return (
    <Page title={t('tokens.title')}>
      <section className="accounts-part" aria-label={t('tokens.make')}>
        <p>{t('tokens.words')}</p>
        {made && <Secret words={t('tokens.made', { name: made.name })} secret={made.token} />}
        <Form submit={t('tokens.make')} busy={make.busy} refused={make.refused} onSubmit={() => make.run()}>
          <TextField
            label={t('tokens.name')}
            hint={t('tokens.name-hint')}
            required
            maxLength={60}
            value={name}
            onChange={event => setName(event.target.value)}
          />
          <SelectField
            label={t('tokens.scope')}
            hint={t(`tokens.scope-${scope}-words`)}
            choices={scopes.map(each => ({ value: each, label: t(`tokens.scope-${each}`) }))}
            value={scope}
            onChange={event => setScope(scopes.find(each => each === event.target.value) ?? 'read')}
          />
          <SelectField
            label={t('tokens.ends')}
            choices={lives.map(life => ({ value: life, label: t(`tokens.life-${life}`) }))}
            value={days}
            onChange={event => setDays(event.target.value)}
          />
        </Form>
      </section>
      <section className="accounts-part">
        <h2>{t('tokens.yours')}</h2>
        {tokens.isPending && <RowSkeleton rows={3} />}
        {tokens.isError && <ErrorState detail={refusalWords(t, tokens.error)} onRetry={() => void tokens.refetch()} />}
        {tokens.data?.tokens.length === 0 && <p className="k-meta">{t('tokens.none')}</p>}
        {tokens.data && tokens.data.tokens.length > 0 && (
          <ul className="accounts-rows">
            {tokens.data.tokens.map(token => (
              <li key={token.id}>
                <div>
                  <strong>{token.name}</strong>
                  <span className="k-meta">
                    {t(`tokens.scope-${token.scope}`)}
                    {' · '}
                    {token.lastUsedAt ? t('used') : t('never-used')}{' '}
                    {token.lastUsedAt && <TimeAgo at={token.lastUsedAt} />}
                    {token.expiresAt && ` · ${t('tokens.until')} `}
                    {token.expiresAt && <TimeAgo at={token.expiresAt} />}
                  </span>
                </div>
                <Button
                  size="row"
                  onClick={() => remove.run(token.id)}
                  aria-label={t('tokens.remove-of', { name: token.name })}
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Refused words={remove.refused} />
      </section>
    </Page>
  )
}
