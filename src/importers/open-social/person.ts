import type { PersonRecord, PositionRecord } from '#importers/contract.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { emailsIn } from '../csv/person.ts'
import { filled, personNamed } from '../people.ts'
import { accountKey, accountOfUrl, emptyProfile, profileOf } from '../profiles.ts'
import { parsePartialDate } from '../text/dates.ts'
import { digestOf } from '../text/digest.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { type UnreadField, unreadDate } from '../unread.ts'

const objects = (value: unknown): readonly JsonObject[] => jsonList(value).filter(isJsonObject)

/** Plural fields are lists of `{value, type, primary}`; some providers write bare strings. The primary one comes first. */
const values = (field: unknown): string[] => {
  const entries = jsonList(field)
  const first = entries.filter(entry => isJsonObject(entry) && entry.primary === true)
  return [...new Set([...first, ...entries])]
    .map(entry => jsonText(isJsonObject(entry) ? (entry.value ?? entry.address ?? entry.linkText) : entry))
    .filter(text => text !== null)
}

const messengers: Readonly<Record<string, ToolId>> = { jabber: 'xmpp', gtalk: 'xmpp', xmpp: 'xmpp', irc: 'irc' }

function placeOf(entry: JsonObject): string {
  const addresses = [...objects(entry.currentLocation), ...objects(entry.addresses)]
  const [address] = addresses
  if (!address) return jsonText(entry.currentLocation) ?? ''
  return (
    [address.locality, address.region, address.country].map(jsonText).filter(Boolean).join(', ') ||
    (jsonText(address.formatted ?? address.unstructuredAddress) ?? '')
  )
}

function positionsOf(entry: JsonObject): PositionRecord[] {
  const jobs = [...objects(entry.organizations), ...objects(entry.jobs)].filter(job => jsonText(job.type) !== 'school')
  return jobs
    .map(job => {
      const finishedOn = parsePartialDate(jsonText(job.endDate) ?? '')
      return {
        ...filled('title', jsonText(job.title)),
        ...filled('organisation', jsonText(job.name)),
        ...filled('description', jsonText(job.description)),
        ...filled('startedOn', parsePartialDate(jsonText(job.startDate) ?? '')),
        ...filled('finishedOn', finishedOn),
        current: finishedOn === undefined,
      }
    })
    .filter(job => job.title ?? job.organisation)
}

const educationOf = (entry: JsonObject) =>
  [...objects(entry.schools), ...objects(entry.organizations).filter(one => jsonText(one.type) === 'school')].flatMap(
    school => {
      const name = jsonText(school.name)
      return name === null
        ? []
        : [
            {
              school: name,
              ...filled('field', jsonText(school.field ?? school.department)),
              ...filled('degree', jsonText(school.title)),
              ...filled('finishedOn', parsePartialDate(jsonText(school.endDate) ?? '')),
            },
          ]
    },
  )

/** Someone in OpenSocial's or Portable Contacts' words; undefined when the entry names nobody. Gender and the like are left out. */
export function readContact(
  entry: JsonObject,
): { person: PersonRecord; key: string; unread: readonly UnreadField[] } | undefined {
  const name = isJsonObject(entry.name) ? entry.name : {}
  const givenName = jsonText(name.givenName)
  const familyName = jsonText(name.familyName)
  const emails = values(entry.emails).flatMap(emailsIn)
  const pages = [jsonText(entry.profileUrl), ...values(entry.urls)].filter(url => url !== null)
  const hosted = objects(entry.accounts).flatMap(account => {
    const domain = jsonText(account.domain)
    const username = jsonText(account.username) ?? jsonText(account.userid)
    return domain && username ? [`https://${domain}/${encodeURIComponent(username)}`] : []
  })
  const accounts = [...pages, ...hosted].map(accountOfUrl).filter(account => account !== undefined)
  const fullName =
    jsonText(entry.displayName) ??
    jsonText(name.formatted) ??
    jsonText(entry.name) ??
    ([givenName, familyName].filter(Boolean).join(' ') ||
      (jsonText(entry.nickname) ?? jsonText(entry.preferredUsername) ?? emails[0] ?? accounts[0]?.handle))
  if (!fullName) return undefined
  const seen = new Set<string>()
  const profiles = accounts
    .filter(account => !seen.has(accountKey(account)) && seen.add(accountKey(account)))
    .map(account => ({ ...profileOf(account), displayName: fullName }))
  const chats = objects(entry.ims).flatMap(im => {
    const handle = jsonText(im.value)
    const type = jsonText(im.type)?.toLowerCase() ?? ''
    const tool = messengers[type] ?? (isToolId(type) ? type : undefined)
    return handle && tool ? [{ tool, handle, displayName: fullName, ...emptyProfile }] : []
  })
  const born = (jsonText(entry.birthday ?? entry.dateOfBirth) ?? '').replace(/^0000-/, '')
  const birthDate = parsePartialDate(born)
  const person: PersonRecord = {
    ...personNamed(fullName, [...profiles, ...chats]),
    ...filled('givenName', givenName),
    ...filled('familyName', familyName),
    emails: [...new Set(emails)],
    phones: values(entry.phoneNumbers),
    urls: [
      ...new Set(
        pages
          .filter(url => accountOfUrl(url) === undefined)
          .map(url => resolveWebUrl(url, undefined))
          .filter(url => url !== null),
      ),
    ],
    ...filled('place', placeOf(entry)),
    ...filled('birthDate', birthDate),
    ...filled('note', jsonText(entry.note)),
    tags: values(entry.tags),
    background: {
      ...filled('headline', jsonText(entry.status)),
      ...filled('summary', jsonText(entry.aboutMe)),
      positions: positionsOf(entry),
      education: educationOf(entry),
      languages: values(entry.languagesSpoken),
      skills: [],
    },
  }
  const [account] = accounts
  const id = jsonText(entry.id)
  const key = account
    ? accountKey(account)
    : person.emails[0]
      ? `email:${person.emails[0].toLowerCase()}`
      : `row:${digestOf(id ?? '', fullName.toLowerCase(), person.place ?? '')}`
  return { person, key, unread: unreadDate('birthday', birthDate ? '' : born) }
}
