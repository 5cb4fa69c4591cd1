import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { PersonPageWire } from '#features/people/wire.ts'
import type { PersonId } from '#kernel/ids.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { LearnedWire, pairDecided, pairDecision, ReviewPage } from '../wire.ts'

export type { PersonPageWire }
export type ReviewPageWire = ReviewPage
export type PairWire = ReviewPage['pairs'][number]

export const reviewKey = ['review'] as const

export const reviewQuery = queryOptions({
  queryKey: [...reviewKey, 'asked'],
  queryFn: () => ask<ReviewPage>(`/review${searchOf({ limit: 20 })}`),
})

/** The same cached answer as the person's own page. */
export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id], queryFn: () => ask<PersonPageWire>(`/people/${id}`) })

export const decide = (given: z.input<typeof pairDecision>) =>
  ask<z.output<typeof pairDecided>>('/review/decisions', 'POST', given)
export const reopen = ({ left, right }: { left: PersonId; right: PersonId }) =>
  ask<null>(`/review/decisions${searchOf({ left, right })}`, 'DELETE')
export const undoMerge = (move: string) => ask<unknown>(`/moves/${move}/undo`, 'POST')

export const modelQuery = queryOptions({
  queryKey: [...reviewKey, 'learned'],
  queryFn: () => ask<LearnedWire>('/review/learned'),
})
export const lookNow = () => ask<null>('/review/look', 'POST')
