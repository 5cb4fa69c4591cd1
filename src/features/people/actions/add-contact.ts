import type { PersonId, ProfileId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import { type ContactKind, contactKey } from '../model/contact.ts'
import { insertContactPoint } from '../store/contacts.ts'

/** For an address that the person gave us themselves, or that came with a profile. False when it is no such address. */
export async function addContactPoint(
  tx: Transaction,
  input: {
    workspace: WorkspaceId
    person: PersonId
    kind: ContactKind
    value: string
    source: string
    profile?: ProfileId
    now: Date
  },
): Promise<boolean> {
  const value = input.value.trim()
  const key = contactKey(input.kind, value)
  if (!key) return false
  await insertContactPoint(tx, input.workspace, input.person, { ...input, key, value }, input.now)
  return true
}
