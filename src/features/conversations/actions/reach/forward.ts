import type { Capabilities } from '#connectors/contract.ts'
import { wordLanguageFor } from '#features/etiquette/model.ts'
import { toolLabel } from '#features/tools/model.ts'
import type { ConnectionId, MessageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { quietIn } from '../../model/quiet.ts'
import { forwardAt, forwardText, isByKith, markOf, reachLimits } from '../../model/reach.ts'
import { forwardWords } from '../../model/reach-words.ts'
import { type Connection, findConnection } from '../../store/connections.ts'
import { type Conversation, findConversation } from '../../store/conversations.ts'
import { findInboxRow } from '../../store/inbox.ts'
import { findMessages, type MessageRow, type NewMessage } from '../../store/messages.ts'
import {
  type ForwardId,
  findReachForUpdate,
  findReachOwner,
  hasForwarded,
  insertForward,
  type Reach,
  upsertMark,
} from '../../store/reach.ts'
import { forwardTask } from '../../task-kinds.ts'
import { isAutomatic } from '../touches.ts'
import type { ReachDeps } from './settings.ts'
import { idFrom, queueToSelf } from './tell.ts'

export type ForwardDeps = ReachDeps & {
  /** Of Kith, for links. */
  publicUrl: string
}

/** Whose conversation it is: whom it was given to, else whose account it came to. */
const ownerOf = ({ assignee }: Pick<Conversation, 'assignee'>, connection: Pick<Connection, 'user'>): UserId =>
  assignee ?? connection.user

/** In the transaction that made them news. Costs nothing where nobody is reached elsewhere. */
export async function queueForwards(
  { tx, workspace, connection }: { tx: Transaction; workspace: WorkspaceId; connection: Connection },
  reaches: readonly Reach[],
  conversations: ReadonlyMap<string, Conversation>,
  fresh: readonly NewMessage[],
): Promise<void> {
  const users = new Set(reaches.filter(isOn).map(reach => reach.user))
  if (users.size === 0) return
  const byId = new Map([...conversations.values()].map(each => [each.id, each]))
  for (const row of fresh) {
    const conversation = byId.get(row.conversation)
    if (!conversation || !mayForward(conversation, row) || !users.has(ownerOf(conversation, connection))) continue
    await enqueue(tx, forwardTask, row.id, { workspace, message: row.id })
  }
}

const isOn = (reach: Reach) => reach.provenAt !== null && reach.pausedAt === null

function mayForward(
  { kind, person }: Pick<Conversation, 'kind' | 'person'>,
  row: Pick<MessageRow, 'own' | 'history' | 'kind' | 'text' | 'detail'>,
): boolean {
  if (kind !== 'direct' && kind !== 'visitor') return false
  // Whoever opens the chat is a person from the first word on, unless it looks like spam.
  if (kind === 'visitor' && person === null) return false
  return row.kind === 'text' && !row.own && !row.history && !isAutomatic(row) && !isByKith(row.text)
}

/** The task: forwards the message once, or waits until its recruiter is away and may be told; what was read meanwhile stays here. */
export async function runForward(
  deps: ForwardDeps,
  {
    workspace,
    message: id,
    waited = false,
  }: { workspace: WorkspaceId; message: MessageId; waited?: boolean | undefined },
): Promise<void> {
  await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const [message] = await findMessages(tx, workspace, [id])
    const conversation = message && (await findConversation(tx, workspace, message.conversation))
    const connection = conversation && (await findConnection(tx, workspace, conversation.connection))
    if (!message || !connection || message.retractedAt || !mayForward(conversation, message)) return
    const user = ownerOf(conversation, connection)
    const reach = await findReachForUpdate(tx, workspace, user)
    const owner = await findReachOwner(tx, workspace, user)
    if (!reach || !owner || !isOn(reach) || reach.address === null) return
    if (await hasForwarded(tx, workspace, id)) return
    const at = forwardAt(reach, { ...owner, now, quiet: quietIn(owner.preferences) })
    if (!at || (waited && conversation.unread === 0)) return
    if (at > now) {
      if (at.getTime() - message.sentAt.getTime() <= reachLimits.waitMs)
        await enqueue(tx, forwardTask, id, { workspace, message: id, waited: true }, { runAt: at })
      return
    }
    const way = await findConnection(tx, workspace, reach.connection)
    if (way)
      await forward(deps, tx, { way, reach, address: reach.address, locale: owner.locale }, conversation, message, now)
  })
}

async function forward(
  deps: ForwardDeps,
  tx: Transaction,
  to: { way: Connection; reach: Reach; address: string; locale: string },
  conversation: Conversation,
  message: MessageRow,
  now: Date,
): Promise<void> {
  const { way, reach, address } = to
  const { workspace } = way
  const words = forwardWords[wordLanguageFor([to.locale])]
  const number = await upsertMark(tx, workspace, reach.user, conversation.id)
  const id = idFrom<ForwardId>(`forward:${message.id}`)
  await insertForward(
    tx,
    workspace,
    { id, message: message.id, user: reach.user, number, version: conversation.version },
    now,
  )
  const name = await nameOf(tx, workspace, reach.user, conversation, message)
  const link = `${deps.publicUrl}/inbox/${conversation.id}`
  const names = fileNames(message)
  const tool = toolLabel(conversation.tool)
  const text = forwardText({
    number,
    name,
    tool,
    text: message.text,
    more: words.more(link),
    max: await roomOver(deps, way),
    ...(names.length > 0 ? { files: words.files(names, link) } : {}),
  })
  await queueToSelf(
    tx,
    workspace,
    { user: reach.user, connection: way.id, address },
    {
      // In the outbox it stands where a message's id does.
      id: id as string as MessageId,
      text,
      about: { message: message.id, conversation: conversation.id },
      ...(way.tool === 'email' ? { subject: `${markOf(number)} ${name} · ${tool}` } : {}),
    },
    now,
  )
}

export async function nameOf(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  conversation: Conversation,
  message?: MessageRow,
): Promise<string> {
  const row = await findInboxRow(tx, workspace, user, conversation.id)
  return row?.personName ?? conversation.title ?? message?.senderName ?? conversation.remoteId
}

function fileNames({ detail }: Pick<MessageRow, 'detail'>): string[] {
  if (!Array.isArray(detail.files)) return []
  return detail.files.flatMap((file: unknown) =>
    typeof file === 'object' && file !== null && 'name' in file ? [String(file.name)] : [],
  )
}

/** How many code points surely pass there, whatever they are made of. */
async function roomOver(deps: ForwardDeps, way: Pick<Connection, 'tool'> & { id: ConnectionId }): Promise<number> {
  const able = (await deps.connectorOf(way.tool))?.manifest.capabilities.text
  const perPoint: Record<Capabilities['text']['unit'], number> = {
    'code-points': 1,
    'utf-16': 2,
    bytes: 4,
    graphemes: 1,
  }
  const max = able ? Math.floor(able.max / perPoint[able.unit]) : reachLimits.maxText
  return Math.min(max, reachLimits.maxText)
}
