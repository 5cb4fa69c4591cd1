import { type ColleagueTouch, findContact } from '#features/relationships/index.ts'
import { colleagueMs, unknownColleague } from '#features/relationships/model.ts'
import type { ConversationId, PersonId, TouchId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'

/** What a colleague said to somebody that the writer does not know of: two recruiters write to one person knowingly or not at all. */
export async function colleagueUnknownTo(
  tx: Transaction,
  { workspace, user }: Pick<Caller, 'workspace' | 'user'>,
  at: { person: PersonId | null; conversation: ConversationId | null; known?: TouchId | undefined },
  now: Date,
): Promise<ColleagueTouch | undefined> {
  if (!at.person) return undefined
  const contact = await findContact(tx, workspace, user, at.person, new Date(now.getTime() - colleagueMs))
  return contact && unknownColleague(user, contact, at)
}
