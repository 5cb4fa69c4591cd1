import { createToken } from '#features/accounts/actions/tokens.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { cleanCode, newPairingCode } from '#features/accounts/one-time.ts'
import type { AccountRefusal } from '#features/accounts/refusal.ts'
import { takeClipperCode, upsertClipperCode } from '#features/accounts/store/clipper-codes.ts'
import { type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'

type Deps = Pick<AccountDeps, 'db' | 'clock'>

/** A code to type into the extension; an earlier one of the same recruiter ends. */
export async function createClipperCode(deps: Deps, caller: Caller): Promise<{ code: string; expiresAt: Date }> {
  const code = newPairingCode()
  const expiresAt = new Date(deps.clock.now().getTime() + limits.clipperCodeMs)
  await inWorkspace(deps.db, caller.workspace, tx =>
    upsertClipperCode(tx, {
      workspace: caller.workspace,
      user: caller.user,
      hash: hashToken(cleanCode(code)),
      expiresAt,
    }),
  )
  return { code, expiresAt }
}

/** What the extension gets for a code: a token that may clip and look up. It stands among the recruiter's tokens, to be removed there. */
export async function pairClipper(
  deps: Deps,
  input: { code: string; browser: string },
): Promise<Result<{ token: string }, AccountRefusal>> {
  const now = deps.clock.now()
  // Only the code says whose it is.
  const owner = await acrossWorkspaces(deps.db, tx => takeClipperCode(tx, hashToken(cleanCode(input.code)), now))
  if (!owner) return refuse({ code: 'pairing-code-over' })
  const made = await createToken(deps, owner, { name: `Clipper (${input.browser})`, scope: 'clipper' })
  return made.ok ? { ok: true, value: { token: made.value.token } } : made
}
