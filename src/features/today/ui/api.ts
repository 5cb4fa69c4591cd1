import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me } from '#features/accounts/wire.ts'
import type { ActivityItemWire, timelinePage } from '#features/activity/wire.ts'
import type {
  answerRequest,
  ConnectionView,
  ConversationView,
  handOffCheck,
  handOffRequest,
  MessageView,
  QuestionView,
} from '#features/conversations/wire.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import type { PolicyAnswer } from '#features/etiquette/wire.ts'
import type { PersonPageWire, peoplePage } from '#features/people/wire.ts'
import type { ContactView } from '#features/relationships/wire.ts'
import type { ConversationId, MessageId } from '#kernel/ids.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import { keepAnswer, keptAnswer } from '#web/api/kept-answers.ts'
import type { ProposedWeek, TodayPage, TodayStep, WeekLine, weekInput } from '../wire.ts'

export type { ActivityItemWire, ConnectionView, MessageView, ProposedWeek, TodayPage, TodayStep, WeekLine }
export type StepWire = NonNullable<PersonPageWire['nextStep']>

/** Another day begins with nothing kept. */
const keptUnder = () => `today by section ${new Date().toDateString()}`

const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: async () => {
    const page = await ask<TodayPage>(`/today${searchOf({ timezone })}`)
    keepAnswer(keptUnder(), page)
    return page
  },
  initialData: () => keptAnswer<TodayPage>(keptUnder()),
  initialDataUpdatedAt: 0,
  refetchInterval: 5 * 60_000,
})

export const personQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id], queryFn: () => ask<PersonPageWire>(`/people/${id}`) })

export const ownQuery = queryOptions({
  queryKey: ['me', 'whole'],
  queryFn: () => ask<Me>('/me'),
  staleTime: 5 * 60_000,
})

export const connectionsQuery = queryOptions({
  queryKey: ['connections'],
  queryFn: async () => (await ask<{ connections: ConnectionView[] }>('/connections')).connections,
})

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id, 'contact'], queryFn: () => ask<ContactView>(`/people/${id}/contact`) })

/** What they published lately, for the composer: the latest first. */
export const recentQuery = (person: string) =>
  queryOptions({
    queryKey: ['person', person, 'activity', 'recent'],
    queryFn: async () =>
      (await ask<z.infer<typeof timelinePage>>(`/people/${person}/activity${searchOf({ limit: 50 })}`)).items,
  })

export const historyQuery = (person: string) =>
  queryOptions({
    queryKey: ['person', person, 'messages', 'recent'],
    queryFn: async () =>
      (await ask<{ messages: MessageView[] }>(`/people/${person}/messages${searchOf({ limit: 60 })}`)).messages,
  })

/** The limits of the team, line by line; stale as soon as an admin changes one. */
export const policyQuery = queryOptions({
  queryKey: ['etiquette', 'policy'],
  queryFn: () => ask<PolicyAnswer>('/etiquette/policy'),
})

export const countPeople = async (search: Readonly<Record<string, string>>) =>
  (await ask<z.infer<typeof peoplePage>>(`/people${searchOf({ ...search, limit: 1 })}`)).people.length

export const fetchConversations = async (person: string) =>
  (await ask<{ conversations: ConversationView[] }>(`/people/${person}/conversations`)).conversations
export const openConversation = (connection: string, address: string) =>
  ask<{ id: ConversationId }>('/conversations', 'POST', { connection, address })

export const checkHandOff = (given: z.input<typeof handOffCheck>) =>
  ask<{ assessment: Assessment; url: string | null }>('/hand-offs/check', 'POST', given)
export const recordHandOff = (given: z.input<typeof handOffRequest>) =>
  ask<{ id: MessageId }>('/hand-offs', 'POST', given)
/** What was asked of an admin about texts by hand; under the name that a live answer makes stale. */
export const questionsByHandQuery = (person: string, tool: string) =>
  queryOptions({
    queryKey: ['conversations', 'questions', 'by-hand', person, tool],
    queryFn: async () =>
      (await ask<{ questions: QuestionView[] }>(`/hand-offs/questions${searchOf({ person, tool })}`)).questions,
  })
export const askByHand = (given: z.input<typeof handOffCheck>) =>
  ask<{ conversation: ConversationId }>('/hand-offs/questions', 'POST', given)
export const recordAnswer = (given: z.input<typeof answerRequest>) => ask<{ id: MessageId }>('/answers', 'POST', given)
/** What was noted by hand goes again, and what the relationship learnt of it. */
export const takeBackNoted = (id: MessageId) => ask<object>(`/answers/${id}`, 'DELETE')

export const putOff = (subject: string, days: number) => ask<null>('/today/put-off', 'POST', { subject, days })
export const bringBack = (subject: string) => ask<null>(`/today/put-off/${subject}`, 'DELETE')
/** Asked for when the form opens and never kept: what is known changes by the hour. */
export const proposedWeekQuery = queryOptions({
  queryKey: ['today', 'week-proposal'],
  queryFn: async () => (await ask<ProposedWeek>(`/today/week/proposal${searchOf({ timezone })}`)).lines,
  staleTime: 60_000,
})
export const planWeek = (lines: z.input<typeof weekInput>['lines']) => ask<null>('/today/week', 'PUT', { lines })
