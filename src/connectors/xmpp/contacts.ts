import type { NetworkEvent } from '../contract.ts'
import { bareOf } from './jid.ts'
import { attribute, type Element } from './xml.ts'

type Contact = Extract<NetworkEvent, { kind: 'contact' }>
export type ContactState = Contact['state']
export type RosterItem = { jid: string; name: string | undefined; subscription: string; asking: boolean }

export function rosterItems(query: Element | undefined): RosterItem[] {
  return (query?.getChildren('item') ?? []).flatMap(item => {
    const jid = attribute(item, 'jid')
    if (!jid) return []
    const subscription = attribute(item, 'subscription') ?? 'none'
    return [
      { jid: bareOf(jid), name: attribute(item, 'name'), subscription, asking: attribute(item, 'ask') === 'subscribe' },
    ]
  })
}

/** What the roster says of a person; undefined when it says nothing. */
export function stateOf(item: RosterItem): 'asked' | 'connected' | undefined {
  if (item.subscription === 'both' || item.subscription === 'to' || item.subscription === 'from') return 'connected'
  return item.asking ? 'asked' : undefined
}

/**
 * Moves a contact in the book (`state:count`, kept in the cursor) and tells what changed. The count gives each change its own key,
 * the same after a restart, since book and event are committed together.
 */
export function moveContact(
  book: Record<string, string>,
  person: { jid: string; name?: string | undefined },
  state: ContactState | undefined,
  at: Date,
): Contact[] {
  const [before = '', count = '0'] = (book[person.jid] ?? '').split(':')
  const next = state ?? lostFrom(before)
  if (next === undefined || next === before) return []
  book[person.jid] = `${next}:${Number(count) + 1}`
  const key = `contact:${person.jid}:${next}:${Number(count) + 1}`
  return [{ kind: 'contact', key, person: personOf(person), state: next, at }]
}

/** The whole roster against what was last told: also finds those who left while we were away. */
export function reconcile(book: Record<string, string>, roster: readonly RosterItem[], at: Date): Contact[] {
  const listed = new Set(roster.map(item => item.jid))
  const changed = roster.flatMap(item => moveContact(book, item, stateOf(item), at))
  const left = Object.keys(book).filter(jid => !listed.has(jid))
  return [...changed, ...left.flatMap(jid => moveContact(book, { jid }, undefined, at))]
}

/** Forgets an unanswered request, so that the next one is told again. */
export function forgetRequest(book: Record<string, string>, jid: string): void {
  const [state, count] = (book[jid] ?? '').split(':')
  if (state === 'asks-us') book[jid] = `none:${count}`
}

function lostFrom(before: string): ContactState | undefined {
  if (before === 'connected') return 'gone'
  return before === 'asked' ? 'refused' : undefined
}

function personOf(person: { jid: string; name?: string | undefined }) {
  return person.name ? { id: person.jid, name: person.name } : { id: person.jid }
}
