import { sealContext } from '#features/accounts/actions/second-step.ts'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { listSealedSecrets, replaceSealedSecret } from '#features/accounts/store/users.ts'
import { acrossWorkspaces } from '#storage/database.ts'

/** After a new key was added: seals with it what an earlier one sealed. How many there were. */
export async function resealAccounts(deps: Pick<AccountDeps, 'db' | 'keyring'>): Promise<number> {
  const { keyring } = deps
  // The key file belongs to the installation.
  return acrossWorkspaces(deps.db, async tx => {
    let resealed = 0
    for (const { workspace, user, sealed } of await listSealedSecrets(tx)) {
      if (!keyring.isStale(sealed)) continue
      const context = sealContext(user)
      const to = keyring.seal(keyring.unseal(sealed, context), context)
      if (await replaceSealedSecret(tx, { workspace, user, from: sealed, to })) resealed += 1
    }
    return resealed
  })
}
