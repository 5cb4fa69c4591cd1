import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { TextAreaField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ChatKeysView } from '../wire.ts'
import { addKey, keysQuery, removeKey, websiteChatQuery } from './api.ts'

/** Sites whose visitors are signed in: the keys with which they say who it is. */
export function SiteKeys() {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const { data } = useQuery(keysQuery)
  const { data: chat } = useQuery(websiteChatQuery)
  const [made, setMade] = useState<{ id: string; secret: string | null }>()
  const [publicKey, setPublicKey] = useState('')
  const [refused, setRefused] = useState<string>()
  if (!data || !chat) return null
  const attempt = async (work: () => Promise<void>) => {
    setRefused(undefined)
    try {
      await work()
    } catch (error) {
      setRefused(error instanceof ApiError ? error.message : t('failed'))
    }
    await cache.invalidateQueries({ queryKey: keysQuery.queryKey })
  }
  const addSecret = () => attempt(async () => setMade(await addKey({ algorithm: 'HS256' })))
  const addPublic = () =>
    attempt(async () => {
      await addKey({ algorithm: 'ES256', publicKey })
      setPublicKey('')
      tell(t('keys.added'))
    })
  return (
    <section className="pages-sites" aria-labelledby="chat-keys">
      <h2 id="chat-keys">{t('keys.title')}</h2>
      <p>{t('keys.words')}</p>
      <ul className="pages-doors">
        {data.keys.map(key => (
          <KeyRow
            key={key.id}
            row={key}
            onRemove={() => void attempt(() => removeKey(key.id).then(() => setMade(undefined)))}
          />
        ))}
      </ul>
      {made?.secret && (
        <Notice tone="ok">
          <p>{t('keys.once')}</p>
          <pre className="pages-code">
            <code>{made.secret}</code>
          </pre>
          <Line>
            <CopyButton text={made.secret} label={t('keys.copy')} />
          </Line>
        </Notice>
      )}
      <Line>
        <Button onClick={() => void addSecret()}>{t('keys.add-secret')}</Button>
      </Line>
      <details>
        <summary>{t('keys.own-pair')}</summary>
        <TextAreaField
          label={t('keys.public')}
          hint={t('keys.public-hint')}
          spellCheck={false}
          dir="ltr"
          value={publicKey}
          onChange={event => setPublicKey(event.target.value)}
        />
        <Line>
          <Button onClick={() => void addPublic()}>{t('keys.add-public')}</Button>
        </Line>
      </details>
      {refused !== undefined && <Notice tone="block">{refused}</Notice>}
      <p>{t('keys.how')}</p>
      <pre className="pages-code">
        <code>{exampleOf(data.keys.at(-1)?.id ?? '…', chat.chat)}</code>
      </pre>
      <p className="k-meta">{t('keys.attribute')}</p>
    </section>
  )
}

/** Header and claims of a token, one a line, as the site's own program makes them. */
const exampleOf = (kid: string, aud: string) =>
  [
    { alg: 'HS256', kid },
    { aud, sub: '…', exp: 0, name: '…', email: '…' },
  ]
    .map(each => JSON.stringify(each))
    .join('\n')

function KeyRow({ row, onRemove }: { row: ChatKeysView['keys'][number]; onRemove: () => void }) {
  const t = useText('campaigns')
  const [asked, setAsked] = useState(false)
  return (
    <li>
      <span>
        {row.algorithm} <code>{row.id}</code>
        <span className="k-meta">
          {' '}
          {row.lastUsedAt === null ? (
            t('keys.unused')
          ) : (
            <>
              {t('keys.used')} <TimeAgo at={row.lastUsedAt} />
            </>
          )}
        </span>
      </span>{' '}
      {asked ? (
        <>
          <span>{t('keys.sure')}</span>{' '}
          <Button size="row" onClick={onRemove}>
            {t('keys.remove')}
          </Button>{' '}
          <Button size="row" onClick={() => setAsked(false)}>
            {t('keys.keep')}
          </Button>
        </>
      ) : (
        <Button size="row" onClick={() => setAsked(true)}>
          {t('keys.remove')}
        </Button>
      )}
    </li>
  )
}
