import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Notice } from '#web/kit/States.tsx'
import { type AccountForm, beginLetIn, finishLetIn } from '../api.ts'

/** Signing in on the network's own page: it opens, shows a code, and the code fills in what the form asks for. */
export function LetIn(props: { form: AccountForm; onLetIn(values: Readonly<Record<string, string>>): void }) {
  const t = useText('conversations')
  const [code, setCode] = useState('')
  const begun = useMutation({ mutationFn: () => beginLetIn(props.form) })
  const page = begun.data?.ok ? begun.data : undefined
  const finished = useMutation({
    mutationFn: (ticket: string) => finishLetIn({ ticket, code: code.trim() }),
    onSuccess: answer => {
      if (answer.ok) props.onLetIn(answer.values)
    },
  })
  const host = page && new URL(page.url).host
  const why =
    begun.error?.message ??
    finished.error?.message ??
    (begun.data?.ok === false ? begun.data.text : undefined) ??
    (finished.data?.ok === false ? finished.data.text : undefined)
  return (
    <div className="k-stack c-let-in">
      {page && host !== undefined ? (
        <>
          <p>
            <a href={page.url} target="_blank" rel="noreferrer">
              {t('connections.let-in.open', { host })}
            </a>{' '}
            <span className="k-meta">{t('connections.let-in.then')}</span>
          </p>
          <TextField
            label={t('connections.let-in.code')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={code}
            onChange={event => setCode(event.target.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter' || code.trim() === '') return
              event.preventDefault()
              finished.mutate(page.ticket)
            }}
          />
          <div className="k-line">
            <Button
              busy={finished.isPending}
              unavailable={code.trim() === '' ? t('connections.let-in.code-first') : undefined}
              onClick={() => finished.mutate(page.ticket)}
            >
              {t('connections.let-in.take')}
            </Button>
            <Button
              busy={begun.isPending}
              onClick={() => {
                setCode('')
                finished.reset()
                begun.mutate()
              }}
            >
              {t('connections.let-in.again')}
            </Button>
          </div>
        </>
      ) : (
        <div className="k-line">
          <Button busy={begun.isPending} onClick={() => begun.mutate()}>
            {t('connections.let-in.begin')}
          </Button>
          <span className="k-meta">{t('connections.let-in.why')}</span>
        </div>
      )}
      <div aria-live="polite">{why !== undefined && <Notice tone="block">{why}</Notice>}</div>
    </div>
  )
}
