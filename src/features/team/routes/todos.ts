import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { addTodo, changeTodo, readTodos, type TodoRefusal } from '../actions/todos.ts'
import type { TeamDeps } from '../deps.ts'
import { viewTodo } from '../views.ts'
import { addTodoRequest, changeTodoRequest, todoPage, todoParams, todosQuery, todoView } from '../wire.ts'

const REFUSED = {
  'no-such-todo': [404, 'This to-do is gone.'],
  'no-such-person': [404, 'This person is gone.'],
  'no-such-opening': [404, 'This opening is gone.'],
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-such-colleague': [409, 'Give it to a colleague who is here and may work with people.'],
  'no-such-team': [409, 'This team is gone. Give it to another, or to a colleague.'],
  'nobody-in-team': [
    409,
    'Nobody who may work with people is in this team. Add somebody first, or give it to a colleague.',
  ],
  'taken-already': [409, 'A colleague was quicker and has taken it.'],
  'not-ahead': [400, 'Choose a time ahead, within two years.'],
} as const satisfies RefusalTable<TodoRefusal['code']>

const tags = ['to-dos']
const instantOf = (text: string | null | undefined) => (text === null || text === undefined ? null : new Date(text))

export function todoRoutes(app: App, deps: TeamDeps): void {
  app.get(
    '/api/v1/todos',
    {
      schema: {
        querystring: todosQuery,
        response: { 200: todoPage, ...refusals },
        summary: 'What is to do: yours or of the whole team, of one person, opening or conversation',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => {
      const { todos, next } = await readTodos(deps, callerOf(request), request.query)
      return { todos: todos.map(viewTodo), next }
    },
  )
  app.post(
    '/api/v1/todos',
    {
      schema: {
        body: addTodoRequest,
        response: { 200: todoView, ...refusals },
        summary: 'Note something to do, for yourself, a colleague or a team, with a day and a reminder',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const {
        text,
        dueOn = null,
        remindAt,
        team = null,
        assignee = team ? null : caller.user,
        person = null,
        opening = null,
        conversation = null,
      } = request.body
      const given = { text, dueOn, remindAt: instantOf(remindAt), assignee, team, person, opening, conversation }
      const result = await addTodo(deps, caller, given)
      return result.ok ? viewTodo(result.value) : replyFrom(reply, REFUSED, result.refusal)
    },
  )
  app.patch(
    '/api/v1/todos/:todo',
    {
      schema: {
        params: todoParams,
        body: changeTodoRequest,
        response: { 200: todoView, ...refusals },
        summary: 'Mark a to-do as done or open again, move it, give it to somebody, take it, remove it or put it back',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { remindAt, ...change } = request.body
      const result = await changeTodo(deps, callerOf(request), request.params.todo, {
        ...defined(change),
        ...(remindAt === undefined ? {} : { remindAt: instantOf(remindAt) }),
      })
      return result.ok ? viewTodo(result.value) : replyFrom(reply, REFUSED, result.refusal)
    },
  )
}
