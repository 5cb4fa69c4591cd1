import { z } from 'zod'
import type { Clock } from '#kernel/clock.ts'
import { type ConversationId, newId, type WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import type { HttpClient } from '#platform/http.ts'
import { defineTask, enqueue, handleTask, type TaskHandler } from '#platform/tasks.ts'
import { type PushSender, sealPush } from '#platform/web-push.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { mentions, namesOf } from '../model/mention.ts'
import { isQuiet, quietIn } from '../model/quiet.ts'
import { previewOf } from '../model.ts'
import { listConnections } from '../store/connections.ts'
import { findInboxRow, type InboxRow } from '../store/inbox.ts'
import {
  deleteGone,
  deleteSubscription,
  findNewest,
  hasSubscriptions,
  isShownAnywhere,
  listSubscriptions,
  type Subscription,
  updateShown,
  upsertSubscription,
} from '../store/push.ts'

export type PushDeps = { db: Database; clock: Clock; http: Pick<HttpClient, 'fetch'>; push: PushSender }

/** A browser that is open marks what it shows as read before this is over: then nobody is woken. */
const patienceMs = 2_000
/** What was not taken from the push service in this time is no news any more. */
const keptSeconds = 4 * 3600

export const pushNews = defineTask(
  'conversations.push',
  z.object({ workspace: idOf<'Workspace'>(), conversation: idOf<'Conversation'>() }),
)

/** In the transaction that made them news; several of one conversation are one. Costs one look where nobody has asked for it. */
export async function queuePush(
  tx: Transaction,
  workspace: WorkspaceId,
  conversations: readonly ConversationId[],
  now: Date,
): Promise<void> {
  if (conversations.length === 0 || !(await hasSubscriptions(tx, workspace))) return
  const runAt = new Date(now.getTime() + patienceMs)
  for (const conversation of conversations)
    await enqueue(tx, pushNews, conversation, { workspace, conversation }, { runAt, maxAttempts: 6 })
}

/** It was read, here or elsewhere: what still shows it takes it away. */
export async function queueTakeAway(
  tx: Transaction,
  workspace: WorkspaceId,
  conversation: ConversationId,
): Promise<void> {
  if (await isShownAnywhere(tx, workspace, conversation))
    await enqueue(tx, pushNews, conversation, { workspace, conversation }, { maxAttempts: 6 })
}

export function subscribe(
  deps: Pick<PushDeps, 'db' | 'clock'>,
  caller: Caller,
  input: { endpoint: string; publicKey: string; auth: string; timezone: string },
): Promise<void> {
  const now = deps.clock.now()
  const row = { ...input, id: newId<'PushSubscription'>(now.getTime()), user: caller.user }
  return inWorkspace(deps.db, caller.workspace, tx => upsertSubscription(tx, caller.workspace, row, now))
}

export function unsubscribe(deps: Pick<PushDeps, 'db'>, caller: Caller, endpoint: string): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, tx => deleteSubscription(tx, caller.workspace, caller.user, endpoint))
}

type News = { kind: 'show'; tag: string; title: string; body: string; to: string } | { kind: 'close'; tag: string }

export const pushTasks = (deps: PushDeps): TaskHandler[] => [
  handleTask(pushNews, async ({ workspace, conversation }) => {
    const found = await inWorkspace(deps.db, workspace, async tx => {
      const subscriptions = await listSubscriptions(tx, workspace, conversation)
      const [first] = subscriptions
      const row = first && (await findInboxRow(tx, workspace, first.user, conversation))
      if (!row) return undefined
      const accounts = (await listConnections(tx, workspace)).map(each => ({ user: each.user, values: each.config }))
      return { subscriptions, row, accounts, newest: await findNewest(tx, workspace, conversation) }
    })
    if (!found) return
    const { subscriptions, row, accounts, newest } = found
    let failed: unknown
    for (const each of subscriptions) {
      const own = accounts.filter(account => account.user === each.user).map(account => account.values)
      const news = newsFor(each, row, newest, own, deps.clock.now())
      if (!news) continue
      try {
        await tell(deps, workspace, conversation, each, news)
      } catch (error) {
        failed = error
      }
    }
    // The others were told, and are not told twice: what is shown under its tag is only shown again.
    if (failed) throw failed
  }),
]

/** Undefined: nothing to say there. */
function newsFor(
  to: Subscription,
  row: InboxRow,
  newest: { text: string; sender: string } | undefined,
  accounts: readonly Readonly<Record<string, string>>[],
  now: Date,
): News | undefined {
  const tag = row.id
  if (row.unread === 0) return to.shown ? { kind: 'close', tag } : undefined
  if (!newest || (row.assignee !== null && row.assignee !== to.user)) return undefined
  if (isQuiet(quietIn(to.preferences), now, to.timezone)) return undefined
  if (row.kind === 'room' && !mentions(newest.text, namesOf(to.name, accounts))) return undefined
  const title = row.personName ?? row.title ?? (newest.sender || row.remoteId)
  return { kind: 'show', tag, title: title.slice(0, 120), body: previewOf(newest.text), to: `/inbox/${row.id}` }
}

async function tell(
  deps: PushDeps,
  workspace: WorkspaceId,
  conversation: ConversationId,
  to: Subscription,
  news: News,
): Promise<void> {
  const answer = await deps.http.fetch(to.endpoint, {
    method: 'POST',
    body: sealPush(to, JSON.stringify(news)),
    headers: {
      authorization: deps.push.authorization(to.endpoint, deps.clock.now()),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(keptSeconds),
      // The newer takes the place of the older where the browser is away (RFC 8030 §5.4): 32 letters at most.
      topic: conversation.replaceAll('-', ''),
      urgency: news.kind === 'show' ? 'high' : 'low',
    },
    maxRedirects: 0,
    maxBytes: 64_000,
  })
  const gone = answer.status === 404 || answer.status === 410
  if (!gone && (answer.status < 200 || answer.status > 299))
    throw new Error(`the push service answered ${answer.status}`)
  await inWorkspace(deps.db, workspace, tx =>
    gone ? deleteGone(tx, workspace, to.id) : updateShown(tx, workspace, to.id, conversation, news.kind === 'show'),
  )
}
