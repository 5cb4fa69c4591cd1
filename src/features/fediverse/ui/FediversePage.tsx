import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, SelectField, TextField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { isHandle, sendings } from '../model.ts'
import type { FediverseChange, FediverseView } from '../wire.ts'
import './fediverse.css'

const fediverseQuery = queryOptions({ queryKey: ['fediverse'], queryFn: () => ask<FediverseView>('/fediverse') })

/** The blog as somebody whom people on Mastodon and elsewhere follow. */
export function FediversePage() {
  const t = useText('fediverse')
  const { data, error, refetch } = useQuery(fediverseQuery)
  return (
    <Page title={t('title')} meta={data && t('followers', { count: data.followers })}>
      {data && (
        <Stack gap={6}>
          <Settings view={data} />
          {data.begun && <Followers view={data} />}
          {data.begun && <Blocks view={data} />}
        </Stack>
      )}
      {!data && (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />)}
    </Page>
  )
}

/** What comes back stands at once where it was changed. */
function useKept(said: string | undefined) {
  const cache = useQueryClient()
  return {
    onSuccess: (kept: FediverseView) => {
      cache.setQueryData(fediverseQuery.queryKey, kept)
      if (said !== undefined) tell(said)
    },
  }
}

function Settings({ view }: { view: FediverseView }) {
  const t = useText('fediverse')
  const [draft, setDraft] = useState({ on: view.on, handle: view.handle, sends: view.sends })
  const keep = useMutation({
    mutationFn: (change: FediverseChange) => ask<FediverseView>('/fediverse', 'PATCH', change),
    ...useKept(t('kept')),
  })
  const handle = draft.handle.trim().replace(/^@/, '').toLowerCase()
  const wrong = isHandle(handle) ? undefined : t('bad-handle')
  const host = view.address.replace(/^@[^@]*/, '')
  return (
    <form
      className="f-form"
      onSubmit={event => {
        event.preventDefault()
        if (!wrong) keep.mutate({ on: draft.on, sends: draft.sends, ...(view.fixed ? {} : { handle }) })
      }}
    >
      <Stack gap={4}>
        <p className="k-meta">{t('lead')}</p>
        {view.unreachable && <Notice tone="warn">{t('unreachable')}</Notice>}
        {view.moved && <Notice tone="warn">{t('moved', { address: view.address })}</Notice>}
        <CheckField
          label={t('on')}
          hint={t('on-hint', { address: `@${handle}${host}` })}
          checked={draft.on}
          onChange={event => setDraft({ ...draft, on: event.target.checked })}
        />
        <TextField
          label={t('handle')}
          hint={view.fixed ? t('handle-fixed') : t('handle-hint', { address: `@${handle}${host}` })}
          value={draft.handle}
          maxLength={31}
          disabled={view.fixed}
          error={wrong}
          autoCapitalize="none"
          spellCheck={false}
          onChange={event => setDraft({ ...draft, handle: event.target.value })}
        />
        <SelectField
          label={t('sends')}
          hint={t('sends-hint')}
          value={draft.sends}
          choices={sendings.map(value => ({ value, label: t(`sending.${value}`) }))}
          onChange={event =>
            setDraft({ ...draft, sends: sendings.find(each => each === event.target.value) ?? 'opening' })
          }
        />
        {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
        <Line>
          <NextStep type="submit" busy={keep.isPending} unavailable={wrong}>
            {t('keep')}
          </NextStep>
        </Line>
      </Stack>
    </form>
  )
}

function Followers({ view }: { view: FediverseView }) {
  const t = useText('fediverse')
  return (
    <section aria-labelledby="fediverse-followers">
      <h2 id="fediverse-followers">{t('followers-title')}</h2>
      {view.latest.length === 0 && <p className="k-meta">{t('no-followers', { address: view.address })}</p>}
      <ul className="f-rows">
        {view.latest.map(follower => (
          <li key={follower.address}>
            {follower.person ? (
              <Link to="/people/$personId" params={{ personId: follower.person }}>
                <bdi>{follower.name}</bdi>
              </Link>
            ) : (
              <bdi>{follower.name}</bdi>
            )}
            <a href={follower.url} target="_blank" rel="noopener noreferrer">
              <bdi>{follower.address}</bdi>
            </a>
            <span className="k-meta">
              <TimeAgo at={String(follower.since)} />
            </span>
          </li>
        ))}
      </ul>
      {view.followers > view.latest.length && (
        <p className="k-meta">{t('more-followers', { count: view.followers - view.latest.length })}</p>
      )}
    </section>
  )
}

function Blocks({ view }: { view: FediverseView }) {
  const t = useText('fediverse')
  const [typed, setTyped] = useState('')
  const kept = useKept(undefined)
  const add = useMutation({
    mutationFn: (pattern: string) => ask<FediverseView>('/fediverse/blocks', 'POST', { pattern }),
    onSuccess: (next: FediverseView) => {
      kept.onSuccess(next)
      setTyped('')
    },
  })
  const remove = useMutation({
    mutationFn: (pattern: string) => ask<FediverseView>(`/fediverse/blocks/${encodeURIComponent(pattern)}`, 'DELETE'),
    onSuccess: (next: FediverseView, pattern) => {
      kept.onSuccess(next)
      tell(t('unblocked', { pattern }), () => add.mutate(pattern))
    },
    onError: error => tell(error.message),
  })
  return (
    <section aria-labelledby="fediverse-blocks">
      <h2 id="fediverse-blocks">{t('blocks-title')}</h2>
      <p className="k-meta">{t('blocks-words')}</p>
      <ul className="f-rows">
        {view.blocks.map(pattern => (
          <li key={pattern}>
            <bdi>{pattern}</bdi>
            <Button
              size="row"
              look="quiet"
              onClick={() => remove.mutate(pattern)}
              aria-label={t('unblock-named', { pattern })}
            >
              {t('unblock')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="f-add"
        onSubmit={event => {
          event.preventDefault()
          if (typed.trim() !== '') add.mutate(typed.trim())
        }}
      >
        <TextField
          label={t('block-label')}
          value={typed}
          maxLength={300}
          autoCapitalize="none"
          spellCheck={false}
          error={add.error?.message}
          onChange={event => setTyped(event.target.value)}
        />
        <Button type="submit" busy={add.isPending} unavailable={typed.trim() === '' ? t('block-first') : undefined}>
          {t('block')}
        </Button>
      </form>
    </section>
  )
}
