import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { fold } from './text.ts'

const gmail = new Set(['gmail.com', 'googlemail.com'])

/** What `mailbox` would leave as it is: most addresses of a list. */
const plainMailbox =
  /^(?:[a-z0-9._'-]+@(?!g(?:oogle)?mail\.com$)|[a-z0-9_'-]+@(?=gmail\.com$))[a-z0-9-]+(?:\.[a-z0-9-]+)*$/

/** The mailbox an address reaches: lower case, no `+tag`; for Gmail also without dots. '' when it has no `@`. */
export function mailbox(text: string): string {
  if (plainMailbox.test(text)) return text
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/^.*<(.+)>.*$/, '$1')
  const at = plain.lastIndexOf('@')
  if (at < 0) return ''
  const domain = plain.slice(at + 1).replace(/\.$/, '')
  let local = plain.slice(0, at)
  const plus = local.indexOf('+')
  if (plus > 0) local = local.slice(0, plus)
  if (gmail.has(domain)) return `${local.replaceAll('.', '')}@gmail.com`
  return `${local}@${domain}`
}

/** E.164 where the number says its country or `country` is known; otherwise its bare digits. '' without four digits. */
export function phoneDigits(text: string, country?: string): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 4) return ''
  const trimmed = text.startsWith('+') ? text.trimEnd() : text.trim().replace(/^00(?=\d{8,})/, '+')
  // A whole international number needs no look at the numbering plan, which costs as much as a hundred comparisons.
  if (/^\+[1-9][\d .\-/]+$/.test(trimmed)) {
    const international = text === trimmed ? digits : trimmed.replace(/\D/g, '')
    if (international.length >= 9 && international.length <= 15) return `+${international}`
  }
  const known = country === undefined ? undefined : countryCodes.find(code => code === country.toUpperCase())
  const parsed = parsePhoneNumberFromString(
    trimmed,
    known ? { defaultCountry: known, extract: false } : { extract: false },
  )
  if (parsed?.isPossible()) return parsed.number
  return digits.replace(/^0+/, '')
}

const countryCodes = [
  'AT',
  'AU',
  'BE',
  'BR',
  'CA',
  'CH',
  'CN',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HU',
  'IE',
  'IL',
  'IN',
  'IT',
  'JP',
  'KR',
  'LU',
  'MX',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'RO',
  'SE',
  'SG',
  'TR',
  'UA',
  'US',
  'ZA',
] as const

/** Addresses that need no parser: most of a list. No sign that it would change, no dot in the path, no host in disguise. */
const plainPage = /^https?:\/\/((?:[a-z0-9-]+\.)+[a-z]{2,})((?:\/[a-z0-9_~-]+)*)\/?$/

const bareHost = (host: string) =>
  host.replace(/^(www|m|mobile|old|web|[a-z]{2}(?=\.linkedin\.))\./, '').replace(/^twitter\.com$/, 'x.com')

/** Host and path of a page, the part that names a profile: no scheme, `www.`, `m.`, query (but `?id=`), or last slash. */
export function pageKey(text: string): string {
  const plain = text.trim()
  if (plain === '') return ''
  const [, host = '', path = ''] = plain.includes('xn--') ? [] : (plainPage.exec(plain) ?? [])
  if (host !== '') return bareHost(host) + path
  const parsed = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(plain) ? plain : `https://${plain}`)
  if (!parsed?.hostname.includes('.')) return ''
  const whole = decodePath(parsed.pathname)
    .toLowerCase()
    .replace(/\/(index\.\w+)?$/, '')
    .replace(/\/{2,}/g, '/')
  const id = parsed.searchParams.get('id') ?? parsed.searchParams.get('friendid')
  return bareHost(parsed.hostname) + whole + (id === null ? '' : `?id=${id}`)
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The bare signs of a postcode or an official number. */
export function signs(text: string): string {
  return fold(text).replaceAll(' ', '')
}

/** The part of a postcode that stands for its district: the British outward code, else all but the last two signs. */
export function district(postcode: string): string {
  const british = /^([a-z]{1,2}\d[a-z\d]?)\d[a-z]{2}$/.exec(postcode)
  return british?.[1] ?? postcode.slice(0, Math.max(2, postcode.length - 2))
}
