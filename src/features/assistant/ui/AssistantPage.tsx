import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { type Text, useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { assistantLimits } from '../model.ts'
import type { AssistantView } from '../wire.ts'
import { assistantKey, assistantQuery, changeAssistant, ownQuery, tryAssistant } from './queries.ts'
import './assistant.css'

/** Whether drafts may be suggested, by whom, and what leaves the house then: seen by all, set up by admins. */
export function AssistantPage() {
  const t = useText('assistant')
  const assistant = useQuery(assistantQuery)
  const { data: me } = useQuery(ownQuery)
  const mayChange = me?.may.includes('connect-tools') ?? false
  const set = assistant.data
  return (
    <Page title={t('title')} meta={set && t(set.active ? 'is-on' : 'is-off')}>
      <div className="a-page">
        <p>{t('words')}</p>
        <section aria-labelledby="a-leaves">
          <h2 id="a-leaves">{t('leaves')}</h2>
          <ul>
            <li>{t('leaves-read')}</li>
            <li>{t('leaves-playbook')}</li>
            <li>{t('leaves-note')}</li>
          </ul>
          <p>{t('stays')}</p>
        </section>
        {assistant.isPending && <RowSkeleton rows={4} />}
        {assistant.isError && <ErrorState detail={assistant.error.message} onRetry={() => void assistant.refetch()} />}
        {set && me && !mayChange && <Notice>{t('admins-change')}</Notice>}
        {set && me && mayChange && <SetUp key={`${set.url} ${set.model} ${set.hasKey}`} set={set} />}
      </div>
    </Page>
  )
}

function SetUp({ set }: { set: AssistantView }) {
  const t = useText('assistant')
  const cache = useQueryClient()
  const [url, setUrl] = useState(set.url)
  const [model, setModel] = useState(set.model)
  const [key, setKey] = useState('')
  const [forget, setForget] = useState(false)
  const [active, setActive] = useState(set.active)
  const [streamed, setStreamed] = useState(set.streamed)
  const asked = forget ? null : key.trim() === '' ? undefined : key.trim()
  const changed =
    url.trim() !== set.url ||
    model.trim() !== set.model ||
    asked !== undefined ||
    active !== set.active ||
    streamed !== set.streamed
  const save = useMutation({
    mutationFn: () => changeAssistant({ active, url, model, streamed, ...(asked !== undefined && { key: asked }) }),
    onSuccess: async () => {
      setKey('')
      setForget(false)
      await cache.invalidateQueries({ queryKey: assistantKey })
      tell(t(active ? 'saved-on' : 'saved-off'))
    },
  })
  const trial = useMutation({ mutationFn: tryAssistant })
  const missing = url.trim() === '' ? t('url-first') : model.trim() === '' ? t('model-first') : undefined
  return (
    <form
      className="a-form"
      aria-labelledby="a-endpoint"
      onSubmit={event => {
        event.preventDefault()
        trial.reset()
        if (missing === undefined && changed && !save.isPending) save.mutate()
      }}
    >
      <h2 id="a-endpoint">{t('endpoint')}</h2>
      <TextField
        label={t('url')}
        hint={t('url-hint')}
        type="url"
        inputMode="url"
        maxLength={assistantLimits.urlChars}
        value={url}
        onChange={event => setUrl(event.target.value)}
      />
      <TextField
        label={t('model')}
        hint={t('model-hint')}
        maxLength={assistantLimits.modelChars}
        autoComplete="off"
        spellCheck={false}
        value={model}
        onChange={event => setModel(event.target.value)}
      />
      <TextField
        label={t('key')}
        hint={t(set.hasKey ? 'key-kept' : 'key-hint')}
        optional
        type="password"
        autoComplete="off"
        maxLength={assistantLimits.keyChars}
        value={key}
        disabled={forget}
        onChange={event => setKey(event.target.value)}
      />
      {set.hasKey && (
        <CheckField label={t('key-forget')} checked={forget} onChange={event => setForget(event.target.checked)} />
      )}
      <CheckField
        label={t('streamed')}
        hint={t('streamed-hint')}
        checked={streamed}
        onChange={event => setStreamed(event.target.checked)}
      />
      <CheckField
        label={t('active')}
        hint={t('active-hint')}
        checked={active}
        onChange={event => setActive(event.target.checked)}
      />
      <div role="alert">{save.isError && <Notice tone="block">{refusalWords(t, save.error)}</Notice>}</div>
      <div className="k-line">
        <NextStep
          type="submit"
          busy={save.isPending}
          {...((missing ?? (changed ? undefined : t('nothing-changed'))) && {
            unavailable: missing ?? t('nothing-changed'),
          })}
        >
          {t('save')}
        </NextStep>
        <Button
          busy={trial.isPending}
          unavailable={set.url === '' || changed ? t('save-first') : undefined}
          onClick={() => trial.mutate()}
        >
          {t('try')}
        </Button>
      </div>
      <div role="status">
        {trial.isPending && <Notice>{t('trying')}</Notice>}
        {trial.isSuccess && (
          <Notice tone="ok">
            {t('tried', { model: trial.data.model, seconds: (trial.data.answeredInMs / 1000).toFixed(1) })}
          </Notice>
        )}
        {trial.isError && <Notice tone="block">{refusalWords(t, trial.error)}</Notice>}
      </div>
    </form>
  )
}

/** In our words where there are some; what an endpoint itself said stands in the server's sentence. */
function refusalWords(t: Text, error: unknown): string {
  if (!(error instanceof ApiError)) return t('refused.unknown')
  const words = t(`refused.${error.code}`)
  return words === `refused.${error.code}` ? error.message : words
}
