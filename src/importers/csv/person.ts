import type { ColumnMeaning, PersonRecord, ProfileRecord } from '#importers/contract.ts'
import { type Account, accountKey, accountOfUrl, accountOn, emptyProfile, profileOf } from '../profiles.ts'
import { type DateOrder, parsePartialDate } from '../text/dates.ts'
import { digestOf } from '../text/digest.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { type UnreadField, unreadDate, unreadIn } from '../unread.ts'

export type MeaningfulRow = (meaning: ColumnMeaning) => readonly string[]

const emailPattern = /[^\s<>()[\],;:"@]{1,64}@[^\s<>()[\],;:"@]{1,190}\.[^\s<>()[\],;:"@.]{2,63}/g

const onlyEmail = new RegExp(`^${emailPattern.source}$`)

/** Nearly always the cell is one address and nothing else. */
export const emailsIn = (text: string): string[] =>
  onlyEmail.test(text) ? [text] : (text.replace(/mailto:/gi, '').match(emailPattern) ?? [])

const split = (text: string, separators: RegExp): string[] =>
  text
    .split(separators)
    .map(part => part.trim())
    .filter(part => part !== '')

const unique = (texts: readonly string[]): readonly string[] => (texts.length < 2 ? texts : [...new Set(texts)])

const nothing: readonly never[] = []

/** What is read in each of the cells, every text once. Of most meanings a table has no column at all. */
const each = (cells: readonly string[], read: (cell: string) => readonly string[]): readonly string[] =>
  cells.length === 0 ? nothing : unique(cells.flatMap(read))

const trimmed = (text: string): readonly string[] => {
  const said = text.trim()
  return said === '' ? nothing : [said]
}

/** `Lovelace, Ada` is turned round; `Ada Lovelace, PhD` is not. */
function orderName(name: string): string {
  if (!name.includes(',')) return name
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? []
  if (
    !family ||
    !given ||
    /^(?:ph\.?d|m\.?d|mba|msc|ma|ba|bsc|jr|sr|i{1,3}|iv|cpa|esq|pmp|cfa|dr|prof|dipl|ing)\b\.?/i.test(given) ||
    /^[A-Z.]{2,6}$/.test(given)
  )
    return name
  return `${given} ${family}`
}

/** A table program writes a long number as `4.91234E+11`: the digits are lost. */
const isNumber = (text: string): boolean =>
  /\d{3}/.test(text.replace(/\D/g, '')) && !/^\d[.,]\d+E\+\d+$/i.test(text.trim())

const numbersIn = (text: string): string[] =>
  split(text, /[;|\n]+|,\s+| ::: |(?<=\d{4})\s+\/\s+(?=[+(]?\d[\d\s()-]{5})/).filter(isNumber)

const tagsIn = (text: string): string[] =>
  split(text, /[,;|\n]+| ::: /)
    .map(tag => tag.replace(/^\* /, ''))
    .filter(tag => tag !== 'myContacts')

type Sites = { accounts: readonly Account[]; urls: readonly string[] }
const noSites: Sites = { accounts: nothing, urls: nothing }

function websites(texts: readonly string[]): Sites {
  if (texts.length === 0) return noSites
  const accounts: Account[] = []
  const urls: string[] = []
  for (const text of texts) {
    for (const part of split(text, /[\s,;|]+/)) {
      const account = accountOfUrl(part)
      const url = /[^\s]\.[a-z]{2,}/i.test(part)
        ? resolveWebUrl(/^https?:/i.test(part) ? part : `https://${part}`, undefined)
        : null
      if (account) accounts.push(account)
      else if (url !== null) urls.push(url)
    }
  }
  return { accounts, urls }
}

const accountColumns = [
  ['linkedin-url', 'linkedin'],
  ['github', 'github'],
  ['twitter', 'twitter'],
] as const

/** Those of their own columns, then those found among the web addresses. */
function accountsOf(get: MeaningfulRow, ofSites: readonly Account[]): readonly Account[] {
  const found: Account[] = []
  for (const [meaning, tool] of accountColumns)
    for (const text of get(meaning)) {
      const account = accountOn(tool, text)
      if (account) found.push(account)
    }
  return found.length === 0 ? ofSites : [...found, ...ofSites]
}

/** Who a row is about, with a key that other files name the same person by; undefined when it names nobody. */
export function readPerson(
  get: MeaningfulRow,
  order?: DateOrder,
): { person: PersonRecord; key: string; unread: readonly UnreadField[] } | undefined {
  const first = (meaning: ColumnMeaning): string => {
    for (const text of get(meaning)) {
      const said = text.trim()
      if (said !== '') return said
    }
    return ''
  }
  const givenName = first('given-name')
  const familyName = first('family-name')
  const emails = each(get('email'), emailsIn)
  const phones = each(get('phone'), numbersIn)
  const sites = websites(get('website'))
  const accounts = accountsOf(get, sites.accounts)
  const fullName = orderName(first('full-name')) || [givenName, familyName].filter(Boolean).join(' ')
  const firstAccount = accounts[0]
  const named = fullName || emails[0] || firstAccount?.handle || phones[0]
  if (!named) return undefined

  const title = first('title')
  const organisation = first('company')
  const position =
    title || organisation ? [{ ...(title && { title }), ...(organisation && { organisation }), current: true }] : []
  const skills = each(get('skills'), text => split(text, /[,;|\n]+/))
  const headline = first('headline')
  const summary = first('summary')
  const background = {
    ...(headline && { headline }),
    ...(summary && { summary }),
    ...(position.length > 0 && { positions: position }),
    ...(skills.length > 0 && { skills }),
  }
  const profiles: ProfileRecord[] = []
  const seen = new Set<string>()
  for (const account of accounts) {
    if (seen.has(accountKey(account))) continue
    seen.add(accountKey(account))
    profiles.push({ ...profileOf(account), displayName: named })
  }
  const xmpp = first('xmpp').replace(/^xmpp:/i, '')
  if (xmpp.includes('@')) profiles.push({ tool: 'xmpp', handle: xmpp, displayName: named, ...emptyProfile })
  // A row that names a LinkedIn profile got its employer and headline from there.
  const linkedIn = profiles.find(profile => profile.tool === 'linkedin')
  if (linkedIn) Object.assign(linkedIn, background)
  const place = each(get('place'), trimmed).join(', ')
  const note = get('note').flatMap(trimmed).join('\n')
  const born = first('birth-date')
  const birthDate = born === '' ? undefined : parsePartialDate(born.replace(/^--/, ''), order)
  const timeZone = first('time-zone')
  const person: PersonRecord = {
    fullName: named,
    ...(givenName && { givenName }),
    ...(familyName && { familyName }),
    emails,
    phones,
    urls: unique(sites.urls),
    ...(place && { place }),
    ...(timeZone && { timeZone }),
    ...(birthDate && { birthDate }),
    ...(note && { note }),
    tags: each(get('tags'), tagsIn),
    profiles,
    ...(!linkedIn && Object.keys(background).length > 0 && { background }),
  }
  return { person, key: keyOf(person, firstAccount, organisation), unread: unreadOf(get, birthDate ? '' : born) }
}

const isEmail = (text: string) => emailsIn(text).length > 0
const isXmpp = (text: string) => text.includes('@')
const isAccount = (tool: 'linkedin' | 'github' | 'twitter') => (text: string) => accountOn(tool, text) !== undefined

const checkedColumns: readonly (readonly [ColumnMeaning, string, (cell: string) => boolean])[] = [
  ['email', 'E-mail address', isEmail],
  ['phone', 'Phone number', isNumber],
  ['linkedin-url', 'LinkedIn address', isAccount('linkedin')],
  ['github', 'GitHub account', isAccount('github')],
  ['twitter', 'X / Twitter account', isAccount('twitter')],
  ['xmpp', 'XMPP address', isXmpp],
]

/** What the row says that could not be read, field by field. */
function unreadOf(get: MeaningfulRow, born: string): readonly UnreadField[] {
  const found = [...unreadDate('Birth date', born)]
  for (const [meaning, field, isRead] of checkedColumns)
    for (const unread of unreadIn(field, get(meaning), isRead)) found.push(unread)
  return found
}

function keyOf(person: PersonRecord, account: Account | undefined, organisation: string): string {
  if (account) return accountKey(account)
  if (person.emails[0]) return `email:${person.emails[0].toLowerCase()}`
  if (person.phones[0])
    return `phone:${person.phones[0].replace(/[^\d+]/g, '')}:${digestOf(person.fullName.toLowerCase())}`
  return `row:${digestOf(person.fullName.toLowerCase(), organisation.toLowerCase(), person.place?.toLowerCase() ?? '', person.birthDate ?? '')}`
}
