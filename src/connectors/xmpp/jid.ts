import { domainToASCII } from 'node:url'

export type Jid = { local: string | undefined; domain: string; resource: string | undefined }

const forbiddenInLocal = /[\s"&'/:<>@\p{Cc}]/u

/** RFC 7622, as far as addresses typed by people go; undefined when the text is no address. */
export function parseJid(text: string): Jid | undefined {
  const slash = text.indexOf('/')
  const bare = slash < 0 ? text : text.slice(0, slash)
  const resource = slash < 0 ? undefined : text.slice(slash + 1)
  const at = bare.indexOf('@')
  const local = at < 0 ? undefined : bare.slice(0, at).normalize('NFC').toLowerCase()
  const domain = normalDomain(bare.slice(at + 1))
  if (!domain || local === '' || resource === '') return undefined
  if (local !== undefined && (forbiddenInLocal.test(local) || Buffer.byteLength(local) > 1023)) return undefined
  return { local, domain, resource }
}

export function bareOf(jid: string): string {
  const slash = jid.indexOf('/')
  return (slash < 0 ? jid : jid.slice(0, slash)).toLowerCase()
}

export function resourceOf(jid: string): string | undefined {
  const slash = jid.indexOf('/')
  return slash < 0 ? undefined : jid.slice(slash + 1)
}

/** The full address in its normal form: the resource keeps its capitals. */
export function fullOf(jid: string): string {
  const resource = resourceOf(jid)
  return resource === undefined ? bareOf(jid) : `${bareOf(jid)}/${resource}`
}

/** A person's or room's address as typed: capitals, an `xmpp:` link or a resource are no obstacle. */
export function parseAddress(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^xmpp:(\/\/[^/]*\/)?/i, '')
    .replace(/\?.*$/, '')
  const jid = parseJid(plain)
  return jid?.local === undefined ? undefined : `${jid.local}@${jid.domain}`
}

function normalDomain(text: string): string | undefined {
  if (/^\[[0-9a-f:.]+\]$/i.test(text)) return text.toLowerCase()
  const domain = text.normalize('NFC').toLowerCase().replace(/\.$/, '')
  if (!domain || /[\s"&'<>@/:%\\#?[\]\p{Cc}]/u.test(domain) || domain.includes('..')) return undefined
  const ascii = domainToASCII(domain)
  return ascii && ascii.length <= 253 && !ascii.startsWith('.') ? domain : undefined
}
