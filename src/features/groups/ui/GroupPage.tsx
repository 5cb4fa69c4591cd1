import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { GetLink } from '#web/kit/GetLink.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { GroupPageWire, VisitWire } from '../wire.ts'
import { FeedPart } from './FeedPart.tsx'
import { LedgerFigures } from './LedgerFigures.tsx'
import { Members } from './Members.tsx'
import { NormsPart } from './NormsPart.tsx'
import { spanWords } from './norm-words.ts'
import { changeGroup, groupKeys, groupQuery, mayQuery, removeVisit, type Span, spans } from './queries.ts'
import { VisitSheet } from './VisitSheet.tsx'
import { useReasonWords } from './WorthWhy.tsx'
import './groups.css'

export function GroupPage() {
  const t = useText('groups')
  const navigate = useNavigate()
  const { groupId = '' } = useParams({ strict: false })
  const { days = '28' }: { days?: Span } = useSearch({ strict: false })
  const { data: page, error, refetch } = useQuery(groupQuery(groupId, days))
  if (page) return <Whole page={page} days={days} />
  const gone = error instanceof ApiError && error.status === 404
  return (
    <Page title={t('title')}>
      {gone ? (
        <EmptyState title={t('gone')}>
          <Button onClick={() => void navigate({ to: '/groups' })}>{t('all')}</Button>
        </EmptyState>
      ) : error ? (
        <ErrorState detail={error.message} onRetry={() => void refetch()} />
      ) : (
        <RowSkeleton rows={8} label={t('loading')} />
      )}
    </Page>
  )
}

function Whole({ page, days }: { page: GroupPageWire; days: Span }) {
  const t = useText('groups')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { data: may } = useQuery(mayQuery)
  const [logging, setLogging] = useState(false)
  const words = useReasonWords()
  const { group } = page
  const viewer = may !== undefined && !may.includes('write-messages') ? t('viewer') : undefined
  const fresh = () => cache.invalidateQueries({ queryKey: groupKeys.all })
  const putAway = (archived: boolean, undo: boolean) =>
    void changeGroup(group.id, { archived })
      .then(() => {
        if (undo) tell(t(archived ? 'put-away-done' : 'taken-back'), () => putAway(!archived, false))
        return fresh()
      })
      .catch((error: Error) => tell(t('failed', { why: error.message })))
  const visit = () => {
    if (group.conversation)
      return void navigate({ to: '/inbox/$conversationId', params: { conversationId: group.conversation } })
    if (group.url) window.open(group.url, '_blank', 'noopener,noreferrer')
    setLogging(true)
  }
  return (
    <Page
      title={group.title}
      meta={
        <>
          <ToolMark tool={group.tool} word /> · <bdi className="g-address">{group.address}</bdi>
          {group.weekMs > 0 && ` · ${t('week-time', { time: spanWords(t, group.weekMs) })}`}
        </>
      }
      actions={
        <>
          <Button unavailable={viewer} onClick={() => setLogging(true)}>
            {t('visit.log')}
          </Button>
          <GetLink of={{ kind: 'group', group: group.id }} />
          <NextStep showKey onClick={visit}>
            {t(group.conversation ? 'go' : 'open-there')}
          </NextStep>
        </>
      }
    >
      <div className="g-page">
        <p>
          <Link to="/groups">{t('all')}</Link>
        </p>
        <NormsPart page={page} viewer={viewer} />
        <section aria-labelledby="g-ledger">
          <h2 id="g-ledger">{t('ledger.title')}</h2>
          <ChoiceField
            label={t('span.label')}
            hideLabel
            value={days}
            choices={spans.map(span => ({ value: span, label: t(`span.days-${span}`) }))}
            onChoose={value =>
              void navigate({
                to: '/groups/$groupId',
                params: { groupId: group.id },
                search: value === '28' ? {} : { days: value },
                replace: true,
              })
            }
          />
          <LedgerFigures ledger={group.ledger} whole />
          <p className="k-meta">{t('ledger.how')}</p>
          <Acts page={page} />
        </section>
        <section aria-labelledby="g-worth">
          <h2 id="g-worth">{t('worth.title')}</h2>
          <ul className="g-reasons">
            {group.worth.reasons.map(reason => (
              <li key={reason.kind}>{words(reason)}</li>
            ))}
          </ul>
        </section>
        {group.kind === 'room' && (
          <section aria-labelledby="g-members">
            <h2 id="g-members">{t('members.title')}</h2>
            <Members page={page} />
          </section>
        )}
        {group.kind === 'place' && (
          <section aria-labelledby="g-feed">
            <h2 id="g-feed">{t('feed.title')}</h2>
            <FeedPart page={page} viewer={viewer} />
          </section>
        )}
        <Visits page={page} onChanged={() => void fresh()} />
        <Button look="quiet" unavailable={viewer} onClick={() => putAway(!group.archived, true)}>
          {t(group.archived ? 'take-back' : 'put-this-away')}
        </Button>
      </div>
      {logging && <VisitSheet group={group.id} onClose={() => setLogging(false)} />}
    </Page>
  )
}

/** What the figures count, message by message, with the rule that counted it. */
function Acts({ page }: { page: GroupPageWire }) {
  const t = useText('groups')
  if (page.acts.length === 0) return null
  return (
    <details className="g-acts">
      <summary>{t('acts.title', { count: page.acts.length })}</summary>
      <ul>
        {page.acts.map(act => (
          <li key={`${act.kind} ${act.at} ${act.text}`}>
            <span>
              {t(`acts.${act.kind}`, { name: act.name })}
              {act.because && <span className="k-meta"> {t(`acts.because.${act.because}`)}</span>}
            </span>
            <q dir="auto">{act.text}</q>
            <TimeAgo at={String(act.at)} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Visits({ page, onChanged }: { page: GroupPageWire; onChanged: () => void }) {
  const t = useText('groups')
  const id = page.group.id
  if (page.visits.length === 0) return null
  const remove = (visit: VisitWire) =>
    void removeVisit(id, visit.id)
      .then(onChanged)
      .catch((error: Error) => tell(t('failed', { why: error.message })))
  return (
    <section aria-labelledby="g-visits">
      <h2 id="g-visits">{t('visit.title')}</h2>
      <ul className="g-visits">
        {page.visits.map(visit => (
          <li key={visit.id}>
            <span>
              <TimeAgo at={String(visit.at)} /> · <bdi>{visit.by}</bdi> ·{' '}
              {spanWords(t, (visit.readMinutes + visit.talkMinutes) * 60_000)}
              {visit.answers > 0 && ` · ${t('figure.answers')} ${visit.answers}`}
              {visit.thanks > 0 && ` · ${t('figure.thanks')} ${visit.thanks}`}
            </span>
            {visit.note !== '' && <span dir="auto">{visit.note}</span>}
            {visit.mine && (
              <Button size="row" look="quiet" onClick={() => remove(visit)}>
                {t('visit.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
