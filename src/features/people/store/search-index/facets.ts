import { places, skills, titles } from '#features/vocabulary/index.ts'
import { cellOf, languageCode, remembered, slugOf } from '#features/vocabulary/model.ts'
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

const townOf = remembered(written => {
  const town = places().find(written)
  return town && { facet: `${facetLetters.town}:${town.id}`, words: [marks.town + town.id, marks.cell + cellOf(town)] }
})
const skillOf = remembered(written => {
  const name = skills().name(written)
  const slug = slugOf(name)
  return slug === '' ? undefined : { facet: `${facetLetters.skill}:${name.slice(0, 80)}`, word: marks.skill + slug }
})
const titleOf = remembered(written => {
  const occupation = titles().find(written)
  return (
    occupation && {
      facet: `${facetLetters.title}:${occupation.label}`,
      word: marks.title + slugOf(occupation.label),
    }
  )
})

/** The same for any order of the same facts. */
export function facetsOf(person: Facetted): Facets {
  const facets = new Set<string>()
  const words = new Set<string>()
  for (const tool of person.tools) facets.add(`${facetLetters.tool}:${tool}`)
  for (const written of person.places.slice(0, mostOfOne)) {
    const town = written ? townOf(written) : undefined
    if (!town) continue
    facets.add(town.facet)
    for (const word of town.words) words.add(word)
  }
  for (const written of person.skills.slice(0, mostOfOne)) {
    const skill = skillOf(written)
    if (!skill || words.has(skill.word)) continue
    facets.add(skill.facet)
    words.add(skill.word)
  }
  for (const written of person.languages.slice(0, mostOfOne)) {
    const code = languageCode(written)
    if (code === undefined) continue
    facets.add(`${facetLetters.language}:${code}`)
    words.add(marks.language + code)
  }
  for (const written of person.titles.slice(0, mostOfOne)) {
    const title = written ? titleOf(written) : undefined
    if (!title) continue
    facets.add(title.facet)
    words.add(title.word)
  }
  return { facets: [...facets].sort(), words: [...words] }
}

export const apart = '\u001f'
