import { ns } from '../namespaces.ts'
import { attribute, type Element } from '../xml.ts'

export type Removal = { why: string; comeBack: boolean }

/** Why we are no longer in a room, in words; undefined when we left by ourselves or only changed our name. */
export function removalOf(presence: Element): Removal | undefined {
  const x = presence.getChild('x', ns.mucUser)
  const codes = new Set(x?.getChildren('status').flatMap(status => attribute(status, 'code') ?? []))
  if (codes.has('303')) return undefined
  const item = x?.getChild('item')
  const actor = attribute(item?.getChild('actor'), 'nick')
  const reason = item?.getChildText('reason') ?? ''
  const by = `${actor ? ` by ${actor}` : ''}${reason ? `: “${reason}”` : ''}`
  const gone = x?.getChild('destroy')
  if (gone) {
    const said = gone.getChildText('reason') ?? ''
    const next = attribute(gone, 'jid')
    return {
      why: `This room was closed${said ? `: “${said}”` : ''}.${next ? ` It goes on at ${next}.` : ''}`,
      comeBack: false,
    }
  }
  if (codes.has('301'))
    return { why: `You were banned from this room${by}. You can't come back by yourself.`, comeBack: false }
  if (codes.has('333')) return { why: 'The room lost the connection to you. Kith enters it again.', comeBack: true }
  if (codes.has('307'))
    return { why: `You were removed from this room${by}. Find out why before you enter it again.`, comeBack: false }
  if (codes.has('321')) return { why: `You are no member of this room any more${by}.`, comeBack: false }
  if (codes.has('322')) return { why: 'The room now admits members only, and you are none.', comeBack: false }
  if (codes.has('332')) return { why: 'The room’s server stopped. Kith enters it again.', comeBack: true }
  return codes.has('110') ? { why: '', comeBack: false } : undefined
}

const entering: Readonly<Record<string, string>> = {
  'not-authorized': 'This room asks for a password, and Kith has none for it.',
  forbidden: 'You are banned from this room.',
  'registration-required': 'Only members may enter this room. Ask its owner to make you one.',
  conflict: 'All the names that Kith tried are taken in this room. Enter it under another name.',
  'service-unavailable': 'The room is full.',
  'not-allowed': 'The server does not let you make a new room.',
  'item-not-found': 'There is no such room, or it is locked.',
  'jid-malformed': 'The room does not take this name. Enter it under another one.',
  'not-acceptable': 'The room does not take this name. Enter it under another one.',
  'remote-server-not-found': 'The server of this room can not be found. Check the address.',
  'remote-server-timeout': 'The server of this room does not answer.',
}

export const enteringText = (condition: string, text: string): string =>
  entering[condition] ?? (text || `The room refused it (${condition}).`)
