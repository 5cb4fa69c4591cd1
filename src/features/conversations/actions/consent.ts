import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { ConversationId, MessageId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { insertConsent } from '../store/consents.ts'
import { findConversationForUpdate } from '../store/conversations.ts'
import { insertMessages } from '../store/messages.ts'
import { changedIn } from './commit-scope.ts'
import type { RecordSpoken } from './touches.ts'

export type ConsentInput = {
  /** Of the line that shows it in the thread; the same again is the same consent. */
  id: MessageId
  wording: string
  heard: string
  givenAt: Date
}

export type ConsentRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'no-person' }
  | { code: 'not-given-yet' }
  | { code: 'viewers-read' }

/**
 * They agreed, somewhere else, to be written to here. Their words and the time are kept, the thread shows them, and for the relationship
 * it is an invitation that was accepted.
 */
export async function recordConsent(
  deps: { db: Database; clock: Clock; recordSpoken: RecordSpoken },
  caller: Caller,
  id: ConversationId,
  input: ConsentInput,
): Promise<Result<void, ConsentRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, ConsentRefusal>> => {
    const conversation = await findConversationForUpdate(tx, caller.workspace, id)
    if (!conversation || conversation.kind === 'room') return refuse({ code: 'no-such-conversation' })
    const { person, tool } = conversation
    if (!person) return refuse({ code: 'no-person' })
    const now = deps.clock.now()
    const at = input.givenAt
    if (at > now) return refuse({ code: 'not-given-yet' })
    const said = { wording: input.wording, heard: input.heard, givenAt: at, recordedAt: now }
    const row = { id: input.id, person, tool, conversation: id, user: caller.user, ...said }
    if (!(await insertConsent(tx, caller.workspace, row))) return done(undefined)
    const line = {
      id: input.id,
      conversation: id,
      person,
      user: caller.user,
      kind: 'system' as const,
      own: false,
      senderId: conversation.remoteId,
      senderName: null,
      text: input.wording,
      sentAt: at,
      history: true,
      replyTo: null,
      detail: { contact: 'opted-in', byHand: true, heard: input.heard },
      delivery: 'received' as const,
    }
    await insertMessages(tx, caller.workspace, conversation.connection, [line], now)
    await deps.recordSpoken(tx, [
      {
        workspace: caller.workspace,
        person,
        user: caller.user,
        kind: 'invite-accepted',
        tool,
        surface: 'direct',
        at,
        conversation: id,
        message: input.id,
        text: '',
      },
    ])
    await audit(tx, {
      caller,
      at: now,
      action: 'consent.recorded',
      subjectKind: 'person',
      subject: person,
      detail: { tool },
    })
    tellBrowsers(tx, caller.workspace, changedIn(conversation, [input.id]))
    return done(undefined)
  })
}
