import type {
  ByteSource,
  EducationRecord,
  ImportRecord,
  PersonRecord,
  PositionRecord,
  ProfileRecord,
} from '#importers/contract.ts'
import { emailsIn } from '../csv/person.ts'
import { accountOfUrl, accountOn, profileOf } from '../profiles.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { parseExportDay } from './dates.ts'
import type { Cells, TableId } from './tables.ts'

/** Files that together describe the owner of the export: one `self` record. */
export const ownerTables: ReadonlySet<TableId> = new Set([
  'profile',
  'positions',
  'education',
  'skills',
  'languages',
  'certifications',
  'projects',
  'emails',
  'phones',
])

export type OwnerDraft = {
  rows: number
  file: string
  givenName: string
  familyName: string
  headline: string
  summary: string
  place: string
  birthDate: string
  positions: PositionRecord[]
  education: EducationRecord[]
  skills: string[]
  languages: string[]
  emails: string[]
  phones: string[]
  websites: string[]
  twitter: string[]
}

export const emptyOwner = (source: Pick<ByteSource, 'name'>): OwnerDraft => ({
  rows: 0,
  file: source.name,
  givenName: '',
  familyName: '',
  headline: '',
  summary: '',
  place: '',
  birthDate: '',
  positions: [],
  education: [],
  skills: [],
  languages: [],
  emails: [],
  phones: [],
  websites: [],
  twitter: [],
})

const filled = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> => {
  const record: Partial<Record<K, string>> = {}
  if (value) record[key] = value
  return record
}

function position(title: string, organisation: string, get: Cells): PositionRecord {
  const finishedOn = parseExportDay(get('finished on'))
  return {
    ...filled('title', title),
    ...filled('organisation', organisation),
    ...filled('description', get('description')),
    ...filled('place', get('location')),
    ...filled('startedOn', parseExportDay(get('started on'))),
    ...filled('finishedOn', finishedOn),
    current: get('finished on') === '',
  }
}

/** `[PORTFOLIO:https://a.example,BLOG:https://b.example]`, and plain lists. */
const listed = (text: string): string[] =>
  text
    .replace(/^\[|\]$/g, '')
    .split(/,(?=\s*(?:[A-Z_ ]+:|https?:))/)
    .map(part => part.trim().replace(/^[A-Z_ ]+:(?!\/\/)/, ''))
    .filter(part => part !== '')

/** Adds one row of one of the owner's files. False when the row says nothing. */
export function addOwnerRow(owner: OwnerDraft, table: TableId, get: Cells): boolean {
  switch (table) {
    case 'profile':
      owner.givenName = get('first name')
      owner.familyName = get('last name')
      owner.headline = get('headline')
      owner.summary = get('summary')
      owner.place = get('geo location') || get('address')
      owner.birthDate = parseExportDay(get('birth date')) ?? ''
      owner.websites.push(...listed(get('websites')))
      owner.twitter.push(...listed(get('twitter handles')))
      return owner.givenName !== '' || owner.familyName !== ''
    case 'positions':
      owner.positions.push(position(get('title'), get('company name'), get))
      return get('title') !== '' || get('company name') !== ''
    case 'projects':
      owner.positions.push({ ...position(get('title'), '', get), current: false })
      return get('title') !== ''
    case 'education':
      owner.education.push({
        school: get('school name'),
        ...filled('degree', get('degree name')),
        ...filled('field', get('notes')),
        ...filled('startedOn', parseExportDay(get('start date'))),
        ...filled('finishedOn', parseExportDay(get('end date'))),
      })
      return get('school name') !== ''
    case 'certifications':
      owner.education.push({
        school: get('authority'),
        degree: get('name'),
        ...filled('startedOn', parseExportDay(get('started on'))),
        ...filled('finishedOn', parseExportDay(get('finished on'))),
      })
      return get('name') !== ''
    case 'skills':
      owner.skills.push(get('name'))
      return get('name') !== ''
    case 'languages':
      owner.languages.push(get('proficiency') ? `${get('name')} (${get('proficiency')})` : get('name'))
      return get('name') !== ''
    case 'emails': {
      const emails = emailsIn(get('email address'))
      if (/^y|^true/i.test(get('primary'))) owner.emails.unshift(...emails)
      else owner.emails.push(...emails)
      return emails.length > 0
    }
    case 'phones':
      if (get('number'))
        owner.phones.push(get('extension') ? `${get('number')} ext. ${get('extension')}` : get('number'))
      return get('number') !== ''
    default:
      return false
  }
}

/** The owner's one record; undefined when no file said anything of them. */
export function ownerRecord(owner: OwnerDraft): ImportRecord | undefined {
  if (owner.rows === 0) return undefined
  const fullName = [owner.givenName, owner.familyName].filter(Boolean).join(' ')
  const accounts = [
    ...owner.websites.map(accountOfUrl),
    ...owner.twitter.map(handle => accountOn('twitter', handle)),
  ].filter(account => account !== undefined)
  const profile: ProfileRecord = {
    tool: 'linkedin',
    ...filled('displayName', fullName),
    ...filled('headline', owner.headline),
    ...filled('summary', owner.summary),
    ...filled('place', owner.place),
    positions: owner.positions,
    education: owner.education,
    skills: [...new Set(owner.skills)],
    languages: [...new Set(owner.languages)],
  }
  const person: PersonRecord = {
    fullName,
    ...filled('givenName', owner.givenName),
    ...filled('familyName', owner.familyName),
    ...filled('place', owner.place),
    ...filled('birthDate', owner.birthDate),
    emails: [...new Set(owner.emails)],
    phones: [...new Set(owner.phones)],
    urls: owner.websites
      .filter(site => !accountOfUrl(site))
      .map(site => resolveWebUrl(/^https?:/i.test(site) ? site : `https://${site}`, undefined))
      .filter(url => url !== null),
    tags: [],
    profiles: [profile, ...accounts.map(profileOf)],
  }
  return { kind: 'self', file: owner.file, row: 1, key: 'linkedin:self', person }
}
