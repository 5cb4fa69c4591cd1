import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, done, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ProofSheet } from './ProofSheet.tsx'
import { makePasskey } from './passkey.ts'
import { passkeysQuery } from './queries.ts'
import { refusalWords } from './submit.ts'

type Open = { kind: 'nothing' } | { kind: 'add' } | { kind: 'remove'; id: string; name: string }

export function Passkeys({ hasPassword }: { hasPassword: boolean }) {
  const t = useText('accounts')
  const cache = useQueryClient()
  const passkeys = useQuery(passkeysQuery)
  const [open, setOpen] = useState<Open>({ kind: 'nothing' })
  const close = () => setOpen({ kind: 'nothing' })
  const fresh = async (words: string) => {
    close()
    await cache.invalidateQueries({ queryKey: ['accounts'] })
    tell(words)
  }
  const proof = (password: string | undefined) => (password === undefined ? {} : { password })
  const add = async (password: string | undefined) => {
    const { challenge, options } = await take(api.POST('/api/v1/me/passkeys/options', { body: proof(password) }))
    const name = t('passkeys.name', { n: (passkeys.data?.passkeys.length ?? 0) + 1 })
    return take(api.POST('/api/v1/me/passkeys', { body: { challenge, name, response: await makePasskey(options) } }))
  }
  return (
    <section className="accounts-part">
      <h2>{t('passkeys.title')}</h2>
      <p>{t('passkeys.words')}</p>
      {passkeys.isPending && <RowSkeleton rows={1} />}
      {passkeys.isError && (
        <ErrorState detail={refusalWords(t, passkeys.error)} onRetry={() => void passkeys.refetch()} />
      )}
      {passkeys.data?.passkeys.length === 0 && <p className="k-meta">{t('passkeys.none')}</p>}
      {passkeys.data && passkeys.data.passkeys.length > 0 && (
        <ul className="accounts-rows">
          {passkeys.data.passkeys.map(passkey => (
            <li key={passkey.id}>
              <div>
                <strong>{passkey.name}</strong>
                <span className="k-meta">
                  {passkey.lastUsedAt ? t('used') : t('never-used')}{' '}
                  {passkey.lastUsedAt && <TimeAgo at={passkey.lastUsedAt} />}
                </span>
              </div>
              <Button
                size="row"
                aria-label={t('passkeys.remove-of', { name: passkey.name })}
                onClick={() => setOpen({ kind: 'remove', id: passkey.id, name: passkey.name })}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="k-line">
        <Button
          unavailable={browserSupportsWebAuthn() ? undefined : t('passkeys.unsupported')}
          onClick={() => setOpen({ kind: 'add' })}
        >
          {t('passkeys.add')}
        </Button>
      </div>
      {open.kind === 'add' && (
        <ProofSheet
          title={t('passkeys.add')}
          submit={t('go-on')}
          hasPassword={hasPassword}
          work={add}
          then={() => fresh(t('passkeys.added'))}
          onClose={close}
        />
      )}
      {open.kind === 'remove' && (
        <ProofSheet
          title={t('passkeys.remove-of', { name: open.name })}
          submit={t('remove')}
          hasPassword={hasPassword}
          work={password =>
            done(
              api.POST('/api/v1/me/passkeys/{passkey}/remove', {
                params: { path: { passkey: open.id } },
                body: proof(password),
              }),
            )
          }
          then={() => fresh(t('passkeys.removed'))}
          onClose={close}
        />
      )}
    </section>
  )
}
