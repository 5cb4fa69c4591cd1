import { createHmac } from 'node:crypto'
import type { Clock } from '#kernel/clock.ts'
import { type FeedId, newId, type PushId, type WorkspaceId } from '#kernel/ids.ts'
import { isSame } from '#platform/secrets.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import type { FetchPage } from '../model/feed.ts'
import { askAgainMs, leaseMs, type PushSource, renewAt, wantedLeaseSeconds } from '../model/push.ts'
import { askHub } from '../poll-task.ts'
import { findPushById, findPushForUpdate, type Push, putPush, updatePushState } from '../store/pushes.ts'
import type { PushAddresses } from './push-address.ts'

type Reach = { pushAddresses?: PushAddresses | undefined }

const maxAttempts = 8

function ask(tx: Transaction, push: Push, mode: 'subscribe' | 'unsubscribe', runAt?: Date): Promise<void> {
  const { workspace_id: workspace, push_id, hub, topic } = push
  return enqueue(
    tx,
    askHub,
    push_id,
    { workspace, push: push_id, mode, hub, topic },
    { maxAttempts, ...(runAt ? { runAt } : {}) },
  )
}

async function begin(
  tx: Transaction,
  workspace: WorkspaceId,
  feed: FeedId,
  source: PushSource,
  now: Date,
): Promise<void> {
  // A new subscription has a new address: what a former hub still sends there is nobody's.
  await putPush(tx, workspace, { feed, push: newId(now.getTime()), ...source }, now)
  const fresh = await findPushForUpdate(tx, workspace, feed)
  if (fresh) await ask(tx, fresh, 'subscribe')
}

const isDue = (push: Push, now: Date): boolean => {
  switch (push.state) {
    case 'active':
      return push.lease_until === null || push.lease_until <= now
    case 'ended':
      return true
    default:
      return now.getTime() - push.asked_at.getTime() > askAgainMs[push.state]
  }
}

/** The feed names this hub now, or none: what is subscribed follows. */
export async function keepPush(
  tx: Transaction,
  deps: Reach,
  workspace: WorkspaceId,
  feed: FeedId,
  source: PushSource | undefined,
  now: Date,
): Promise<void> {
  if (!deps.pushAddresses) return
  const known = await findPushForUpdate(tx, workspace, feed)
  const same = known && source && known.hub === source.hub && known.topic === source.topic
  if (known && !same) await endPush(tx, workspace, feed)
  if (source && (!same || isDue(known, now))) await begin(tx, workspace, feed, source, now)
}

/** No more of it: the hub is told, and answered accordingly when it asks back. */
export async function endPush(tx: Transaction, workspace: WorkspaceId, feed: FeedId): Promise<void> {
  const known = await findPushForUpdate(tx, workspace, feed)
  if (!known || known.state === 'ended') return
  await updatePushState(tx, workspace, known.push_id, { state: 'ended' })
  if (known.state !== 'refused') await ask(tx, known, 'unsubscribe')
}

export async function resumePush(
  tx: Transaction,
  deps: Reach,
  workspace: WorkspaceId,
  feed: FeedId,
  now: Date,
): Promise<void> {
  const known = await findPushForUpdate(tx, workspace, feed)
  if (known?.state === 'ended' && deps.pushAddresses) await begin(tx, workspace, feed, known, now)
}

export class HubTrouble extends Error {
  override readonly name = 'HubTrouble'
  readonly code = 'hub-trouble'
}

type AskDeps = Reach & { db: Database; fetch: FetchPage }
type Question = {
  workspace: WorkspaceId
  push: PushId
  mode: 'subscribe' | 'unsubscribe'
  hub: string
  topic: string
}

/** Asks the hub; a fault of its own is thrown, so that it is asked again. */
export async function tellHub(deps: AskDeps, question: Question, signal?: AbortSignal): Promise<void> {
  const { pushAddresses } = deps
  const { workspace, push, mode, hub, topic } = question
  if (!pushAddresses) return
  const current = await acrossWorkspaces(deps.db, tx => findPushById(tx, push))
  const wanted = current !== undefined && current.state !== 'ended'
  if (wanted !== (mode === 'subscribe')) return
  const form = new URLSearchParams({
    'hub.callback': pushAddresses.urlOf(push),
    'hub.mode': mode,
    'hub.topic': topic,
    ...(mode === 'subscribe'
      ? { 'hub.lease_seconds': String(wantedLeaseSeconds), 'hub.secret': pushAddresses.secretOf(push) }
      : {}),
  })
  const answer = await deps.fetch(hub, {
    method: 'POST',
    body: form.toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    ...(signal ? { signal } : {}),
  })
  if (answer.status >= 200 && answer.status <= 299) return
  if (answer.status >= 500 || answer.status === 429) throw new HubTrouble(`The hub answered ${answer.status}.`)
  if (mode === 'subscribe')
    await inWorkspace(deps.db, workspace, tx =>
      updatePushState(tx, workspace, push, { state: 'refused', lastError: `The hub answered ${answer.status}.` }),
    )
}

export type Verification = { mode: string; topic: string; challenge: string; leaseSeconds?: number | undefined }

/** A hub asks back whether we really want what it was asked for. Gives what to answer; undefined: no. */
export function answerHub(
  deps: Reach & { db: Database; clock: Clock },
  push: PushId,
  token: string,
  asked: Verification,
): Promise<string | undefined> {
  const { pushAddresses } = deps
  if (!pushAddresses || !isSame(token, pushAddresses.tokenOf(push))) return Promise.resolve(undefined)
  return acrossWorkspaces(deps.db, async tx => {
    const found = await findPushById(tx, push)
    const now = deps.clock.now()
    const wanted = found && found.state !== 'ended'
    if (asked.mode === 'denied') {
      if (found && wanted && found.topic === asked.topic)
        await updatePushState(tx, found.workspace_id, push, { state: 'refused', lastError: 'The hub said no.' })
      return ''
    }
    if (asked.mode === 'unsubscribe') return wanted ? undefined : asked.challenge
    if (asked.mode !== 'subscribe' || !found || !wanted || found.topic !== asked.topic) return undefined
    const lease = leaseMs(asked.leaseSeconds)
    const leaseUntil = new Date(now.getTime() + lease)
    await updatePushState(tx, found.workspace_id, push, { state: 'active', leaseUntil })
    await ask(tx, found, 'subscribe', renewAt(now, lease))
    return asked.challenge
  })
}

const digests = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** `X-Hub-Signature: sha256=…` of these very bytes. */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, method = '', hex = ''] = /^(sha\d+)=([0-9a-f]+)$/i.exec(signature?.trim() ?? '') ?? []
  if (!digests.has(method.toLowerCase())) return false
  return isSame(hex.toLowerCase(), createHmac(method.toLowerCase(), secret).update(body).digest('hex'))
}
