import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { todayParts } from '#web/features.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { todayQuery, type TodayPage as Wire } from './api.ts'
import { foldDone, type Seen } from './done-today.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { StepList } from './StepList.tsx'
import { Week } from './Week.tsx'
import './today.css'

/** What was on the list since this page was first opened today; another day begins with an empty one. */
const memory: { day: string; seen: ReadonlyMap<string, Seen>; away: Set<string> } = {
  day: '',
  seen: new Map(),
  away: new Set(),
}

function useFolded(page: Wire | undefined): readonly Seen[] {
  const [folded, setFolded] = useState<readonly Seen[]>([])
  useEffect(() => {
    if (!page) return
    const day = new Date().toDateString()
    if (memory.day !== day) memory.away.clear()
    const next = foldDone(memory.day === day ? memory.seen : new Map(), page, memory.away)
    memory.day = day
    memory.seen = next.seen
    setFolded(next.folded)
  }, [page])
  return folded
}

/** What is worth doing now, most urgent first: who waits, who is here, what is new, whom to keep warm. */
export function TodayPage() {
  const t = useText('today')
  const { formats } = useLanguage()
  const { data, error, refetch } = useQuery(todayQuery)
  const folded = useFolded(data)
  const date = new Intl.DateTimeFormat(formats, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date())
  const minutes = Math.max(5, Math.round((data?.minutes ?? 0) / 5) * 5)
  const sum = data && data.steps > 0 ? t('steps', { count: data.steps, minutes }) : undefined
  const busy = data !== undefined && (data.steps > 0 || folded.length > 0)
  return (
    <Page title={t('title')} meta={[date, sum].filter(Boolean).join(' · ')} actions={data && <Week page={data} />}>
      {!data && (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />)}
      <Suspense>
        {todayParts.map(({ feature, Part }) => (
          <Part key={feature} />
        ))}
      </Suspense>
      {data && data.steps + data.todos === 0 && folded.length === 0 && (
        <FirstSteps otherwise={<EmptyState title={t('done', { count: data.heardThisWeek })} />} />
      )}
      {data && data.steps + data.todos === 0 && folded.length > 0 && (
        <EmptyState title={t('done', { count: data.heardThisWeek })} />
      )}
      {busy && (
        <StepList
          page={data}
          folded={folded}
          onAway={(subject, away) => (away ? memory.away.add(subject) : memory.away.delete(subject))}
        />
      )}
    </Page>
  )
}
