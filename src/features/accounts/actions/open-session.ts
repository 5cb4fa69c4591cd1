import { audit } from '#features/accounts/audit.ts'
import type { Client } from '#features/accounts/deps.ts'
import { sessionEnd } from '#features/accounts/model.ts'
import { writeSecret } from '#features/accounts/one-time.ts'
import { insertSession } from '#features/accounts/store/sessions.ts'
import { newId, type SessionId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import type { Transaction } from '#storage/database.ts'

export type SignInWay =
  | 'set-up'
  | 'password'
  | 'password and code'
  | 'password and recovery code'
  | 'passkey'
  | 'single sign-on'
  | 'invitation'
  | 'reset link'

/** `cookie` is the only copy of the secret. */
export type SignedIn = { workspace: WorkspaceId; user: UserId; cookie: string }

export async function openSession(
  tx: Transaction,
  session: { workspace: WorkspaceId; user: UserId; client: Client; now: Date; how: SignInWay },
): Promise<SignedIn> {
  const { workspace, user, client, now, how } = session
  const secret = newToken()
  const id: SessionId = newId(now.getTime())
  await insertSession(tx, {
    workspace,
    id,
    user,
    hash: hashToken(secret),
    device: client.device,
    address: client.address,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(now, now),
  })
  await audit(tx, {
    workspace,
    user,
    at: now,
    action: 'session.opened',
    subjectKind: 'session',
    subject: id,
    detail: { how, device: client.device },
  })
  return { workspace, user, cookie: writeSecret({ workspace, secret }) }
}
