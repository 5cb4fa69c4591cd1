import type { PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { ProfileFacts } from './depth.ts'

/** A person as other address books know one. */
export type ContactCard = {
  personId: PersonId
  displayName: string
  givenName: string | null
  familyName: string | null
  place: string | null
  birthDate: string | null
  doNotContact: boolean
  contacts: readonly { kind: 'email' | 'phone' | 'url'; value: string }[]
  /** Deepest first. */
  profiles: readonly {
    tool: ToolId
    handle: string | null
    url: string | null
    headline: string | null
    facts: ProfileFacts
  }[]
  tags: readonly string[]
  notes: readonly string[]
}

const foldAtBytes = 75
const doNotContactTag = 'do-not-contact'

const valuesOf = (card: ContactCard, kind: 'email' | 'phone' | 'url') =>
  card.contacts.filter(contact => contact.kind === kind).map(contact => contact.value)

const jobOf = (card: ContactCard) =>
  card.profiles.flatMap(profile => profile.facts.positions ?? []).find(position => position.current)

const urlsOf = (card: ContactCard) => [
  ...new Set([...card.profiles.flatMap(({ url }) => (url ? [url] : [])), ...valuesOf(card, 'url')]),
]

const tagsOf = (card: ContactCard) => (card.doNotContact ? [doNotContactTag, ...card.tags] : card.tags)

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** RFC 2425 5.8.1: lines of at most 75 bytes, never cut inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let out = ''
  let bytes = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > foldAtBytes) {
      out += '\r\n '
      bytes = 1
    }
    out += character
    bytes += size
  }
  return `${out}\r\n`
}

/** vCard 3.0, the version that every address book reads. */
export function printVCard(card: ContactCard): string {
  const job = jobOf(card)
  const { personId, displayName, familyName, givenName, place, birthDate } = card
  const tags = tagsOf(card)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:urn:uuid:${personId}`,
    `FN:${escaped(displayName)}`,
    `N:${escaped(familyName ?? '')};${escaped(givenName ?? (familyName ? '' : displayName))};;;`,
    ...(job?.organisation ? [`ORG:${escaped(job.organisation)}`] : []),
    ...(job?.title ? [`TITLE:${escaped(job.title)}`] : []),
    ...valuesOf(card, 'email').map(value => `EMAIL;TYPE=INTERNET:${escaped(value)}`),
    ...valuesOf(card, 'phone').map(value => `TEL:${escaped(value)}`),
    ...card.profiles.flatMap(({ tool, handle }) => (tool === 'xmpp' && handle ? [`IMPP:xmpp:${escaped(handle)}`] : [])),
    ...urlsOf(card).map(url => `URL:${escaped(url)}`),
    ...(place ? [`ADR:;;;${escaped(place)};;;`] : []),
    ...(birthDate ? [`BDAY:${birthDate}`] : []),
    ...(tags.length > 0 ? [`CATEGORIES:${tags.map(escaped).join(',')}`] : []),
    ...(card.notes.length > 0 ? [`NOTE:${escaped(card.notes.join('\n\n'))}`] : []),
    'END:VCARD',
  ]
  return lines.map(folded).join('')
}

const cell = (text: string): string => {
  // A spreadsheet would run a cell that begins like a formula; a phone number may keep its plus.
  const safe = /^[=@\t\r-]|^\+(?![\d\s().-]*$)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line of CSV that a spreadsheet shows and never runs. */
export const printCsvRow = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`

export const contactCsvHeader = printCsvRow([
  'Id',
  'Name',
  'Given name',
  'Family name',
  'E-mail',
  'Phone',
  'Company',
  'Title',
  'Headline',
  'Place',
  'Profiles',
  'Tags',
  'Do not contact',
  'Notes',
])

/** Several values of one kind stand in one cell, a line each. */
export function printContactCsvRow(card: ContactCard): string {
  const job = jobOf(card)
  return printCsvRow([
    card.personId,
    card.displayName,
    card.givenName ?? '',
    card.familyName ?? '',
    valuesOf(card, 'email').join('\n'),
    valuesOf(card, 'phone').join('\n'),
    job?.organisation ?? '',
    job?.title ?? '',
    card.profiles.find(profile => profile.headline)?.headline ?? '',
    card.place ?? '',
    urlsOf(card).join('\n'),
    card.tags.join('\n'),
    card.doNotContact ? 'yes' : '',
    card.notes.join('\n\n'),
  ])
}
