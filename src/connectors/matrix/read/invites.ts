import type { NetworkEvent, RemoteId } from '../../contract.ts'
import type { Cursor } from '../cursor.ts'
import type { StrippedEvent } from '../wire/shapes.ts'
import { words } from './words.ts'

type Invite = { from: string; name: string | undefined; direct: boolean; space: boolean; title: string }

function readInvite(me: string, room: RemoteId, state: readonly StrippedEvent[]): Invite | undefined {
  const find = (type: string, key = '') => state.find(each => each.type === type && each.state_key === key)?.content
  const ours = state.find(each => each.type === 'm.room.member' && each.state_key === me)
  if (!ours) return undefined
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
  return {
    from: ours.sender,
    name: text(find('m.room.member', ours.sender)?.displayname),
    direct: ours.content.is_direct === true,
    space: find('m.room.create')?.type === 'm.space',
    title: text(find('m.room.name')?.name) ?? text(find('m.room.canonical_alias')?.alias) ?? room,
  }
}

/** Somebody asks: into a conversation with them, or into a room. Told once for each time they ask. */
export function inviteOf(given: {
  cursor: Cursor
  me: string
  room: RemoteId
  state: readonly StrippedEvent[]
  now: Date
}): NetworkEvent[] {
  const { cursor, me, room, state, now } = given
  const invite = readInvite(me, room, state)
  const before = cursor.invites[room]
  if (!invite || before?.open) return []
  const count = (before?.count ?? 0) + 1
  cursor.invites[room] = { from: invite.from, direct: invite.direct, open: true, count }
  const person = { id: invite.from, ...(invite.name === undefined ? {} : { name: invite.name }) }
  const key = `invite:${room}:${count}`
  if (invite.direct) return [{ kind: 'contact', key, person, state: 'asks-us', at: now }]
  const say = invite.space ? words.invitesToSpace : words.invites
  return [
    {
      kind: 'message',
      key,
      otherKeys: [],
      conversation: { id: invite.from, kind: 'direct' },
      from: person,
      own: false,
      text: say(invite.title, room),
      sentAt: now,
      history: false,
    },
  ]
}

/** Answered, or taken back. */
export function closeInvite(cursor: Cursor, room: RemoteId): void {
  const before = cursor.invites[room]
  if (before) cursor.invites[room] = { ...before, open: false }
}

/** Into a conversation with them; rooms are joined by themselves. */
export const openInvitesFrom = (cursor: Cursor, person: RemoteId): RemoteId[] =>
  Object.entries(cursor.invites).flatMap(([room, invite]) =>
    invite.open && invite.direct && invite.from === person ? [room] : [],
  )
