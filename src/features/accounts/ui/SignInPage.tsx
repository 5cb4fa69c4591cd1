import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { BarePage } from '#web/kit/Page.tsx'
import { Notice } from '#web/kit/States.tsx'
import { Form, Refused } from './Form.tsx'
import { askPasskey } from './passkey.ts'
import { waysQuery } from './queries.ts'
import { useSubmit } from './submit.ts'

type Step =
  | { kind: 'password' }
  | { kind: 'code'; challenge: string }
  | { kind: 'workspace'; workspaces: readonly { id: string; name: string }[] }

/** Only within this site: an address from elsewhere must not decide where a fresh session goes. */
function safeNext(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/')) return '/'
  const url = new URL(next, window.location.origin)
  return url.origin === window.location.origin && !url.pathname.startsWith('/sign-in') ? url.href : '/'
}

export function SignInPage() {
  const t = useText('accounts')
  const search: { next?: unknown; problem?: unknown } = useSearch({ strict: false })
  const [step, setStep] = useState<Step>({ kind: 'password' })
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { data: ways } = useQuery(waysQuery)
  const enter = () => window.location.assign(safeNext(search.next))

  const signIn = useSubmit(
    (workspace: string | undefined) =>
      take(api.POST('/api/v1/sign-in', { body: { email, password, ...(workspace && { workspace }) } })),
    answer => {
      if (answer.kind === 'second-step' && answer.challenge) setStep({ kind: 'code', challenge: answer.challenge })
      else if (answer.kind === 'choose-workspace') setStep({ kind: 'workspace', workspaces: answer.workspaces ?? [] })
      else enter()
    },
  )

  if (step.kind === 'code')
    return <CodeStep challenge={step.challenge} enter={enter} back={() => setStep({ kind: 'password' })} />
  if (step.kind === 'workspace')
    return (
      <BarePage title={t('sign-in.which-team')}>
        <div className="accounts-choices">
          {step.workspaces.map(workspace => (
            <Button key={workspace.id} busy={signIn.busy} onClick={() => signIn.run(workspace.id)}>
              {workspace.name}
            </Button>
          ))}
        </div>
        <Refused words={signIn.refused} />
      </BarePage>
    )

  const problem = typeof search.problem === 'string' ? search.problem : undefined
  return (
    <BarePage title={t('sign-in.title')}>
      {ways?.needsSetup && <Notice tone="info">{t('sign-in.needs-setup')}</Notice>}
      {problem && <Notice tone="warn">{t(`refused.${problem}`)}</Notice>}
      <Form
        submit={t('sign-in.submit')}
        busy={signIn.busy}
        refused={signIn.refused}
        onSubmit={() => signIn.run(undefined)}
      >
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username webauthn"
          required
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </Form>
      <OtherWays singleSignOn={ways?.singleSignOn?.name} enter={enter} />
      <p className="k-meta">{t('sign-in.forgotten')}</p>
    </BarePage>
  )
}

function OtherWays({ singleSignOn, enter }: { singleSignOn: string | undefined; enter: () => void }) {
  const t = useText('accounts')
  const passkey = useSubmit(async () => {
    const { challenge, options } = await take(api.POST('/api/v1/sign-in/passkey/options'))
    return take(api.POST('/api/v1/sign-in/passkey', { body: { challenge, response: await askPasskey(options) } }))
  }, enter)
  const canPasskey = browserSupportsWebAuthn()
  if (!canPasskey && !singleSignOn) return null
  return (
    <>
      <div className="accounts-or">{t('sign-in.or')}</div>
      <div className="accounts-choices">
        {canPasskey && (
          <Button busy={passkey.busy} onClick={() => passkey.run()}>
            {t('sign-in.passkey')}
          </Button>
        )}
        {singleSignOn && (
          <a className="k-button k-button-plain" href="/api/v1/sign-in/single-sign-on">
            {singleSignOn}
          </a>
        )}
      </div>
      <Refused words={passkey.code ? passkey.refused : passkey.refused && t('sign-in.passkey-off')} />
    </>
  )
}

function CodeStep({ challenge, enter, back }: { challenge: string; enter: () => void; back: () => void }) {
  const t = useText('accounts')
  const [code, setCode] = useState('')
  const answer = useSubmit(() => take(api.POST('/api/v1/sign-in/second-step', { body: { challenge, code } })), enter)
  return (
    <BarePage title={t('code.title')}>
      <Form
        submit={t('sign-in.submit')}
        busy={answer.busy}
        refused={answer.refused}
        onSubmit={() => answer.run()}
        beside={
          <Button look="quiet" onClick={back}>
            {t('start-again')}
          </Button>
        }
      >
        <TextField
          label={t('code.label')}
          hint={t('code.hint')}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          minLength={6}
          autoFocus
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      </Form>
    </BarePage>
  )
}
