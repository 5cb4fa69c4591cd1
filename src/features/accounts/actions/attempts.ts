import { createHash } from 'node:crypto'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { foldEmail, limits } from '#features/accounts/model.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { countAttempt, forgetAttempts, uncountAttempt } from '#features/accounts/store/attempts.ts'
import { networkOf } from '#kernel/network-address.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { acrossWorkspaces, type Transaction } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

const byAddress = (address: string) => ({ bucket: `address:${networkOf(address)}`, most: limits.attemptsPerAddress })
const byAccount = (email: string) => ({
  bucket: `account:${digest(foldEmail(email))}`,
  most: limits.attemptsPerAccount,
})

async function take(
  deps: Deps,
  buckets: readonly { bucket: string; most: number }[],
): Promise<Result<void, AccountRefusal>> {
  const now = deps.clock.now()
  // Counters belong to the installation: at sign-in no workspace is known.
  const closed = await acrossWorkspaces(deps.db, async tx => {
    const ends: Date[] = []
    for (const { bucket, most } of buckets) {
      const end = await countAttempt(tx, { bucket, now, windowMs: limits.attemptWindowMs, most })
      if (end) ends.push(end)
    }
    return ends
  })
  if (closed.length === 0) return done(undefined)
  return refuse({
    code: 'too-many-attempts',
    retryAfterMs: Math.max(...closed.map(end => end.getTime())) - now.getTime(),
  })
}

/** Counts a try to sign in as this address of mail from this network address, in a transaction of its own. */
export const takeSignInAttempt = (deps: Deps, email: string, address: string) =>
  take(deps, [byAddress(address), byAccount(email)])

/** For questions that cost the server work and name no account. */
export const takeAnonymousAttempt = (deps: Deps, address: string) => take(deps, [byAddress(address)])

/** A complete sign-in: what went wrong with this account counts no more, and this try not against the network, which others share. */
export async function forgetSignInAttempts(tx: Transaction, email: string, address: string): Promise<void> {
  await forgetAttempts(tx, byAccount(email).bucket)
  await uncountAttempt(tx, byAddress(address).bucket)
}
