import { domainToASCII } from 'node:url'

const localPart = /^[^\s"(),:;<>@[\\\]\p{Cc}\p{Zl}\p{Zp}]{1,64}$/u
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/** The normal form of an address: capitals and an international domain make no difference (RFC 5321, 5890, 6531). */
export function normalAddress(text: string): string | undefined {
  const at = text.lastIndexOf('@')
  if (at < 1) return undefined
  const local = text.slice(0, at).normalize('NFC')
  const domain = domainToASCII(text.slice(at + 1).normalize('NFC')).toLowerCase()
  if (!localPart.test(local) || local.startsWith('.') || local.endsWith('.') || local.includes('..')) return undefined
  const labels = domain.split('.')
  if (domain.length > 253 || !labels.every(each => label.test(each))) return undefined
  return `${local.toLowerCase()}@${domain}`
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** As people type or paste it: `mailto:` and its parameters, or a name before `<…>`, are no obstacle. */
export function parseAddress(text: string): string | undefined {
  const plain = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
  const inAngles = /^[^<>]*<([^<>]+)>$/.exec(plain)
  const address = normalAddress((inAngles?.[1] ?? plain).trim())
  return address && domainOf(address).includes('.') ? address : undefined
}

/** One line without control characters: what may stand in a header. */
export function headerText(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
