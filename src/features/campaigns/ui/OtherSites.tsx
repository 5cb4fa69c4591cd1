import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { TextAreaField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { WebsiteChatView } from '../wire.ts'
import { changeOrigins, websiteChatQuery } from './api.ts'

/** The chat on pages that Kith does not serve: which sites may show it, and the line to paste there. */
export function OtherSites() {
  const t = useText('campaigns')
  const chat = useQuery(websiteChatQuery)
  if (!chat.data) return null
  return (
    <section className="pages-sites" aria-labelledby="other-sites">
      <h2 id="other-sites">{t('sites.title')}</h2>
      <p>{t('sites.words')}</p>
      <Origins key={chat.data.origins.join(' ')} chat={chat.data} />
      <Snippet chat={chat.data} />
    </section>
  )
}

function Origins({ chat }: { chat: WebsiteChatView }) {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const [text, setText] = useState(chat.origins.join('\n'))
  const [refused, setRefused] = useState<string>()
  const save = async (origins: readonly string[]) => {
    cache.setQueryData(websiteChatQuery.queryKey, await changeOrigins(origins))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const before = chat.origins
    try {
      await save(text.split(/\s+/).filter(Boolean))
      tell(t('sites.saved'), () => void save(before))
    } catch (error) {
      setRefused(error instanceof ApiError ? error.message : t('failed'))
    }
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <TextAreaField
        label={t('sites.origins')}
        hint={t('sites.origins-hint')}
        error={refused}
        spellCheck={false}
        dir="ltr"
        value={text}
        onChange={event => {
          setText(event.target.value)
          setRefused(undefined)
        }}
      />
      <Line>
        <Button type="submit">{t('sites.save')}</Button>
      </Line>
    </form>
  )
}

function Snippet({ chat }: { chat: WebsiteChatView }) {
  const t = useText('campaigns')
  const snippet = `<script src="${chat.script}" data-chat="${chat.chat}" data-campaign="" data-lang="" defer></script>`
  return (
    <div>
      <p>{t('sites.snippet')}</p>
      <pre className="pages-code">
        <code>{snippet}</code>
      </pre>
      <Line>
        <CopyButton text={snippet} label={t('sites.copy')} />
      </Line>
      <p className="k-meta">{t('sites.attributes')}</p>
    </div>
  )
}
