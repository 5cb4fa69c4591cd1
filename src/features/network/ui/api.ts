import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { KindnessKind, Way } from '../model.ts'
import type {
  AdviceView,
  AskView,
  askInput,
  BalanceView,
  BecauseView,
  IntroductionsView,
  IntroductionView,
  KindnessView,
  LinkView,
  NeighboursView,
  NetworkView,
  StandingView,
  WaysView,
  WayView,
} from '../wire.ts'

export type {
  AdviceView,
  AskView,
  BalanceView,
  BecauseView,
  IntroductionView,
  KindnessView,
  LinkView,
  NetworkView,
  StandingView,
  WayView,
}

export const keys = {
  map: ['network'],
  ofPerson: (person: string) => ['person', person, 'network'],
  balance: (person: string) => ['person', person, 'network', 'balance'],
  people: ['person'],
} as const

export const networkQuery = queryOptions({ queryKey: keys.map, queryFn: () => ask<NetworkView>('/network') })
export const waysQuery = (person: string) =>
  queryOptions({
    queryKey: [...keys.ofPerson(person), 'ways'],
    queryFn: () => ask<WaysView>(`/people/${person}/paths`),
  })
export const neighboursQuery = (person: string) =>
  queryOptions({
    queryKey: [...keys.ofPerson(person), 'ties'],
    queryFn: async () => (await ask<NeighboursView>(`/people/${person}/ties`)).people,
  })
export const introductionsQuery = (person: string) =>
  queryOptions({
    queryKey: [...keys.ofPerson(person), 'introductions'],
    queryFn: async () => (await ask<IntroductionsView>(`/introductions?person=${person}`)).introductions,
  })
export const balanceQuery = (person: string) =>
  queryOptions({ queryKey: keys.balance(person), queryFn: () => ask<BalanceView>(`/people/${person}/balance`) })

export const askFor = (given: z.input<typeof askInput>) => ask<AskView>('/introductions', 'POST', given)
export const settle = (introduction: string, state: 'asked' | 'made' | 'declined') =>
  ask<IntroductionView>(`/introductions/${introduction}/state`, 'PUT', { state })
export const sayTie = (person: string, other: string, words: string) =>
  ask<null>(`/people/${person}/ties`, 'POST', { other, words })
export const unsayTie = (person: string, other: string) => ask<null>(`/people/${person}/ties/${other}`, 'DELETE')
export const noteKindness = (person: string, given: { way: Way; kind: KindnessKind; words: string; at?: string }) =>
  ask<{ id: string }>(`/people/${person}/kindnesses`, 'POST', given)
export const forgetKindness = (kindness: string) => ask<null>(`/kindnesses/${kindness}`, 'DELETE')
export const findPeople = async (q: string) =>
  (await ask<{ people: { id: string; name: string }[] }>(`/people?q=${encodeURIComponent(q)}&limit=8`)).people
