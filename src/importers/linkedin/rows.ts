import type { ImportRecord, PersonRecord } from '#importers/contract.ts'
import { emailsIn } from '../csv/person.ts'
import { htmlToText } from '../html/text.ts'
import { accountKey, accountOfUrl, emptyProfile } from '../profiles.ts'
import type { DateOrder } from '../text/dates.ts'
import { digestOf } from '../text/digest.ts'
import { unreadDate, unreadIn, unreadPart } from '../unread.ts'
import { parseExportDay, parseExportInstant } from './dates.ts'
import { type Participant, splitRecipients, splitUrls } from './recipients.ts'
import type { Cells, Header, TableId } from './tables.ts'

export type RowPlace = { file: string; row: number; raw: string; columns: readonly string[] }
export type OwnerIdentity = { name: string; url: string | undefined }
export type MessageContext = { owner: OwnerIdentity; names: ReadonlyMap<string, string> }

export const rejected = ({ file, row, raw, columns }: RowPlace, why: string): ImportRecord => ({
  kind: 'rejected',
  file,
  row,
  why,
  raw,
  columns,
})
const empty = ({ file, row }: RowPlace, why: string): ImportRecord => ({ kind: 'empty', file, row, why })
const fullNameOf = (get: Cells, prefix = ''): string =>
  [get(`${prefix}first name`), get(`${prefix}last name`)].filter(Boolean).join(' ')
const participant = (name: string, url: string): Participant => (url === '' ? { name } : { name, url })
/** One spelling of a profile's address, so the same profile is the same in every file and era. */
const canonical = (url: string): string => accountOfUrl(url)?.url ?? url

export function readConnection(get: Cells, place: RowPlace, order?: DateOrder): ImportRecord {
  const fullName = fullNameOf(get)
  const url = get('url')
  const emails = emailsIn(get('email address'))
  const connectedOn = parseExportDay(get('connected on'), order)
  if (fullName === '' && url === '' && emails.length === 0)
    return empty(place, 'This profile is closed: LinkedIn gives only the day of the connection.')
  const account = url === '' ? undefined : accountOfUrl(url)
  const title = get('position')
  const organisation = get('company')
  const person: PersonRecord = {
    fullName: fullName || account?.handle || emails[0] || url,
    ...(get('first name') && { givenName: get('first name') }),
    ...(get('last name') && { familyName: get('last name') }),
    emails,
    phones: [],
    urls: [],
    tags: [],
    profiles: [
      {
        tool: 'linkedin',
        ...emptyProfile,
        ...(account && { handle: account.handle }),
        ...(url && { url: account?.url ?? url }),
        ...(fullName && { displayName: fullName }),
        positions:
          title || organisation
            ? [{ ...(title && { title }), ...(organisation && { organisation }), current: true }]
            : [],
      },
    ],
    ...(connectedOn && { connectedAt: connectedOn }),
  }
  const key = account
    ? accountKey(account)
    : emails[0]
      ? `email:${emails[0].toLowerCase()}`
      : `linkedin:${digestOf(fullName.toLowerCase(), connectedOn ?? '')}`
  const unread = [
    ...unreadDate('Connected On', connectedOn ? '' : get('connected on')),
    ...unreadIn('Email Address', [get('email address')], text => emailsIn(text).length > 0),
  ]
  const { file, row, raw, columns } = place
  return { kind: 'person', file, row, key, person, ...unreadPart(unread, () => raw, columns) }
}

const isTrue = (text: string): boolean => /^(?:yes|true|1|oui|ja|s[ií])$/i.test(text)

const plainContent = (text: string): string =>
  /<\/(?:p|a|div|span|strong|li)>|<br\s*\/?>/i.test(text) ? htmlToText(text) : text

export function readMessage(
  get: Cells,
  header: Header,
  place: RowPlace,
  { owner, names }: MessageContext,
): ImportRecord {
  if (isTrue(get('is message draft')) || isTrue(get('is conversation draft')))
    return empty(place, 'This is a draft that was never sent.')
  const name = get('from')
  const url = get('sender profile url')
  const isOwner =
    owner.url !== undefined && url !== '' ? canonical(url) === owner.url : owner.name !== '' && name === owner.name
  if (header.has('sender profile url') && url === '' && !isOwner && !/^linkedin member$/i.test(name))
    return empty(place, 'This is an advertisement that LinkedIn delivered as a message.')
  const sentAt = parseExportInstant(get('date'))
  if (sentAt === null) return rejected(place, `“${get('date').slice(0, 40)}” is no time that could be read.`)
  const conversationKey = get('conversation id')
  if (conversationKey === '') return rejected(place, 'The row names no conversation.')
  const text = plainContent(get('content'))
  const to = splitRecipients(get('to'), splitUrls(get('recipient profile urls')).map(canonical), names)
  return {
    kind: 'message',
    file: place.file,
    row: place.row,
    key: `linkedin:${digestOf(conversationKey, sentAt, canonical(url) || name, text)}`,
    tool: 'linkedin',
    conversationKey,
    ...(get('conversation title') && { conversationTitle: get('conversation title') }),
    ...(!isOwner && { from: participant(name, url && canonical(url)) }),
    to,
    sentAt,
    ...(get('subject') && { subject: get('subject') }),
    text,
  }
}

export function readInvitation(get: Cells, place: RowPlace): ImportRecord {
  const sentAt = parseExportInstant(get('sent at'))
  if (sentAt === null) return rejected(place, `“${get('sent at').slice(0, 40)}” is no time that could be read.`)
  const direction = /^out/i.test(get('direction')) ? 'out' : 'in'
  const name = get(direction === 'out' ? 'to' : 'from')
  const url = canonical(get(direction === 'out' ? 'inviteeprofileurl' : 'inviterprofileurl'))
  if (name === '' && url === '') return empty(place, 'This invitation names nobody: the profile is closed.')
  return {
    kind: 'invitation',
    file: place.file,
    row: place.row,
    key: `linkedin:${digestOf('invitation', direction, url || name, sentAt)}`,
    tool: 'linkedin',
    direction,
    name,
    ...(url && { url }),
    sentAt,
    ...(get('message') && { message: get('message') }),
  }
}

/** LinkedIn writes a line end inside a post as a quote, a line end and a quote. */
const withLines = (text: string): string => text.replace(/"\r?\n"/g, '\n').trim()

type Activity = Extract<ImportRecord, { kind: 'activity' }>
type ActivityParts = Pick<Activity, 'activity' | 'text'> & {
  date: string
  author?: Participant
  title?: string
  url?: string
}

function activity(place: RowPlace, { date, ...parts }: ActivityParts): ImportRecord {
  const publishedAt = parseExportInstant(date)
  if (publishedAt === null) return rejected(place, `“${date.slice(0, 40)}” is no time that could be read.`)
  const who = parts.author?.url ?? parts.author?.name ?? ''
  const key = `linkedin:${digestOf(parts.activity, publishedAt, who, parts.url ?? '', parts.title ?? '', parts.text)}`
  return { kind: 'activity', file: place.file, row: place.row, key, tool: 'linkedin', ...parts, publishedAt }
}

/** A row of a file about what was written by or about the owner; undefined for tables of other kinds. */
export function readActivity(table: TableId, get: Cells, place: RowPlace): ImportRecord | undefined {
  switch (table) {
    case 'endorsements': {
      const status = get('endorsement status')
      if (status !== '' && !/^accept/i.test(status)) return empty(place, 'This endorsement was not accepted.')
      const author = participant(fullNameOf(get, 'endorser '), canonicalOrEmpty(get('endorser public url')))
      return activity(place, {
        activity: 'endorsement',
        date: get('endorsement date'),
        author,
        title: get('skill name'),
        text: '',
      })
    }
    case 'recommendations': {
      const isGiven = /given|donn[ée]|gegeben|erteilt|dada|fatte|gegeven/i.test(place.file)
      const other = fullNameOf(get)
      return activity(place, {
        activity: 'recommendation',
        date: get('creation date'),
        ...(isGiven ? { title: other } : { author: { name: other } }),
        text: get('text'),
      })
    }
    case 'comments':
      return activity(place, {
        activity: 'comment',
        date: get('date'),
        text: withLines(get('message')),
        ...link(get('link')),
      })
    case 'shares':
      return activity(place, {
        activity: 'post',
        date: get('date'),
        text: withLines(get('sharecommentary')) || get('sharedurl'),
        ...link(get('sharelink')),
      })
    case 'reactions':
      return activity(place, { activity: 'reaction', date: get('date'), text: get('type'), ...link(get('link')) })
    default:
      return undefined
  }
}

const link = (url: string): { url?: string } => (url === '' ? {} : { url })
const canonicalOrEmpty = (url: string): string =>
  url === '' ? '' : canonical(/^https?:/i.test(url) ? url : `https://${url}`)
