import type { EducationRecord, PositionRecord } from '#importers/contract.ts'
import { filled } from '../people.ts'
import { isDuration, readRange } from './dates.ts'
import { bullet, type ResumeLine } from './lines.ts'

const organisationWords =
  /\b(?:gmbh|ag|kg|inc|ltd|llc|corp|corporation|company|plc|s\.?a\.?|s\.?l\.?|bv|oy|university|universität|hospital|klinik|clinic|bank|group|gruppe|institut|institute|agency|agentur|studio|labs?|technologies|solutions|consulting|ministry|stadt|verein)\b/i
const titleWords =
  /\b(?:engineer|developer|manager|director|lead|head|chief|officer|analyst|consultant|designer|architect|nurse|teacher|assistant|intern|trainee|specialist|coordinator|recruiter|scientist|researcher|technician|entwickler(?:in)?|leiter(?:in)?|leitung|berater(?:in)?|ingenieur(?:in)?|mitarbeiter(?:in)?|praktikant(?:in)?|referent(?:in)?|assistent(?:in)?|geschäftsführer(?:in)?|pfleger(?:in)?|ingénieure?|développeu(?:r|se)|directeur|directrice|ingeniero|ingeniera|director(?:a)?|desarrollador(?:a)?|founder|owner|partner|president|vp)\b/i
const schoolWords =
  /(?:schule|hochschule|universität|gymnasium|akademie|kolleg)\b|\b(?:university|universität|université|universidad|università|college|school|schule|gymnasium|hochschule|institute?|academy|akademie|école|escuela|tu|fh|htl|eth)\b/i

type Entry = { head: string[]; sizes: number[]; body: string[]; range: NonNullable<ReturnType<typeof readRange>> }

const isHeadLike = ({ text }: ResumeLine): boolean =>
  text.length <= 110 && !bullet.test(text) && !/[.;:,]$/.test(text.trim()) && !isDuration(text)

/** Cuts a section into entries, each around its span of time; what stands right above belongs to it. */
function entriesOf(lines: readonly ResumeLine[]): Entry[] {
  const used = lines.filter(line => line.text.trim() !== '' && !isDuration(line.text))
  const sizes = used.map(line => line.size).sort((a, b) => a - b)
  const body = sizes[Math.floor(sizes.length / 4)] ?? 0
  const hasSizes = (sizes.at(-1) ?? 0) > body + 0.3
  const entries: Entry[] = []
  let taken = 0
  const spans = used.map(line => (bullet.test(line.text) ? undefined : readRange(line.text)))
  const starts: { at: number; from: number }[] = []
  for (const [at, span] of spans.entries()) {
    if (!span) continue
    let from = at
    const limit = span.rest ? 1 : 2
    while (from > taken && at - from < limit) {
      const above = used[from - 1]
      if (!above || !isHeadLike(above) || spans[from - 1]) break
      if (hasSizes && above.size < body + 0.3 && from < at) break
      if (hasSizes && above.size < body + 0.3 && span.rest) break
      // Without sizes, a line below another entry's date is that entry's own unless two are left over.
      if (!hasSizes && entries.length + starts.length > 0 && from - 1 <= (starts.at(-1)?.at ?? -1)) break
      from--
    }
    starts.push({ at, from })
    taken = at + 1
  }
  for (const [index, { at, from }] of starts.entries()) {
    const span = spans[at]
    if (!span) continue
    const next = starts[index + 1]?.from ?? used.length
    const above = used.slice(from, at)
    const head = above.map(line => line.text.trim())
    if (span.rest && span.rest.length <= 140) head.push(span.rest)
    const after = used.slice(at + 1, next)
    // `2019 – 2022` first, and what it was on the lines below.
    while (head.length === 0 || (head.length === 1 && span.rest !== '' && !separator.test(span.rest))) {
      const line = after[0]
      if (!line || !isHeadLike(line) || line.text.length > 90) break
      head.push(line.text.trim())
      after.shift()
    }
    entries.push({ head, sizes: above.map(line => line.size), body: after.map(line => line.text.trim()), range: span })
  }
  return entries
}

const separator = /\s+(?:at|bei|chez|en|@)\s+|\s*[|•·–—]\s*|\s+-\s+|,\s+/i

/** Which part is the title and which the employer: by their words, else by the order usual in this kind of file. */
function nameParts(parts: readonly string[], organisationFirst: boolean): { title?: string; organisation?: string } {
  const [first = '', second] = parts
  if (second === undefined) {
    const isOrganisation = organisationWords.test(first) && !titleWords.test(first)
    return isOrganisation ? { organisation: first } : { title: first }
  }
  const score = (text: string) => (titleWords.test(text) ? 1 : 0) - (organisationWords.test(text) ? 1 : 0)
  const difference = score(first) - score(second)
  const firstIsTitle = difference === 0 ? !organisationFirst : difference > 0
  return firstIsTitle ? { title: first, organisation: second } : { title: second, organisation: first }
}

export function readPositions(lines: readonly ResumeLine[], organisationFirst: boolean): PositionRecord[] {
  let lastOrganisation = ''
  return entriesOf(lines).flatMap(({ head, body, range }) => {
    const only = head[0] ?? ''
    const parts =
      head.length > 1
        ? head.slice(0, 2)
        : only
            .split(separator)
            .filter(part => part.trim() !== '')
            .slice(0, 2)
    const isRole = organisationFirst && head.length === 1 && parts.length === 1
    const named = isRole
      ? { title: only, organisation: lastOrganisation }
      : nameParts(parts, organisationFirst && head.length > 1)
    if (!named.title && !named.organisation) return []
    if (named.organisation) lastOrganisation = named.organisation
    const [place, ...rest] = body
    const isPlace =
      organisationFirst && place !== undefined && /^[\p{Lu}][^.!?•]{1,70}$/u.test(place) && /,|area|region/i.test(place)
    return [
      {
        ...filled('title', named.title),
        ...filled('organisation', named.organisation),
        ...(isPlace && filled('place', place)),
        ...filled('description', (isPlace ? rest : body).join('\n').slice(0, 5_000)),
        ...filled('startedOn', range.startedOn),
        ...filled('finishedOn', range.finishedOn),
        current: range.current,
      },
    ]
  })
}

export function readEducation(lines: readonly ResumeLine[]): EducationRecord[] {
  return entriesOf(lines).flatMap(({ head, range }) => {
    const parts =
      head.length > 1 ? head : (head[0] ?? '').split(/\s*[|•·–—]\s*|,\s+/).filter(part => part.trim() !== '')
    const at = Math.max(
      0,
      parts.findIndex(part => schoolWords.test(part)),
    )
    const school = parts[at]?.trim()
    if (!school) return []
    const others = parts.filter((_, index) => index !== at).flatMap(part => part.split(/,\s+/))
    const [degree, ...field] = others.map(part => part.replace(/^[\s·(]+|[\s·(]+$/g, '')).filter(part => part !== '')
    return [
      {
        school,
        ...filled('degree', degree),
        ...filled('field', field.join(', ')),
        ...filled('startedOn', range.startedOn),
        ...(range.finishedOn !== range.startedOn && filled('finishedOn', range.finishedOn)),
      },
    ]
  })
}

/** Skills: one per line, or several between commas, dots and bars; a word before a colon is their heading. */
export const readSkills = (lines: readonly ResumeLine[]): string[] => [
  ...new Set(
    lines
      .flatMap(({ text }) =>
        text
          .replace(bullet, '')
          .replace(/^[^:,]{2,40}:\s+/, '')
          .split(/[,;|•·]+|\s{3,}|\t+/),
      )
      .map(skill => skill.trim().replace(/\.$/, ''))
      .filter(skill => skill.length > 1 && skill.length <= 60 && skill.split(' ').length <= 6),
  ),
]

export const readLanguages = (lines: readonly ResumeLine[]): string[] => [
  ...new Set(
    lines
      .flatMap(({ text }) => text.replace(bullet, '').split(/[;|•]+|,(?![^(]*\))|\t+/))
      .map(language => language.trim().replace(/^(\p{L}+)\s*[:–—-]\s*(.+)$/u, '$1 ($2)'))
      .filter(language => /^\p{Lu}\p{L}/u.test(language) && language.length <= 60),
  ),
]
