import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { IssuePageWire } from '../wire.ts'
import { IssueEditor } from './IssueEditor.tsx'
import { IssuePreview } from './IssuePreview.tsx'
import { IssueReport } from './IssueReport.tsx'
import { NotReady } from './ListsPage.tsx'
import { actOnIssue, issueQuery, listKeys, mayQuery, removeIssue, whyOf } from './queries.ts'
import { SendSheet } from './SendSheet.tsx'
import { useIssueDraft } from './use-issue-draft.ts'
import './lists.css'

export function IssuePage() {
  const t = useText('broadcasts')
  const navigate = useNavigate()
  const { issueId = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery(issueQuery(issueId))
  if (data) return data.issue.state === 'draft' ? <Draft key={issueId} page={data} /> : <Sent page={data} />
  return (
    <Page title={t('issue')}>
      {error instanceof ApiError && error.status === 404 ? (
        <EmptyState title={t('issue-gone')}>
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

const useViewer = () => {
  const t = useText('broadcasts')
  const { data: may } = useQuery(mayQuery)
  return may !== undefined && !may.includes('write-messages') ? t('viewer') : undefined
}

function Back({ page }: { page: IssuePageWire }) {
  return (
    <p>
      <Link to="/lists/$listId" params={{ listId: page.list.id }}>
        <bdi>{page.list.name}</bdi>
      </Link>
    </p>
  )
}

function Draft({ page }: { page: IssuePageWire }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const viewer = useViewer()
  const draft = useIssueDraft(page)
  const [sending, setSending] = useState(false)
  const empty = draft.subject.trim() === '' || draft.body.trim() === ''
  const remove = () =>
    void removeIssue(page.issue.id)
      .then(() => navigate({ to: '/lists/$listId', params: { listId: page.list.id } }))
      .then(() => cache.invalidateQueries({ queryKey: listKeys.all }))
      .catch((error: unknown) => tell(whyOf(error) ?? t('failed')))
  return (
    <Page
      title={draft.subject.trim() || t('no-subject')}
      meta={`${t('state.draft')} · ${t(`saving.${draft.state}`)}`}
      actions={
        <>
          <Button look="quiet" unavailable={viewer} onClick={remove}>
            {t('delete-draft')}
          </Button>
          <NextStep
            showKey
            unavailable={viewer ?? (empty ? t('write-first') : page.ready ? undefined : t('not-ready'))}
            onClick={() => void draft.flush().then(() => setSending(true))}
          >
            {t('send')}
          </NextStep>
        </>
      }
    >
      <div className="l-page l-wide">
        <Back page={page} />
        {!page.ready && <NotReady />}
        {draft.refused && <Notice tone="warn">{draft.refused}</Notice>}
        <div className="l-editor">
          <IssueEditor page={page} draft={draft} viewer={viewer} />
          <IssuePreview issue={page.issue.id} version={draft.version} />
        </div>
      </div>
      {sending && <SendSheet page={page} onClose={() => setSending(false)} />}
    </Page>
  )
}

function Sent({ page }: { page: IssuePageWire }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const viewer = useViewer()
  const { issue } = page
  const act = (name: 'pause' | 'resume' | 'send-unknown-again', done: string) =>
    void actOnIssue(issue.id, name)
      .then(() => {
        tell(done)
        return cache.invalidateQueries({ queryKey: listKeys.all })
      })
      .catch((error: unknown) => tell(whyOf(error) ?? t('failed')))
  const at = issue.finishedAt ?? issue.startedAt ?? issue.sendAt
  return (
    <Page
      title={issue.subject}
      meta={
        <>
          {t(`state.${issue.state}`)}
          {at && (
            <>
              {' · '}
              <TimeAgo at={String(at)} />
            </>
          )}
        </>
      }
      actions={
        <>
          <GetLink of={{ kind: 'link', to: { kind: 'issue', id: issue.id } }} />
          {issue.state === 'scheduled' && (
            <Button unavailable={viewer} onClick={() => act('pause', t('back-to-draft'))}>
              {t('to-draft')}
            </Button>
          )}
          {issue.state === 'sending' && (
            <Button unavailable={viewer} onClick={() => act('pause', t('paused-done'))}>
              {t('pause')}
            </Button>
          )}
          {issue.state === 'paused' && (
            <NextStep showKey unavailable={viewer} onClick={() => act('resume', t('resumed-done'))}>
              {t('resume')}
            </NextStep>
          )}
        </>
      }
    >
      <div className="l-page l-wide">
        <Back page={page} />
        {issue.state === 'paused' && issue.pausedWhy && <Notice tone="warn">{issue.pausedWhy}</Notice>}
        <IssueReport page={page} viewer={viewer} onAgain={() => act('send-unknown-again', t('resumed-done'))} />
        <section aria-labelledby="l-as-sent">
          <h2 id="l-as-sent">{t('as-sent')}</h2>
          <IssuePreview issue={issue.id} version={0} />
        </section>
      </div>
    </Page>
  )
}
