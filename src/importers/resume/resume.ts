import type { PersonRecord, ProfileRecord } from '#importers/contract.ts'
import { emailsIn } from '../csv/person.ts'
import { filled, personNamed } from '../people.ts'
import { accountKey, accountOfUrl, profileOf } from '../profiles.ts'
import { digestOf } from '../text/digest.ts'
import { resolveWebUrl } from '../text/urls.ts'
import { readEducation, readLanguages, readPositions, readSkills } from './entries.ts'
import { bullet, type ResumeLine, type Section, sectionOf } from './lines.ts'

type Sections = ReadonlyMap<Section | 'top', readonly ResumeLine[]>

function cut(lines: readonly ResumeLine[]): Sections {
  const found = new Map<Section | 'top', ResumeLine[]>()
  let here: Section | 'top' = 'top'
  for (const line of lines) {
    const section = bullet.test(line.text) ? undefined : sectionOf(line.text)
    if (!section && line.startsColumn) here = 'top'
    if (section) here = section
    else if (!/^(?:page|seite|página)\s+\d+\s+(?:of|von|de|sur)\s+\d+$/i.test(line.text.trim()))
      found.set(here, [...(found.get(here) ?? []), line])
  }
  return found
}

const looksLikeName = (text: string): boolean =>
  /^[\p{Lu}][\p{L}'’.-]*(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|de|da|di|del|van|von|der|den|la|le|bin|al)){1,5}(?:,\s*[\p{L}. ]{2,12})?$/u.test(
    text.trim(),
  ) || /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{2,8}$/u.test(text.trim())

const inOneCase = (name: string): string =>
  name === name.toUpperCase() && /\p{Lu}{2}/u.test(name)
    ? name.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, start => start.toUpperCase())
    : name

/** The name: the largest line that looks like one, else the first. LinkedIn's sidebar comes before it, so all lines are asked. */
function findName(lines: readonly ResumeLine[], isLinkedIn: boolean): number {
  const candidates = lines
    .map((line, index) => ({
      index,
      size: line.size,
      text: line.text.replace(/^(?:name|curriculum vitae|lebenslauf|cv|resume)\s*[:–-]?\s*/i, ''),
    }))
    .filter(({ text }) => looksLikeName(text) && !sectionOf(text))
  const largest = Math.max(0, ...lines.map(line => line.size))
  const big = candidates.find(({ size }) => size > 0 && size >= largest - 0.1)
  if (big) return big.index
  if (isLinkedIn) return lines.findIndex(({ size, text }) => size >= largest - 0.1 && text.trim() !== '')
  return candidates.find(({ index }) => index < 15)?.index ?? -1
}

/** All but the name; where it began a column, the line below it does. */
const withoutName = (lines: readonly ResumeLine[], at: number): ResumeLine[] =>
  lines.flatMap((line, index) =>
    index === at ? [] : [index === at + 1 && lines[at]?.startsColumn ? { ...line, startsColumn: true } : line],
  )

const phonePattern = /(?:\+|00)?\d[\d\s()/.-]{6,18}\d/g
const phonesIn = (text: string): string[] =>
  (text.match(phonePattern) ?? []).filter(found => {
    const digits = found.replace(/\D/g, '')
    return digits.length >= 8 && digits.length <= 15 && !/(?:19|20)\d{2}\s*[-–/]\s*(?:19|20)?\d{2}/.test(found)
  })

/** Addresses, also those that a narrow column broke in two. */
function urlsIn(text: string): string[] {
  const whole = text.replace(/(linkedin\.com\/in\/[\w%-]*)\n([\w%-]+)(?=\s*\(LinkedIn\))/g, '$1$2')
  return whole.match(/(?:https?:\/\/|www\.|(?:linkedin|github|xing|x|twitter)\.com\/)[^\s<>()"',;]+/gi) ?? []
}

/**
 * The person of a résumé or of LinkedIn's profile PDF from its lines in reading order; undefined when it names nobody. `links` are
 * the addresses behind its links.
 */
export function readResumeLines(
  lines: readonly ResumeLine[],
  links: readonly string[],
): { person: PersonRecord; key: string; isLinkedIn: boolean } | undefined {
  const all = lines.map(line => line.text).join('\n')
  const isLinkedIn =
    /\(LinkedIn\)/.test(all) &&
    lines.some(line => sectionOf(line.text) === 'experience' || sectionOf(line.text) === 'contact')
  const at = findName(lines, isLinkedIn)
  const emails = [
    ...new Set(
      [...links.filter(link => /^mailto:/i.test(link)).map(link => link.slice(7).split('?')[0] ?? ''), all].flatMap(
        emailsIn,
      ),
    ),
  ]
  const name = inOneCase((lines[at]?.text ?? '').replace(/^(?:name)\s*[:–-]?\s*/i, '').trim())
  const addresses = [...links, ...urlsIn(all)].map(url =>
    /^www\.|^(?:linkedin|github|xing|x|twitter)\.com/i.test(url) ? `https://${url}` : url,
  )
  const accounts = addresses.map(accountOfUrl).filter(account => account !== undefined)
  const fullName = name || emails[0] || accounts[0]?.handle
  if (!fullName) return undefined

  const from = isLinkedIn ? at + 1 : 0
  const below = lines.slice(from).filter((_, index) => index + from !== at)
  // In LinkedIn's file the sidebar with its own sections stands before the name.
  const sections = cut(isLinkedIn ? below : withoutName(lines, at))
  const side = isLinkedIn ? cut(lines.slice(0, Math.max(0, at))) : sections
  const take = (section: Section): readonly ResumeLine[] => [
    ...(sections.get(section) ?? []),
    ...(isLinkedIn ? (side.get(section) ?? []) : []),
  ]
  const top = (sections.get('top') ?? []).map(line => line.text.trim()).filter(text => text !== '')
  const words = top.filter(
    text => emailsIn(text).length === 0 && phonesIn(text).length === 0 && urlsIn(text).length === 0,
  )
  const place = isLinkedIn
    ? words.at(-1)
    : [...words, ...take('contact').map(line => line.text.trim())].find(
        text => /^\p{Lu}[\p{L} .'-]+,\s*\p{Lu}[\p{L} .'-]+$/u.test(text) && text.length < 60,
      )
  const headline = isLinkedIn ? words.slice(0, -1).join(' ') : words.find(text => text !== place && text.length <= 120)
  const described: Pick<ProfileRecord, 'positions' | 'education' | 'skills' | 'languages'> & Partial<ProfileRecord> = {
    ...filled('headline', headline),
    ...filled(
      'summary',
      take('summary')
        .map(line => line.text.trim())
        .join('\n')
        .slice(0, 10_000),
    ),
    positions: readPositions(take('experience'), isLinkedIn),
    education: [...readEducation(take('education'))],
    skills: readSkills(take('skills')),
    languages: readLanguages(take('languages')),
  }
  const seen = new Set<string>()
  const own = accounts.filter(account => !seen.has(accountKey(account)) && seen.add(accountKey(account)))
  const main = own.find(account => account.tool === 'linkedin') ?? own[0]
  const holds = isLinkedIn && main?.tool === 'linkedin'
  const profiles: ProfileRecord[] = own.map(account => ({
    ...profileOf(account),
    displayName: fullName,
    ...(holds && account === main && { ...described, ...filled('place', place) }),
  }))
  const person: PersonRecord = {
    ...personNamed(fullName, profiles),
    emails,
    phones: [
      ...new Set(
        [...(sections.get('top') ?? []), ...take('contact')]
          .flatMap(line => phonesIn(line.text))
          .map(phone => phone.trim()),
      ),
    ],
    urls: [
      ...new Set(
        addresses
          .filter(url => /^https?:/i.test(url) && accountOfUrl(url) === undefined)
          .map(url => resolveWebUrl(url, undefined))
          .filter(url => url !== null),
      ),
    ],
    ...filled('place', place),
    ...(!holds && { background: described }),
  }
  const key = main
    ? accountKey(main)
    : emails[0]
      ? `email:${emails[0].toLowerCase()}`
      : `row:${digestOf(fullName.toLowerCase(), place ?? '')}`
  return { person, key, isLinkedIn }
}
