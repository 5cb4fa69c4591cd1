import type { Transaction } from '#storage/database.ts'

/** Removes what time has made worthless, in every workspace. */
export async function deleteExpired(tx: Transaction, now: Date, attemptsBefore: Date): Promise<void> {
  await tx.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await tx.deleteFrom('clipper_codes').where('expires_at', '<', now).execute()
  await tx.deleteFrom('sign_in_challenges').where('expires_at', '<', now).execute()
  await tx.deleteFrom('sign_in_attempts').where('window_started_at', '<', attemptsBefore).execute()
}
