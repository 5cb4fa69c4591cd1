import type { NetworkEvent, RemoteConversation, Session } from '#connectors/contract.ts'
import type { ConnectionId, MessageId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace } from '#storage/database.ts'
import { findConversation, remoteOf } from '../store/conversations.ts'
import { deleteMessage, findFirstKeySince, findMessages, updateMessageDetail } from '../store/messages.ts'
import { type CommitDeps, commitEvents } from './commit.ts'
import { changedIn } from './commit-scope.ts'

export type FillDeps = CommitDeps & { session(connection: ConnectionId): Session | undefined }

export type FillRefusal =
  | { code: 'no-such-gap' }
  | { code: 'viewers-read' }
  | { code: 'no-history' }
  | { code: 'not-connected' }

const pageSize = 100
const mostPages = 50

/**
 * Asks the network's archive for what a gap may hide and stores it as history, so nobody is notified. When all of that time was looked
 * at the mark goes; otherwise it stays and says that the network has no more.
 */
export async function fillGap(
  deps: FillDeps,
  caller: Caller,
  id: MessageId,
): Promise<Result<{ found: number; filled: boolean }, FillRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const { workspace } = caller
  const gap = await inWorkspace(deps.db, workspace, async tx => {
    const [message] = await findMessages(tx, workspace, [id])
    const conversation = message && (await findConversation(tx, workspace, message.conversation))
    const [from, to] = [new Date(`${message?.detail.from}`), new Date(`${message?.detail.to}`)]
    if (message?.kind !== 'gap' || !conversation || Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()))
      return undefined
    return { conversation, from, to, key: await findFirstKeySince(tx, workspace, conversation.id, to) }
  })
  if (!gap) return refuse({ code: 'no-such-gap' })
  const { conversation, from, to } = gap
  const session = deps.session(conversation.connection)
  if (!session) return refuse({ code: 'not-connected' })
  if (!session.history) return refuse({ code: 'no-history' })
  const remote = remoteOf(conversation)
  const { events, whole } = session.history.between
    ? await session.history.between(remote, from, to)
    : await walkBack(session.history, remote, from, gap.key)
  const found = events
    .filter(event => event.kind !== 'message' || (event.sentAt >= since(from) && event.sentAt <= until(to)))
    .map(event => (event.kind === 'message' ? { ...event, history: true } : event))
  await commitEvents(deps, { workspace, connection: conversation.connection }, found)
  await inWorkspace(deps.db, workspace, async tx => {
    if (whole) await deleteMessage(tx, workspace, id)
    else await updateMessageDetail(tx, workspace, id, { looked: true })
    tellBrowsers(tx, workspace, changedIn(conversation, []))
  })
  return done({ found: found.filter(event => event.kind === 'message').length, filled: whole })
}

/** Archives stamp whole seconds: both ends of a gap reach a second further. */
const since = (from: Date) => new Date(from.getTime() - 1_000)
const until = (to: Date) => new Date(to.getTime() + 1_000)

/** Page by page back from the first message after the gap, until the pages lie before it. */
async function walkBack(
  history: NonNullable<Session['history']>,
  conversation: RemoteConversation,
  from: Date,
  startKey: string | undefined,
): Promise<{ events: NetworkEvent[]; whole: boolean }> {
  const events: NetworkEvent[] = []
  let key = startKey
  for (let page = 0; page < mostPages; page++) {
    const found = await history.before(conversation, key, pageSize)
    const messages = found.filter(event => event.kind === 'message')
    const oldest = messages.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())[0]
    if (!oldest || oldest.key === key) return { events, whole: false }
    events.push(...found)
    if (oldest.sentAt < from) return { events, whole: true }
    key = oldest.key
  }
  return { events, whole: false }
}
