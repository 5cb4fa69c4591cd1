import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ConnectionId, PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import {
  fetchConnections,
  fetchConnectors,
  fetchContact,
  fetchContext,
  fetchConversation,
  fetchInbox,
  fetchMe,
  fetchMessages,
  fetchOpenQuestions,
  fetchPerson,
  fetchPersonMessages,
  fetchPools,
  fetchPresence,
  fetchQuestions,
  fetchReadings,
  fetchRelationship,
  fetchTeam,
  fetchTeams,
  fetchTemplates,
} from './api.ts'
import { judgingFrom } from './composer/context.ts'

/** Names of cached answers; live events make them stale by the same names. */
export const keys = {
  lists: ['conversations', 'list'],
  counts: ['conversations', 'list', 'counts'],
  one: (id: string) => ['conversations', 'one', id],
  /** Of a person over all tools, or of one conversation. */
  messages: (thread: string) => ['conversations', 'messages', thread],
  allContexts: ['conversations', 'context'],
  context: (id: string) => ['conversations', 'context', id],
  overrides: ['conversations', 'overrides'],
  allNotes: ['conversations', 'notes'],
  allLater: ['conversations', 'later'],
  notes: (id: string) => ['conversations', 'notes', id],
  later: (id: string) => ['conversations', 'later', id],
  questions: (id: string) => ['conversations', 'questions', id],
  openQuestions: ['conversations', 'questions'],
  presence: ['presence'],
  connections: ['connections'],
  pools: ['conversations', 'pools'],
  teams: ['teams'],
} as const

export const teamsQuery = queryOptions({ queryKey: keys.teams, queryFn: fetchTeams })
export const poolsQuery = queryOptions({ queryKey: keys.pools, queryFn: fetchPools })

const inboxHead = {
  queryKey: keys.counts,
  queryFn: async () => {
    const { counts, tools } = await fetchInbox({ view: 'unread', limit: 1 })
    return { counts, tools }
  },
} as const

export const countsQuery = queryOptions({ ...inboxHead, select: head => head.counts })
export const inboxToolsQuery = queryOptions({ ...inboxHead, select: head => head.tools })

export const conversationQuery = (id: string) =>
  queryOptions({ queryKey: keys.one(id), queryFn: () => fetchConversation(id) })

/** A thread is a person's, over all tools; a room's or a stranger's is the conversation's own. */
export type ThreadRef = { conversation: string; person: string | null }
export const threadOf = ({ conversation, person }: ThreadRef): string => person ?? conversation

export const messagesQuery = (thread: ThreadRef) =>
  infiniteQueryOptions({
    queryKey: keys.messages(threadOf(thread)),
    queryFn: ({ pageParam }) =>
      thread.person === null
        ? fetchMessages(thread.conversation, pageParam)
        : fetchPersonMessages(thread.person, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
  })

export const contextQuery = (id: string) =>
  queryOptions({ queryKey: keys.context(id), queryFn: async () => judgingFrom(await fetchContext(id)) })

export const questionsQuery = (id: string) =>
  queryOptions({ queryKey: keys.questions(id), queryFn: () => fetchQuestions(id) })
/** The server asks the network anew after some minutes; so does the picker. */
export const templatesQuery = (id: string) =>
  queryOptions({ queryKey: ['conversations', 'templates', id], queryFn: () => fetchTemplates(id), staleTime: 60_000 })
export const openQuestionsQuery = queryOptions({
  queryKey: [...keys.openQuestions, 'open'],
  queryFn: fetchOpenQuestions,
})

export const presenceQuery = queryOptions({ queryKey: keys.presence, queryFn: fetchPresence, refetchInterval: 120_000 })
export const connectionsQuery = queryOptions({ queryKey: keys.connections, queryFn: fetchConnections })
export const connectorsQuery = queryOptions({ queryKey: ['connectors'], queryFn: fetchConnectors, staleTime: Infinity })
export const personQuery = (id: PersonId) => queryOptions({ queryKey: ['person', id], queryFn: () => fetchPerson(id) })
/** Below the person's name, so that news of the person make it stale. */
export const relationshipQuery = (id: PersonId, tool: ToolId) =>
  queryOptions({ queryKey: ['person', id, 'relationship', tool], queryFn: () => fetchRelationship(id, tool) })
export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ['person', id, 'contact'], queryFn: () => fetchContact(id) })
export const readingsQuery = (id: PersonId) =>
  queryOptions({ queryKey: ['person', id, 'readings'], queryFn: () => fetchReadings(id) })
export const ownQuery = queryOptions({ queryKey: ['me', 'whole'], queryFn: fetchMe, staleTime: 5 * 60_000 })
export const teamQuery = queryOptions({ queryKey: ['team'], queryFn: fetchTeam, staleTime: 5 * 60_000 })

/** The names of the team; somebody who joined since then is looked up once. */
export function useNameOf(): (user: string | null) => string | undefined {
  const { data: members = [], refetch } = useQuery(teamQuery)
  const [missing, setMissing] = useState<string>()
  useEffect(() => {
    if (missing !== undefined) void refetch()
  }, [missing, refetch])
  return user => {
    const name = members.find(each => each.id === user)?.name
    if (user !== null && name === undefined && members.length > 0 && missing !== user)
      queueMicrotask(() => setMissing(user))
    return name
  }
}

/** Who is reachable, live; undefined until known, and then the server's own word in a row counts. */
export function usePresenceOf(): (connection: ConnectionId, address: string) => 'online' | 'away' | 'off' | undefined {
  const { data } = useQuery(presenceQuery)
  return (connection, address) => {
    if (!data) return undefined
    return data.find(row => row.connection === connection && row.address === address)?.state ?? 'off'
  }
}
