import type { Connector } from '#connectors/contract.ts'
import type { Clock } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import { compareWays, type FitReason, type Unable } from '../model.ts'
import type { InboxRow } from '../store/inbox.ts'
import { listWays, type WayRow } from '../store/ways.ts'
import { channelFits } from './channel-fit.ts'

export type ListedWay = WayRow & { unable: Unable | null; best: boolean; fit: number; reasons: readonly FitReason[] }

/** Over which tools the person behind a conversation can be written to, the best first. Empty for rooms and for somebody unknown. */
export async function readWays(
  deps: { clock: Clock; connectorOf(tool: ToolId): Promise<Connector | undefined> },
  tx: Transaction,
  caller: Caller,
  conversation: InboxRow,
): Promise<ListedWay[]> {
  if (conversation.kind === 'room' || !conversation.person) return []
  const rows = await listWays(tx, caller.workspace, caller.user, conversation.person)
  const tools = new Map<ToolId, Connector | undefined>()
  for (const { over } of rows) if (!tools.has(over)) tools.set(over, await deps.connectorOf(over))
  const now = deps.clock.now()
  const suits = (await channelFits(tx, caller, [conversation.person], now)).get(conversation.person)
  const ways = rows
    .map(row => {
      const fit = suits?.tools.find(each => each.tool === row.tool)
      return { ...row, unable: whyUnable(row, tools.get(row.over)), fit: fit?.score ?? 0, reasons: fit?.reasons ?? [] }
    })
    .sort((a, b) => compareWays(a, b, now))
  // What is sent by hand is best only where its own thread is open.
  const best = ways.find(way => way.unable === null && (!way.byHand || way.conversation === conversation.id))
  return ways.map(way => ({ ...way, best: way === best }))
}

function whyUnable(row: WayRow, connector: Connector | undefined): Unable | null {
  if (row.byHand && !row.removed) return null
  if (row.removed || !connector) return 'removed'
  if (row.paused) return 'paused'
  if (row.state === 'needs-you') return 'needs-you'
  // Whoever wrote already has begun: what their tool's window says is the etiquette's to judge.
  return row.conversation === null && connector.manifest.policy.firstContact === 'recipient-first' ? 'they-first' : null
}
