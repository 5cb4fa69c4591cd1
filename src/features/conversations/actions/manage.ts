import type { RawBuilder } from 'kysely'
import type { Connector, Session } from '#connectors/contract.ts'
import { audit } from '#features/accounts/index.ts'
import { getTool } from '#features/tools/model.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ConnectionId, type ConversationId, type PersonId, type PoolId, parseId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { signalBrowsers, tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { isTimezone } from '../chat-hours.ts'
import { type Habit, habitOf, hoursAhead, placeInWeek } from '../model/habit.ts'
import type { Abilities, FreeText, StandingChange } from '../model.ts'
import { type ChangeRow, listOpenChanges } from '../store/changes.ts'
import { findConsent } from '../store/consents.ts'
import { findLastInAt } from '../store/context.ts'
import {
  type Conversation,
  findConversation,
  findConversationForUpdate,
  findLink,
  listConversations,
  listThread,
  remoteOf,
  updateConversationRead,
} from '../store/conversations.ts'
import { findDraft, upsertDraft } from '../store/drafts.ts'
import type { FileRow } from '../store/files.ts'
import {
  countInbox,
  findInboxRow,
  type InboxCounts,
  type InboxQuery,
  type InboxRow,
  listInbox,
  listInboxOfPerson,
  listInboxTools,
  listPresenceOf,
} from '../store/inbox.ts'
import { findLastIncomingKey, findMessages, listMessages, type MessageRow } from '../store/messages.ts'
import { listPresence, listPresenceWeeks, type PresenceRow } from '../store/presence.ts'
import { findVisitorById, notifyVisitor, updateVisitorBlocked, type Visitor } from '../store/visitors.ts'
import { abilitiesFrom, capabilitiesIn, type FileAbility, filesFrom } from './abilities.ts'
import { changedIn } from './commit-scope.ts'
import { waitingFiles } from './files.ts'
import { pageByHand } from './hand-off.ts'
import { changeIn, type Organised, type OrganiseRefusal } from './organise.ts'
import { queueTakeAway } from './push.ts'
import type { RecordSpoken } from './touches.ts'
import { type ListedWay, readWays } from './ways.ts'

export type ManageDeps = {
  db: Database
  clock: Clock
  recordSpoken: RecordSpoken
  connectorOf(tool: ToolId): Promise<Connector | undefined>
  session(connection: ConnectionId): Session | undefined
}

/** `select person_id …`: whom a pool holds that the caller may see. Told by pools, who come after conversations. */
export type PeopleInPool = (caller: Caller, pool: PoolId) => RawBuilder<unknown>

export type ManageRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'no-such-connection' }
  | { code: 'no-such-person' }
  | { code: 'no-address'; example: string }
  | { code: 'viewers-read' }
  | { code: 'a-room' }
  | { code: 'not-a-visitor' }
  | { code: 'suppressed' }
  | { code: 'somebody-else' }

type Presences = ReadonlyMap<ConversationId, 'online' | 'away'>

export type Inbox = { rows: InboxRow[]; presence: Presences; counts: InboxCounts; tools: ToolId[] }

export function readInbox(
  deps: ManageDeps & { peopleInPool: PeopleInPool },
  caller: Caller,
  query: InboxQuery,
): Promise<Inbox> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const people = query.pool === undefined ? undefined : deps.peopleInPool(caller, query.pool)
    const rows = await listInbox(tx, caller.workspace, caller.user, { ...query, now, people })
    return {
      rows,
      presence: await listPresenceOf(
        tx,
        caller.workspace,
        rows.map(row => row.id),
      ),
      counts: await countInbox(tx, caller.workspace, caller.user, now),
      tools: await listInboxTools(tx, caller.workspace),
    }
  })
}

export type Detail = {
  row: InboxRow
  presence: Presences
  draft: string
  lacks: string[]
  maxText: number
  ways: ListedWay[]
  /** Why nothing can be written here; null when something can. */
  closed: string | null
  /** Until when free text is taken; null where the tool has no window. */
  freeText: FreeText | null
  /** Approved texts can be chosen here. */
  templates: boolean
  /** Their yes to being written to here, where it was noted. */
  consent: { wording: string; givenAt: Date } | null
  /** Written on the tool's own page; `url`: which. */
  byHand: { url: string | null } | null
  files: FileAbility
  attached: FileRow[]
  visitor: Pick<Visitor, 'blockedAt' | 'email' | 'referrer' | 'campaign' | 'firstSeenAt' | 'visits'> | null
}

export async function readConversation(
  deps: ManageDeps,
  caller: Caller,
  id: ConversationId,
): Promise<Result<Detail, ManageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<Detail, ManageRefusal>> => {
    const row = await findInboxRow(tx, caller.workspace, caller.user, id)
    if (!row) return refuse({ code: 'no-such-conversation' })
    const visitor = row.kind === 'visitor' ? parseId<'Visitor'>(row.remoteId) : undefined
    const able = await capabilitiesIn(deps, row)
    return done({
      row,
      presence: await listPresenceOf(tx, caller.workspace, [id]),
      draft: (await findDraft(tx, caller.workspace, caller.user, id)) ?? '',
      lacks: able
        ? [
            ...(able.edit.level === 'rejected' ? ['edit'] : []),
            ...(filesFrom(able).can ? [] : ['files']),
            ...(able.reply === 'rejected' ? ['reply'] : []),
            ...(able.reactions === 'rejected' ? ['reactions'] : []),
            ...(able.receipts.read === 'rejected' ? ['read'] : []),
            ...(able.invite === 'rejected' ? ['invite'] : []),
            ...(able.invite === 'partial' ? ['invite-words'] : []),
          ]
        : [],
      maxText: able?.text.max ?? 4_000,
      ways: await readWays(deps, tx, caller, row),
      closed: able?.text.level === 'rejected' ? (able.text.why ?? '') : null,
      ...(await readBeginning(deps, tx, caller, row)),
      files: filesFrom(able),
      attached: await waitingFiles(tx, caller, id),
      visitor: (visitor && (await findVisitorById(tx, caller.workspace, visitor))) ?? null,
    })
  })
}

/** What a conversation asks for before free text may go. */
async function readBeginning(
  deps: ManageDeps,
  tx: Transaction,
  caller: Caller,
  row: InboxRow,
): Promise<Pick<Detail, 'freeText' | 'templates' | 'consent' | 'byHand'>> {
  const link = await findLink(tx, caller.workspace, row.id)
  const { windowMs } = getTool(row.tool).rules
  const windowed = link === 'own' && windowMs !== undefined && row.kind !== 'room'
  const heardAt = windowed ? ((await findLastInAt(tx, caller.workspace, row.id)) ?? null) : null
  const templates =
    link === 'own' &&
    (deps.session(row.connection)?.templates !== undefined ||
      (await deps.connectorOf(row.tool))?.manifest.policy.firstContact === 'opt-in-template')
  return {
    freeText: windowed ? { heardAt, until: heardAt && new Date(heardAt.getTime() + windowMs) } : null,
    templates,
    consent: (templates && row.person && (await findConsent(tx, caller.workspace, row.person, row.tool))) || null,
    byHand: link === 'by-hand' ? { url: await pageByHand(tx, caller, row) } : null,
  }
}

export type Timeline = {
  /** Newest first. */
  messages: MessageRow[]
  tools: Map<ConversationId, ToolId>
  abilities: Map<ConversationId, Abilities>
  quoted: Map<MessageRow['id'], MessageRow>
  changes: Map<MessageRow['id'], ChangeRow>
}

export async function readMessages(
  deps: ManageDeps,
  caller: Caller,
  of: { conversation: ConversationId } | { person: PersonId },
  before: { sentAt: Date; id: MessageRow['id'] } | undefined,
  limit: number,
): Promise<Timeline> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const messages = await listMessages(tx, caller.workspace, of, before, limit)
    const conversations = await listConversations(tx, caller.workspace, [
      ...new Set(messages.map(row => row.conversation)),
    ])
    const abilities = await Promise.all(
      conversations.map(async each => [each.id, abilitiesFrom(await capabilitiesIn(deps, each))] as const),
    )
    const quoted = await findMessages(
      tx,
      caller.workspace,
      messages.flatMap(row => row.replyTo ?? []),
    )
    const changes = await listOpenChanges(
      tx,
      caller.workspace,
      messages.map(row => row.id),
    )
    return {
      messages,
      tools: new Map(conversations.map(row => [row.id, row.tool])),
      abilities: new Map(abilities),
      quoted: new Map(quoted.map(row => [row.id, row])),
      changes: new Map(changes.map(row => [row.message, row])),
    }
  })
}

export function readOfPerson(deps: ManageDeps, caller: Caller, person: PersonId): Promise<Inbox['rows']> {
  return inWorkspace(deps.db, caller.workspace, tx => listInboxOfPerson(tx, caller.workspace, caller.user, person))
}

/** Who can be reached now; `usually` on the reader's clock, and only where it is known. */
export function readPresence(
  deps: ManageDeps,
  caller: Caller,
  timezone: string,
): Promise<(PresenceRow & { usually: Habit | null })[]> {
  const now = deps.clock.now()
  const ahead = isTimezone(timezone) ? hoursAhead(now, timezone) : 0
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const rows = await listPresence(tx, caller.workspace, caller.user)
    const weeks = await listPresenceWeeks(tx, caller.workspace, placeInWeek(now))
    const habits = new Map(weeks.map(each => [`${each.connection} ${each.remoteId}`, habitOf(each.weeks, ahead)]))
    return rows.map(row => ({ ...row, usually: habits.get(`${row.connection} ${row.remoteId}`) ?? null }))
  })
}

/** One conversation: where it stands in the inbox, and whether its visitor may write. Gives the request that takes it back. */
export async function changeConversation(
  deps: ManageDeps,
  caller: Caller,
  id: ConversationId,
  { blocked, ...change }: StandingChange & { blocked?: boolean },
): Promise<Result<Organised, ManageRefusal | OrganiseRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const now = deps.clock.now()
  return inWorkspace(
    deps.db,
    caller.workspace,
    async (tx): Promise<Result<Organised, ManageRefusal | OrganiseRefusal>> => {
      if (blocked !== undefined) {
        const refusal = await blockVisitor(tx, caller, id, blocked, now)
        if (refusal) return refuse(refusal)
      }
      return changeIn(tx, caller, [{ conversations: [id], change }], now)
    },
  )
}

async function blockVisitor(
  tx: Transaction,
  caller: Caller,
  id: ConversationId,
  blocked: boolean,
  now: Date,
): Promise<ManageRefusal | undefined> {
  const conversation = await findConversationForUpdate(tx, caller.workspace, id)
  if (!conversation) return { code: 'no-such-conversation' }
  const visitor = conversation.kind === 'visitor' ? parseId<'Visitor'>(conversation.remoteId) : undefined
  if (!visitor) return { code: 'not-a-visitor' }
  await updateVisitorBlocked(tx, caller.workspace, visitor, blocked ? now : null)
  await audit(tx, {
    caller,
    at: now,
    action: blocked ? 'visitor.blocked' : 'visitor.unblocked',
    subjectKind: 'conversation',
    subject: id,
  })
  await notifyVisitor(tx, visitor, { kind: blocked ? 'blocked' : 'news' })
  tellBrowsers(tx, caller.workspace, changedIn(conversation, []))
  return undefined
}

/** The thread is open before the recruiter's eyes: nothing unread in it, over all tools, and the other side is told where its network can. */
export async function markRead(
  deps: ManageDeps,
  caller: Caller,
  id: ConversationId,
): Promise<Result<void, ManageRefusal>> {
  const read = await inWorkspace(deps.db, caller.workspace, async tx => {
    const conversation = await findConversation(tx, caller.workspace, id)
    if (!conversation) return undefined
    const thread = await listThread(tx, caller.workspace, conversation)
    const unread = thread.filter(each => each.unread > 0)
    const keys: { conversation: Conversation; key: string }[] = []
    for (const each of unread) {
      const key = each.requested ? undefined : await findLastIncomingKey(tx, caller.workspace, each.connection, each.id)
      if (key !== undefined) keys.push({ conversation: each, key })
      await updateConversationRead(tx, caller.workspace, each.id)
      await queueTakeAway(tx, caller.workspace, each.id)
      tellBrowsers(tx, caller.workspace, changedIn(each, []))
    }
    return keys
  })
  if (!read) return refuse({ code: 'no-such-conversation' })
  // A read mark that is lost is no harm; the session logs it.
  for (const { conversation, key } of read) {
    const session = deps.session(conversation.connection)
    await (session?.signals?.read ?? session?.seen)?.(remoteOf(conversation), key).catch(() => undefined)
  }
  return done(undefined)
}

export async function sayTyping(deps: ManageDeps, caller: Caller, id: ConversationId, on: boolean): Promise<void> {
  const conversation = await inWorkspace(deps.db, caller.workspace, tx => findConversation(tx, caller.workspace, id))
  if (!conversation || conversation.requested) return
  await deps
    .session(conversation.connection)
    ?.signals?.typing(remoteOf(conversation), on)
    .catch(() => undefined)
}

/** Colleagues see who has the composer of a thread in use; lost without harm. */
export async function sayWriting(deps: ManageDeps, caller: Caller, id: ConversationId, on: boolean): Promise<void> {
  await inWorkspace(deps.db, caller.workspace, tx =>
    signalBrowsers(tx, caller.workspace, { kind: 'writing', payload: { conversation: id, user: caller.user, on } }),
  )
}

/** Kept at every pause, so that a reload in mid-sentence loses nothing. */
export async function keepDraft(deps: ManageDeps, caller: Caller, id: ConversationId, text: string): Promise<void> {
  await inWorkspace(deps.db, caller.workspace, tx =>
    upsertDraft(tx, caller.workspace, caller.user, id, text, deps.clock.now()),
  )
}
