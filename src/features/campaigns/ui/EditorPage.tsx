import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PageView } from '../wire.ts'
import { changePage, pagesQuery, removePage, restorePage } from './api.ts'
import { Blocks } from './Blocks.tsx'
import { Experiment } from './Experiment.tsx'
import { PageState } from './PageState.tsx'
import { Preview } from './Preview.tsx'
import { PublishSheet } from './PublishSheet.tsx'
import { useDraft } from './use-draft.ts'
import { Versions } from './Versions.tsx'
import './pages.css'

export function EditorPage() {
  const t = useText('campaigns')
  const navigate = useNavigate()
  const { pageId } = useParams({ strict: false })
  const pages = useQuery(pagesQuery)
  // A version that was brought back is read into the fields anew.
  const [round, setRound] = useState(0)
  const page = pages.data?.find(each => each.id === pageId)
  if (page) return <Editor key={`${page.id} ${round}`} page={page} onRestored={() => setRound(round + 1)} />
  return (
    <Page title={t('title')}>
      {pages.isPending ? (
        <RowSkeleton />
      ) : pages.isError ? (
        <ErrorState
          detail={pages.error instanceof ApiError && pages.error.status > 0 ? pages.error.message : undefined}
          onRetry={() => void pages.refetch()}
        />
      ) : (
        <EmptyState title={t('gone')}>
          <Button onClick={() => void navigate({ to: '/pages' })}>{t('all-pages')}</Button>
        </EmptyState>
      )}
    </Page>
  )
}

function Editor({ page, onRestored }: { page: PageView; onRestored: () => void }) {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const draft = useDraft(page)
  const [publishing, setPublishing] = useState(false)
  const fresh = () => cache.invalidateQueries({ queryKey: pagesQuery.queryKey })
  const isPublished = page.publishedAt !== null
  const upToDate = isPublished && !page.changed && draft.state === 'saved'
  const attempt = (work: () => Promise<unknown>) =>
    void work()
      .then(fresh)
      .catch((error: unknown) => tell(error instanceof ApiError ? error.message : t('failed')))

  const withdraw = () =>
    attempt(async () => {
      await changePage(page.id, { published: false })
      tell(t('withdrawn'), () => attempt(() => changePage(page.id, { published: true })))
    })
  const remove = () =>
    attempt(async () => {
      await draft.flush()
      await removePage(page.id)
      await navigate({ to: '/pages' })
      tell(t('removed', { title: page.title }), () => attempt(() => restorePage(page.id)))
    })

  return (
    <Page
      title={draft.title || page.title}
      fill
      meta={
        <>
          <PageState page={page} /> · {t(`saving.${draft.state}`)}
        </>
      }
      actions={
        <>
          {isPublished && (
            <>
              <a className="k-button" href={page.url} target="_blank" rel="noopener">
                {t('open')}
              </a>
              <CopyButton text={page.url} label={t('copy-link')} size="body" />
              <GetLink of={{ kind: 'link', to: { kind: 'page', id: page.id } }} />
              <Button onClick={withdraw}>{t('withdraw')}</Button>
            </>
          )}
          <Button look="quiet" onClick={remove}>
            {t('remove')}
          </Button>
          <NextStep
            showKey
            unavailable={draft.problem ? t('mend-first') : upToDate ? t('up-to-date') : undefined}
            onClick={() => setPublishing(true)}
          >
            {isPublished ? t('publish-changes') : t('publish')}
          </NextStep>
        </>
      }
    >
      {draft.refused && (
        <Notice tone="warn">
          <p>{draft.refused}</p>
          <Line>
            <Button size="row" onClick={() => void draft.flush()}>
              {t('save-again')}
            </Button>
          </Line>
        </Notice>
      )}
      <Experiment page={page} flush={draft.flush} />
      <Versions page={page.id} onRestored={onRestored} />
      <div className="pages-editor">
        <Blocks draft={draft} page={page} />
        <Preview id={page.id} version={draft.version} title={draft.title} />
      </div>
      {publishing && <PublishSheet page={page} draft={draft} onClose={() => setPublishing(false)} onDone={fresh} />}
    </Page>
  )
}
