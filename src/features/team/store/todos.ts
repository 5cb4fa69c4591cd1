import { sql } from 'kysely'
import type { ConversationId, OpeningId, PersonId, TeamId, TodoId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { membersOf, teamsOf } from './teams.ts'

export type Todo = {
  id: TodoId
  text: string
  dueOn: string | null
  remindAt: Date | null
  remindedAt: Date | null
  assignee: UserId | null
  assigneeName: string | null
  /** Given to a team: nobody's until one of them takes it. */
  team: TeamId | null
  teamName: string | null
  madeBy: UserId | null
  madeByName: string | null
  madeAt: Date
  doneAt: Date | null
  doneBy: UserId | null
  doneByName: string | null
  removedAt: Date | null
  revision: number
  changedAt: Date
  person: PersonId | null
  personName: string | null
  opening: OpeningId | null
  openingTitle: string | null
  conversation: ConversationId | null
  conversationTitle: string | null
}

const columns = sql`t.todo_id as id, t.text, t.due_on::text as "dueOn", t.remind_at as "remindAt", t.reminded_at as "remindedAt",
  t.assignee_id as assignee, a.name as "assigneeName", k.team_id as team, k.name as "teamName", t.made_by as "madeBy", m.name as "madeByName", t.made_at as "madeAt",
  t.done_at as "doneAt", t.done_by as "doneBy", d.name as "doneByName", t.removed_at as "removedAt", t.revision,
  t.changed_at as "changedAt", p.person_id as person, p.display_name as "personName", o.opening_id as opening, o.title as "openingTitle",
  c.conversation_id as conversation, coalesce(cp.display_name, c.title, c.remote_id) as "conversationTitle"`

/** Whoever became one with somebody else is called by the other's name. */
const source = sql`todos t
  left join users a on a.workspace_id = t.workspace_id and a.user_id = t.assignee_id
  left join teams k on k.workspace_id = t.workspace_id and k.team_id = t.team_id and k.removed_at is null
  left join users m on m.workspace_id = t.workspace_id and m.user_id = t.made_by
  left join users d on d.workspace_id = t.workspace_id and d.user_id = t.done_by
  left join people f on f.workspace_id = t.workspace_id and f.person_id = t.person_id
  left join people p on p.workspace_id = t.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)
  left join openings o on o.workspace_id = t.workspace_id and o.opening_id = t.opening_id
  left join conversations c on c.workspace_id = t.workspace_id and c.conversation_id = t.conversation_id
  left join people cp on cp.workspace_id = c.workspace_id and cp.person_id = c.person_id`

export type TodoFilter = {
  assignee?: UserId | undefined
  team?: TeamId | undefined
  state: 'open' | 'done'
  person?: PersonId | undefined
  opening?: OpeningId | undefined
  conversation?: ConversationId | undefined
  by?: string | undefined
  /** The last of the page before: its due day (`infinity` without one) or when it was done, and its id. */
  after?: { key: string; id: TodoId } | undefined
  limit: number
}

/** Of `t`: theirs, or of a team of theirs and not taken yet. */
const isOf = (workspace: WorkspaceId, user: UserId) =>
  sql`(t.assignee_id = ${user} or (t.assignee_id is null and t.team_id in (${teamsOf(workspace, user)})))`

/** Open ones the earliest due first, some day last; done ones the latest first. */
export async function listTodos(tx: Transaction, workspace: WorkspaceId, filter: TodoFilter): Promise<Todo[]> {
  const { assignee, team, state, person, opening, conversation, by, after, limit } = filter
  const open = state === 'open'
  const place = open
    ? sql`and (coalesce(t.due_on, 'infinity'), t.todo_id) > (${after?.key}::date, ${after?.id}::uuid)`
    : sql`and (t.done_at, t.todo_id) < (${after?.key}::timestamptz, ${after?.id}::uuid)`
  const { rows } = await sql<Todo>`select ${columns} from ${source}
    where t.workspace_id = ${workspace} and t.removed_at is null and ${open ? sql`t.done_at is null` : sql`t.done_at is not null`}
      ${assignee ? sql`and ${isOf(workspace, assignee)}` : sql``}
      ${team ? sql`and (t.assignee_id in (${membersOf(workspace, team)}) or t.team_id = ${team})` : sql``}
      ${
        person
          ? sql`and t.person_id in (select person_id from people where workspace_id = ${workspace} and (person_id = ${person} or merged_into = ${person}))`
          : sql``
      }
      ${opening ? sql`and t.opening_id = ${opening}` : sql``}
      ${conversation ? sql`and t.conversation_id = ${conversation}` : sql``}
      ${by ? sql`and t.due_on <= ${by}::date` : sql``}
      ${after ? place : sql``}
    order by ${open ? sql`coalesce(t.due_on, 'infinity'), t.todo_id` : sql`t.done_at desc, t.todo_id desc`} limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function findTodo(tx: Transaction, workspace: WorkspaceId, id: TodoId): Promise<Todo | undefined> {
  const { rows } = await sql<Todo>`select ${columns} from ${source}
    where t.workspace_id = ${workspace} and t.todo_id = ${id}`.execute(tx)
  return rows[0]
}

/** Locks it until the transaction ends. */
export async function findTodoForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  id: TodoId,
): Promise<Todo | undefined> {
  await sql`select from todos where workspace_id = ${workspace} and todo_id = ${id} for update`.execute(tx)
  return findTodo(tx, workspace, id)
}

export async function countDue(tx: Transaction, workspace: WorkspaceId, user: UserId, on: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from todos t where t.workspace_id = ${workspace}
    and ${isOf(workspace, user)} and t.done_at is null and t.removed_at is null and t.due_on <= ${on}::date`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function insertTodo(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Pick<
    Todo,
    'id' | 'text' | 'dueOn' | 'remindAt' | 'assignee' | 'team' | 'madeAt' | 'person' | 'opening' | 'conversation'
  > & {
    madeBy: UserId
  },
): Promise<void> {
  await sql`insert into todos (workspace_id, todo_id, text, due_on, remind_at, assignee_id, team_id, person_id, opening_id, conversation_id,
      made_by, made_at, changed_at)
    values (${workspace}, ${given.id}, ${given.text}, ${given.dueOn}::date, ${given.remindAt}, ${given.assignee}::uuid, ${given.team}::uuid,
      ${given.person}::uuid, ${given.opening}::uuid, ${given.conversation}::uuid, ${given.madeBy}, ${given.madeAt}, ${given.madeAt})`.execute(
    tx,
  )
}

/** As it stands in `todo`; another reminder is still to be told. */
export async function updateTodo(
  tx: Transaction,
  workspace: WorkspaceId,
  todo: Pick<Todo, 'id' | 'text' | 'dueOn' | 'remindAt' | 'assignee' | 'team' | 'doneAt' | 'doneBy' | 'removedAt'>,
  at: Date,
): Promise<void> {
  await sql`update todos set text = ${todo.text}, due_on = ${todo.dueOn}::date, assignee_id = ${todo.assignee}::uuid,
      team_id = ${todo.team}::uuid,
      reminded_at = case when remind_at is distinct from ${todo.remindAt}::timestamptz then null else reminded_at end,
      remind_at = ${todo.remindAt}::timestamptz, done_at = ${todo.doneAt}::timestamptz, done_by = ${todo.doneBy}::uuid,
      removed_at = ${todo.removedAt}::timestamptz, revision = revision + 1, changed_at = ${at}
    where workspace_id = ${workspace} and todo_id = ${todo.id}`.execute(tx)
}

export async function updateReminded(tx: Transaction, workspace: WorkspaceId, id: TodoId, at: Date): Promise<void> {
  await sql`update todos set reminded_at = ${at} where workspace_id = ${workspace} and todo_id = ${id}`.execute(tx)
}

/** Which of what it is about is not there. */
export async function findMissing(
  tx: Transaction,
  workspace: WorkspaceId,
  about: { person: PersonId | null; opening: OpeningId | null; conversation: ConversationId | null },
): Promise<'person' | 'opening' | 'conversation' | undefined> {
  const { rows } = await sql<{ person: boolean; opening: boolean; conversation: boolean }>`select
    ${about.person}::uuid is null or exists (select from people where workspace_id = ${workspace} and person_id = ${about.person}) as person,
    ${about.opening}::uuid is null or exists (select from openings where workspace_id = ${workspace} and opening_id = ${about.opening}
      and removed_at is null) as opening,
    ${about.conversation}::uuid is null or exists (select from conversations where workspace_id = ${workspace}
      and conversation_id = ${about.conversation}) as conversation`.execute(tx)
  const [row] = rows
  return (['person', 'opening', 'conversation'] as const).find(each => row?.[each] !== true)
}

/** Of one recruiter, with a day: what is open, and whatever was due from `since` on, done and removed too, for calendars must hear of it. */
export async function listDated(tx: Transaction, workspace: WorkspaceId, user: UserId, since: Date): Promise<Todo[]> {
  const { rows } = await sql<Todo>`select ${columns} from ${source}
    where t.workspace_id = ${workspace} and t.assignee_id = ${user} and t.due_on is not null
      and ((t.done_at is null and t.removed_at is null) or t.due_on >= ${since}::date)
    order by t.due_on desc, t.todo_id limit 1000`.execute(tx)
  return rows
}
