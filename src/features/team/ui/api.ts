import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Me, team } from '#features/accounts/wire.ts'
import type { UserId } from '#kernel/ids.ts'
import { ask, searchOf } from '#web/api/ask.ts'
import type { addTodoRequest, changeTodoRequest, TodoPage, TodoView } from '../wire.ts'

export type { TodoView }
export type TodoChange = z.input<typeof changeTodoRequest>
export type TodoInput = z.input<typeof addTodoRequest>
export type About = Pick<TodoInput, 'person' | 'opening' | 'conversation'>

export const keys = {
  todos: ['todos'],
  today: ['today'],
  about: (about: About) => ['todos', 'about', about.person ?? about.opening ?? about.conversation ?? ''],
} as const

export const ownQuery = queryOptions({
  queryKey: ['me', 'whole'],
  queryFn: () => ask<Me>('/me'),
  staleTime: 5 * 60_000,
})
export const teamQuery = queryOptions({
  queryKey: ['team'],
  queryFn: async () => (await ask<z.infer<typeof team>>('/team')).members,
  staleTime: 5 * 60_000,
})

export type Whose = 'mine' | 'all'
export type TodoState = 'open' | 'done'

export const todosQuery = (whose: Whose, state: TodoState, team: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...keys.todos, whose, state, team ?? ''],
    initialPageParam: '',
    queryFn: ({ pageParam }) => ask<TodoPage>(`/todos${searchOf({ whose, state, team, cursor: pageParam })}`),
    getNextPageParam: page => page.next ?? undefined,
  })
export const dueQuery = (by: string) =>
  queryOptions({
    queryKey: [...keys.todos, 'due', by],
    queryFn: async () => (await ask<TodoPage>(`/todos${searchOf({ by })}`)).todos,
  })
export const aboutQuery = (about: About) =>
  queryOptions({
    queryKey: keys.about(about),
    queryFn: async () => {
      const { person, opening, conversation } = about
      const of = person ? { person } : opening ? { opening } : { conversation: conversation ?? undefined }
      return (await ask<TodoPage>(`/todos${searchOf({ whose: 'all', ...of })}`)).todos
    },
  })

export const addTodo = (given: TodoInput) => ask<TodoView>('/todos', 'POST', given)
export const changeTodo = (id: string, change: TodoChange) => ask<TodoView>(`/todos/${id}`, 'PATCH', change)

/** Whom work can be given to, me first. */
export function colleaguesOf(members: z.infer<typeof team>['members'], me: UserId | undefined) {
  const here = members.filter(each => each.disabledAt === null && each.role !== 'viewer')
  return [...here.filter(each => each.id === me), ...here.filter(each => each.id !== me)]
}
