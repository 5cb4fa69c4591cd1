import { dayMs } from '#kernel/clock.ts'
import type { MessageId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { inWorkspace } from '#storage/database.ts'
import type { VisitorChange } from '../chat-wire.ts'
import { findMessageKeys, findMessages } from '../store/messages.ts'
import { notifyVisitor, type Visitor } from '../store/visitors.ts'
import type { Chat, VisitDeps, VisitRefusal } from './chat.ts'
import { commitEvents } from './commit.ts'
import { suspect } from './suspect.ts'
import { visitorName } from './visit.ts'

const changeableMs = dayMs

/**
 * A visitor corrects or takes back what they wrote, within a day, or reacts to what we wrote. `key`: under which they know the message. The
 * same id again changes nothing more.
 */
export async function changeAsVisitor(
  deps: VisitDeps,
  chat: Chat,
  visitor: Visitor,
  key: MessageId,
  change: VisitorChange,
): Promise<Result<void, VisitRefusal>> {
  if (visitor.blockedAt) return refuse({ code: 'blocked' })
  const { id, kind } = change
  const { workspace, connection } = chat
  const now = deps.clock.now()
  const found = await inWorkspace(deps.db, workspace, async tx => {
    const message = (await findMessageKeys(tx, workspace, connection, [key])).get(key)
    return message ? (await findMessages(tx, workspace, [message]))[0] : undefined
  })
  if (!found || found.conversation !== visitor.conversation || found.own !== (kind === 'react'))
    return refuse({ code: 'no-such-message' })
  if (found.retractedAt) return refuse({ code: 'no-such-message' })
  if (kind !== 'react' && now.getTime() - found.sentAt.getTime() > changeableMs) return refuse({ code: 'too-late' })
  // What was harmless when it was sent is judged again as it reads now.
  if (change.kind === 'edit') {
    const name = visitor.name ?? visitorName(visitor.pageUrl)
    await suspect(deps, chat, visitor, { id: id as string as MessageId, text: change.text, name, now })
  }
  const from = { id: visitor.id, ...(visitor.name ? { name: visitor.name } : {}) }
  const conversation = { id: visitor.id, kind: 'direct' } as const
  const event = { key: id, target: key, conversation, from, at: now }
  await commitEvents(deps, chat, [
    change.kind === 'react'
      ? { ...event, kind: 'reaction', emoji: change.emoji }
      : change.kind === 'edit'
        ? { ...event, kind: 'edit', text: change.text }
        : { ...event, kind: 'retract' },
  ])
  // Their other tabs and devices.
  await inWorkspace(deps.db, workspace, tx => notifyVisitor(tx, visitor.id, { kind: 'news', all: true }))
  return done(undefined)
}
