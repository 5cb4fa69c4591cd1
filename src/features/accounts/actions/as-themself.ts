import { forgetSignInAttempts, takeSignInAttempt } from '#features/accounts/actions/attempts.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { verifyPassword } from '#features/accounts/password.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { findUser, type User } from '#features/accounts/store/users.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'

/** The password again; and, for who has none, when this session began. */
export type Proof = { password?: string | undefined; signedInAt: Date; address: string }

export async function getCallingUser(tx: Transaction, caller: Caller): Promise<User> {
  const user = await findUser(tx, caller.workspace, caller.user)
  if (!user) throw new Error('the caller is no user')
  return user
}

/**
 * For anything that changes how someone signs in: the password again, or, where there is none, a sign-in from just now. A session
 * left open on a desk is not enough, and guesses count like guesses at the door.
 */
export async function asThemself<T>(
  deps: Pick<AccountDeps, 'db' | 'clock'>,
  caller: Caller,
  proof: Proof,
  work: (tx: Transaction, user: User) => Promise<Result<T, AccountRefusal>>,
): Promise<Result<T, AccountRefusal>> {
  const { email, passwordHash } = await inWorkspace(deps.db, caller.workspace, tx => getCallingUser(tx, caller))
  if (passwordHash === null) {
    const age = deps.clock.now().getTime() - proof.signedInAt.getTime()
    if (age > limits.freshSignInMs) return refuse({ code: 'sign-in-again' })
  } else {
    const free = await takeSignInAttempt(deps, email, proof.address)
    if (!free.ok) return free
    if (!(await verifyPassword(passwordHash, proof.password ?? ''))) return refuse({ code: 'wrong-password' })
  }
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (passwordHash !== null) await forgetSignInAttempts(tx, email, proof.address)
    return work(tx, await getCallingUser(tx, caller))
  })
}
