import type { PersonRecord, ProfileRecord } from '#importers/contract.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { emailsIn } from '../csv/person.ts'
import { type Account, accountKey, accountOfUrl, accountOn, emptyProfile, profileOf } from '../profiles.ts'
import { parsePartialDate } from '../text/dates.ts'
import { digestOf } from '../text/digest.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { type UnreadField, unreadDate, unreadIn } from '../unread.ts'
import { type Property, splitValue, unescapeText } from './lines.ts'

/** Instant messengers: `IMPP:xmpp:…`, `X-JABBER:…`, `X-SOCIALPROFILE;TYPE=twitter:…`. */
const messengerTools: Readonly<Record<string, ToolId>> = {
  xmpp: 'xmpp',
  jabber: 'xmpp',
  irc: 'irc',
  matrix: 'matrix',
  tg: 'telegram',
  ymsgr: 'forum',
  gtalk: 'xmpp',
}

const withoutMarker = (label: string): string => label.replace(/^_\$!<(.*)>!\$_$/, '$1')

function messengerOf(property: Property): ProfileRecord | undefined {
  const value = unescapeText(property.value)
  if (/^X-(?:JABBER|GTALK|GOOGLE-TALK)$/.test(property.name) && value.includes('@'))
    return { tool: 'xmpp', handle: value, ...emptyProfile }
  if (property.name !== 'IMPP') return undefined
  const [, scheme = '', rest = ''] = /^([\w-]+):(?:\/\/)?(.+)$/.exec(value) ?? []
  const service = (
    property.parameters.get('X-SERVICE-TYPE')?.[0] ??
    property.parameters.get('SERVICE-TYPE')?.[0] ??
    ''
  ).toLowerCase()
  const tool =
    messengerTools[scheme.toLowerCase()] ?? messengerTools[service] ?? (isToolId(service) ? service : undefined)
  return tool === undefined || tool === 'forum'
    ? undefined
    : { tool, handle: decodeSafely(rest || value), ...emptyProfile }
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function socialOf(property: Property): Account | undefined {
  const value = unescapeText(property.value).replace(/^x-apple:/i, '')
  const byUrl = accountOfUrl(value)
  if (byUrl) return byUrl
  const type = (
    property.parameters.get('TYPE')?.[0] ??
    property.parameters.get('SERVICE-TYPE')?.[0] ??
    property.name.replace(/^X-/, '')
  ).toLowerCase()
  const handle = property.parameters.get('X-USER')?.[0] ?? property.parameters.get('USERNAME')?.[0] ?? value
  return type === 'twitter' || type === 'github' || type === 'linkedin' ? accountOn(type, handle) : undefined
}

/** Nobody is called on a fax machine, and many share one. */
const isFax = ({ parameters }: Property) =>
  [...parameters].some(words => /\bFAX\b/i.test(words.flat().join(' '))) &&
  ![...parameters].some(words => /\b(?:VOICE|CELL)\b/i.test(words.flat().join(' ')))

/** The person of a card; undefined when it names nobody. Labels of grouped values become part of the note, so none is lost. */
export function readCard(
  card: readonly Property[],
): { person: PersonRecord; key: string; unread: readonly UnreadField[] } | undefined {
  const all = (...names: readonly string[]) => card.filter(property => names.includes(property.name))
  const text = (...names: readonly string[]) =>
    all(...names)
      .map(property => unescapeText(property.value))
      .find(value => value !== '') ?? ''
  const [familyName = '', givenName = '', middle = ''] = splitValue(all('N')[0]?.value ?? '', ';')
  const organisations = all('ORG')
    .map(property => splitValue(property.value, ';').filter(Boolean).join(', '))
    .filter(Boolean)
  const emails = [...new Set(all('EMAIL').flatMap(property => emailsIn(unescapeText(property.value))))]
  const phones = [
    ...new Set(
      all('TEL')
        .filter(property => !isFax(property))
        .map(property => unescapeText(property.value).replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '))
        .filter(phone => /\d/.test(phone)),
    ),
  ]
  const links = all('URL', 'X-SOCIALPROFILE', 'SOCIALPROFILE', 'X-TWITTER', 'X-LINKEDIN', 'X-GITHUB').map(property => ({
    property,
    account: socialOf(property),
  }))
  const accounts = links.map(({ account }) => account).filter(account => account !== undefined)
  const fullName = text('FN') || [givenName, middle, familyName].filter(Boolean).join(' ') || text('NICKNAME')
  const named = fullName || organisations[0] || emails[0] || accounts[0]?.handle || phones[0]
  if (!named) return undefined

  const urls = links
    .filter(({ property, account }) => account === undefined && property.name === 'URL')
    .map(({ property }) => unescapeText(property.value))
    .map(url => resolveWebUrl(/^[a-z]+:/i.test(url) ? url : `https://${url}`, undefined))
    .filter(url => url !== null)
  const labels = all('X-ABLABEL').map(label => ({
    group: label.group,
    label: withoutMarker(unescapeText(label.value)),
  }))
  const labelled = labels.flatMap(({ group, label }) =>
    group === ''
      ? []
      : card
          .filter(
            property =>
              property.group === group &&
              /^(?:URL|EMAIL|TEL|X-ABRELATEDNAMES|X-ABDATE|IMPP|RELATED)$/.test(property.name),
          )
          .map(property => `${label}: ${unescapeText(property.value)}`),
  )
  const title = text('TITLE', 'ROLE')
  const positions =
    title || organisations[0]
      ? [{ ...(title && { title }), ...(organisations[0] && { organisation: organisations[0] }), current: true }]
      : []
  const skills = all('EXPERTISE', 'SKILL')
    .map(property => unescapeText(property.value))
    .filter(Boolean)
  const languages = all('LANG')
    .map(property => unescapeText(property.value))
    .filter(Boolean)
  const [address] = all('ADR')
  const [, , , city = '', region = '', , country = ''] = address ? splitValue(address.value, ';') : []
  const born = text('BDAY').replace(/^(\d{4})(\d{2})(\d{2})T.*$/, '$1$2$3')
  const birthDate = parsePartialDate(born)
  const seen = new Set<string>()
  const profiles = [
    ...accounts.filter(account => !seen.has(accountKey(account)) && seen.add(accountKey(account))).map(profileOf),
    ...card.map(messengerOf).filter(profile => profile !== undefined),
  ].map(profile => ({ ...profile, displayName: named }))
  const note = [...all('NOTE').map(property => unescapeText(property.value)), ...labelled].filter(Boolean).join('\n')
  const place = [city, region, country].filter(Boolean).join(', ')
  const background = {
    ...(positions.length > 0 && { positions }),
    ...(skills.length > 0 && { skills }),
    ...(languages.length > 0 && { languages }),
  }
  const person: PersonRecord = {
    fullName: named,
    ...(givenName && { givenName }),
    ...(familyName && { familyName }),
    emails,
    phones,
    urls: [...new Set(urls)],
    ...(place && { place }),
    ...(/^[A-Za-z_]+\/[A-Za-z_]/.test(text('TZ')) && { timeZone: text('TZ') }),
    ...(birthDate && { birthDate }),
    ...(note && { note }),
    tags: [
      ...new Set(
        all('CATEGORIES')
          .flatMap(property => splitValue(property.value, ','))
          .filter(tag => tag !== '' && tag !== 'myContacts'),
      ),
    ],
    profiles,
    ...(Object.keys(background).length > 0 && { background }),
  }
  const uid = text('UID')
  const key = accounts[0]
    ? accountKey(accounts[0])
    : emails[0]
      ? `email:${emails[0].toLowerCase()}`
      : uid
        ? `uid:${uid}`
        : `card:${digestOf(named.toLowerCase(), phones[0] ?? '', organisations[0] ?? '')}`
  const unread = [
    ...unreadDate('BDAY', birthDate ? '' : born),
    ...unreadIn(
      'EMAIL',
      all('EMAIL').map(({ value }) => unescapeText(value)),
      value => emailsIn(value).length > 0,
    ),
  ]
  return { person, key, unread }
}
