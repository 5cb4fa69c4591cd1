import { defineFeature } from '#web/manifest.ts'
import { noteChanged, refreshLists } from './list/rows.ts'
import { organiseKeys } from './organise/queries.ts'
import { keys } from './queries.ts'
import { reachKey } from './reach/api.ts'
import { replyKeys } from './replies/queries.ts'

const conversationIn = (payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'conversation' in payload ? String(payload.conversation) : ''

const personIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'person' in payload ? [String(payload.person)] : []

const peopleIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'people' in payload && Array.isArray(payload.people)
    ? payload.people.map(String)
    : []

const conversationsIn = (payload: unknown): string[] =>
  typeof payload === 'object' && payload !== null && 'conversations' in payload && Array.isArray(payload.conversations)
    ? payload.conversations.map(String)
    : []

/** Lists look again by themselves, a few times a second at most, at what is new and at these. */
const listsSee = (ids: readonly string[]) => {
  noteChanged(ids)
  refreshLists()
}

const readSearch = (search: Record<string, unknown>) => ({
  ...(typeof search.view === 'string' ? { view: search.view } : {}),
  ...(typeof search.tool === 'string' ? { tool: search.tool } : {}),
  ...(typeof search.label === 'string' ? { label: search.label } : {}),
  ...(typeof search.pool === 'string' ? { pool: search.pool } : {}),
  ...(typeof search.team === 'string' ? { team: search.team } : {}),
  ...(search.action === 'invite' ? { action: 'invite' } : {}),
})

const readMention = (search: Record<string, unknown>) => ({
  ...(search.kind === 'all' ? { kind: 'all' } : {}),
  ...(search.show === 'new' ? { show: 'new' } : {}),
})

/** `add`: the choice of a tool is open at once. */
const readConnections = (search: Record<string, unknown>) => (search.add === 'tool' ? { add: 'tool' } : {})

const readReport = (search: Record<string, unknown>) =>
  Object.fromEntries(
    ['from', 'to', 'recruiter', 'code', 'outcome'].flatMap(name =>
      typeof search[name] === 'string' ? [[name, search[name]]] : [],
    ),
  )

export const manifest = defineFeature({
  feature: 'conversations',
  pages: [
    {
      path: '/inbox',
      load: async () => (await import('./InboxPage.tsx')).InboxPage,
      search: readSearch,
      rail: { group: 'daily', order: 2, icon: 'inbox', label: 'rail.inbox', go: 'go-inbox', onPhone: true },
    },
    {
      path: '/inbox/$conversationId',
      load: async () => (await import('./InboxPage.tsx')).InboxPage,
      search: readSearch,
    },
    {
      path: '/online',
      load: async () => (await import('./online/OnlinePage.tsx')).OnlinePage,
      rail: { group: 'daily', order: 3.5, icon: 'online', label: 'rail.online', onPhone: true, under: '/inbox' },
    },
    {
      path: '/mentions',
      load: async () => (await import('./mentions/MentionsPage.tsx')).MentionsPage,
      search: readMention,
      rail: { group: 'daily', order: 2.5, icon: 'label', label: 'rail.mentions', under: '/inbox' },
    },
    {
      path: '/settings/overrides',
      load: async () => (await import('./overrides/OverridesPage.tsx')).OverridesPage,
      search: readReport,
      rail: { group: 'back', order: 23.7, icon: 'override', label: 'rail.overrides', under: '/settings' },
    },
    {
      path: '/settings/connections',
      load: async () => (await import('./connections/ConnectionsPage.tsx')).ConnectionsPage,
      search: readConnections,
      rail: { group: 'back', order: 23, icon: 'connections', label: 'rail.connections', under: '/settings' },
    },
    {
      path: '/settings/labels',
      load: async () => (await import('./organise/LabelsPage.tsx')).LabelsPage,
      rail: { group: 'back', order: 23.2, icon: 'label', label: 'rail.labels', under: '/settings' },
    },
    {
      path: '/settings/replies',
      load: async () => (await import('./replies/RepliesPage.tsx')).RepliesPage,
      rail: { group: 'back', order: 23.4, icon: 'reply', label: 'rail.replies', under: '/settings' },
    },
    {
      path: '/settings/reach',
      load: async () => (await import('./reach/ReachPage.tsx')).ReachPage,
      rail: { group: 'back', order: 23.1, icon: 'reach', label: 'rail.reach', under: '/settings' },
    },
  ],
  live: {
    'reach.changed': () => [reachKey],
    'conversation.changed': payload => {
      const id = conversationIn(payload)
      listsSee([id])
      return [keys.one(id), keys.context(id), ...[id, ...personIn(payload)].map(keys.messages)]
    },
    'conversations.caught-up': payload => {
      const ids = conversationsIn(payload)
      listsSee(ids)
      return [
        ...ids.flatMap(id => [keys.one(id), keys.messages(id), keys.context(id)]),
        ...peopleIn(payload).map(keys.messages),
      ]
    },
    'conversations.changed': payload => {
      const ids = conversationsIn(payload)
      listsSee(ids)
      return ids.map(keys.one)
    },
    'labels.changed': () => [organiseKeys.labels],
    'pools.changed': () => {
      listsSee([])
      return [keys.pools]
    },
    'teams.changed': () => [keys.teams],
    'notice.made': () => [organiseKeys.notices],
    'notice.seen': () => [organiseKeys.notices],
    // A thread is of several conversations: whichever is open looks again.
    'thread-note.changed': () => [keys.allNotes],
    'later.changed': () => [keys.allLater],
    'saved-replies.changed': () => [replyKeys.all],
    'override.asked': () => [keys.openQuestions, keys.overrides],
    'override.changed': () => [keys.openQuestions, keys.overrides],
    // A changed limit judges every text in hand anew.
    'etiquette.changed': () => [keys.allContexts],
    'message.changed': payload => [conversationIn(payload), ...personIn(payload)].map(keys.messages),
    'connection.changed': () => [keys.connections, keys.presence],
    'presence.reset': () => [keys.presence],
  },
  top: async () => (await import('./online/Top.tsx')).Top,
  parts: { draft: async () => (await import('./composer/DraftCoach.tsx')).DraftCoach },
  steps: { talk: async () => (await import('./TalkStep.tsx')).TalkStep },
})
