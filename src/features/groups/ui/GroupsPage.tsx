import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type RefObject, useRef, useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { rememberFocus } from '#web/keyboard/regions.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { GroupRowWire } from '../wire.ts'
import { AddSheet } from './AddSheet.tsx'
import { LedgerFigures } from './LedgerFigures.tsx'
import { normWords, spanWords } from './norm-words.ts'
import { groupsQuery, mayQuery, type Span, spans } from './queries.ts'
import { useReasonWords, WorthWhy } from './WorthWhy.tsx'
import './groups.css'

/** Where people of the trade meet, most worth first: j and k go through the rows, Enter opens one. */
export function GroupsPage() {
  const t = useText('groups')
  const navigate = useNavigate()
  const { days = '28' }: { days?: Span } = useSearch({ strict: false })
  const { data: groups, error, refetch } = useQuery(groupsQuery(days))
  const { data: may } = useQuery(mayQuery)
  const [adding, setAdding] = useState(false)
  const home = useRef<HTMLDivElement>(null)
  useRowKeys(home)
  const viewer = may !== undefined && !may.includes('write-messages') ? t('viewer') : undefined
  const open = groups?.filter(group => !group.archived) ?? []
  const away = groups?.filter(group => group.archived) ?? []
  const Add = open.length === 0 ? NextStep : Button
  const add = (
    <Add unavailable={viewer} onClick={() => setAdding(true)}>
      {t('add')}
    </Add>
  )
  const week = open.reduce((sum, group) => sum + group.weekMs, 0)
  return (
    <Page
      title={t('title')}
      meta={groups && t('week-time', { time: spanWords(t, week) })}
      actions={open.length > 0 ? add : undefined}
    >
      <div className="g-page" ref={home}>
        {error && !groups && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {!groups && !error && <RowSkeleton rows={6} label={t('loading')} />}
        {groups && open.length === 0 && <EmptyState title={t('empty')}>{add}</EmptyState>}
        {open.length > 0 && (
          <>
            <Best group={open[0]} />
            <ChoiceField
              label={t('span.label')}
              value={days}
              choices={spans.map(span => ({ value: span, label: t(`span.days-${span}`) }))}
              onChoose={value =>
                void navigate({ to: '/groups', search: value === '28' ? {} : { days: value }, replace: true })
              }
            />
            <Rows groups={open} label={t('title')} />
          </>
        )}
        {away.length > 0 && (
          <details className="g-away">
            <summary>{t('put-away', { count: away.length })}</summary>
            <Rows groups={away} label={t('put-away', { count: away.length })} />
          </details>
        )}
      </div>
      {adding && <AddSheet onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** Where time brings most, with its reasons in words; nothing while nobody of ours is known anywhere. */
function Best({ group }: { group: GroupRowWire | undefined }) {
  const t = useText('groups')
  const navigate = useNavigate()
  const words = useReasonWords()
  if (!group || group.worth.score === 0) return <p className="g-best">{t('best.none')}</p>
  return (
    <section className="g-best" aria-label={t('best.title')}>
      <div>
        <h2>{t('best.title')}</h2>
        <p>
          <ToolMark tool={group.tool} /> <bdi>{group.title}</bdi>
          {': '}
          {group.worth.reasons.map(words).join(' · ')}
        </p>
      </div>
      <NextStep
        onClick={() =>
          void navigate(
            group.conversation
              ? { to: '/inbox/$conversationId', params: { conversationId: group.conversation } }
              : { to: '/groups/$groupId', params: { groupId: group.id } },
          )
        }
      >
        {t(group.conversation ? 'best.go' : 'best.open')}
      </NextStep>
    </section>
  )
}

function Rows({ groups, label }: { groups: readonly GroupRowWire[]; label: string }) {
  const t = useText('groups')
  const { formats } = useLanguage()
  return (
    <ul className="g-rows" aria-label={label}>
      {groups.map(group => (
        <li key={group.id} className="g-row">
          <div className="g-who">
            <Link to="/groups/$groupId" params={{ groupId: group.id }} className="g-link" data-group-row="">
              <ToolMark tool={group.tool} />
              <bdi>{group.title}</bdi>
            </Link>
            <span className="k-meta">{normWords(t, group.norms, formats).join(' · ')}</span>
          </div>
          <div className="k-meta g-when">
            {group.unread > 0 && <span>{t('unread', { count: group.unread })}</span>}
            <span>
              {group.visitedAt ? (
                <>
                  {t('visited')} <TimeAgo at={group.visitedAt} />
                </>
              ) : (
                t('never')
              )}
            </span>
          </div>
          <LedgerFigures ledger={group.ledger} />
          <WorthWhy title={group.title} reasons={group.worth.reasons} />
        </li>
      ))}
    </ul>
  )
}

function useRowKeys(home: RefObject<HTMLDivElement | null>): void {
  const step = (by: number) => {
    const all = [...(home.current?.querySelectorAll<HTMLElement>('[data-group-row]') ?? [])].filter(row =>
      row.checkVisibility(),
    )
    const from = all.findIndex(row => row.closest('li')?.contains(document.activeElement))
    if (from < 0) rememberFocus()
    const target = all[from < 0 ? 0 : Math.min(Math.max(from + by, 0), all.length - 1)]
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
    return target !== undefined
  }
  useKey('list-down', () => step(1))
  useKey('list-up', () => step(-1))
}
