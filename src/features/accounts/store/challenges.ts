import type { ChallengeId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { JsonValue } from '#storage/tables.ts'

export type ChallengeKind =
  | 'second-step'
  | 'passkey-registration'
  | 'passkey-sign-in'
  | 'single-sign-on'
  | 'password-reset'

export async function insertChallenge(
  tx: Transaction,
  challenge: { id: ChallengeId; kind: ChallengeKind; payload: Readonly<Record<string, unknown>>; expiresAt: Date },
): Promise<void> {
  await tx
    .insertInto('sign_in_challenges')
    .values({
      challenge_id: challenge.id,
      kind: challenge.kind,
      payload: JSON.stringify(challenge.payload),
      expires_at: challenge.expiresAt,
    })
    .execute()
}

/** Gone with the first look: what comes back can't be answered twice. */
export async function takeChallenge(
  tx: Transaction,
  kind: ChallengeKind,
  id: ChallengeId,
  now: Date,
): Promise<JsonValue | undefined> {
  const row = await tx
    .deleteFrom('sign_in_challenges')
    .where('challenge_id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning('payload')
    .executeTakeFirst()
  return row?.payload
}

/** Counts a try and stays; undefined when it is over or was tried `most` times. */
export async function tryChallenge(
  tx: Transaction,
  kind: ChallengeKind,
  id: ChallengeId,
  now: Date,
  most: number,
): Promise<JsonValue | undefined> {
  const row = await tx
    .updateTable('sign_in_challenges')
    .set(eb => ({ attempts: eb('attempts', '+', 1) }))
    .where('challenge_id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .where('attempts', '<', most)
    .returning('payload')
    .executeTakeFirst()
  return row?.payload
}

export async function deleteChallenge(tx: Transaction, id: ChallengeId): Promise<void> {
  await tx.deleteFrom('sign_in_challenges').where('challenge_id', '=', id).execute()
}
