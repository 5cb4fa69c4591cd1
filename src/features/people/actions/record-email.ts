import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { contactKey } from '../model.ts'
import { insertContactPoint } from '../store/contacts.ts'

/** An address they gave us themselves. False when it is none; one that is there already stays as it is. */
export async function recordEmail(
  tx: Transaction,
  input: { workspace: WorkspaceId; person: PersonId; email: string; source: string; now: Date },
): Promise<boolean> {
  const value = input.email.trim()
  const key = contactKey('email', value)
  if (!key) return false
  await insertContactPoint(
    tx,
    input.workspace,
    input.person,
    { kind: 'email', key, value, source: input.source },
    input.now,
  )
  return true
}
