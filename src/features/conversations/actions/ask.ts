import { audit } from '#features/accounts/index.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ConversationId, type Id, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type Conversation, findConversationForUpdate } from '../store/conversations.ts'
import {
  deleteOpenQuestion,
  findOverrideForUpdate,
  insertOverride,
  listAsked,
  type Override,
  updateOverride,
} from '../store/overrides.ts'
import { assessIn } from './assess.ts'
import { blockingOf, grantMs, leastReason } from './override.ts'

export type AskDeps = { db: Database; clock: Clock }

export type AskRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'no-such-question' }
  | { code: 'viewers-read' }
  | { code: 'nothing-blocked' }
  | { code: 'never' }
  | { code: 'admins-answer' }
  | { code: 'answered-already' }
  | { code: 'reason-too-short' }

/** Puts the text before the admins, in its thread. Only a soft block can be asked about; the server judges, not the browser. */
export async function askAdmin(
  deps: AskDeps,
  caller: Caller,
  id: ConversationId,
  draft: { text: string; action: 'message' | 'invite' },
): Promise<Result<Id<'Override'>, AskRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Id<'Override'>, AskRefusal>> => {
    const conversation = await findConversationForUpdate(tx, caller.workspace, id)
    if (!conversation) return refuse({ code: 'no-such-conversation' })
    const at = deps.clock.now()
    const text = draft.text.trim()
    const assessment = await assessIn(tx, caller, conversation, { action: draft.action, text, now: at })
    if (assessment.hard) return refuse({ code: 'never' })
    if (blockingOf(assessment).length === 0) return refuse({ code: 'nothing-blocked' })
    return done(await putBeforeAdmins(tx, caller, conversation, assessment, { action: draft.action, text, at }))
  })
}

/** The question is written into the thread; an open one of the same recruiter there gives way. */
export async function putBeforeAdmins(
  tx: Transaction,
  caller: Caller,
  conversation: Conversation,
  assessment: Assessment,
  draft: { action: Override['action']; text: string; at: Date },
): Promise<Id<'Override'>> {
  const blocking = blockingOf(assessment)
  const { action, text, at } = draft
  await deleteOpenQuestion(tx, caller.workspace, conversation.id, caller.user)
  const override = newId<'Override'>(at.getTime())
  await insertOverride(tx, caller.workspace, {
    id: override,
    user: null,
    askedBy: caller.user,
    message: null,
    conversation: conversation.id,
    person: conversation.person,
    action,
    codes: blocking.map(reason => reason.code),
    because: blocking.map(reason => reason.message),
    draft: text,
    reason: '',
    state: 'asked',
    at,
    answeredAt: null,
  })
  tellBrowsers(tx, caller.workspace, {
    kind: 'override.asked',
    payload: { conversation: conversation.id, override, by: caller.user },
  })
  return override
}

/** Yes needs a reason, which the audit log keeps with both names; then Send works for exactly that text. No may say why. */
export async function answerQuestion(
  deps: AskDeps,
  caller: Caller,
  id: Id<'Override'>,
  answer: { yes: boolean; reason: string },
): Promise<Result<void, AskRefusal>> {
  if (!mayActAs(caller.role, 'admin')) return refuse({ code: 'admins-answer' })
  const reason = answer.reason.trim()
  if (answer.yes && reason.length < leastReason) return refuse({ code: 'reason-too-short' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, AskRefusal>> => {
    const question = await findOverrideForUpdate(tx, caller.workspace, id)
    if (!question?.askedBy || !question.conversation) return refuse({ code: 'no-such-question' })
    if (question.state !== 'asked') return refuse({ code: 'answered-already' })
    const at = deps.clock.now()
    await updateOverride(tx, caller.workspace, id, {
      user: caller.user,
      reason,
      state: answer.yes ? 'granted' : 'declined',
      answeredAt: at,
    })
    await audit(tx, {
      caller,
      at,
      action: answer.yes ? 'etiquette.allowed' : 'etiquette.declined',
      subjectKind: 'conversation',
      subject: question.conversation,
      detail: { codes: [...question.codes], reason, askedBy: question.askedBy },
    })
    const payload = { conversation: question.conversation, override: id, yes: answer.yes }
    tellBrowsers(tx, caller.workspace, { kind: 'override.changed', payload })
    tellBrowsers(tx, caller.workspace, { kind: 'override.answered', payload, user: question.askedBy })
    return done(undefined)
  })
}

/** What was asked in a thread: admins see all of it, others their own. */
export function readQuestions(deps: AskDeps, caller: Caller, conversation: ConversationId): Promise<Override[]> {
  const since = new Date(deps.clock.now().getTime() - grantMs)
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const asked = await listAsked(tx, caller.workspace, { conversation }, since)
    return asked.filter(row => row.askedBy === caller.user || mayActAs(caller.role, 'admin'))
  })
}

/** What waits for an admin, in any thread. */
export function readOpenQuestions(deps: AskDeps, caller: Caller): Promise<Override[]> {
  const since = new Date(deps.clock.now().getTime() - grantMs)
  return inWorkspace(deps.db, caller.workspace, tx => listAsked(tx, caller.workspace, { state: 'asked' }, since))
}
