import { hash } from 'node:crypto'
import { isSharedBox } from '#features/identity/model.ts'
import {
  type ContactKind,
  contactKey,
  type ProfileFacts,
  profileDepth,
  refusalOfRecruiters,
} from '#features/people/model.ts'
import type { ImportRecord, PersonRecord, ProfileRecord } from '#importers/contract.ts'
import { profileAddress } from '#kernel/profile-urls.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Saying } from '../model/facts.ts'
import { foldName } from '../model/names.ts'

/** What an address is called while a batch is matched. */
export const accountId = (tool: string, key: string) => `${tool}\n${key}`
export const contactId = (kind: string, key: string) => `:${kind}\n${key}`
export const keyId = (key: string) => `!${key}`

export type PreparedContact = { kind: ContactKind; key: string; id: string; value: string; strong: boolean }
export type PreparedProfile = {
  tool: ToolId
  key: string | null
  /** Of its key; empty without one. */
  id: string
  handle?: string | undefined
  url?: string | undefined
  saying: Saying
  depth: number
}

/** A record with its addresses in the form that the database compares. */
export type PreparedPerson = {
  file: string
  row: number
  key: string
  /** Hex, 128 bits of what the file says. */
  digest: string
  person: PersonRecord
  contacts: readonly PreparedContact[]
  profiles: readonly PreparedProfile[]
  /** Of its key, its accounts and its strong addresses: who shares one of them may be the same. */
  ids: readonly string[]
  /** Their own words, when the profile asks recruiters to stay away. */
  quote: string | undefined
}

/** Longer is no address, and no index would hold it. */
const maxAddressChars = 300

/** A number without its country is kept as it stands, but is no proof of who somebody is. */
function preparePhone(value: string): PreparedContact | undefined {
  const key = contactKey('phone', value)
  if (key) return { kind: 'phone', key, id: contactId('phone', key), value, strong: true }
  const digits = value.replace(/\D/g, '')
  return digits.length >= 5 && digits.length <= 20
    ? { kind: 'phone', key: digits, id: contactId('phone', digits), value, strong: false }
    : undefined
}

function prepareContacts(person: PersonRecord): PreparedContact[] {
  const found: PreparedContact[] = []
  const add = (contact: PreparedContact | undefined) => {
    if (
      contact &&
      contact.key.length <= maxAddressChars &&
      !found.some(one => one.kind === contact.kind && one.key === contact.key)
    )
      found.push(contact)
  }
  for (const value of person.emails) {
    const key = contactKey('email', value)
    if (key) add({ kind: 'email', key, id: contactId('email', key), value: value.trim(), strong: !isSharedBox(key) })
  }
  for (const value of person.phones) add(preparePhone(value.trim()))
  for (const value of person.urls) {
    const key = contactKey('url', value)
    if (key) add({ kind: 'url', key, id: contactId('url', key), value: value.trim(), strong: false })
  }
  return found
}

type Described = Partial<
  Pick<
    ProfileRecord,
    'displayName' | 'headline' | 'summary' | 'place' | 'positions' | 'education' | 'skills' | 'languages'
  >
>

function factsOf({ positions, education, skills, languages }: Described): ProfileFacts {
  return {
    ...(positions && positions.length > 0 && { positions }),
    ...(education && education.length > 0 && { education }),
    ...(skills && skills.length > 0 && { skills }),
    ...(languages && languages.length > 0 && { languages }),
  }
}

function prepareProfile(
  tool: ToolId,
  address: { handle?: string | undefined; url?: string | undefined },
  described: Described,
): PreparedProfile {
  const { handle, url } = address
  const found = handle || url ? profileAddress(tool, { ...(handle && { handle }), ...(url && { url }) }) : undefined
  const key = found && found.key.length <= maxAddressChars ? found.key : null
  const { headline = null, summary = null, place = null, displayName = null } = described
  const facts = factsOf(described)
  return {
    tool,
    key,
    id: key === null ? '' : accountId(tool, key),
    handle: found?.handle ?? handle,
    url: found?.url ?? url,
    saying: { headline, summary, place, display_name: displayName, facts },
    depth: profileDepth({ headline, summary, place, facts }),
  }
}

const hasWords = (background: PersonRecord['background']) =>
  background !== undefined && Object.values(background).some(value => value !== undefined && value.length > 0)

/**
 * Accounts, and one for the first e-mail address: mail from it is then known to be theirs. What the file says without naming a
 * tool (employer, headline) stands on that one, else on the number's, else on a card without an address.
 */
function prepareProfiles(person: PersonRecord, contacts: readonly PreparedContact[]): PreparedProfile[] {
  const found: PreparedProfile[] = []
  for (const record of person.profiles) {
    const profile = prepareProfile(record.tool, record, record)
    if (!found.some(one => one.tool === profile.tool && one.key === profile.key && one.handle === profile.handle))
      found.push(profile)
  }
  const { background = {} } = person
  const card = { displayName: person.fullName, ...background }
  const email = contacts.find(contact => contact.kind === 'email')
  const phone = contacts.find(contact => contact.kind === 'phone' && contact.strong)
  if (email && !found.some(one => one.tool === 'email')) {
    const profile = prepareProfile('email', { handle: email.value }, card)
    found.push(email.strong ? profile : { ...profile, key: null, id: '' })
  } else if (hasWords(background)) {
    found.push(phone ? prepareProfile('sms', { handle: phone.key }, card) : prepareProfile('email', {}, card))
  }
  return found
}

const isAccountKey = (key: string) => !/^(?:email|phone|row):/.test(key)

/**
 * The key of the record in `import_keys`. Where it rests on an address that several people may share, the name is part of it: two
 * people with one mailbox are two.
 */
function keyOf(key: string, name: string): string {
  const whole = isAccountKey(key) ? key : `${key} ${foldName(name)}`
  return whole.length <= maxAddressChars ? whole : hash('sha256', whole, 'hex')
}

export function preparePerson(record: Extract<ImportRecord, { kind: 'person' }>): PreparedPerson {
  const { person, file, row } = record
  const contacts = prepareContacts(person)
  const profiles = prepareProfiles(person, contacts)
  const said = profiles.filter(({ saying }) => saying.headline !== null || saying.summary !== null)
  const quote =
    said.length > 0 || person.note
      ? refusalOfRecruiters(...said.flatMap(({ saying }) => [saying.headline, saying.summary]), person.note)
      : undefined
  const key = keyOf(record.key, person.fullName)
  const ids = [keyId(key)]
  for (const profile of profiles) if (profile.key !== null) ids.push(profile.id)
  for (const contact of contacts) if (contact.strong) ids.push(contact.id)
  return {
    file,
    row,
    key,
    ids,
    digest: hash('sha256', JSON.stringify(person), 'hex').slice(0, 32),
    person,
    contacts,
    profiles,
    quote,
  }
}
