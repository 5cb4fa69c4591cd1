import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs } from '#kernel/clock.ts'
import type { SubscriberId } from '#kernel/ids.ts'
import { type Journal, openJournal } from '#platform/mail/journal.ts'
import { connectSmtp, type SmtpConnection, SmtpFailure } from '#platform/mail/smtp.ts'
import { inWorkspace } from '#storage/database.ts'
import { delivery, outcomeOf, type Throttle } from '../../model/issues.ts'
import { returnPath } from '../../model/reference.ts'
import { pressFor } from '../../render/letter.ts'
import { type Claimed, claimDeliveries, countOpen, type Settled, settleDeliveries } from '../../store/deliveries.ts'
import { findIssue } from '../../store/issues.ts'
import { endAddress } from '../reports.ts'
import { messageIdOf, readerOf, senderFor, serverOf } from '../sender.ts'
import { needsMending, type Run, type SendDeps } from './run.ts'
import { keyOf, nothing, settledBy } from './settle.ts'

const batchSize = 400
const settleEvery = 200
const patienceMs = minuteMs

type Batch = { journal: Journal; open: number }
type Mail = Claimed & { batch: Batch }

/** Mails go over as many connections as the settings give, each claimed first, settled after; throws what stopped it early. */
export async function sendWaiting(deps: SendDeps, run: Run, throttle: Throttle, signal: AbortSignal): Promise<void> {
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
        if (!(error instanceof SmtpFailure) || needsMending(error) || failures > 5) {
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
