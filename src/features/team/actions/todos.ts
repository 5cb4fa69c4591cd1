import { audit } from '#features/accounts/index.ts'
import { deleteNoticesOfTodo, notify } from '#features/conversations/index.ts'
import {
  type ConversationId,
  newId,
  type OpeningId,
  type PersonId,
  parseId,
  type TeamId,
  type TodoId,
  type UserId,
  type WorkspaceId,
} from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { todoLimits } from '../model.ts'
import { findColleague } from '../store/colleagues.ts'
import { findWorkers } from '../store/teams.ts'
import {
  findMissing,
  findTodo,
  findTodoForUpdate,
  insertTodo,
  listTodos,
  type Todo,
  type TodoFilter,
  updateTodo,
} from '../store/todos.ts'
import { remindTask } from '../task-kinds.ts'

export type TodoRefusal = {
  code:
    | 'no-such-todo'
    | 'no-such-person'
    | 'no-such-opening'
    | 'no-such-conversation'
    | 'no-such-colleague'
    | 'no-such-team'
    | 'nobody-in-team'
    | 'taken-already'
    | 'not-ahead'
}

/** With the stage of whom it is about, which stands by every name. */
export type ShownTodo = Todo & { stage: string }

type About = { person: PersonId | null; opening: OpeningId | null; conversation: ConversationId | null }
type Fields = {
  text: string
  dueOn: string | null
  remindAt: Date | null
  assignee: UserId | null
  /** Where it was given to a team, who takes it is its assignee. */
  team: TeamId | null
}

async function show(tx: Transaction, deps: TeamDeps, caller: Caller, todos: readonly Todo[]): Promise<ShownTodo[]> {
  const people = [...new Set(todos.flatMap(todo => todo.person ?? []))]
  const marks = await deps.marks(tx, caller, people)
  return todos.map(todo => ({ ...todo, stage: (todo.person && marks.get(todo.person)?.stage) ?? 'found' }))
}

const keyOf = (todo: Todo, state: TodoFilter['state']) =>
  state === 'open' ? (todo.dueOn ?? 'infinity') : (todo.doneAt?.toISOString() ?? '')

const keys = { open: /^(?:infinity|\d{4}-\d{2}-\d{2})$/, done: /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/ } as const

/** A place that can't be read begins at the start. */
function readAfter(text: string | undefined, state: TodoFilter['state']): TodoFilter['after'] {
  const [key = '', id = ''] = text?.split('_') ?? []
  const todo = parseId<'Todo'>(id)
  const known = keys[state].test(key) && (key === 'infinity' || !Number.isNaN(Date.parse(key)))
  return todo && known ? { key, id: todo } : undefined
}

export function readTodos(
  deps: TeamDeps,
  caller: Caller,
  ask: Omit<TodoFilter, 'assignee' | 'after' | 'limit'> & { whose: 'mine' | 'all'; cursor?: string | undefined },
): Promise<{ todos: ShownTodo[]; next: string | null }> {
  const { whose, cursor, ...filter } = ask
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const found = await listTodos(tx, caller.workspace, {
      ...filter,
      assignee: whose === 'mine' ? caller.user : undefined,
      after: readAfter(cursor, filter.state),
      limit: todoLimits.pageSize,
    })
    const last = found.length === todoLimits.pageSize ? found.at(-1) : undefined
    return {
      todos: await show(tx, deps, caller, found),
      next: last ? `${keyOf(last, filter.state)}_${last.id}` : null,
    }
  })
}

const tell = (tx: Transaction, workspace: WorkspaceId, todo: TodoId) =>
  tellBrowsers(tx, workspace, { kind: 'todos.changed', payload: { todo } })

const isAhead = (at: Date | null, now: Date) =>
  at === null || (at > now && at.getTime() - now.getTime() <= todoLimits.aheadMs)

/** Where it was given: its recruiter is told, or everybody of the team that may take it; nobody of what they gave themselves. */
async function giveTo(tx: Transaction, caller: Caller, todo: Fields & Pick<Todo, 'id' | 'person'>, at: Date) {
  const { workspace, user } = caller
  await deleteNoticesOfTodo(tx, workspace, todo.id)
  const { id, person, text: words } = todo
  await notify(tx, workspace, {
    kind: 'todo',
    users: await whoHas(tx, workspace, todo),
    person,
    todo: id,
    words,
    by: user,
    at,
  })
}

/** Who is told of it: who does it, or all who may take it. */
export async function whoHas(
  tx: Transaction,
  workspace: WorkspaceId,
  { assignee, team }: Pick<Todo, 'assignee' | 'team'>,
): Promise<readonly UserId[]> {
  if (assignee !== null) return (await findColleague(tx, workspace, assignee)) ? [assignee] : []
  return team === null ? [] : ((await findWorkers(tx, workspace, team))?.users ?? [])
}

/** Whoever it shall go to: there, and able to do it. */
async function judgeGiven(
  tx: Transaction,
  workspace: WorkspaceId,
  { assignee, team }: Pick<Fields, 'assignee' | 'team'>,
): Promise<TodoRefusal | undefined> {
  if (assignee && !(await findColleague(tx, workspace, assignee))) return { code: 'no-such-colleague' }
  if (!team) return undefined
  const workers = await findWorkers(tx, workspace, team)
  if (!workers) return { code: 'no-such-team' }
  return workers.users.length === 0 ? { code: 'nobody-in-team' } : undefined
}

export function addTodo(
  deps: TeamDeps,
  caller: Caller,
  given: Fields & About,
): Promise<Result<ShownTodo, TodoRefusal>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<ShownTodo, TodoRefusal>> => {
    const at = deps.clock.now()
    const missing = await findMissing(tx, workspace, given)
    if (missing) return refuse({ code: `no-such-${missing}` })
    const nobody = await judgeGiven(tx, workspace, given)
    if (nobody) return refuse(nobody)
    if (!isAhead(given.remindAt, at)) return refuse({ code: 'not-ahead' })
    const id = newId<'Todo'>(at.getTime())
    const todo = { ...given, id, text: given.text.trim(), madeBy: user, madeAt: at }
    await insertTodo(tx, workspace, todo)
    await giveTo(tx, caller, todo, at)
    await plan(tx, workspace, id, given.remindAt)
    await note(tx, caller, { id, ...given }, 'todo.made', at)
    tell(tx, workspace, id)
    return shown(tx, deps, caller, id)
  })
}

async function shown(
  tx: Transaction,
  deps: TeamDeps,
  caller: Caller,
  id: TodoId,
): Promise<Result<ShownTodo, TodoRefusal>> {
  const kept = await findTodo(tx, caller.workspace, id)
  const [view] = kept ? await show(tx, deps, caller, [kept]) : []
  return view ? done(view) : refuse({ code: 'no-such-todo' })
}

async function plan(tx: Transaction, workspace: WorkspaceId, todo: TodoId, at: Date | null): Promise<void> {
  if (at) await enqueue(tx, remindTask, todo, { workspace, todo }, { runAt: at })
}

/** What a colleague may want to see later; never its words. */
const note = (
  tx: Transaction,
  caller: Caller,
  todo: Pick<Todo, 'id' | 'assignee' | 'team'> & About,
  action: string,
  at: Date,
) =>
  audit(tx, {
    caller,
    at,
    action,
    subjectKind: 'todo',
    subject: todo.id,
    detail: {
      to: todo.assignee,
      team: todo.team,
      person: todo.person,
      opening: todo.opening,
      conversation: todo.conversation,
    },
  })

/** Done, moved, given, taken or gone; each can be taken back by the same way. Of two who take the same, the second is told. */
export function changeTodo(
  deps: TeamDeps,
  caller: Caller,
  id: TodoId,
  change: Partial<Fields> & { done?: boolean; removed?: boolean; taken?: boolean },
): Promise<Result<ShownTodo, TodoRefusal>> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<ShownTodo, TodoRefusal>> => {
    const at = deps.clock.now()
    const before = await findTodoForUpdate(tx, workspace, id)
    if (!before) return refuse({ code: 'no-such-todo' })
    const { done: isDone = before.doneAt !== null, removed = before.removedAt !== null, taken, ...fields } = change
    if (taken && before.assignee !== null && before.assignee !== user) return refuse({ code: 'taken-already' })
    const after = {
      ...before,
      ...fields,
      text: fields.text?.trim() ?? before.text,
      ...(taken === undefined ? {} : { assignee: taken ? user : null }),
      doneAt: isDone ? (before.doneAt ?? at) : null,
      doneBy: isDone ? (before.doneAt ? before.doneBy : user) : null,
      removedAt: removed ? (before.removedAt ?? at) : null,
    }
    const isGiven = after.assignee !== before.assignee || after.team !== before.team
    const nobody = isGiven ? await judgeGiven(tx, workspace, after) : undefined
    if (nobody) return refuse(nobody)
    const isMoved = after.remindAt?.getTime() !== before.remindAt?.getTime()
    if (isMoved && !isAhead(after.remindAt, at)) return refuse({ code: 'not-ahead' })
    await updateTodo(tx, workspace, after, at)
    if (after.doneAt || after.removedAt) await deleteNoticesOfTodo(tx, workspace, id)
    else if (isGiven) await giveTo(tx, caller, after, at)
    // What is open again may still have to be told.
    if (!after.doneAt && !after.removedAt && after.remindAt && after.remindAt > at)
      await plan(tx, workspace, id, after.remindAt)
    const isNews = [
      ['todo.done', after.doneAt !== null && before.doneAt === null],
      ['todo.reopened', after.doneAt === null && before.doneAt !== null],
      ['todo.taken', taken === true && isGiven],
      ['todo.given', taken !== true && isGiven],
      ['todo.removed', after.removedAt !== null && before.removedAt === null],
    ] as const
    for (const [action, happened] of isNews) if (happened) await note(tx, caller, after, action, at)
    tell(tx, workspace, id)
    return shown(tx, deps, caller, id)
  })
}
