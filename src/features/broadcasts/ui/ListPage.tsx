import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { IssueRowWire, ListPageWire } from '../wire.ts'
import { Digest } from './Digest.tsx'
import { ImportSheet } from './ImportSheet.tsx'
import { ListSheet } from './ListSheet.tsx'
import { NotReady } from './ListsPage.tsx'
import { changeList, createIssue, listKeys, listQuery, mayQuery, whyOf } from './queries.ts'
import { Subscribers } from './Subscribers.tsx'
import './lists.css'

export function ListPage() {
  const t = useText('broadcasts')
  const navigate = useNavigate()
  const { listId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(listQuery(listId))
  if (data) return <Whole page={data} />
  return (
    <Page title={t('title')}>
      {error instanceof ApiError && error.status === 404 ? (
        <EmptyState title={t('gone')}>
          <Button onClick={() => void navigate({ to: '/lists' })}>{t('all')}</Button>
        </EmptyState>
      ) : error ? (
        <ErrorState detail={whyOf(error)} onRetry={() => void refetch()} />
      ) : (
        <RowSkeleton rows={8} label={t('loading')} />
      )}
    </Page>
  )
}

function Whole({ page }: { page: ListPageWire }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { data: may } = useQuery(mayQuery)
  const [sheet, setSheet] = useState<'words' | 'import'>()
  const [busy, setBusy] = useState(false)
  const { list } = page
  const viewer = may !== undefined && !may.includes('write-messages') ? t('viewer') : undefined
  const write = async () => {
    setBusy(true)
    try {
      const { id } = await createIssue(list.id)
      await navigate({ to: '/issues/$issueId', params: { issueId: id } })
    } catch (error) {
      tell(whyOf(error) ?? t('failed'))
      setBusy(false)
    }
  }
  const close = (archived: boolean, undo: boolean) =>
    void changeList(list.id, { archived })
      .then(() => {
        if (undo) tell(t(archived ? 'closed-done' : 'opened-done'), () => close(!archived, false))
        return cache.invalidateQueries({ queryKey: listKeys.all })
      })
      .catch((error: unknown) => tell(whyOf(error) ?? t('failed')))
  return (
    <Page
      title={list.name}
      meta={t('counts', { confirmed: list.confirmed, waiting: list.waiting })}
      actions={
        <>
          <Button unavailable={viewer} onClick={() => setSheet('words')}>
            {t('edit-words')}
          </Button>
          <Button unavailable={viewer} onClick={() => setSheet('import')}>
            {t('import.title')}
          </Button>
          <GetLink of={{ kind: 'link', to: { kind: 'list', id: list.id } }} />
          <NextStep showKey busy={busy} unavailable={viewer} onClick={() => void write()}>
            {t('write')}
          </NextStep>
        </>
      }
    >
      <div className="l-page">
        <p>
          <Link to="/lists">{t('all')}</Link>
        </p>
        {!page.ready && <NotReady />}
        <section aria-labelledby="l-door">
          <h2 id="l-door">{t('door')}</h2>
          {list.archived ? (
            <p>{t('closed-words')}</p>
          ) : (
            <>
              <p className="k-meta">{t('door-words')}</p>
              <Line>
                <a href={list.url} target="_blank" rel="noopener" className="l-address">
                  {list.url}
                </a>
                <CopyButton text={list.url} label={t('copy')} />
              </Line>
            </>
          )}
          <dl className="l-wording" dir="auto">
            <dt>{t('field.purpose')}</dt>
            <dd>{list.purpose}</dd>
            <dt>{t('field.consent')}</dt>
            <dd>{list.consent}</dd>
          </dl>
          {page.wordings.length > 1 && (
            <details>
              <summary>{t('versions', { count: page.wordings.length - 1 })}</summary>
              <ul className="l-versions">
                {page.wordings.slice(1).map(wording => (
                  <li key={wording.version} dir="auto">
                    <TimeAgo at={String(wording.createdAt)} />: {wording.purpose} “{wording.consent}”
                  </li>
                ))}
              </ul>
            </details>
          )}
        </section>
        {!list.archived && <Digest list={list} viewer={viewer} />}
        <section aria-labelledby="l-issues">
          <h2 id="l-issues">{t('issues')}</h2>
          {page.issues.length === 0 ? <p className="k-meta">{t('no-issues')}</p> : <Issues issues={page.issues} />}
        </section>
        <section aria-labelledby="l-people">
          <h2 id="l-people">
            {t('subscribers')} <NumberText value={list.confirmed + list.waiting + list.left + list.stopped} />
          </h2>
          <Subscribers list={list} viewer={viewer} />
        </section>
        <Line>
          <Button look="quiet" unavailable={viewer} onClick={() => close(!list.archived, true)}>
            {t(list.archived ? 'open-list' : 'close-list')}
          </Button>
        </Line>
      </div>
      {sheet === 'words' && <ListSheet list={list} onClose={() => setSheet(undefined)} />}
      {sheet === 'import' && <ImportSheet list={list.id} onClose={() => setSheet(undefined)} />}
    </Page>
  )
}

function Issues({ issues }: { issues: readonly IssueRowWire[] }) {
  const t = useText('broadcasts')
  return (
    <ul className="l-rows">
      {issues.map(issue => (
        <li key={issue.id}>
          <Link to="/issues/$issueId" params={{ issueId: issue.id }} className="l-row-link">
            <bdi>{issue.subject || t('no-subject')}</bdi>
          </Link>
          <span className="k-meta">
            {t(`state.${issue.state}`)} · <TimeAgo at={String(issue.finishedAt ?? issue.sendAt ?? issue.updatedAt)} />
          </span>
        </li>
      ))}
    </ul>
  )
}
