import type { NetworkEvent, RemotePerson } from '../contract.ts'
import { type Bond, type Cursor, rememberBond } from './cursor.ts'
import type { Profile } from './shapes.ts'

type Contact = Extract<NetworkEvent, { kind: 'contact' }>

/** Moves a person's bond and gives what is to be told; nothing when all is as it was. */
export function moveBond(
  cursor: Cursor,
  person: RemotePerson,
  state: Bond['state'],
  at: Date,
  lost?: 'gone',
): Contact[] {
  const before = cursor.bonds[person.id]
  if (before?.state === state) return []
  const count = (before?.count ?? 0) + 1
  rememberBond(cursor, person.id, { state, count })
  const tell = lost ?? (state === 'none' ? undefined : state)
  return tell ? [{ kind: 'contact', key: `contact:${person.id}:${tell}:${count}`, person, state: tell, at }] : []
}

/** They follow us: an answer to our follow, or the first word. */
export function theyFollow(cursor: Cursor, person: RemotePerson, theirs: Profile, at: Date): Contact[] {
  const before = cursor.bonds[person.id]?.state
  if (before === 'connected') return []
  const answered = theirs.viewer?.following !== undefined || before === 'asked'
  return moveBond(cursor, person, answered ? 'connected' : 'asks-us', at)
}

/** Who stopped following is told by no notice. */
export function reviewBond(cursor: Cursor, person: RemotePerson, theirs: Profile, at: Date): Contact[] {
  const bond = cursor.bonds[person.id]
  const follows = theirs.viewer?.followedBy !== undefined
  if (bond?.state === 'connected' && !follows) return moveBond(cursor, person, 'none', at, 'gone')
  if (bond?.state === 'asks-us' && !follows) return moveBond(cursor, person, 'none', at)
  return []
}
