import type { NetworkEvent, RemotePerson } from '../contract.ts'
import { type Bond, type Cursor, rememberBond } from './cursor.ts'
import type { Relationship } from './shapes.ts'

type Contact = Extract<NetworkEvent, { kind: 'contact' }>

const told: Readonly<Record<Bond['state'], Contact['state'] | undefined>> = {
  'asks-us': 'asks-us',
  asked: 'asked',
  'asked-locked': 'asked',
  connected: 'connected',
  accepted: 'connected',
  none: undefined,
}

/**
 * A follow is our invitation, and following back accepts it; so does whoever lets a follow request in. Moves a person's bond and gives
 * what is to be told; nothing when all is as it was.
 */
export function moveBond(
  cursor: Cursor,
  person: RemotePerson,
  id: string,
  state: Bond['state'],
  at: Date,
  lost?: 'refused' | 'gone',
): Contact[] {
  const before = cursor.bonds[person.id]
  if (before?.state === state) return []
  const count = (before?.count ?? 0) + 1
  rememberBond(cursor, person.id, { id, state, count })
  const tell = lost ?? told[state]
  if (!tell || (!lost && before && told[before.state] === tell)) return []
  return [{ kind: 'contact', key: `contact:${person.id}:${tell}:${count}`, person, state: tell, at }]
}

/** They follow us, or want to: an answer to ours, or the first word. */
export function theyFollow(
  cursor: Cursor,
  person: RemotePerson,
  id: string,
  relation: Relationship | undefined,
  at: Date,
): Contact[] {
  const before = cursor.bonds[person.id]?.state
  if (before === 'connected') return []
  const wanted = relation?.following === true || relation?.requested === true
  return moveBond(cursor, person, id, wanted || before === 'accepted' ? 'connected' : 'asks-us', at)
}

/** What the API tells by no notification: a locked account let us in or not, somebody who was connected went. */
export function reviewBond(cursor: Cursor, person: RemotePerson, relation: Relationship, at: Date): Contact[] {
  const bond = cursor.bonds[person.id]
  if (!bond) return []
  const { following = false, followed_by: back = false, requested = false } = relation
  switch (bond.state) {
    case 'asked-locked':
    case 'asked':
      if (back && (following || requested)) return moveBond(cursor, person, bond.id, 'connected', at)
      if (requested) return []
      if (!following) return moveBond(cursor, person, bond.id, 'none', at, 'refused')
      return bond.state === 'asked-locked' ? moveBond(cursor, person, bond.id, 'accepted', at) : []
    case 'connected':
      return back ? [] : moveBond(cursor, person, bond.id, 'none', at, 'gone')
    case 'accepted':
      if (back) return moveBond(cursor, person, bond.id, 'connected', at)
      return following ? [] : moveBond(cursor, person, bond.id, 'none', at, 'gone')
    case 'asks-us':
      return back || following ? [] : moveBond(cursor, person, bond.id, 'none', at)
    default:
      return []
  }
}
