import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { Form, Refused } from './Form.tsx'
import { fullMeQuery, teamTokensQuery, tokensQuery } from './queries.ts'
import { refusalWords, useSubmit } from './submit.ts'
import { TokenRows } from './TokenRows.tsx'

const dayMs = 86_400_000
const scopes = ['all', 'assistant', 'read'] as const
const lives = ['30', '90', '365', 'ever'] as const
const whose = ['me', 'team'] as const
const teamRoles = ['viewer', 'recruiter', 'admin'] as const

export function TokensPage() {
  const t = useText('accounts')
  const me = useQuery(fullMeQuery)
  const forTeam = me.data?.may.includes('manage-team-tokens') === true
  return (
    <Page title={t('tokens.title')}>
      <MakeToken forTeam={forTeam} />
      <OwnTokens />
      {forTeam && <TeamTokens />}
    </Page>
  )
}

function MakeToken({ forTeam }: { forTeam: boolean }) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [of, setOf] = useState<(typeof whose)[number]>('me')
  const [role, setRole] = useState<(typeof teamRoles)[number]>('viewer')
  const [scope, setScope] = useState<(typeof scopes)[number]>('all')
  const [days, setDays] = useState<string>('90')
  const [made, setMade] = useState<{ name: string; token: string }>()
  const make = useSubmit(
    () => {
      const ends = days === 'ever' ? {} : { expiresAt: new Date(Date.now() + Number(days) * dayMs).toISOString() }
      const body = { name, scope, ...ends }
      return of === 'team'
        ? take(api.POST('/api/v1/team/tokens', { body: { ...body, role } }))
        : take(api.POST('/api/v1/me/tokens', { body }))
    },
    async token => {
      setMade(token)
      setName('')
      await cache.invalidateQueries({ queryKey: (of === 'team' ? teamTokensQuery : tokensQuery).queryKey })
    },
  )
  return (
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
        {forTeam && (
          <SelectField
            label={t('tokens.whose')}
            hint={t(`tokens.whose-${of}-words`)}
            choices={whose.map(each => ({ value: each, label: t(`tokens.whose-${each}`) }))}
            value={of}
            onChange={event => setOf(whose.find(each => each === event.target.value) ?? 'me')}
          />
        )}
        {of === 'team' && (
          <SelectField
            label={t('tokens.role')}
            choices={teamRoles.map(each => ({ value: each, label: t(`tokens.role-${each}`) }))}
            value={role}
            onChange={event => setRole(teamRoles.find(each => each === event.target.value) ?? 'viewer')}
          />
        )}
        <SelectField
          label={t('tokens.scope')}
          hint={t(`tokens.scope-${scope}-words`)}
          choices={scopes.map(each => ({
            value: each,
            label: t(each === 'all' && of === 'team' ? 'tokens.scope-role' : `tokens.scope-${each}`),
          }))}
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
  )
}

function OwnTokens() {
  const t = useText('accounts')
  const cache = useQueryClient()
  const tokens = useQuery(tokensQuery)
  const remove = useSubmit(
    (token: string) => done(api.DELETE('/api/v1/me/tokens/{token}', { params: { path: { token } } })),
    async () => {
      await cache.invalidateQueries({ queryKey: tokensQuery.queryKey })
      tell(t('tokens.removed'))
    },
  )
  return (
    <section className="accounts-part">
      <h2>{t('tokens.yours')}</h2>
      {tokens.isPending && <RowSkeleton rows={3} />}
      {tokens.isError && <ErrorState detail={refusalWords(t, tokens.error)} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.tokens.length === 0 && <p className="k-meta">{t('tokens.none')}</p>}
      {tokens.data && tokens.data.tokens.length > 0 && (
        <TokenRows tokens={tokens.data.tokens} onRemove={token => remove.run(token)} />
      )}
      <Refused words={remove.refused} />
    </section>
  )
}

function TeamTokens() {
  const t = useText('accounts')
  const cache = useQueryClient()
  const tokens = useQuery(teamTokensQuery)
  const remove = useSubmit(
    (token: string) => done(api.DELETE('/api/v1/team/tokens/{token}', { params: { path: { token } } })),
    async () => {
      await cache.invalidateQueries({ queryKey: teamTokensQuery.queryKey })
      tell(t('tokens.removed'))
    },
  )
  return (
    <section className="accounts-part">
      <h2>{t('tokens.team')}</h2>
      {tokens.isPending && <RowSkeleton rows={3} />}
      {tokens.isError && <ErrorState detail={refusalWords(t, tokens.error)} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.tokens.length === 0 && <p className="k-meta">{t('tokens.team-none')}</p>}
      {tokens.data && tokens.data.tokens.length > 0 && (
        <TokenRows
          tokens={tokens.data.tokens}
          also={({ role, madeBy }) =>
            `${t(`role.${role}`)} · ${madeBy === null ? t('tokens.made-by-gone') : t('tokens.made-by', { name: madeBy })}`
          }
          onRemove={token => remove.run(token)}
        />
      )}
      <Refused words={remove.refused} />
    </section>
  )
}
