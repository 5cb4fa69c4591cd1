import { places, skills, titles } from '#features/vocabulary/index.ts'
import { cellOf, languageCode, slugOf } from '#features/vocabulary/model.ts'
import { marks } from '../../model/query/compile.ts'

/** What of somebody is counted beside the list of people: on which tools, where, what they can, what they are, which languages. */
export type Facetted = {
  tools: readonly string[]
  places: readonly (string | null | undefined)[]
  skills: readonly string[]
  languages: readonly string[]
  titles: readonly (string | null | undefined)[]
}

/** Each facet's letter, before the value that is counted. */
export const facetLetters = { tool: 't', town: 'p', skill: 's', language: 'l', title: 'o' } as const

const mostOfOne = 40

export type Facets = {
  /** `s:JavaScript`: letter and value. */
  facets: string[]
  /** Words for the index, by which those of a facet are found. */
  words: string[]
}

/** The same for any order of the same facts. */
export function facetsOf(person: Facetted): Facets {
  const facets = new Set<string>()
  const words = new Set<string>()
  for (const tool of person.tools) facets.add(`${facetLetters.tool}:${tool}`)
  for (const written of person.places.slice(0, mostOfOne)) {
    const town = written ? places().find(written) : undefined
    if (!town) continue
    facets.add(`${facetLetters.town}:${town.id}`)
    words.add(marks.town + town.id)
    words.add(marks.cell + cellOf(town))
  }
  for (const written of person.skills.slice(0, mostOfOne)) {
    const name = skills().name(written)
    const slug = slugOf(name)
    if (slug === '' || words.has(marks.skill + slug)) continue
    facets.add(`${facetLetters.skill}:${name.slice(0, 80)}`)
    words.add(marks.skill + slug)
  }
  for (const written of person.languages.slice(0, mostOfOne)) {
    const code = languageCode(written)
    if (code === undefined) continue
    facets.add(`${facetLetters.language}:${code}`)
    words.add(marks.language + code)
  }
  for (const written of person.titles.slice(0, mostOfOne)) {
    const occupation = written ? titles().find(written) : undefined
    if (!occupation) continue
    facets.add(`${facetLetters.title}:${occupation.label}`)
    words.add(marks.title + slugOf(occupation.label))
  }
  return { facets: [...facets].sort(), words: [...words] }
}

export const apart = '\u001f'
