import { createHash } from 'node:crypto'
import {
  insertSampleConnections,
  insertSampleVisitors,
  updateSampleConversations,
} from '#features/conversations/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { type ConnectionId, newId, type PageId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { SamplePlan } from '../../model.ts'
import { chatTools } from '../steps.ts'
import { holderOf, personAt, type Scope } from './scope.ts'

const label = 'Sample data'
const openForMs = 21 * dayMs

export async function openAccounts(
  tx: Transaction,
  scope: Pick<Scope, 'workspace' | 'user' | 'colleagues' | 'now'>,
): Promise<Map<ToolId, ConnectionId>> {
  const { workspace, now } = scope
  const rows = chatTools.map(tool => ({ id: newId<'Connection'>(now.getTime()), tool, label }))
  for (const [user, own] of Map.groupBy(rows, row => holderOf(scope, row.tool)))
    await insertSampleConnections(tx, workspace, user, own, now)
  return new Map(rows.map(row => [row.tool, row.id]))
}

/** Conversations as they stand after a while: assigned, old ones done; visitors with the page they came from. */
export async function settleChats(tx: Transaction, scope: Scope, plan: SamplePlan, page: PageId | null): Promise<void> {
  const { workspace, now } = scope
  for (const [tool, connection] of scope.connections)
    await updateSampleConversations(
      tx,
      workspace,
      connection,
      holderOf(scope, tool),
      new Date(now.getTime() - openForMs),
    )
  const website = scope.connections.get('website-chat')
  if (!website) return
  const visitors = plan.chats.flatMap(chat => {
    const [first, last] = [chat.messages[0], chat.messages.at(-1)]
    if (chat.kind !== 'visitor' || chat.person === undefined || !first || !last) return []
    const id = newId<'Visitor'>(now.getTime())
    return [
      {
        id,
        // A hash of nothing that was ever a token: no browser can come back as this visitor.
        tokenHash: createHash('sha256').update(`sample ${id}`).digest('hex'),
        name: chat.title,
        person: personAt(scope, chat.person),
        remoteId: chat.remoteId,
        pageUrl: `https://kith.example${chat.pageUrl ?? ''}`,
        campaign: page ? `page:${page}` : '',
        firstAt: first.at,
        lastAt: last.at,
      },
    ]
  })
  await insertSampleVisitors(tx, workspace, website, visitors)
}
