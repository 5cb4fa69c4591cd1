import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { changeTodo, keys, type TodoChange, type TodoView } from '../api.ts'

/** How a to-do was, so that a change of it can be taken back. */
const asItWas = (todo: TodoView, change: TodoChange): TodoChange => ({
  ...(change.text === undefined ? {} : { text: todo.text }),
  ...(change.dueOn === undefined ? {} : { dueOn: todo.dueOn }),
  // A reminder whose time has come since can't be set again.
  ...(change.remindAt === undefined || (todo.remindAt !== null && Date.parse(todo.remindAt) <= Date.now())
    ? {}
    : { remindAt: todo.remindAt }),
  ...(change.assignee === undefined ? {} : { assignee: todo.assignee?.id ?? null }),
  ...(change.team === undefined ? {} : { team: todo.team?.id ?? null }),
  ...(change.taken === undefined ? {} : { taken: false }),
  ...(change.done === undefined ? {} : { done: todo.doneAt !== null }),
  ...(change.removed === undefined ? {} : { removed: false }),
})

export function useRefreshTodos(): () => void {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: keys.todos })
    void queries.invalidateQueries({ queryKey: keys.today })
  }
}

/** One change of one to-do: said, and taken back with `z`. */
export function useTodoChange() {
  const t = useText('team')
  const refresh = useRefreshTodos()
  const set = useMutation({
    mutationFn: ({ id, change }: { id: string; change: TodoChange }) => changeTodo(id, change),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  const make = (todo: TodoView, change: TodoChange, said: string, onDone?: () => void) =>
    set.mutate(
      { id: todo.id, change },
      {
        onSuccess: () => {
          onDone?.()
          tell(said, () => set.mutate({ id: todo.id, change: asItWas(todo, change) }))
        },
      },
    )
  const toggle = (todo: TodoView) =>
    make(
      todo,
      { done: todo.doneAt === null },
      t(todo.doneAt === null ? 'todo.was-done' : 'todo.was-opened', { text: todo.text }),
    )
  const take = (todo: TodoView) => make(todo, { taken: true }, t('todo.was-taken', { text: todo.text }))
  return { make, toggle, take, pending: set.isPending ? set.variables : undefined, error: set.error }
}
