import { z } from 'zod'
import type { AccountDeps } from '#features/accounts/deps.ts'
import { limits } from '#features/accounts/model.ts'
import { deleteExpired } from '#features/accounts/store/tidy.ts'
import { defineTask, handleTask, type TaskHandler } from '#platform/tasks.ts'
import { acrossWorkspaces } from '#storage/database.ts'

/** To be queued once an hour. */
export const tidyAccounts = defineTask('accounts.tidy', z.object({}))

export function accountTasks(deps: Pick<AccountDeps, 'db' | 'clock'>): TaskHandler[] {
  return [
    handleTask(tidyAccounts, async () => {
      const now = deps.clock.now()
      // Housekeeping of the whole installation.
      await acrossWorkspaces(deps.db, tx => deleteExpired(tx, now, new Date(now.getTime() - limits.attemptsKeptMs)))
    }),
  ]
}
