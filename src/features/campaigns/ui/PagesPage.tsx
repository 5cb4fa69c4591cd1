import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import type { PageView } from '../wire.ts'
import { createPage, pagesQuery } from './api.ts'
import { Doors } from './Doors.tsx'
import { OtherSites } from './OtherSites.tsx'
import { PageState } from './PageState.tsx'
import { Rooms } from './Rooms.tsx'
import { SiteKeys } from './SiteKeys.tsx'
import { WorkingHours } from './WorkingHours.tsx'
import './pages.css'

export function PagesPage() {
  const t = useText('campaigns')
  const pages = useQuery(pagesQuery)
  return (
    <Page title={t('title')} meta={pages.data && t('count', { count: pages.data.length })}>
      <p className="pages-words">{t('words')}</p>
      <NewPage />
      {pages.isPending ? (
        <RowSkeleton />
      ) : pages.isError ? (
        <ErrorState
          detail={pages.error instanceof ApiError && pages.error.status > 0 ? pages.error.message : undefined}
          onRetry={() => void pages.refetch()}
        />
      ) : pages.data.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <ul className="pages-list">
          {pages.data.map(page => (
            <PageCard key={page.id} page={page} />
          ))}
        </ul>
      )}
      <WorkingHours />
      <Rooms />
      <Doors />
      <OtherSites />
      <SiteKeys />
    </Page>
  )
}

function NewPage() {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (title.trim() === '') return setRefused(t('name-first'))
    setBusy(true)
    try {
      const { id } = await createPage(title.trim())
      await cache.invalidateQueries({ queryKey: pagesQuery.queryKey })
      await navigate({ to: `/pages/${id}` })
    } catch (error) {
      setRefused(error instanceof ApiError ? error.message : t('failed'))
      setBusy(false)
    }
  }
  return (
    <form className="pages-new" onSubmit={event => void create(event)} noValidate>
      <TextField
        label={t('name')}
        hint={t('name-hint')}
        error={refused}
        maxLength={120}
        value={title}
        onChange={event => {
          setTitle(event.target.value)
          setRefused(undefined)
        }}
      />
      <NextStep type="submit" busy={busy} showKey>
        {t('create')}
      </NextStep>
    </form>
  )
}

function PageCard({ page }: { page: PageView }) {
  const t = useText('campaigns')
  return (
    <li className="k-panel pages-card">
      <div>
        <h2>
          <Link to={`/pages/${page.id}`}>{page.title}</Link>
        </h2>
        <p className="k-meta">
          <PageState page={page} /> · <TimeAgo at={page.updatedAt} />
        </p>
      </div>
      <dl className="pages-figures">
        <div>
          <dt>{t('visitors')}</dt>
          <dd>
            <NumberText value={page.visitors} />
          </dd>
        </div>
        <div>
          <dt>{t('people')}</dt>
          <dd>
            <NumberText value={page.people} />
          </dd>
        </div>
      </dl>
      <Line>
        <Link className="k-button k-button-row" to={`/pages/${page.id}`}>
          {t('edit')}
        </Link>
        {page.publishedAt && (
          <>
            <a className="k-button k-button-row" href={page.url} target="_blank" rel="noopener">
              {t('open')}
            </a>
            <CopyButton text={page.url} label={t('copy-link')} />
          </>
        )}
      </Line>
    </li>
  )
}
