import { z } from 'zod'
import { audit } from '#features/accounts/index.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import type { ConnectionId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { idOf } from '#kernel/schema.ts'
import type { ToolId } from '#kernel/tools.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { codeBytes, codeFrom } from '../model/door-code.ts'
import { findChatDoors, insertChatCode, listOpenDoors, updateChatDoors } from '../store/chat-codes.ts'
import { findConnection, listConnections } from '../store/connections.ts'
import type { Visitor } from '../store/visitors.ts'
import type { Chat, VisitDeps, VisitRefusal } from './chat.ts'
import { accountValues } from './connect.ts'

const limits = { lifeMs: 7 * dayMs, openCodes: 5, waitMs: 10_000 } as const

/** A connection on which visitors may go on, and what they write to there. */
export type Door = { connection: ConnectionId; tool: ToolId; address: string }

export type PageLink = { tool: ToolId; link: string; address: string }

const stored = z.array(z.object({ connection: idOf<'Connection'>(), address: z.string() }))

/** Those that a recruiter opened and that can be written to now. */
export async function readDoors(tx: Transaction, workspace: Caller['workspace'], chat: ConnectionId): Promise<Door[]> {
  const doors = stored.parse(JSON.parse((await findChatDoors(tx, workspace, chat)) ?? '[]'))
  const open = await listOpenDoors(
    tx,
    workspace,
    doors.map(door => door.connection),
  )
  return doors.flatMap(({ connection, address }) => {
    const tool = open.get(connection)
    return tool ? [{ connection, tool, address }] : []
  })
}

/**
 * Where a reader of a page may go on instead of its chat, in the doors' order. Telegram's link says from which page they come; no other
 * network takes such a word along from a page.
 */
export async function readPageLinks(
  deps: Pick<VisitDeps, 'db' | 'connectorOf'>,
  at: { workspace: Caller['workspace']; chat: ConnectionId; page: string; title: string },
): Promise<PageLink[]> {
  const doors = await inWorkspace(deps.db, at.workspace, tx => readDoors(tx, at.workspace, at.chat))
  const links: PageLink[] = []
  for (const { tool, address } of doors) {
    const doorway = (await deps.connectorOf(tool))?.doorway
    const code = tool === 'telegram' ? `page-${at.page}` : ''
    if (doorway) links.push({ tool, address, link: doorway.link(address, { code, subject: at.title, text: '' }) })
  }
  return links
}

export function readVisitorDoors(deps: Pick<VisitDeps, 'db'>, chat: Chat, visitor: Visitor): Promise<Door[]> {
  if (!visitor.person) return Promise.resolve([])
  return inWorkspace(deps.db, chat.workspace, tx => readDoors(tx, chat.workspace, chat.connection))
}

/** A code that counts once, on this connection, for a week; and the link that takes it there, in the visitor's own program. */
export async function openDoor(
  deps: Pick<VisitDeps, 'db' | 'clock' | 'connectorOf'>,
  chat: Chat,
  visitor: Visitor,
  input: { connection: ConnectionId; subject: string; text: string },
): Promise<Result<{ code: string; link: string; address: string }, VisitRefusal>> {
  if (visitor.blockedAt) return refuse({ code: 'blocked' })
  if (!visitor.person) return refuse({ code: 'write-first' })
  const { workspace } = chat
  const now = deps.clock.now()
  const door = (await readVisitorDoors(deps, chat, visitor)).find(each => each.connection === input.connection)
  const doorway = door && (await deps.connectorOf(door.tool))?.doorway
  if (!door || !doorway) return refuse({ code: 'no-such-door' })
  const code = codeFrom(crypto.getRandomValues(new Uint8Array(codeBytes)))
  const row = {
    code,
    visitor: visitor.id,
    connection: door.connection,
    expiresAt: new Date(now.getTime() + limits.lifeMs),
  }
  await inWorkspace(deps.db, workspace, tx => insertChatCode(tx, workspace, row, limits.openCodes, now))
  const link = doorway.link(door.address, { code, subject: input.subject, text: `${input.text} ${code}`.trim() })
  return done({ code, link, address: door.address })
}

export type DoorDeps = Pick<VisitDeps, 'vault' | 'connectorOf'> & { db: Database; clock: Clock }
/** `open`: visitors may go on there. */
export type PossibleDoor = {
  connection: ConnectionId
  tool: ToolId
  label: string
  address: string | null
  open: boolean
}

/** The workspace's connections that a link can lead to. */
export async function listPossibleDoors(
  tx: Transaction,
  deps: Pick<DoorDeps, 'connectorOf'>,
  workspace: Caller['workspace'],
  chat: ConnectionId,
): Promise<PossibleDoor[]> {
  const open = stored.parse(JSON.parse((await findChatDoors(tx, workspace, chat)) ?? '[]'))
  const found: PossibleDoor[] = []
  for (const { id, tool, label, config } of await listConnections(tx, workspace)) {
    if (config.sample === 'yes' || !(await deps.connectorOf(tool))?.doorway) continue
    const door = open.find(each => each.connection === id)
    found.push({ connection: id, tool, label, address: door?.address ?? null, open: door !== undefined })
  }
  return found
}

export type DoorRefusal = { code: 'no-such-door' } | { code: 'no-address-yet'; label: string }

/** The whole list anew. Each account is asked what strangers write to, for a bot knows its name only from its network. */
export async function changeDoors(
  deps: DoorDeps,
  caller: Caller,
  chat: ConnectionId,
  wanted: readonly ConnectionId[],
): Promise<Result<void, DoorRefusal>> {
  const doors: z.infer<typeof stored> = []
  for (const id of new Set(wanted)) {
    const row = await inWorkspace(deps.db, caller.workspace, tx => findConnection(tx, caller.workspace, id))
    const doorway = row && (await deps.connectorOf(row.tool))?.doorway
    if (!row || !doorway) return refuse({ code: 'no-such-door' })
    const account = { id: row.id, values: accountValues(deps.vault, row) }
    const address = await doorway.address(account, AbortSignal.timeout(limits.waitMs)).catch(() => undefined)
    if (address === undefined) return refuse({ code: 'no-address-yet', label: row.label })
    doors.push({ connection: id, address })
  }
  await inWorkspace(deps.db, caller.workspace, async tx => {
    await updateChatDoors(tx, caller.workspace, chat, JSON.stringify(doors))
    await audit(tx, {
      caller,
      at: deps.clock.now(),
      action: 'chat.doors-changed',
      subjectKind: 'connection',
      subject: chat,
      detail: { doors: doors.map(door => door.connection) },
    })
    tellBrowsers(tx, caller.workspace, { kind: 'pages.changed', payload: {} })
  })
  return done(undefined)
}
