import { remembered } from '#features/vocabulary/model.ts'
import type { Lexemes } from '#storage/array-bytes.ts'
import type { ProfileFacts } from '../../model/depth.ts'
import { isOnTool } from '../../model/on-tool.ts'
import { type Facetted, facetsOf } from './facets.ts'
import { type Lexicon, marked, marksOf, type TextRead } from './lexicon.ts'

/** All that search knows of somebody who has no stage, no activity and no history yet. */
export type Findable = {
  display_name: string
  given_name?: string | undefined
  family_name?: string | undefined
  place?: string | undefined
  tags: readonly string[]
  /** In the order of their ids. */
  profiles: readonly {
    tool: string
    handle?: string | undefined
    display_name?: string | undefined
    headline?: string | undefined
    summary?: string | undefined
    place?: string | undefined
    facts: ProfileFacts
  }[]
}

type Text = string | undefined
const none: readonly never[] = []

const tagsOf = ({ tags }: Findable) => (tags.length < 2 ? tags : [...tags].sort())

function facettedOf({ place, profiles }: Findable): Facetted {
  const tools: string[] = []
  const places: Text[] = [place]
  const titles: Text[] = []
  const skills: string[] = []
  const languages: string[] = []
  for (const profile of profiles) {
    const { facts } = profile
    if (isOnTool(profile)) tools.push(profile.tool)
    places.push(profile.place)
    titles.push(profile.headline)
    for (const position of facts.positions ?? none) titles.push(position.title)
    for (const skill of facts.skills ?? none) skills.push(skill)
    for (const language of facts.languages ?? none) languages.push(language)
  }
  return { tools, places, titles, skills, languages }
}

type Part = 'names' | 'titles' | 'companies' | 'rest' | 'prose' | 'places'

/** Texts by where they stand, in the order in which `refreshPersonSearch` puts them together. */
function eachText(person: Findable, part: Part, visit: (text: Text) => void): void {
  const { profiles } = person
  switch (part) {
    case 'names':
      visit(person.display_name)
      visit(person.given_name)
      visit(person.family_name)
      for (const profile of profiles) {
        visit(profile.display_name)
        visit(profile.handle)
      }
      return
    case 'titles':
      for (const { headline, facts } of profiles) {
        visit(headline)
        for (const position of facts.positions ?? none) visit(position.title)
      }
      return
    case 'companies':
      for (const { facts } of profiles) for (const position of facts.positions ?? none) visit(position.organisation)
      return
    case 'rest':
      for (const { facts } of profiles) {
        for (const skill of facts.skills ?? none) visit(skill)
        for (const language of facts.languages ?? none) visit(language)
        for (const { school, degree, field } of facts.education ?? none) {
          visit(school)
          visit(degree)
          visit(field)
        }
      }
      for (const tag of tagsOf(person)) visit(tag)
      eachText(person, 'places', visit)
      return
    case 'prose':
      for (const { summary, facts } of profiles) {
        visit(summary)
        for (const position of facts.positions ?? none) visit(position.description)
      }
      return
    default:
      visit(person.place)
      for (const profile of profiles) visit(profile.place)
  }
}

/** A long text is cut, and a word that stands too often is left out: the server does that. */
const maxChars = 8_000
const maxWords = 10_000
const maxPlaces = 200

export type Vector = {
  name_folded: string
  words: Lexemes
  /** Of titles and organisations, and in none of their names. */
  spellings: readonly string[]
  facets: readonly string[]
}

/** One space between words: they are then the pieces. */
const plainlySpaced = /^\S+(?: \S+)*$/
const empty: TextRead = { pieces: [], words: [], marked: { place: [], tag: [] } }
const toolWord = remembered(tool => `xqtool${tool.replaceAll('-', '')}`)

const nowhere: number[] = []
const weights = { A: 0xc000, B: 0x8000, C: 0x4000, D: 0 }

/**
 * The same words at the same places as `refreshPersonSearch` finds, without asking the server; undefined where only it can tell:
 * pieces that the lexicon has not learnt (it wants them now), markup, which is read across spaces, paths and very long texts.
 */
export function vectorOf(lexicon: Lexicon, person: Findable): Vector | undefined {
  let readable = true
  const words = new Map<string, number | number[]>()
  let at = 0
  const put = (word: string, weight: keyof typeof weights) => {
    const place = ++at | weights[weight]
    const places = words.get(word)
    if (places === undefined) words.set(word, place)
    else if (typeof places === 'number') words.set(word, [places, place])
    else if (places.push(place) > maxPlaces) readable = false
  }
  const read = (text: Text, isOften: boolean): TextRead => {
    if (!text) return empty
    const found = lexicon.read(text, isOften)
    if (!found) readable = false
    return found ?? empty
  }
  const named = read(person.display_name, false)
  const inNames: string[] = []
  const spelt: string[] = []
  const add = (part: Part, weight: keyof typeof weights, note?: string[]) => {
    let chars = 0
    eachText(person, part, text => {
      if (!text) return
      chars += text.length
      for (const word of read(text, part !== 'names' && part !== 'prose').words) {
        put(word, weight)
        note?.push(word)
      }
    })
    if (chars > maxChars) readable = false
  }
  add('names', 'A', inNames)
  add('titles', 'B', spelt)
  add('companies', 'C', spelt)
  add('rest', 'D')
  add('prose', 'D')
  for (const profile of person.profiles) if (isOnTool(profile)) put(toolWord(profile.tool), 'D')
  const addMarked = (text: Text, kind: 'place' | 'tag') => {
    const found = read(text, true)
    found.marked[kind] ??= found.pieces.flatMap(piece =>
      marksOf(piece).map(word => (word.startsWith(marked) ? `xq${kind}${word.slice(marked.length)}` : word)),
    )
    for (const word of found.marked[kind]) put(word, 'D')
  }
  eachText(person, 'places', text => addMarked(text, 'place'))
  for (const tag of tagsOf(person)) addMarked(tag, 'tag')
  const folded = plainlySpaced.test(person.display_name)
    ? named.pieces.map(piece => piece.folded)
    : person.display_name.split(' ').map(piece => {
        if (piece === '') return ''
        const found = lexicon.find(piece)
        if (!found) {
          lexicon.want(piece)
          readable = false
        }
        return found?.folded ?? ''
      })
  if (!readable || at > maxWords) return undefined
  const counted = facetsOf(facettedOf(person))
  for (const word of counted.words) words.set(word, nowhere)
  const spellings = spelt.filter(word => word.length >= 3 && word.length <= 30 && !inNames.includes(word))
  const name = folded.join(' ')
  return {
    name_folded: name.length <= 400 ? name : [...name].slice(0, 400).join(''),
    words,
    spellings,
    facets: counted.facets,
  }
}
