import type { WantedProfile } from '#features/fit/model.ts'

/** How words of an opening are understood: the vocabulary gives it. */
export type Understanding = {
  isSkill(written: string): boolean
  languageCode(written: string): string | undefined
}

const bare = (line: string) =>
  line
    .replace(/^(?:an?|the|some|good|ein[e]?|gute[rn]?)\s+/iu, '')
    .replace(/[.!]$/, '')
    .trim()

const mostWords = 4

/** The longest names of skills in a line; none of them inside another. */
function skillsIn(line: string, how: Understanding): string[] {
  const words = line.split(/[\s,;()/]+/u).filter(word => word !== '')
  const found: string[] = []
  for (let at = 0; at < words.length; ) {
    let taken = 0
    for (let length = Math.min(mostWords, words.length - at); length > 0 && taken === 0; length -= 1) {
      const text = words.slice(at, at + length).join(' ')
      if (text.length > 2 && how.isSkill(text)) {
        found.push(text)
        taken = length
      }
    }
    at += taken || 1
  }
  return found
}

/** Names of languages, never their codes: "no" is a word first. */
const languagesIn = (line: string, how: Understanding) =>
  line.split(/[^\p{L}]+/u).filter(word => word.length > 3 && how.languageCode(word) !== undefined)

/** A line that names no skill of the list stands for itself while it is short. */
function termsOf(lines: readonly string[], how: Understanding): string[] {
  return lines.flatMap(line => {
    const skills = skillsIn(line, how)
    if (skills.length > 0) return skills
    const text = bare(line)
    return languagesIn(line, how).length === 0 && text.split(/\s+/).length <= mostWords && text !== '' ? [text] : []
  })
}

const unlike = (taken: ReadonlySet<string>) => (term: string) => !taken.has(term.toLowerCase())
const once = (terms: readonly string[]) => [...new Map(terms.map(term => [term.toLowerCase(), term])).values()]

/** What an opening looks for, read out of what it says: the title, what must be and what would be nice, the town, the languages. */
export function wantedOf(
  opening: {
    title: string
    must: readonly string[]
    nice: readonly string[]
    town: string | null
    remote: 'no' | 'hybrid' | 'yes'
  },
  how: Understanding,
): WantedProfile {
  const skills = once(termsOf(opening.must, how)).slice(0, 20)
  const taken = new Set(skills.map(skill => skill.toLowerCase()))
  return {
    title: opening.title,
    skills,
    nice: once(termsOf(opening.nice, how)).filter(unlike(taken)).slice(0, 20),
    ...(opening.town !== null && opening.remote !== 'yes' ? { place: opening.town } : {}),
    km: opening.remote === 'hybrid' ? 100 : 50,
    languages: once(opening.must.flatMap(line => languagesIn(line, how))).slice(0, 5),
  }
}
