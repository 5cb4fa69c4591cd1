import type { EducationRecord, PositionRecord } from '#importers/contract.ts'
import { attribute, elementsOf, type HtmlElement, type HtmlParent } from '../../html/tree.ts'
import { filled } from '../../people.ts'
import { isDuration, readRange } from '../../resume/dates.ts'
import { findAll, findFirst, findOuter, firstLine, lineOf, linesOf } from './find.ts'
import { silentPage, spanOf, type ToolPage } from './tool-page.ts'

/** The section of the signed-in layout whose anchor has this id (`experience`, `education`, `skills`, `about`). */
function sectionOf(root: HtmlParent, id: string): HtmlElement | undefined {
  return [...elementsOf(root)].find(
    element => element.tagName === 'section' && [...elementsOf(element)].some(inner => attribute(inner, 'id') === id),
  )
}

/** Each text stands twice, once for the eye and once for screen readers: said once. */
function sayings(item: HtmlElement): string[] {
  const shown = findAll(item, { tag: 'span', attribute: ['aria-hidden', 'true'] })
  const lines = shown.length > 0 ? shown.flatMap(linesOf) : linesOf(item)
  return lines.map(line => line.trim()).filter((line, at) => line !== '' && line !== lines[at - 1]?.trim())
}

const withoutKind = (text: string) => text.split(' · ')[0]?.trim() ?? ''
const isTime = (line: string) => readRange(line) !== undefined || isDuration(line)

function positionOf(lines: readonly string[], employer?: string): PositionRecord | undefined {
  const [title, ...rest] = lines
  const time = rest.findIndex(line => readRange(line) !== undefined)
  if (!title || time < 0) return undefined
  const organisation = employer ?? (time > 0 ? withoutKind(rest[0] ?? '') : undefined)
  const [place, ...more] = rest.slice(time + 1)
  return {
    title,
    ...filled('organisation', organisation),
    ...filled('place', place !== undefined && place.length < 90 ? withoutKind(place) : undefined),
    ...filled('description', (place !== undefined && place.length >= 90 ? [place, ...more] : more).join('\n')),
    ...spanOf(rest[time] ?? null),
  }
}

/** One entry of the list: a position, or an employer with several positions below it. */
function positionsOf(item: HtmlElement): PositionRecord[] {
  const inner = findOuter({ ...item, childNodes: item.childNodes }, { tag: 'li' }).filter(each => each !== item)
  const held = inner.map(sayings).filter(lines => lines.some(line => readRange(line) !== undefined))
  const own = sayings(item)
  // Under an employer the first line of time is only a sum: "5 yrs 2 mos".
  const employer = held.length > 0 && !isTime(own[0] ?? '') ? withoutKind(own[0] ?? '') : undefined
  if (
    employer &&
    own.slice(1, 3).some(line => isDuration(withoutKind(line).trim()) || isDuration(line.split(' · ').at(-1) ?? ''))
  )
    return held.map(lines => positionOf(lines, employer)).filter(each => each !== undefined)
  const one = positionOf(own)
  return one ? [one] : []
}

function schoolOf(item: HtmlElement): EducationRecord | undefined {
  const [school, ...rest] = sayings(item)
  if (!school) return undefined
  const time = rest.find(line => readRange(line) !== undefined) ?? null
  const [degree, field] = (rest[0] !== time ? (rest[0] ?? '') : '').split(',').map(part => part.trim())
  const { startedOn, finishedOn } = spanOf(time)
  return {
    school,
    ...filled('degree', degree),
    ...filled('field', field),
    ...(startedOn && { startedOn }),
    ...(finishedOn && { finishedOn }),
  }
}

/** As signed-in members see a profile. */
function signedIn(root: HtmlParent): ToolPage {
  const main = findFirst(root, { tag: 'main' }) ?? root
  const items = (id: string) => {
    const section = sectionOf(main, id)
    return section ? findOuter(section, { tag: 'li' }) : []
  }
  const about = sectionOf(main, 'about')
  const said = about ? sayings(about).filter(line => !/^(?:about|info|über|à propos)$/i.test(line)) : []
  return {
    ...silentPage,
    name: firstLine(main, { tag: 'h1' }),
    headline: firstLine(main, { class: 'text-body-medium' }),
    place: firstLine(main, { tag: 'span', class: 'text-body-small' }),
    about: said.join('\n') || null,
    positions: items('experience').flatMap(positionsOf),
    education: items('education')
      .map(schoolOf)
      .filter(each => each !== undefined),
    skills: items('skills')
      .map(item => sayings(item)[0])
      .filter(each => each !== undefined),
  }
}

/** As strangers see it. */
function publicPage(root: HtmlParent): ToolPage {
  const card = (section: string) => {
    const part = findFirst(root, { attribute: ['data-section', section] }, { class: section })
    return part ? findOuter(part, { tag: 'li' }) : []
  }
  return {
    ...silentPage,
    name: firstLine(root, { class: 'top-card-layout__title' }),
    headline: firstLine(root, { class: 'top-card-layout__headline' }),
    place: firstLine(root, { class: 'top-card__subline-item' }, { class: 'profile-info-subheader' }),
    about: lineOf(
      findFirst(findFirst(root, { attribute: ['data-section', 'summary'] }) ?? { ...root, childNodes: [] }, {
        tag: 'p',
      }),
    ),
    positions: card('experience').flatMap(item => {
      const title = firstLine(item, { tag: 'h3' })
      if (title === null) return []
      return [
        {
          title,
          ...filled('organisation', firstLine(item, { tag: 'h4' })),
          ...filled('place', firstLine(item, { class: 'experience-item__location' })),
          ...spanOf(firstLine(item, { class: 'date-range' })),
        },
      ]
    }),
    education: card('educationsDetails')
      .concat(card('education'))
      .flatMap(item => {
        const school = firstLine(item, { tag: 'h3' })
        if (school === null) return []
        const { startedOn, finishedOn } = spanOf(firstLine(item, { class: 'date-range' }))
        return [
          {
            school,
            ...filled('degree', firstLine(item, { tag: 'h4' })),
            ...(startedOn && { startedOn }),
            ...(finishedOn && { finishedOn }),
          },
        ]
      }),
  }
}

export const readLinkedIn = (root: HtmlParent): ToolPage =>
  findFirst(root, { class: 'top-card-layout__title' }) ? publicPage(root) : signedIn(root)
