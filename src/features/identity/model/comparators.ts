import { formalNamesOf, isNickname } from '#features/vocabulary/model.ts'
import type { Meaning } from './meanings.ts'
import type { Quick } from './quick-check.ts'
import { emailShortcut, phoneShortcut, type Shortcut, textShortcut, urlShortcut } from './shortcuts.ts'
import { damerauLevenshtein, isOneEdit, jaroWinkler, oneSlip } from './strings.ts'
import { district } from './values.ts'

/** `m`: the share of true pairs expected at this level before anything is learned. `words` complete "same …".
 * `veto`: such a pair is never one person, whatever else agrees. */
export type Level = { words: string; m: number; veto?: boolean }

/**
 * Compares two different, normalised, non-empty texts and gives a level from 1 (different) up. Level 0 means that one
 * side is missing; the last level is equality and is given by the caller.
 */
export type Comparator = {
  levels: readonly Level[]
  compare: (a: string, b: string) => number
  quick?: Quick
  shortcut?: Shortcut
}

const missing: Level = { words: 'not given', m: 0 }

function levels(subject: string, ...steps: [words: string, m: number][]): Level[] {
  return [missing, ...steps.map(([words, m]) => ({ words: words.replace('%', subject), m }))]
}

/** Levels of names: 3 and 4 of each are also given when the name stands elsewhere in the other's full name. */
export const nameLevel = { elsewhere: 3 } as const

/** Levels of e-mail addresses that are alike without reaching the same mailbox. */
export const mailLevel = { similar: 3, oneApart: 5 } as const

const givenName: Comparator = {
  levels: levels(
    'given name',
    ['different %', 0.06],
    ['faintly similar %', 0.03],
    ['% found elsewhere in the name', 0.05],
    ['same initial of the %', 0.05],
    ['similar %', 0.1],
    ['short form of the same %', 0.08],
    ['same %', 0.63],
  ),
  quick: { similarity: 0.8, marks: value => [...formalNamesOf(firstWord(value)), ...value.split(' ')] },
  compare(a, b) {
    if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 4 : 1
    const firstA = firstWord(a)
    const firstB = firstWord(b)
    if (firstA === firstB) return 5
    if (isNickname(firstA, firstB)) return 6
    const similarity = jaroWinkler(a, b)
    if (similarity >= 0.92 || oneSlip(a, b)) return 5
    if (Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))) return 5
    return similarity >= 0.8 ? 2 : 1
  },
}

const surname: Comparator = {
  levels: levels(
    'surname',
    ['different %', 0.06],
    ['faintly similar %', 0.03],
    ['% found elsewhere in the name', 0.05],
    ['part of the % is the same', 0.04],
    ['similar %', 0.06],
    ['nearly the same %', 0.1],
    ['same %', 0.66],
  ),
  quick: { similarity: 0.75 },
  compare(a, b) {
    const similarity = jaroWinkler(a, b)
    if (similarity >= 0.94 || oneSlip(a, b)) return 6
    if (sharesLongWord(a, b)) return 4
    if (similarity >= 0.87) return 5
    return similarity >= 0.77 ? 2 : 1
  },
}

const birthDate: Comparator = {
  levels: levels(
    'birth date',
    ['different %', 0.05],
    ['birth dates within two years', 0.03],
    ['same birth year or same day and month', 0.06],
    ['birth dates two digits apart', 0.06],
    ['same birth year, the rest not known', 0.05],
    ['birth dates one digit or day and month swapped apart', 0.1],
    ['same %', 0.65],
  ),
  compare(a, b) {
    const yearA = a.slice(0, 4)
    const yearB = b.slice(0, 4)
    const restA = a.slice(4)
    const restB = b.slice(4)
    if (yearA === yearB) {
      if (restA === '0000' || restB === '0000' || restA === '0101' || restB === '0101') return 5
      if (restA.slice(0, 2) === restB.slice(2) && restA.slice(2) === restB.slice(0, 2)) return 6
    }
    const slips = digitSlips(a, b)
    if (slips === 1) return 6
    if (slips === 2) return 4
    if (yearA === yearB || (restA === restB && restA !== '0000' && restA !== '0101')) return 3
    return Math.abs(Number(yearA) - Number(yearB)) <= 2 ? 2 : 1
  },
}

const postcode: Comparator = {
  levels: levels(
    'postcode',
    ['different %', 0.2],
    ['neighbouring %', 0.08],
    ['% of the same district', 0.1],
    ['nearly the same %', 0.07],
    ['same %', 0.55],
  ),
  compare(a, b) {
    if (isOneEdit(a, b)) return 4
    if (district(a) === district(b)) return 3
    return a.slice(0, 2) === b.slice(0, 2) ? 2 : 1
  },
}

const officialNumber: Comparator = {
  levels: levels(
    'official number',
    ['different %', 0.05],
    ['% two signs apart', 0.04],
    ['% one sign apart', 0.1],
    ['same %', 0.81],
  ),
  compare(a, b) {
    if (isOneEdit(a, b)) return 3
    return damerauLevenshtein(a, b, 2) === 2 ? 2 : 1
  },
}

const phone: Comparator = {
  levels: levels(
    'phone number',
    ['different %', 0.35],
    ['% one digit apart', 0.05],
    ['% with the same last digits', 0.1],
    ['same %', 0.5],
  ),
  shortcut: phoneShortcut,
  compare(a, b) {
    if (a.length >= 8 && b.length >= 8 && a.slice(-8) === b.slice(-8)) return 3
    return a.length >= 7 && isOneEdit(a, b) ? 2 : 1
  },
}

const email: Comparator = {
  levels: levels(
    'e-mail address',
    ['different %', 0.3],
    ['same mail domain', 0.05],
    ['similar mailbox name', 0.07],
    ['same mailbox name at another domain', 0.08],
    ['% one or two signs apart', 0.1],
    ['same %', 0.4],
  ),
  shortcut: emailShortcut,
  compare(a, b) {
    if (damerauLevenshtein(a, b, 2) <= 2) return 5
    const atA = a.lastIndexOf('@')
    const atB = b.lastIndexOf('@')
    const localA = a.slice(0, atA)
    const localB = b.slice(0, atB)
    if (localA === localB) return 4
    if (jaroWinkler(localA, localB) >= 0.9) return 3
    return a.slice(atA) === b.slice(atB) ? 2 : 1
  },
}

/** Pages on two hosts under one account name. */
export const pageLevel = { sameAccount: 4 } as const

/** Networks where one person has one page: two different ones there are two persons. */
const onePageEach = /^(linkedin\.com\/in\/|orcid\.org\/|xing\.com\/profile\/)./

const url: Comparator = {
  levels: [
    missing,
    { words: 'two different profiles on a network where people have one', m: 0.01, veto: true },
    { words: 'different web page', m: 0.4 },
    { words: 'page of another path on the same host', m: 0.09 },
    { words: 'same account name on another host', m: 0.1 },
    { words: 'same web page', m: 0.4 },
  ],
  shortcut: urlShortcut(page => onePageEach.test(page)),
  compare(a, b) {
    const hostA = hostOf(a)
    if (hostA === hostOf(b)) return onePageEach.test(a) && onePageEach.test(b) ? 1 : 3
    const lastA = a.slice(a.lastIndexOf('/') + 1)
    return lastA.length >= 4 && lastA === b.slice(b.lastIndexOf('/') + 1) && lastA !== a ? 4 : 2
  },
}

const handle: Comparator = {
  levels: levels('handle', ['different %', 0.3], ['similar %', 0.1], ['nearly the same %', 0.1], ['same %', 0.5]),
  compare(a, b) {
    // Numbers that a network gave out are the same or not: likeness says nothing.
    if (!/\p{L}{3}/u.test(a) || !/\p{L}{3}/u.test(b)) return 1
    if (a.length >= 5 && isOneEdit(a, b)) return 3
    return jaroWinkler(a, b) >= 0.9 || (Math.min(a.length, b.length) >= 5 && (a.includes(b) || b.includes(a))) ? 2 : 1
  },
}

const category: Comparator = {
  levels: levels('%', ['different %', 0.1], ['same %', 0.9]),
  compare: () => 1,
}

const houseNumber: Comparator = {
  levels: levels('house number', ['different %', 0.15], ['nearly the same %', 0.1], ['same %', 0.75]),
  compare: (a, b) => (Math.max(a.length, b.length) >= 2 && isOneEdit(a, b) ? 2 : 1),
}

const text: Comparator = {
  shortcut: textShortcut,
  levels: levels(
    '%',
    ['different %', 0.2],
    ['a word of % shared', 0.06],
    ['most words of % shared', 0.07],
    ['nearly the same %', 0.1],
    ['same %', 0.57],
  ),
  compare(a, b) {
    if (oneSlip(a, b) || jaroWinkler(a, b) >= 0.93) return 4
    const shared = sharedWords(a, b)
    if (shared >= 0.5) return 3
    if (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) return 3
    return shared > 0 ? 2 : 1
  },
}

/** How two values of this meaning are compared; undefined for what is never evidence. */
export function findComparator(meaning: Meaning): Comparator | undefined {
  switch (meaning) {
    case 'given-name':
      return givenName
    case 'surname':
      return surname
    case 'birth-date':
      return birthDate
    case 'e-mail':
      return email
    case 'phone':
      return phone
    case 'postcode':
      return postcode
    case 'national-id':
      return officialNumber
    case 'url':
      return url
    case 'handle':
      return handle
    case 'street-number':
      return houseNumber
    case 'gender':
    case 'category':
      return category
    case 'address':
    case 'place':
    case 'region':
    case 'country':
    case 'employer':
    case 'title':
    case 'text':
      return text
    case 'full-name':
    case 'middle-name':
    case 'id':
    case 'ignore':
      return undefined
  }
}

function firstWord(text: string): string {
  const space = text.indexOf(' ')
  return space < 0 ? text : text.slice(0, space)
}

/** Digits that differ between two dates, a swap of neighbours counted once; 3 stands for more than two. */
function digitSlips(a: string, b: string): number {
  let slips = 0
  for (let at = 0; at < 8; at++) {
    const one = a.charCodeAt(at)
    const other = b.charCodeAt(at)
    if (one === other) continue
    if (++slips > 2) return 3
    if (at < 7 && one === b.charCodeAt(at + 1) && other === a.charCodeAt(at + 1)) at++
  }
  return slips
}

function hostOf(page: string): string {
  const slash = page.indexOf('/')
  return slash < 0 ? page : page.slice(0, slash)
}

function sharesLongWord(a: string, b: string): boolean {
  if (!a.includes(' ') && !b.includes(' ')) return false
  const ofB = b.split(' ')
  return a.split(' ').some(word => word.length >= 3 && ofB.includes(word))
}

/** Shared words as a part of the longer text's words, words of one or two letters left out. */
function sharedWords(a: string, b: string): number {
  if (!a.includes(' ') && !b.includes(' ')) return 0
  const ofA = a.split(' ').filter(word => word.length > 2)
  const ofB = b.split(' ').filter(word => word.length > 2)
  if (ofA.length === 0 || ofB.length === 0) return 0
  let shared = 0
  for (const word of ofA) if (ofB.includes(word)) shared++
  return shared / Math.max(ofA.length, ofB.length)
}
