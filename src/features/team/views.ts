import type { Id } from '#kernel/ids.ts'
import type { ShownTodo } from './actions/todos.ts'
import type { FeedRow } from './store/feed.ts'
import type { listHandOvers } from './store/hand-overs.ts'
import type { TakeOver } from './store/take-overs.ts'
import type { FeedItem, HandOverView, TakeOverView, TodoView } from './wire.ts'

const named = <Kind extends string>(id: Id<Kind> | null, name: string | null) =>
  id === null || name === null ? null : { id, name }

export const viewTodo = (todo: ShownTodo): TodoView => ({
  id: todo.id,
  text: todo.text,
  dueOn: todo.dueOn,
  remindAt: todo.remindAt?.toISOString() ?? null,
  assignee: named(todo.assignee, todo.assigneeName),
  team: named(todo.team, todo.teamName),
  madeBy: named(todo.madeBy, todo.madeByName),
  madeAt: todo.madeAt.toISOString(),
  doneAt: todo.doneAt?.toISOString() ?? null,
  doneBy: named(todo.doneBy, todo.doneByName),
  person: todo.person && { id: todo.person, name: todo.personName ?? '', stage: todo.stage },
  opening: named(todo.opening, todo.openingTitle),
  conversation: named(todo.conversation, todo.conversationTitle),
})

export const viewHandOver = (row: Awaited<ReturnType<typeof listHandOvers>>[number]): HandOverView => ({
  id: row.id,
  part: row.part,
  to: named(row.to, row.toName),
  count: row.count,
  by: row.byName ?? '',
  at: row.at.toISOString(),
  undoneAt: row.undoneAt?.toISOString() ?? null,
})

export const viewTakeOver = (row: TakeOver): TakeOverView => ({
  id: row.id,
  person: row.person,
  askedBy: { id: row.askedBy, name: row.askedByName },
  owner: { id: row.owner, name: row.ownerName },
  askedAt: row.askedAt.toISOString(),
})

export const viewFeedItem = (row: FeedRow & { stage: string }): FeedItem => ({
  id: row.id,
  at: row.at.toISOString(),
  user: { id: row.user, name: row.userName },
  what: row.what,
  tool: row.tool,
  person: row.person && { id: row.person, name: row.personName ?? '', stage: row.stage },
  conversation: named(row.conversation, row.conversationTitle),
  colleague: row.colleague,
  opening: named(row.opening, row.openingTitle),
})
