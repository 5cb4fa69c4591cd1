import { queryOptions } from '@tanstack/react-query'
import type { LabelId, PoolId, TeamId, UserId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { queryClient } from '#web/api/queries.ts'
import { type ConversationView, fetchInbox, type ViewName } from '../api.ts'
import type { Change } from '../organise/api.ts'
import { type Rows, withFound, withHead, withMore } from './order.ts'

export type Filter = {
  view: ViewName
  tool: ToolId | undefined
  label: LabelId | undefined
  pool: PoolId | undefined
  team: TeamId | undefined
}

const rowsKey = ['conversations', 'list', 'rows'] as const
const keyOf = ({ view, tool, label, pool, team }: Filter) => [
  ...rowsKey,
  view,
  tool ?? '',
  label ?? '',
  pool ?? '',
  team ?? '',
]

const headSize = 50
const mostAsked = 100

/** Larger steps the deeper it goes: whoever scrolls through 100,000 asks 200 times, not 2,000. */
const stepAfter = (loaded: number) => (loaded < 200 ? 100 : loaded < 1_000 ? 200 : 500)

/** Conversations that changed and that no list has looked at since; the newest of each view are looked at in any case. */
const changed = new Map<string, Set<string>>()
const watched = new Map<string, Filter>()

/** A live event named them: every list asks for just these when it next looks. */
export function noteChanged(ids: readonly string[]): void {
  for (const key of watched.keys()) {
    const waiting = changed.get(key) ?? new Set()
    for (const id of ids) waiting.add(id)
    changed.set(key, waiting)
  }
}

const cached = (filter: Filter) => queryClient.getQueryData<Rows>(keyOf(filter))

/** A refetch looks at the newest page and at what changed below it, however much is loaded. */
export const rowsQuery = (filter: Filter) =>
  queryOptions({
    queryKey: keyOf(filter),
    queryFn: async (): Promise<Rows> => {
      const key = JSON.stringify(keyOf(filter))
      watched.set(key, filter)
      const waiting = changed.get(key) ?? new Set()
      const asked = [...waiting].slice(0, mostAsked)
      const head = await fetchInbox({ ...filter, limit: headSize })
      const seen = new Set<string>(head.conversations.map(row => row.id))
      const deep = asked.filter(id => !seen.has(id))
      const beyond = deep.length > 0 && head.next !== null
      const found = beyond
        ? (await fetchInbox({ ...filter, only: deep.join(','), limit: mostAsked })).conversations
        : []
      for (const id of asked) waiting.delete(id)
      const rows = withHead(cached(filter), head)
      return beyond ? withFound(rows, new Set(deep), found) : rows
    },
  })

let loading: Promise<void> | undefined

/** Once at a time. */
export function loadMore(filter: Filter): Promise<void> {
  loading ??= (async () => {
    const known = cached(filter)
    if (!known || known.next === null) return
    const page = await fetchInbox({ ...filter, cursor: known.next, limit: stepAfter(known.rows.length) })
    queryClient.setQueryData<Rows>(keyOf(filter), now => (now && now.next === known.next ? withMore(now, page) : now))
  })().finally(() => {
    loading = undefined
  })
  return loading
}

/** How a row looks after a change, before the server has said so. */
export function changedRow(row: ConversationView, change: Change): ConversationView {
  const { done, snooze, assignee, unread, labels, addLabels, removeLabels, remindAt } = change
  const next = new Set(labels ?? row.labels)
  for (const label of addLabels ?? []) next.add(label)
  for (const label of removeLabels ?? []) next.delete(label)
  return {
    ...row,
    doneAt: done === undefined ? (snooze ? null : row.doneAt) : done ? new Date().toISOString() : null,
    snooze: snooze === undefined ? (done ? null : row.snooze) : snooze,
    assignee: assignee === undefined ? row.assignee : assignee,
    unread: unread === undefined ? row.unread : unread ? Math.max(row.unread, 1) : 0,
    remindAt: remindAt === undefined ? row.remindAt : remindAt,
    labels: [...next],
  }
}

function holds({ view, label }: Filter, row: ConversationView, me: UserId): boolean {
  const active = row.doneAt === null && !row.requested && row.snooze === null
  if (label !== undefined && !row.labels.includes(label)) return false
  switch (view) {
    case 'all':
      return active
    case 'unread':
      return active && row.unread > 0
    case 'mine':
      return active && row.assignee === me
    case 'unassigned':
      return active && row.assignee === null
    case 'waiting':
      return active && row.lastOwn
    case 'snoozed':
      return row.snooze !== null
    case 'requests':
      return row.requested && row.doneAt === null
    case 'done':
      return row.doneAt !== null
  }
}

/** At once, in every list that is loaded: what leaves a view leaves it. Gives the way back, should the server refuse. */
export function showChange(ids: readonly string[], change: Change, me: UserId): () => void {
  const wanted = new Set(ids)
  const was = [...watched.values()].map(filter => [filter, cached(filter)] as const)
  for (const [filter, known] of was)
    if (known)
      queryClient.setQueryData<Rows>(keyOf(filter), {
        ...known,
        rows: known.rows.flatMap(row => {
          if (!wanted.has(row.id)) return [row]
          const next = changedRow(row, change)
          return holds(filter, next, me) ? [next] : []
        }),
      })
  return () => {
    for (const [filter, known] of was) queryClient.setQueryData<Rows>(keyOf(filter), known)
  }
}

const pauseMs = 150
let dirty = false
let running = false

/** After any number of events the lists look again, at most every 150 ms, and never leave one unheard. */
export function refreshLists(): void {
  dirty = true
  if (running) return
  running = true
  void (async () => {
    while (dirty) {
      dirty = false
      await queryClient.invalidateQueries({ queryKey: ['conversations', 'list'] })
      await new Promise(resolve => setTimeout(resolve, pauseMs))
    }
    running = false
  })()
}
