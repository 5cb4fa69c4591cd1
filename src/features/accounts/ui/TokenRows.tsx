import type { ReactNode } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'

type Row = {
  id: string
  name: string
  scope: 'all' | 'read' | 'assistant' | 'clipper'
  lastUsedAt: string | null
  expiresAt: string | null
}

/** `also` stands before what the token may do: whose it is, where that is not clear. */
export function TokenRows<Token extends Row>(props: {
  tokens: readonly Token[]
  also?: (token: Token) => ReactNode
  onRemove: (token: string) => void
}) {
  const t = useText('accounts')
  return (
    <ul className="accounts-rows">
      {props.tokens.map(token => (
        <li key={token.id}>
          <div>
            <strong>{token.name}</strong>
            <span className="k-meta">
              {props.also && (
                <>
                  {props.also(token)}
                  {' · '}
                </>
              )}
              {t(`tokens.scope-${token.scope}`)}
              {' · '}
              {token.lastUsedAt ? t('used') : t('never-used')} {token.lastUsedAt && <TimeAgo at={token.lastUsedAt} />}
              {token.expiresAt && ` · ${t('tokens.until')} `}
              {token.expiresAt && <TimeAgo at={token.expiresAt} />}
            </span>
          </div>
          <Button
            size="row"
            onClick={() => props.onRemove(token.id)}
            aria-label={t('tokens.remove-of', { name: token.name })}
          >
            {t('remove')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
