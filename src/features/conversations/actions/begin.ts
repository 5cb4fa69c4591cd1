import type { Session } from '#connectors/contract.ts'
import {
  addMessengerProfile,
  contactAddress,
  findSuppressed,
  listProfiles,
  mergeInto,
  type SuppressionKey,
  toolAddress,
} from '#features/people/index.ts'
import { type ConnectionId, type ConversationId, newId, type PersonId, parseId } from '#kernel/ids.ts'
import { profileAddress } from '#kernel/profile-urls.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { findConnection } from '../store/connections.ts'
import {
  addressOf,
  findConversationAt,
  findConversationForUpdate,
  updateConversationPerson,
  upsertConversations,
} from '../store/conversations.ts'
import { listMessages, updateMessagesPerson } from '../store/messages.ts'
import { findVisitorById } from '../store/visitors.ts'
import { hasProfile } from '../store/ways.ts'
import { changedIn } from './commit-scope.ts'
import type { ManageDeps, ManageRefusal } from './manage.ts'
import { spokenOf } from './touches.ts'
import { visitorName } from './visit.ts'

/**
 * The conversation with an address on a connection, made when there is none. Nothing is sent. The address of somebody who was erased
 * or wants no contact begins none: no person here remembers that, only its hash does.
 */
export async function openConversation(
  deps: ManageDeps & SuppressionKey,
  caller: Caller,
  input: { connection: ConnectionId; address: string },
): Promise<Result<ConversationId, ManageRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<ConversationId, ManageRefusal>> => {
    const connection = await findConnection(tx, caller.workspace, input.connection)
    if (!connection) return refuse({ code: 'no-such-connection' })
    const byHand = connection.config.hand === 'yes'
    const known = byHand && (await hasProfile(tx, caller.workspace, connection.tool, input.address))
    const remoteId = byHand
      ? known
        ? input.address
        : undefined
      : isRoomMember(deps.session(connection.id), input.address)
        ? input.address
        : (await deps.connectorOf(connection.tool))?.parseAddress(input.address)
    if (remoteId === undefined) return refuse({ code: 'no-address', example: 'ana@example.org' })
    const now = deps.clock.now()
    const visitor = connection.tool === 'website-chat' ? parseId<'Visitor'>(remoteId) : undefined
    const found = visitor && (await findVisitorById(tx, caller.workspace, visitor))
    if (connection.tool === 'website-chat' && !found) return refuse({ code: 'no-address', example: 'ana@example.org' })
    const wanted = {
      id: newId<'Conversation'>(now.getTime()),
      remoteId,
      kind: found ? ('visitor' as const) : ('direct' as const),
      title: found ? (found.name ?? visitorName(found.pageUrl)) : null,
    }
    const before = await findConversationAt(tx, caller.workspace, input.connection, remoteId)
    if (!before && (await isSuppressed(tx, deps, caller, connection.tool, remoteId)))
      return refuse({ code: 'suppressed' })
    const made = (await upsertConversations(tx, caller.workspace, connection, [wanted], now)).get(remoteId)
    if (!made) throw new Error('an upsert gives its row')
    return done(made.id)
  })
}

/** Somebody in a room that hides addresses has one only there, in its network's own form. */
const isRoomMember = (session: Session | undefined, address: string): boolean =>
  session?.rooms?.list().some(room => room.members.some(member => member.id === address)) ?? false

async function isSuppressed(tx: Transaction, deps: SuppressionKey, caller: Caller, tool: ToolId, remoteId: string) {
  const key = profileAddress(tool, { handle: remoteId })?.key
  const addresses = [
    toolAddress(tool, remoteId),
    ...(key ? [toolAddress(tool, key)] : []),
    ...(['email', 'phone'] as const).flatMap(kind => contactAddress(kind, remoteId) ?? []),
  ]
  return (await findSuppressed(tx, deps, caller.workspace, addresses)).size > 0
}

/**
 * Says who is behind a conversation: a person that is known, or a new one. Their messages so far become touches, so the stage is
 * what the history proves. A visitor is somebody of their own from the first word on: that one becomes part of the person named.
 */
export async function attachPerson(
  deps: ManageDeps & { events: Events },
  caller: Caller,
  id: ConversationId,
  input: { person?: PersonId; name?: string },
): Promise<Result<PersonId, ManageRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<PersonId, ManageRefusal>> => {
    const conversation = await findConversationForUpdate(tx, caller.workspace, id)
    if (!conversation) return refuse({ code: 'no-such-conversation' })
    if (conversation.kind === 'room') return refuse({ code: 'a-room' })
    const now = deps.clock.now()
    const made = await addMessengerProfile(tx, {
      workspace: caller.workspace,
      user: caller.user,
      tool: conversation.tool,
      address: addressOf(conversation),
      name: input.name ?? conversation.title ?? addressOf(conversation),
      ...(input.person === undefined ? {} : { person: input.person }),
      source: 'conversation',
      now,
    })
    if (!made.ok) return refuse({ code: 'no-such-person' })
    const holder = made.value.person
    const person = input.person ?? holder
    if (person !== holder) {
      const refusal = await becomePartOf(tx, deps, caller, person, holder)
      if (refusal) return refuse(refusal)
    }
    await updateConversationPerson(tx, caller.workspace, id, person, made.value.profile)
    await updateMessagesPerson(tx, caller.workspace, id, person)
    const messages = await listMessages(tx, caller.workspace, { conversation: id }, undefined, 200)
    const known = { ...conversation, person, profile: made.value.profile }
    await deps.recordSpoken(tx, spokenOf(caller, known, messages.reverse()))
    tellBrowsers(tx, caller.workspace, changedIn(known, []))
    return done(person)
  })
}

/** Who is known by this address alone goes whole, with what they said so far; it can be undone. Others are for people to decide. */
async function becomePartOf(
  tx: Transaction,
  deps: ManageDeps & { events: Events },
  caller: Caller,
  survivor: PersonId,
  other: PersonId,
): Promise<ManageRefusal | undefined> {
  const { workspace, user } = caller
  if ((await listProfiles(tx, workspace, other)).length > 1) return { code: 'somebody-else' }
  const evidence = [{ fact: 'by-hand', weight: 0, says: 'A recruiter said who this conversation is with.' }]
  const decision = { workspace, decidedBy: 'recruiter', user, probability: 1, evidence, now: deps.clock.now() } as const
  const merged = await mergeInto(tx, deps, decision, survivor, other)
  return merged.ok ? undefined : { code: 'no-such-person' }
}
