import type { Transaction } from '#storage/database.ts'

export async function insertSetupCode(tx: Transaction, code: { hash: Buffer; createdAt: Date }): Promise<void> {
  await tx.insertInto('setup_codes').values({ code_hash: code.hash, created_at: code.createdAt }).execute()
}

/** True for the one caller that spends it; it, and every other code still open, is worth nothing from then on. */
export async function takeSetupCode(tx: Transaction, hash: Buffer, now: Date, madeAfter: Date): Promise<boolean> {
  const taken = await tx
    .updateTable('setup_codes')
    .set({ used_at: now })
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('created_at', '>', madeAfter)
    .executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) return false
  await tx.updateTable('setup_codes').set({ used_at: now }).where('used_at', 'is', null).execute()
  return true
}

export async function isSetupCodeOpen(tx: Transaction, hash: Buffer, madeAfter: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('setup_codes')
    .select('code_hash')
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .where('created_at', '>', madeAfter)
    .executeTakeFirst()
  return row !== undefined
}
