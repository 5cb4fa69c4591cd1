import { dayMs } from '#kernel/clock.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import { sayingOf, suspicionOf } from '../model/suspicion.ts'
import { updateSuspicion, upsertConversations } from '../store/conversations.ts'
import { findMessageKeys } from '../store/messages.ts'
import { noteVisitorText } from '../store/visitor-texts.ts'
import { findAnswered, type Visitor } from '../store/visitors.ts'
import type { Chat, VisitDeps } from './chat.ts'

/**
 * Whether a visitor's chat is probably spam, by what they write now or wrote before. It is marked before the message is stored, so that
 * it stands among the requests from the first moment. Whoever was answered, or is said to be no spam, is not judged again.
 */
export function suspect(
  deps: Pick<VisitDeps, 'db'>,
  chat: Chat,
  visitor: Visitor,
  said: { id: MessageId; text: string; name: string; now: Date },
): Promise<boolean> {
  const { workspace, connection } = chat
  const { text, now } = said
  return inWorkspace(deps.db, workspace, async tx => {
    const before = await findAnswered(tx, workspace, connection, visitor.id)
    if (before?.answered || before?.suspicion === 'none') return false
    const again = (await findMessageKeys(tx, workspace, connection, [said.id])).size > 0
    if (again) return before?.suspicion != null
    const saying = sayingOf(text)
    const since = new Date(now.getTime() - dayMs)
    const same = saying === undefined ? undefined : { visitor: visitor.id, saying, since, now }
    const counted = same ? await noteVisitorText(tx, workspace, connection, same) : { others: 0, times: 1 }
    const { trapped, tookMs } = visitor
    const suspicion = suspicionOf({ trapped, tookMs, text, first: !before?.written, ...counted })
    if (!suspicion) return before?.suspicion != null
    const wanted = {
      id: newId<'Conversation'>(now.getTime()),
      remoteId: visitor.id,
      kind: 'visitor',
      title: said.name,
    } as const
    await upsertConversations(tx, workspace, { id: connection, tool: 'website-chat' }, [wanted], now)
    if (before?.suspicion == null) await updateSuspicion(tx, workspace, connection, visitor.id, suspicion)
    return true
  })
}
