import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import type { ListWire } from '../wire.ts'
import { ListSheet } from './ListSheet.tsx'
import { listsQuery, mayQuery, whyOf } from './queries.ts'
import './lists.css'

export function ListsPage() {
  const t = useText('broadcasts')
  const { data, error, refetch } = useQuery(listsQuery)
  const { data: may } = useQuery(mayQuery)
  const [making, setMaking] = useState(false)
  const viewer = may !== undefined && !may.includes('write-messages') ? t('viewer') : undefined
  const lists = data?.lists ?? []
  const add = (
    <NextStep unavailable={viewer} onClick={() => setMaking(true)}>
      {t('new-list')}
    </NextStep>
  )
  return (
    <Page title={t('title')} actions={lists.length > 0 ? add : undefined}>
      <div className="l-page">
        <p className="l-words">{t('words')}</p>
        {data && !data.ready && <NotReady />}
        {error && !data && <ErrorState detail={whyOf(error)} onRetry={() => void refetch()} />}
        {!data && !error && <RowSkeleton rows={4} label={t('loading')} />}
        {data && lists.length === 0 && <EmptyState title={t('empty')}>{add}</EmptyState>}
        {lists.length > 0 && (
          <ul className="l-cards">
            {lists.map(list => (
              <Card key={list.id} list={list} />
            ))}
          </ul>
        )}
      </div>
      {making && <ListSheet onClose={() => setMaking(false)} />}
    </Page>
  )
}

export function NotReady() {
  const t = useText('broadcasts')
  return (
    <Notice tone="warn">
      <p>
        {t('not-ready')} <Link to="/settings/list-mail">{t('to-settings')}</Link>
      </p>
    </Notice>
  )
}

function Card({ list }: { list: ListWire }) {
  const t = useText('broadcasts')
  const figures = [
    ['confirmed', list.confirmed],
    ['waiting', list.waiting],
    ['left', list.left + list.stopped],
    ['issues', list.issues],
  ] as const
  return (
    <li className="k-panel l-card">
      <div>
        <h2>
          <Link to="/lists/$listId" params={{ listId: list.id }}>
            <bdi>{list.name}</bdi>
          </Link>
        </h2>
        <p className="k-meta" dir="auto">
          {list.archived ? `${t('closed')} · ` : ''}
          {list.purpose}
        </p>
      </div>
      <dl className="l-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`figure.${name}`)}</dt>
            <dd>
              <NumberText value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
