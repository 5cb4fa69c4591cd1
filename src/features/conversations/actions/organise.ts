import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ConversationId, LabelId, UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs, roles } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { enqueue } from '#platform/tasks.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { applyChange, inverseOf, organiseLimits, type Standing, type StandingChange, wakesAt } from '../model.ts'
import { findLabels } from '../store/labels.ts'
import { deleteUnseenNotices } from '../store/notices.ts'
import { listColleagues, listStandingsForUpdate, updateStandings } from '../store/standings.ts'
import { wakeTask } from '../task-kinds.ts'
import { notify } from './notices.ts'

export type OrganiseDeps = { db: Database; clock: Clock }

export type Changes = readonly { conversations: readonly ConversationId[]; change: StandingChange }[]

export type OrganiseRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'viewers-read' }
  | { code: 'too-many'; most: number }
  | { code: 'no-such-label' }
  | { code: 'no-such-colleague' }
  | { code: 'not-ahead' }

/** `undo` is the request that takes it all back, conversation by conversation. */
export type Organised = { changed: number; undo: Changes }

/** Done, aside, given, labelled, unread: for one or many in one transaction. What is gone meanwhile is left out. */
export async function changeConversations(
  deps: OrganiseDeps,
  caller: Caller,
  changes: Changes,
): Promise<Result<Organised, OrganiseRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, tx => changeIn(tx, caller, changes, deps.clock.now()))
}

type Changed = { id: ConversationId; before: Standing; after: Standing }

export async function changeIn(
  tx: Transaction,
  caller: Caller,
  changes: Changes,
  now: Date,
): Promise<Result<Organised, OrganiseRefusal>> {
  const wanted = new Map(changes.flatMap(({ conversations, change }) => conversations.map(id => [id, change] as const)))
  if (wanted.size > organiseLimits.perChange) return refuse({ code: 'too-many', most: organiseLimits.perChange })
  const problem = await findProblem(tx, caller, [...wanted.values()], now)
  if (problem) return refuse(problem)
  const rows = await listStandingsForUpdate(tx, caller.workspace, [...wanted.keys()])
  if (rows.length === 0 && wanted.size > 0) return refuse({ code: 'no-such-conversation' })
  const changed: Changed[] = []
  const undo = new Map<string, { conversations: ConversationId[]; change: StandingChange }>()
  for (const { id, ...before } of rows) {
    const after = applyChange(before, wanted.get(id) ?? {}, now)
    const change = inverseOf(before, after)
    if (!change) continue
    changed.push({ id, before, after })
    const alike = undo.get(JSON.stringify(change))
    if (alike) alike.conversations.push(id)
    else undo.set(JSON.stringify(change), { conversations: [id], change })
  }
  await updateStandings(
    tx,
    caller.workspace,
    changed.map(({ id, after }) => ({ ...after, id })),
  )
  await follow(tx, caller, changed, now)
  return done({ changed: changed.length, undo: [...undo.values()] })
}

async function findProblem(
  tx: Transaction,
  caller: Caller,
  changes: readonly StandingChange[],
  now: Date,
): Promise<OrganiseRefusal | undefined> {
  // The whole set comes from an undo too, and a label may have been removed since: only what is put on is asked for.
  const labels = new Set<LabelId>(changes.flatMap(change => change.addLabels ?? []))
  if ((await findLabels(tx, caller.workspace, [...labels])).size < labels.size) return { code: 'no-such-label' }
  const users = new Set<UserId>(changes.flatMap(change => change.assignee ?? []))
  const known = await listColleagues(tx, caller.workspace, [...users])
  const able = known.filter(({ role }) => roles.some(each => each === role && mayActAs(each, 'recruiter')))
  if (able.length < users.size) return { code: 'no-such-colleague' }
  const latest = now.getTime() + organiseLimits.snoozeMs
  const times = changes.flatMap(({ snooze, remindAt }) => [
    ...(snooze ? [snooze.until] : []),
    ...(remindAt ? [remindAt] : []),
  ])
  return times.some(at => at <= now || at.getTime() > latest) ? { code: 'not-ahead' } : undefined
}

/** What the change means to others: tasks that bring back, notices to colleagues, the audit log, browsers. */
async function follow(tx: Transaction, caller: Caller, changed: readonly Changed[], now: Date): Promise<void> {
  if (changed.length === 0) return
  const { workspace, user } = caller
  for (const { id, before, after } of changed) {
    const at = wakesAt(after)
    if (at && at.getTime() !== wakesAt(before)?.getTime())
      await enqueue(tx, wakeTask, id, { workspace, conversation: id }, { runAt: at })
  }
  const given = changed.filter(({ before, after }) => before.assignee !== after.assignee)
  for (const [assignee, rows] of Map.groupBy(given, ({ before }) => before.assignee))
    if (assignee !== null)
      await deleteUnseenNotices(tx, workspace, {
        conversations: rows.map(row => row.id),
        users: [assignee],
        kind: 'assigned',
        by: user,
      })
  for (const [assignee, rows] of Map.groupBy(given, ({ after }) => after.assignee))
    if (assignee !== null)
      await notify(tx, workspace, {
        kind: 'assigned',
        users: [assignee],
        conversations: rows.map(row => row.id),
        by: user,
        at: now,
      })
  for (const { id, before, after } of given)
    await audit(tx, {
      caller,
      at: now,
      action: 'conversation.assigned',
      subjectKind: 'conversation',
      subject: id,
      detail: { from: before.assignee, to: after.assignee },
    })
  tellBrowsers(tx, workspace, {
    kind: 'conversations.changed',
    payload: { conversations: changed.map(({ id }) => id) },
  })
}
