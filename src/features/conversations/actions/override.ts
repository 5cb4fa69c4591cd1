import { audit } from '#features/accounts/index.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import type { Conversation } from '../store/conversations.ts'
import { findGrantForUpdate, insertOverride, updateOverride } from '../store/overrides.ts'

/** A yes is good for this long; afterwards the question is asked again. */
export const grantMs = 7 * dayMs

export const leastReason = 10

export const blockingOf = (assessment: Assessment) => assessment.reasons.filter(reason => reason.verdict === 'block')

/** An admin sends in spite of a soft block, with a reason that stays in the audit log. False: a hard block, or no admin. */
export async function grantOverride(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  assessment: Assessment,
  input: {
    id: MessageId
    text: string
    action?: 'message' | 'invite' | 'comment'
    overrideReason?: string | undefined
    now: Date
  },
): Promise<boolean> {
  const reason = input.overrideReason?.trim()
  if (assessment.hard || !mayActAs(caller.role, 'admin') || reason === undefined || reason.length < leastReason)
    return false
  const blocking = blockingOf(assessment)
  const codes = blocking.map(given => given.code)
  await insertOverride(tx, caller.workspace, {
    id: newId(input.now.getTime()),
    user: caller.user,
    askedBy: null,
    message: input.id,
    conversation: conversation.id,
    person: conversation.person,
    action: input.action ?? 'message',
    codes,
    because: blocking.map(given => given.message),
    draft: input.text,
    reason,
    state: 'used',
    at: input.now,
    answeredAt: input.now,
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

/** It went out outside Kith in spite of a block, soft or hard: a fact with its rules, for the report and the audit log. No yes. */
export async function tellOutside(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  assessment: Assessment,
  input: { id: MessageId; text: string; action: 'message' | 'invite' | 'comment'; now: Date },
): Promise<readonly string[]> {
  const blocking = blockingOf(assessment)
  const codes = blocking.map(given => given.code)
  const because = blocking.map(given => given.message)
  await insertOverride(tx, caller.workspace, {
    id: newId(input.now.getTime()),
    user: null,
    askedBy: caller.user,
    message: input.id,
    conversation: conversation.id,
    person: conversation.person,
    action: input.action,
    codes,
    because,
    draft: input.text,
    reason: '',
    state: 'outside',
    at: input.now,
    answeredAt: null,
  })
  await audit(tx, {
    caller,
    at: input.now,
    action: 'etiquette.sent-outside',
    subjectKind: 'message',
    subject: input.id,
    detail: { codes, because, hard: assessment.hard },
  })
  tellBrowsers(tx, caller.workspace, { kind: 'override.changed', payload: { conversation: conversation.id } })
  return codes
}

/**
 * A recruiter sends what an admin said yes to: exactly that text, once, and only against the rules that were shown. A rule that
 * blocks since then, or a hard one, still holds.
 */
export async function takeGrant(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  assessment: Assessment,
  input: { id: MessageId; text: string; action: 'message' | 'invite' | 'comment'; now: Date },
): Promise<boolean> {
  if (assessment.hard) return false
  const grant = await findGrantForUpdate(tx, caller.workspace, {
    conversation: conversation.id,
    askedBy: caller.user,
    action: input.action,
    draft: input.text.trim(),
    since: new Date(input.now.getTime() - grantMs),
  })
  if (!grant || blockingOf(assessment).some(reason => !grant.codes.includes(reason.code))) return false
  await updateOverride(tx, caller.workspace, grant.id, { state: 'used', message: input.id })
  await audit(tx, {
    caller,
    at: input.now,
    action: 'etiquette.overridden',
    subjectKind: 'message',
    subject: input.id,
    detail: { codes: [...grant.codes], reason: grant.reason, allowedBy: grant.user },
  })
  tellBrowsers(tx, caller.workspace, { kind: 'override.changed', payload: { conversation: conversation.id } })
  return true
}
