import type {
  EducationRecord,
  Importer,
  ImportRecord,
  PersonRecord,
  PositionRecord,
  ProfileRecord,
} from '../contract.ts'
import { emailsIn } from '../csv/person.ts'
import { readJsonFile } from '../json/file.ts'
import { rootKeys } from '../json/stream.ts'
import { filled, personNamed, rejected } from '../people.ts'
import { type Account, accountKey, accountOfUrl, accountOn, profileOf } from '../profiles.ts'
import { parsePartialDate } from '../text/dates.ts'
import { decodeText } from '../text/decode.ts'
import { digestOf } from '../text/digest.ts'
import { isJsonObject, type JsonObject, jsonList, jsonText } from '../text/json.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { mustUnderstand } from '../understood.ts'
import { type UnreadField, unreadDate, unreadPart } from '../unread.ts'

const objects = (value: unknown): readonly JsonObject[] => jsonList(value).filter(isJsonObject)
const date = (value: unknown) => parsePartialDate(jsonText(value) ?? '')
/** Instead of an end: it is still so. */
const isNow = (value: unknown): boolean =>
  /^(?:present|current(?:ly)?|now|today|ongoing|heute|aktuell)$/i.test(jsonText(value) ?? '')

function positionOf(entry: JsonObject): PositionRecord {
  const highlights = jsonList(entry.highlights)
    .map(jsonText)
    .filter(text => text !== null)
  return {
    ...filled('title', jsonText(entry.position)),
    ...filled('organisation', jsonText(entry.name) ?? jsonText(entry.company) ?? jsonText(entry.organization)),
    ...filled('description', [jsonText(entry.summary), ...highlights].filter(Boolean).join('\n')),
    ...filled('place', jsonText(entry.location)),
    ...filled('startedOn', date(entry.startDate)),
    ...filled('finishedOn', date(entry.endDate)),
    current: jsonText(entry.endDate) === null || isNow(entry.endDate),
  }
}

function educationOf(entry: JsonObject): EducationRecord | undefined {
  const school = jsonText(entry.institution) ?? jsonText(entry.issuer)
  if (school === null) return undefined
  return {
    school,
    ...filled('degree', jsonText(entry.studyType) ?? jsonText(entry.name)),
    ...filled('field', jsonText(entry.area)),
    ...filled('startedOn', date(entry.startDate)),
    ...filled('finishedOn', date(entry.endDate) ?? date(entry.date)),
  }
}

/** `network` and `username`, for entries without an address. */
function accountOf(entry: JsonObject): Account | undefined {
  const url = jsonText(entry.url)
  const byUrl = url === null ? undefined : accountOfUrl(url)
  const username = jsonText(entry.username)
  const network = jsonText(entry.network)?.toLowerCase()
  if (byUrl || username === null) return byUrl
  const tool = network === 'x' ? 'twitter' : network
  return tool === 'twitter' || tool === 'github' || tool === 'linkedin' ? accountOn(tool, username) : undefined
}

const placeOf = (location: unknown): string =>
  isJsonObject(location)
    ? [location.city, location.region, location.countryCode].map(jsonText).filter(Boolean).join(', ')
    : (jsonText(location) ?? '')

/** Dates of work and schools that say something and are none. */
const unreadDates = (document: JsonObject): UnreadField[] =>
  (['work', 'volunteer', 'education', 'certificates'] as const).flatMap(section =>
    objects(document[section]).flatMap(entry =>
      (['startDate', 'endDate', 'date'] as const).flatMap(field => {
        const written = jsonText(entry[field]) ?? ''
        return date(written) || isNow(written) ? [] : unreadDate(`${section}.${field}`, written)
      }),
    ),
  )

/** The person of a résumé; undefined when it names nobody. */
export function readResume(document: JsonObject): { person: PersonRecord; key: string } | undefined {
  const basics = isJsonObject(document.basics) ? document.basics : {}
  const emails = emailsIn(jsonText(basics.email) ?? '')
  const entries = objects(basics.profiles)
  const accounts = entries.map(accountOf).filter(account => account !== undefined)
  const name = jsonText(basics.name)
  const fullName = name ?? emails[0] ?? accounts[0]?.handle
  if (fullName === undefined) return undefined
  const background: PersonRecord['background'] = {
    ...filled('headline', jsonText(basics.label)),
    ...filled('summary', jsonText(basics.summary)),
    positions: [...objects(document.work), ...objects(document.volunteer)]
      .map(positionOf)
      .filter(position => position.title ?? position.organisation),
    education: [...objects(document.education), ...objects(document.certificates)]
      .map(educationOf)
      .filter(entry => entry !== undefined),
    skills: [
      ...new Set(
        objects(document.skills).flatMap(skill =>
          [jsonText(skill.name), ...jsonList(skill.keywords).map(jsonText)].filter(text => text !== null),
        ),
      ),
    ],
    languages: objects(document.languages).flatMap(entry => {
      const language = jsonText(entry.language)
      const fluency = jsonText(entry.fluency)
      return language === null ? [] : [fluency ? `${language} (${fluency})` : language]
    }),
  }
  const profiles: ProfileRecord[] = accounts.map(account => ({ ...profileOf(account), displayName: fullName }))
  const urls = [jsonText(basics.url) ?? jsonText(basics.website), ...entries.map(entry => jsonText(entry.url))]
    .filter(url => url !== null && accountOfUrl(url) === undefined)
    .map(url => resolveWebUrl(url, undefined))
    .filter(url => url !== null)
  const person: PersonRecord = {
    ...personNamed(fullName, profiles),
    emails,
    phones: [jsonText(basics.phone)].filter(phone => phone !== null),
    urls: [...new Set(urls)],
    ...filled('place', placeOf(basics.location)),
    background,
  }
  const [account] = accounts
  const key = account
    ? accountKey(account)
    : emails[0]
      ? `email:${emails[0].toLowerCase()}`
      : `row:${digestOf(fullName.toLowerCase(), person.place ?? '')}`
  return { person, key }
}

const sections = ['work', 'education', 'skills', 'volunteer', 'awards', 'languages', 'projects', 'meta', 'references']

/** A résumé in the JSON Resume schema, of any version; several in one list too. */
export const jsonResumeImporter: Importer = {
  format: 'json-resume',
  label: 'JSON Resume',
  async recognise(head) {
    const { keys } = rootKeys(decodeText(head).text)
    const isResume = keys.includes('basics') && keys.some(key => sections.includes(key))
    return isResume ? { match: 'yes', format: 'json-resume', label: 'JSON Resume' } : { match: 'no' }
  },
  read: source =>
    mustUnderstand(
      (async function* (): AsyncGenerator<ImportRecord> {
        let row = 0
        for (const document of jsonList(await readJsonFile(source))) {
          row++
          const read = isJsonObject(document) ? readResume(document) : undefined
          if (read && isJsonObject(document)) {
            const unread = unreadPart(unreadDates(document), () => JSON.stringify(document).slice(0, 2_000))
            yield { kind: 'person', file: source.name, row, ...read, ...unread }
          } else
            yield rejected(
              source.name,
              row,
              'This résumé names nobody: basics.name and basics.email are missing.',
              JSON.stringify(document),
            )
        }
      })(),
      'Fill in basics.name and import it again.',
    ),
}
