import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type PairWire, personQuery, type ReviewPageWire, reviewQuery } from './api.ts'
import { Look } from './Look.tsx'
import { Pair } from './Pair.tsx'
import { useDecisions } from './use-decisions.ts'
import './review.css'

const keyOf = (pair: Pick<PairWire, 'left' | 'right'>) => `${pair.left} ${pair.right}`
const ahead = 3

/** The server counts neither what it heard of nor what it has not taken back yet. */
function countLeft(data: ReviewPageWire, settled: ReadonlySet<string>, undoing: ReadonlySet<string>): number {
  const known = new Set(data.pairs.map(keyOf))
  const answered = data.pairs.filter(each => settled.has(keyOf(each))).length
  return data.total - answered + [...undoing].filter(key => !known.has(key)).length
}

/** One uncertain pair after the other: is this one person? What was decided can be taken back. */
export function ReviewPage() {
  const t = useText('identity')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { data, error, refetch, isFetching } = useQuery(reviewQuery)
  const { settled, back, undoing, done, answer } = useDecisions()
  const [began] = useState(() => Date.now())
  const waiting = useMemo(() => {
    const returned = new Set(back.map(keyOf))
    return [...back, ...(data?.pairs.filter(each => !settled.has(keyOf(each)) && !returned.has(keyOf(each))) ?? [])]
  }, [data, settled, back])
  const [pair] = waiting
  const left = data ? Math.max(waiting.length, countLeft(data, settled, undoing)) : 0

  useEffect(() => {
    // Who is being taken apart again would be seen as one still.
    for (const each of waiting.slice(0, ahead))
      for (const person of undoing.has(keyOf(each)) ? [] : [each.a, each.b])
        void queries.prefetchQuery({ ...personQuery(person), staleTime: 30_000 })
  }, [waiting, undoing, queries])
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
      {pair && (
        <Pair
          key={`${keyOf(pair)} ${began}`}
          pair={pair}
          undoing={undoing.has(keyOf(pair))}
          onAnswer={given => answer(pair, given)}
        />
      )}
      <Look />
    </Page>
  )
}
