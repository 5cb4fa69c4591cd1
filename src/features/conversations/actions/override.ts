import { audit } from '#features/accounts/index.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { Transaction } from '#storage/database.ts'
import type { Conversation } from '../store/conversations.ts'
import { insertOverride } from '../store/overrides.ts'

/** An admin sends in spite of a soft block, with a reason that stays in the audit log. False: a hard block, or no admin. */
export async function grantOverride(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  assessment: Assessment,
  input: { id: MessageId; text: string; overrideReason?: string | undefined; now: Date },
): Promise<boolean> {
  const { overrideReason: reason } = input
  if (assessment.hard || !mayActAs(caller.role, 'admin') || reason === undefined || reason.trim().length < 10)
    return false
  const codes = assessment.reasons.filter(given => given.verdict === 'block').map(given => given.code)
  await insertOverride(tx, caller.workspace, {
    id: newId(input.now.getTime()),
    user: caller.user,
    askedBy: null,
    message: input.id,
    conversation: conversation.id,
    person: conversation.person,
    codes,
    draft: input.text,
    reason,
    state: 'used',
    at: input.now,
  })
  await audit(tx, {
    caller,
    at: input.now,
    action: 'etiquette.overridden',
    subjectKind: 'message',
    subject: input.id,
    detail: { codes, reason },
  })
  return true
}
