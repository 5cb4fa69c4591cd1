import type { Id } from '#kernel/ids.ts'
import type { ShownTodo } from './actions/todos.ts'
import type { TodoView } from './wire.ts'

const named = <Kind extends string>(id: Id<Kind> | null, name: string | null) =>
  id === null || name === null ? null : { id, name }

export const viewTodo = (todo: ShownTodo): TodoView => ({
  id: todo.id,
  text: todo.text,
  dueOn: todo.dueOn,
  remindAt: todo.remindAt?.toISOString() ?? null,
  assignee: named(todo.assignee, todo.assigneeName),
  madeBy: named(todo.madeBy, todo.madeByName),
  madeAt: todo.madeAt.toISOString(),
  doneAt: todo.doneAt?.toISOString() ?? null,
  doneBy: named(todo.doneBy, todo.doneByName),
  person: todo.person && { id: todo.person, name: todo.personName ?? '', stage: todo.stage },
  opening: named(todo.opening, todo.openingTitle),
  conversation: named(todo.conversation, todo.conversationTitle),
})
