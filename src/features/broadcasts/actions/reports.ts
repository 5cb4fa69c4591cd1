import { dayMs } from '#kernel/clock.ts'
import type { SubscriberId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { softRule } from '../model/issues.ts'
import type { StopReason } from '../model/lists.ts'
import { tokenIn } from '../model/reference.ts'
import { leavingAddresses, readReport, recipientsOf, returnedPaths, splitMbox } from '../model/report.ts'
import { updateBounced } from '../store/deliveries.ts'
import { findMailSettings } from '../store/settings.ts'
import {
  findSubscriber,
  findSubscriberByNumber,
  insertProof,
  insertStop,
  listOfAddressForUpdate,
  type Subscriber,
  saveSubscriber,
} from '../store/subscribers.ts'
import { readReferenceToken } from '../tokens.ts'
import type { BroadcastsDeps } from './deps.ts'
import { endSubscription } from './leave.ts'

export type ReportDeps = Pick<BroadcastsDeps, 'db' | 'clock' | 'touches' | 'listKey'>

/** This address is no more, for any list of the workspace. */
export async function endAddress(
  tx: Transaction,
  deps: Pick<ReportDeps, 'clock'>,
  workspace: WorkspaceId,
  id: SubscriberId,
  reason: StopReason,
  said: string,
): Promise<void> {
  const now = deps.clock.now()
  const subscriber = await findSubscriber(tx, workspace, id)
  if (!subscriber) return
  await insertStop(tx, workspace, subscriber.hash, reason, said, now)
  for (const one of await listOfAddressForUpdate(tx, workspace, subscriber.key)) {
    if (one.state !== 'confirmed' && one.state !== 'asked') continue
    await saveSubscriber(tx, { ...one, state: 'stopped', endedHow: reason, endedAt: now, nonce: null }, now)
    await insertProof(tx, workspace, one.id, {
      kind: 'stopped',
      at: now,
      ip: null,
      page: null,
      wording: null,
      detail: { reason, said: said.slice(0, 200) },
    })
  }
}

export type ReportCounts = { bounces: number; complaints: number; left: number; others: number }

/**
 * Whether a mail may be a report: one of its addresses is a return path or an address to leave of ours. Complaints come to whichever
 * address the provider was told, so each of them is read.
 */
export async function awaitsReport(
  deps: Pick<ReportDeps, 'db'>,
  workspace: WorkspaceId,
  { recipients, complaint }: { recipients: readonly string[]; complaint: boolean },
): Promise<boolean> {
  const tagged = recipients.filter(address => address.includes('+'))
  if (tagged.length === 0 && !complaint) return false
  const settings = await inWorkspace(deps.db, workspace, tx => findMailSettings(tx, workspace))
  if (!settings) return false
  return complaint || tagged.some(address => tokenIn(address, settings.returnAddress) !== undefined)
}

/** One mail, or a mailbox file with many: what it says of mails of ours is written down, the rest is left alone. */
export async function takeReports(deps: ReportDeps, workspace: WorkspaceId, raw: string): Promise<ReportCounts> {
  const counts: ReportCounts = { bounces: 0, complaints: 0, left: 0, others: 0 }
  for (const mail of splitMbox(raw)) {
    const what = await inWorkspace(deps.db, workspace, tx => takeReport(tx, deps, workspace, mail))
    counts[what] += 1
  }
  return counts
}

async function takeReport(
  tx: Transaction,
  deps: ReportDeps,
  workspace: WorkspaceId,
  raw: string,
): Promise<keyof ReportCounts> {
  const settings = await findMailSettings(tx, workspace)
  if (!settings) return 'others'
  const now = deps.clock.now()
  const report = readReport(raw)
  const tokensIn = (addresses: readonly string[]) =>
    addresses.flatMap(address => tokenIn(address, settings.returnAddress) ?? [])
  // Providers that take the reader's address out of a complaint leave the address to leave in it, so that it can be acted on.
  const tokens = [
    ...tokensIn([...recipientsOf(raw), ...returnedPaths(raw)]),
    ...(report.kind === 'complaint' ? tokensIn(leavingAddresses(raw)) : []),
  ]
  for (const token of tokens) {
    const leaves = token.startsWith('leave-')
    const reference = leaves
      ? readReferenceToken(deps, 'web', token.slice('leave-'.length))
      : readReferenceToken(deps, 'return', token)
    const subscriber = reference && (await findSubscriberByNumber(tx, workspace, reference.subscriber, true))
    if (!reference || !subscriber) continue
    if (leaves && report.kind !== 'complaint') {
      // Programs that answer by themselves (away, bounced) ask for nothing.
      if (report.kind !== 'none' || isAutomatic(raw)) return 'others'
      await endSubscription(tx, deps, { workspace, id: subscriber.list }, subscriber, { how: 'mail' }, reference.issue)
      return 'left'
    }
    if (report.kind === 'bounce') {
      const bounced = report.hard ? 'hard' : 'soft'
      const said = `${report.status} ${report.said}`
      await updateBounced(tx, workspace, reference.issue, subscriber.id, { bounced, said }, now)
      if (report.hard) await endAddress(tx, deps, workspace, subscriber.id, 'hard-bounce', said)
      else await countSoft(tx, deps, subscriber, said)
      tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: subscriber.list } })
      return 'bounces'
    }
    if (report.kind === 'complaint') {
      await updateBounced(tx, workspace, reference.issue, subscriber.id, { complained: true, said: report.said }, now)
      await endAddress(tx, deps, workspace, subscriber.id, 'complaint', report.said)
      tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list: subscriber.list } })
      return 'complaints'
    }
  }
  return 'others'
}

const isAutomatic = (raw: string) => /^auto-submitted:\s*(?!no\b)/im.test(raw.split(/\r?\n\r?\n/, 1)[0] ?? '')

/** Several of one day count once: a mailbox that is full today is full for every list. */
async function countSoft(tx: Transaction, deps: ReportDeps, subscriber: Subscriber, said: string): Promise<void> {
  const now = deps.clock.now()
  const last = subscriber.softBounceAt
  if (last && now.getTime() - last.getTime() < dayMs) return
  const recent = last && now.getTime() - last.getTime() < softRule.withinDays * dayMs
  const softBounces = recent ? subscriber.softBounces + 1 : 1
  await saveSubscriber(tx, { ...subscriber, softBounces, softBounceAt: now }, now)
  if (softBounces >= softRule.bounces)
    await endAddress(tx, deps, subscriber.workspace, subscriber.id, 'soft-bounces', said)
}
