import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { changeReach, type ReachNow, type ReachView, reachKey, reachQuery, removeReach } from './api.ts'
import { PlaceForm } from './PlaceForm.tsx'
import { ProofForm } from './ProofForm.tsx'
import { useWords } from './refused.ts'
import { WhenForm } from './WhenForm.tsx'
import '../organise/organise.css'
import './reach.css'

/** Where messages follow the recruiter to, and when. */
export function ReachPage() {
  const t = useText('conversations')
  const { data, error, isPending, refetch } = useQuery(reachQuery)
  return (
    <Page title={t('reach.title')}>
      <div className="c-manage">
        <p>{t('reach.words')}</p>
        {isPending && <RowSkeleton rows={3} label={t('reach.loading')} />}
        {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {data && <Setting view={data} />}
      </div>
    </Page>
  )
}

function Setting({ view: { reach, ways } }: { view: ReachView }) {
  const t = useText('conversations')
  const [choosing, setChoosing] = useState(false)
  /** To be written from there; it is shown this once. */
  const [code, setCode] = useState<string>()
  if (ways.length === 0)
    return (
      <EmptyState title={t('reach.no-ways')}>
        <Link to="/settings/connections" className="k-button k-button-plain">
          {t('reach.to-connections')}
        </Link>
      </EmptyState>
    )
  if (!reach || choosing)
    return (
      <PlaceForm
        ways={ways}
        reach={reach}
        onDone={shown => {
          setCode(shown)
          setChoosing(false)
        }}
        onCancel={reach ? () => setChoosing(false) : undefined}
      />
    )
  if (!reach.proven)
    return (
      <>
        {reach.trouble !== null && <Notice tone="warn">{t('reach.trouble', { why: reach.trouble })}</Notice>}
        <ProofForm reach={reach} code={code} onCode={setCode} onOther={() => setChoosing(true)} />
      </>
    )
  return <Reached reach={reach} onOther={() => setChoosing(true)} />
}

function Reached({ reach, onOther }: { reach: ReachNow; onOther: () => void }) {
  const t = useText('conversations')
  const words = useWords()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const fresh = () => queries.invalidateQueries({ queryKey: reachKey })
  const failed = (error: Error) => tell(t('action.failed', { why: words(error) }))
  const pause = useMutation({
    mutationFn: (paused: boolean) => changeReach({ paused }),
    onError: failed,
    onSettled: fresh,
  })
  const remove = useMutation({
    mutationFn: removeReach,
    onSuccess: () => tell(t('reach.removed')),
    onError: failed,
    onSettled: fresh,
  })
  return (
    <>
      <section className="c-manage-form" aria-label={t('reach.place')}>
        <p className="c-reach-place">
          <ToolMark tool={reach.tool} word /> <bdi>{reach.address}</bdi>
        </p>
        <p className="k-meta" role="status">
          {t(reach.paused ? 'reach.is-paused' : 'reach.is-on', { label: reach.label, tool: toolLabel(reach.tool) })}
        </p>
        {reach.trouble !== null && <Notice tone="warn">{t('reach.trouble', { why: reach.trouble })}</Notice>}
        <div className="k-line">
          <Button busy={pause.isPending} onClick={() => pause.mutate(!reach.paused)}>
            {t(reach.paused ? 'reach.resume' : 'reach.pause')}
          </Button>
          <Button onClick={onOther}>{t('reach.other')}</Button>
          <Button look="quiet" onClick={() => setAsking(true)}>
            {t('remove')}
          </Button>
        </div>
      </section>
      <WhenForm reach={reach} />
      <section aria-labelledby="reach-how">
        <h2 id="reach-how">{t('reach.how')}</h2>
        <ul className="c-reach-how">
          <li>{t('reach.how-answer')}</li>
          <li>{t('reach.how-mark')}</li>
          <li>{t('reach.how-rules')}</li>
          <li>{t('reach.how-help')}</li>
        </ul>
      </section>
      {asking && (
        <Sheet
          place="middle"
          title={t('reach.remove-title')}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false)
                  remove.mutate()
                }}
              >
                {t('remove')}
              </Button>
            </>
          }
        >
          <p>{t('reach.remove-words')}</p>
        </Sheet>
      )}
    </>
  )
}
