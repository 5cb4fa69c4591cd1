import { isIP } from 'node:net'
import { ircNetworkOf } from '#kernel/profile-urls.ts'
import type { RemoteId } from '../contract.ts'

/**
 * People are `name@network`; the name is their services account where the network has accounts, else their nick. `~name@network` is a
 * nick that nobody vouches for on a network with accounts. Channels are their folded name. Nothing of this means anything elsewhere.
 */
export type Person = { name: string; network: string; guest: boolean }

const nickShape = /^[^\s,:@!#&*?+%~\d-][^\s,:@!*?]*$/u

export function personId(person: Person): RemoteId {
  return `${person.guest ? '~' : ''}${person.name}@${person.network}`
}

export function readPerson(id: RemoteId): Person | undefined {
  const [, mark = '', name = '', network = ''] = /^(~?)([^@]+)@([^@\s]+)$/.exec(id) ?? []
  return nickShape.test(name) && network !== '' ? { name, network, guest: mark === '~' } : undefined
}

export const isRoom = (id: RemoteId): boolean => /^[#&!+]/.test(id)

/** As people type or paste it: `ana@libera.chat`, `irc://irc.libera.chat/ana,isnick`, `#channel`, `ircs://irc.libera.chat:6697/#channel`. */
export function parseAddress(text: string): RemoteId | undefined {
  const given = text.trim()
  const [, host = '', rest = ''] = /^ircs?:\/\/([^/:]+)(?::\d+)?\/(.+)$/i.exec(given) ?? []
  if (host === '') return readTyped(given)
  const [target = '', ...flags] = decoded(rest).split(',')
  if (flags.includes('isnick') || flags.includes('isuser')) return readTyped(`${target.split('!')[0]}@${host}`)
  return readTyped(isRoom(target) ? target : `#${target}`)
}

function readTyped(text: string): RemoteId | undefined {
  if (isRoom(text)) return /^[#&!+][^\s,:]{1,199}$/u.test(text) ? text.toLowerCase() : undefined
  const [, name = '', host = ''] = /^(~?[^@\s]+)@([\w.-]+)$/.exec(text) ?? []
  const person = readPerson(`${name}@${host}`.toLowerCase())
  return person && personId({ ...person, network: ircNetworkOf(host) })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The network a name belongs to: as the form says, as the server's public name says, or as the server calls itself. */
export function networkName(form: string, host: string, behindBouncer: boolean, said: string | undefined): string {
  if (form !== '') return ircNetworkOf(form)
  const own = said?.toLowerCase().replaceAll(/[^\w.-]+/g, '-')
  const nameless = isIP(host) !== 0 || !host.includes('.') || behindBouncer
  return nameless && own ? own : ircNetworkOf(host)
}
