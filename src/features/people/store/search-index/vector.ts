import type { ProfileFacts } from '../../model/depth.ts'
import { type Lexicon, marked } from './lexicon.ts'

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

const tagsOf = ({ tags }: Findable) => (tags.length < 2 ? tags : [...tags].sort())

/** Texts by where they stand, in the order in which `refreshPersonSearch` puts them together. */
function textsOf(person: Findable) {
  const { profiles } = person
  const positions = (facts: ProfileFacts) => facts.positions ?? []
  const names: Text[] = [person.display_name, person.given_name, person.family_name]
  const titles: Text[] = []
  const companies: Text[] = []
  const rest: Text[] = []
  const prose: Text[] = []
  const places: Text[] = [person.place]
  for (const { facts, ...profile } of profiles) {
    names.push(profile.display_name, profile.handle)
    titles.push(profile.headline)
    prose.push(profile.summary)
    places.push(profile.place)
    for (const position of positions(facts)) {
      titles.push(position.title)
      companies.push(position.organisation)
      prose.push(position.description)
    }
    rest.push(...(facts.skills ?? []), ...(facts.languages ?? []))
    for (const { school, degree, field } of facts.education ?? []) rest.push(school, degree, field)
  }
  rest.push(...tagsOf(person), ...places)
  return { names, titles, companies, rest, prose, places }
}

const space = /[ \t\n\r\f\v]+/

/** A long text is cut, and a word that stands too often is left out: the server does that. */
const maxChars = 8_000
const maxWords = 250

function eachPiece(texts: readonly Text[], visit: (piece: string) => void): number {
  let chars = 0
  for (const text of texts) {
    if (!text) continue
    chars += text.length
    if (!text.includes(' ') && !space.test(text)) visit(text)
    else for (const piece of text.split(space)) if (piece !== '') visit(piece)
  }
  return chars
}

export function wantPieces(lexicon: Lexicon, person: Findable): void {
  const { names, titles, companies, rest, prose } = textsOf(person)
  for (const texts of [names, titles, companies, rest, prose, person.display_name.split(' ')])
    eachPiece(texts, lexicon.want)
}

export type Vector = {
  name_folded: string
  /** Text of a tsvector. */
  words: string
  /** Of titles and organisations, and in none of their names. */
  spellings: readonly string[]
}

const quoted = (word: string) => (/['\\]/.test(word) ? `'${word.replace(/['\\]/g, '$&$&')}'` : `'${word}'`)

/**
 * The same words at the same places as `refreshPersonSearch` finds, without asking the server; undefined where only it can tell:
 * markup, which it reads across spaces, paths and very long texts. The lexicon has learnt the pieces before.
 */
export function vectorOf(lexicon: Lexicon, person: Findable): Vector | undefined {
  const { names, titles, companies, rest, prose, places } = textsOf(person)
  let readable = true
  let words = ''
  let at = 0
  const put = (word: string, weight: string) => {
    words += `${quoted(word)}:${++at}${weight} `
  }
  const inNames = new Set<string>()
  const spelt = new Set<string>()
  const add = (texts: readonly Text[], weight: string, note?: Set<string>) => {
    const chars = eachPiece(texts, piece => {
      const found = lexicon.find(piece)
      if (!found || found.pathlike || piece.includes('<')) readable = false
      else
        for (const word of found.words) {
          put(word, weight)
          note?.add(word)
        }
    })
    if (chars > maxChars) readable = false
  }
  add(names, 'A', inNames)
  add(titles, 'B', spelt)
  add(companies, 'C', spelt)
  add(rest, '')
  add(prose, '')
  for (const { tool } of person.profiles) put(`xqtool${tool.replaceAll('-', '')}`, '')
  const addMarked = (texts: readonly Text[], prefix: string) =>
    eachPiece(texts, piece => {
      for (const word of lexicon.find(piece)?.marks ?? [])
        put(word.startsWith(marked) ? prefix + word.slice(marked.length) : word, '')
    })
  addMarked(places, 'xqplace')
  addMarked(tagsOf(person), 'xqtag')
  const folded = person.display_name.split(' ').map(piece => (piece === '' ? '' : lexicon.find(piece)?.folded))
  if (!readable || at > maxWords || folded.includes(undefined)) return undefined
  const spellings = [...spelt].filter(word => word.length >= 3 && word.length <= 30 && !inNames.has(word))
  return { name_folded: [...folded.join(' ')].slice(0, 400).join(''), words, spellings }
}
