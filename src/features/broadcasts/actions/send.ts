import { uptime } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { assess } from '#features/etiquette/index.ts'
import { minuteMs } from '#kernel/clock.ts'
import type { IssueId, SubscriberId, WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Journal, nodeName, openJournal, readJournals } from '#platform/mail/journal.ts'
import { connectSmtp, type SmtpConnection, SmtpFailure } from '#platform/mail/smtp.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { delivery, outcomeOf, type Throttle, throttleBy } from '../model/issues.ts'
import { returnPath } from '../model/reference.ts'
import { pressFor } from '../render/letter.ts'
import { type Compiled, compileIssue } from '../render/mail-html.ts'
import {
  type Claimed,
  claimDeliveries,
  countOpen,
  insertDeliveries,
  listStranded,
  type Settled,
  settleDeliveries,
} from '../store/deliveries.ts'
import { findCompiled, findIssue, type Issue, updateCompiled, updateIssue } from '../store/issues.ts'
import { findList, type List } from '../store/lists.ts'
import { findMailSettings, type MailSettings } from '../store/settings.ts'
import { sendTask } from '../task-kinds.ts'
import type { BroadcastsDeps } from './deps.ts'
import { endAddress } from './reports.ts'
import { findMailBase, messageIdOf, readerOf, senderFor, serverOf } from './sender.ts'

export type SendDeps = Pick<
  BroadcastsDeps,
  'db' | 'clock' | 'vault' | 'publicUrl' | 'listKey' | 'reach' | 'outgoing' | 'touches'
>

type Run = {
  workspace: WorkspaceId
  issue: Issue
  list: List
  settings: MailSettings
  compiled: Compiled
  node: string
  /** Where the addresses in its mails begin. */
  base: string
}

const batchSize = 400
const settleEvery = 200
/** A claim of another node that is older was left behind by it. */
const strandedMs = 20 * minuteMs
const patienceMs = minuteMs

/** What no trying again mends: somebody has to look at the settings. */
const needsMending = new Set<SmtpFailure['code']>(['auth', 'tls', 'address'])

/**
 * Sends an issue to the end, or as far as it goes now: paused, throttled or put off, it ends early and, where time is all it needs, leaves
 * a task for later. One run at a time per issue (the task queue sees to that); begun again after a crash it goes on where it was.
 */
export async function sendIssue(
  deps: SendDeps,
  given: { workspace: WorkspaceId; issue: IssueId },
  signal: AbortSignal,
): Promise<void> {
  const run = await begin(deps, given)
  if (!run) return
  await recover(deps, run)
  const throttle = throttleBy({ each: run.settings.domainLimit, named: run.settings.domainLimits })
  try {
    await sendWaiting(deps, run, throttle, signal)
  } catch (error) {
    if (!(error instanceof SmtpFailure) || !needsMending.has(error.code)) throw error
    await pause(deps, run, error.message)
    return
  }
  await finish(deps, run)
}

/** From scheduled to sending, with one row for each reader: all of it or nothing. */
async function begin(deps: SendDeps, given: { workspace: WorkspaceId; issue: IssueId }): Promise<Run | undefined> {
  const { workspace } = given
  const node = await nodeName(deps.outgoing)
  return inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const issue = await findIssue(tx, workspace, given.issue, true)
    if (!issue || (issue.state !== 'sending' && issue.state !== 'scheduled')) return undefined
    if (issue.state === 'scheduled' && issue.sendAt && issue.sendAt > now) return undefined
    const list = await findList(tx, workspace, issue.list)
    const settings = await findMailSettings(tx, workspace)
    if (!list || !settings) {
      await updateIssue(
        tx,
        { ...issue, state: 'paused', pausedWhy: 'There is no way out for list mail: see Settings, List mail.' },
        now,
      )
      return undefined
    }
    const verdict = assess(`${issue.subject}\n\n${issue.body}`, {
      tool: 'email',
      surface: 'list',
      stage: 'interested',
      now,
      optedIn: true,
    })
    if (verdict.verdict === 'block') {
      await updateIssue(tx, { ...issue, state: 'paused', pausedWhy: verdict.reasons[0]?.message ?? '' }, now)
      return undefined
    }
    const compiled =
      (issue.startedAt ? await findCompiled(tx, workspace, issue.id) : undefined) ??
      compileIssue({ ...issue, lang: list.lang, list: list.name, imprint: settings.imprint })
    const started: Issue = { ...issue, state: 'sending', startedAt: issue.startedAt ?? now, pausedWhy: null }
    if (!issue.startedAt) {
      await updateCompiled(tx, workspace, issue.id, compiled)
      await insertDeliveries(tx, workspace, issue.id, list.id, issue.segment)
    }
    await updateIssue(tx, started, now)
    tell(tx, started)
    const base = await findMailBase(tx, deps, workspace)
    return { workspace, issue: started, list, settings, compiled, node, base }
  })
}

const tell = (tx: Transaction, { workspace, list, id }: Issue) =>
  tellBrowsers(tx, workspace, { kind: 'lists.changed', payload: { list, issue: id } })

const keyOf = ({ subscriber, attempts }: { subscriber: SubscriberId; attempts: number }) => `${subscriber}.${attempts}`

/**
 * What a run that was killed left claimed. Its journal knows how far each mail came: never offered, it waits again; answered, the answer
 * counts; handed over without an answer, it is gone; and where nobody can tell, that is what is written.
 */
async function recover(deps: SendDeps, { workspace, issue, node }: Run): Promise<void> {
  const now = deps.clock.now()
  const left = await readJournals(deps.outgoing, `${issue.id}.`)
  // A journal is given to the system, not to the disk: of what was claimed before this machine started it may know nothing.
  const bootedAt = new Date(Date.now() - uptime() * 1_000)
  await inWorkspace(deps.db, workspace, async tx => {
    const stranded = await listStranded(tx, workspace, issue.id, {
      node,
      before: new Date(now.getTime() - strandedMs),
    })
    const settled = stranded.map(({ subscriber, attempts, own, claimedAt }): Settled => {
      const fate = left.fates.get(keyOf({ subscriber, attempts }))
      if (fate?.kind === 'answered') return settledBy(subscriber, outcomeOf(fate, attempts), now)
      if (fate?.kind === 'handed') return { ...nothing, subscriber, state: delivery.sent, code: 'unheard' }
      if (fate || !own || claimedAt < bootedAt) return { ...nothing, subscriber, state: delivery.unknown }
      return { ...nothing, subscriber, state: delivery.waits, code: 'released' }
    })
    await settleDeliveries(tx, workspace, issue.id, settled, now)
  })
  await left.remove()
}

const nothing = { code: null, said: null, nextAt: null }

function settledBy(subscriber: SubscriberId, outcome: ReturnType<typeof outcomeOf>, now: Date): Settled {
  switch (outcome.kind) {
    case 'sent':
      return { ...nothing, subscriber, state: delivery.sent, code: outcome.code }
    case 'refused':
      return { ...nothing, subscriber, state: delivery.refused, code: outcome.code, said: outcome.said }
    case 'given-up':
      return { ...nothing, subscriber, state: delivery.givenUp, code: outcome.code, said: outcome.said }
    case 'later':
      return {
        subscriber,
        state: delivery.waits,
        code: outcome.code,
        said: outcome.said,
        nextAt: new Date(now.getTime() + outcome.waitMs),
      }
    case 'unknown':
      return { ...nothing, subscriber, state: delivery.unknown }
  }
}

type Batch = { journal: Journal; open: number }
type Mail = Claimed & { batch: Batch }

async function sendWaiting(deps: SendDeps, run: Run, throttle: Throttle, signal: AbortSignal): Promise<void> {
  const { workspace, issue, list, settings, compiled, base } = run
  const press = pressFor(compiled, senderFor(deps, base, settings, list))
  const server = serverOf(deps, settings)
  const stopping = new AbortController()
  const both = AbortSignal.any([signal, stopping.signal])
  const queue: Mail[] = []
  const settledNow: { mail: Mail; settled: Settled; hard: boolean }[] = []
  const seen = new Set<string>()
  let drained = false
  let underWay = 0
  let batches = 0
  let failure: unknown
  let after: SubscriberId | undefined
  let wake = () => {}
  let more = new Promise<void>(resolve => {
    wake = resolve
  })
  const ring = () => {
    wake()
    more = new Promise<void>(resolve => {
      wake = resolve
    })
  }

  const flush = async () => {
    const now = deps.clock.now()
    const done = settledNow.splice(0)
    if (done.length === 0) return
    await inWorkspace(deps.db, workspace, async tx => {
      await settleDeliveries(
        tx,
        workspace,
        issue.id,
        done.map(one => one.settled),
        now,
      )
      for (const { mail, settled } of done.filter(one => one.hard))
        await endAddress(tx, deps, workspace, mail.subscriber, 'hard-bounce', settled.said ?? '')
    })
    for (const { mail } of done) {
      mail.batch.open -= 1
      if (mail.batch.open === 0) await mail.batch.journal.remove()
    }
  }
  const settle = (mail: Mail, settled: Settled, hard = false) => void settledNow.push({ mail, settled, hard })

  /** False: nobody waits who may be written to now. */
  const claim = async (): Promise<boolean> => {
    if (await claimNext()) return true
    if (after === undefined) return false
    // Those before may wait again by now.
    after = undefined
    return claimNext()
  }

  const claimNext = async (): Promise<boolean> => {
    const nowMs = deps.clock.now().getTime()
    const shut = [...seen].filter(domain => throttle.allowance(domain, nowMs) < 1)
    const claimed = await inWorkspace(deps.db, workspace, async tx => {
      const state = (await findIssue(tx, workspace, issue.id))?.state
      if (state !== 'sending') return []
      return claimDeliveries(tx, workspace, issue.id, {
        node: run.node,
        now: new Date(nowMs),
        limit: batchSize,
        shut,
        after,
      })
    })
    for (const { subscriber } of claimed) if (after === undefined || subscriber > after) after = subscriber
    const goes = claimed.filter(one => one.leftOut === null)
    if (goes.length === 0) return claimed.length > 0
    batches += 1
    const batch: Batch = {
      journal: openJournal(deps.outgoing, `${issue.id}.${Date.now()}.${batches}`),
      open: goes.length,
    }
    for (const one of goes) {
      const mail = { ...one, batch }
      seen.add(one.domain)
      if (throttle.allowance(one.domain, nowMs) >= 1) {
        throttle.take(one.domain, 1, nowMs)
        queue.push(mail)
      } else {
        const nextAt = new Date(nowMs + throttle.waitMs(one.domain, nowMs))
        settle(mail, { ...nothing, subscriber: one.subscriber, state: delivery.waits, code: 'released', nextAt })
      }
    }
    ring()
    return true
  }

  const sendOne = async (connection: SmtpConnection, mail: Mail): Promise<void> => {
    const now = deps.clock.now()
    const reference = { subscriber: mail.number, issue: issue.number }
    const reader = readerOf(deps, mail, reference)
    const { journal } = mail.batch
    const key = keyOf(mail)
    let how: 'not-yet' | 'offered' | 'handed' = 'not-yet'
    underWay += 1
    try {
      const data = await press.letter(reader, now, messageIdOf(reference, settings))
      const reply = await connection.send({
        from: returnPath(settings.returnAddress, reader.back),
        to: mail.email,
        data,
        watch: {
          offering() {
            journal.offered(key)
            how = 'offered'
          },
          handed() {
            journal.handed(key)
            how = 'handed'
          },
        },
      })
      journal.answered(key, reply.code, reply.text)
      const outcome = outcomeOf(reply, mail.attempts)
      settle(mail, settledBy(mail.subscriber, outcome, now), outcome.kind === 'refused' && outcome.hard)
    } catch (error) {
      // Its last line never left: it is as if nothing was. Else it may have arrived, and twice is worse than asking.
      if (how === 'not-yet') queue.unshift(mail)
      else settle(mail, { ...nothing, subscriber: mail.subscriber, state: delivery.unknown })
      throw error
    } finally {
      underWay -= 1
    }
  }

  /** One of the two hands of a connection: while one mail is on its way, the next is being set and signed. */
  const lane = async (connection: SmtpConnection): Promise<void> => {
    while (!both.aborted && connection.open) {
      const mail = queue.shift()
      if (mail) await sendOne(connection, mail)
      else if (drained) return
      else await more
    }
  }

  const worker = async (): Promise<void> => {
    let failures = 0
    while (!both.aborted && !(drained && queue.length === 0)) {
      try {
        await using connection = await connectSmtp(server, { reach: deps.reach, signal: both })
        failures = 0
        const ends = await Promise.allSettled([lane(connection), lane(connection)])
        for (const end of ends) if (end.status === 'rejected') throw end.reason
      } catch (error) {
        if (both.aborted) return
        failures += 1
        if (!(error instanceof SmtpFailure) || needsMending.has(error.code) || failures > 5) {
          failure ??= error
          stopping.abort()
          ring()
          return
        }
        await sleep(Math.min(200 * 2 ** failures, 5_000), undefined, { signal: both }).catch(() => undefined)
      }
    }
  }

  const feed = async (): Promise<void> => {
    let exhausted = false
    try {
      while (!both.aborted) {
        if (!exhausted && queue.length < batchSize / 2) exhausted = !(await claim())
        if (settledNow.length >= settleEvery) await flush()
        if (exhausted && queue.length === 0 && underWay === 0) {
          await flush()
          const pauseMs = await waitForShare(deps, run, throttle, seen)
          if (pauseMs === undefined) break
          await sleep(pauseMs, undefined, { signal: both }).catch(() => undefined)
          exhausted = false
        } else await sleep(3, undefined, { signal: both }).catch(() => undefined)
      }
    } catch (error) {
      failure ??= error
      stopping.abort()
    } finally {
      drained = true
      ring()
    }
  }

  await Promise.all([feed(), ...Array.from({ length: settings.connections }, worker)])
  // Whoever still stands in the queue never left.
  for (const mail of queue.splice(0))
    settle(mail, { ...nothing, subscriber: mail.subscriber, state: delivery.waits, code: 'released' })
  await flush()
  if (failure) throw failure
  signal.throwIfAborted()
}

/** Milliseconds until a domain has its share again, when that is soon and all that is left waits for it; undefined: no use waiting here. */
async function waitForShare(
  deps: SendDeps,
  { workspace, issue }: Run,
  throttle: Throttle,
  seen: ReadonlySet<string>,
): Promise<number | undefined> {
  const nowMs = deps.clock.now().getTime()
  const { state, nextAt } = await inWorkspace(deps.db, workspace, async tx => ({
    state: (await findIssue(tx, workspace, issue.id))?.state,
    nextAt: (await countOpen(tx, workspace, issue.id)).nextAt,
  }))
  if (state !== 'sending') return undefined
  const waits = [...seen].map(domain => throttle.waitMs(domain, nowMs)).filter(ms => ms > 0)
  const soonest = Math.min(...waits, ...(nextAt ? [nextAt.getTime() - nowMs] : []))
  return soonest <= patienceMs ? Math.max(soonest, 20) : undefined
}

async function pause(deps: SendDeps, { workspace, issue }: Run, why: string): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const current = await findIssue(tx, workspace, issue.id, true)
    if (current?.state !== 'sending') return
    const paused: Issue = { ...current, state: 'paused', pausedWhy: why }
    await updateIssue(tx, paused, now)
    tell(tx, paused)
  })
}

async function finish(deps: SendDeps, { workspace, issue }: Run): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const current = await findIssue(tx, workspace, issue.id, true)
    if (current?.state !== 'sending') return
    const { open, nextAt } = await countOpen(tx, workspace, issue.id)
    if (open > 0) {
      const runAt = new Date(Math.max(nextAt?.getTime() ?? 0, now.getTime() + 5_000))
      await enqueue(tx, sendTask, issue.id, { workspace, issue: issue.id }, { runAt, queue: `list-issue:${issue.id}` })
      return
    }
    const sent: Issue = { ...current, state: 'sent', finishedAt: now }
    await updateIssue(tx, sent, now)
    tell(tx, sent)
  })
}
