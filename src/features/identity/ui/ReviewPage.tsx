import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type PairWire, personQuery, reviewQuery } from './api.ts'
import { Look } from './Look.tsx'
import { Pair } from './Pair.tsx'
import { useDecisions } from './use-decisions.ts'
import './review.css'

const keyOf = (pair: Pick<PairWire, 'left' | 'right'>) => `${pair.left} ${pair.right}`
const ahead = 3

/** One uncertain pair after the other: is this one person? What was decided can be taken back. */
export function ReviewPage() {
  const t = useText('identity')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data, error, refetch, isFetching } = useQuery(reviewQuery)
  const { settled, done, answer } = useDecisions()
  const [began] = useState(() => Date.now())
  const waiting = useMemo(() => data?.pairs.filter(pair => !settled.has(keyOf(pair))) ?? [], [data, settled])
  const [pair] = waiting
  const left = data ? Math.max(waiting.length, data.total - (data.pairs.length - waiting.length)) : 0

  useEffect(() => {
    for (const { a, b } of waiting.slice(0, ahead))
      for (const person of [a, b]) void queries.prefetchQuery({ ...personQuery(person), staleTime: 30_000 })
  }, [waiting, queries])
  // The list holds the first twenty; what follows is fetched before they are through.
  const running = data !== undefined && waiting.length < ahead && data.total > data.pairs.length
  useEffect(() => {
    if (running && !isFetching) void refetch()
  }, [running, isFetching, refetch])

  return (
    <Page title={t('title')} meta={pair ? t('place', { n: done + 1, total: done + left }) : undefined}>
      {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton />}
      {data && !pair && isFetching && <RowSkeleton />}
      {data && !pair && !isFetching && (
        <EmptyState title={done > 0 ? t('done', { count: done }) : t('empty')}>
          <Button onClick={() => void navigate({ to: '/people' })}>{t('open-people')}</Button>
        </EmptyState>
      )}
      {pair && <Pair key={`${keyOf(pair)} ${began}`} pair={pair} onAnswer={given => answer(pair, given)} />}
      <Look />
    </Page>
  )
}
