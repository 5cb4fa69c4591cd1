import { uptime } from 'node:os'
import { minuteMs } from '#kernel/clock.ts'
import { readJournals } from '#platform/mail/journal.ts'
import { inWorkspace } from '#storage/database.ts'
import { delivery, outcomeOf } from '../../model/issues.ts'
import { listStranded, type Settled, settleDeliveries } from '../../store/deliveries.ts'
import type { Run, SendDeps } from './run.ts'
import { keyOf, nothing, settledBy } from './settle.ts'

/** A claim of another node that is older was left behind by it. */
const strandedMs = 20 * minuteMs

/**
 * What a run that was killed left claimed. Its journal knows how far each mail came: never offered, it waits again; answered, the answer
 * counts; handed over without an answer, it is gone; and where nobody can tell, that is what is written.
 */
export async function recover(deps: SendDeps, { workspace, issue, node }: Run): Promise<void> {
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
