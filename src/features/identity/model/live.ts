import { findComparator, type Level } from './comparators.ts'
import { type Evidence, probabilityOf } from './evidence.ts'
import { normaliserOf } from './fields.ts'
import type { Meaning } from './meanings.ts'
import { isMadeOfName, splitName } from './names.ts'
import { pageKey } from './values.ts'

/** What one profile or person says of themselves. `links` are pages that the profile itself names as its owner's. */
export type PersonFacts = {
  name?: string
  handle?: string
  emails?: readonly string[]
  phones?: readonly string[]
  /** Pages of this profile itself. */
  urls?: readonly string[]
  /** Pages it points to as "me": rel=me, h-card, "other accounts". */
  links?: readonly string[]
  employer?: string
  title?: string
  place?: string
}

type LiveMeaning = 'given-name' | 'surname' | 'handle' | 'e-mail' | 'phone' | 'url' | 'employer' | 'title' | 'place'

/** Weights by field and level, in log2 odds; learned from a database or the defaults. `prior` is of two profiles met at random. */
export type LiveModel = { prior: number; weights: Record<LiveMeaning, readonly number[]> }

export type LinkBand = 'link' | 'review' | 'leave'

export type PairScore = { probability: number; log2Odds: number; band: LinkBand; evidence: Evidence[] }

/** Before anything is learned: ordinary frequencies of western names and contacts. One list entry per level, from "not given". */
export const defaultModel: LiveModel = {
  prior: -12,
  weights: {
    'given-name': [0, -4.5, -1, 0.5, 1.5, 3, 3.5, 6],
    surname: [0, -5, -1.5, 2, 3.5, 3.5, 6, 9],
    handle: [0, -0.5, 3, 5, 10],
    'e-mail': [0, -0.5, 0.5, 2, 5, 9, 18],
    phone: [0, -0.5, 6, 14, 17],
    url: [0, -100, -0.3, -0.5, 6, 18],
    employer: [0, -0.5, 1, 4, 6, 6.5],
    title: [0, -0.4, 0.5, 2, 3, 3.5],
    place: [0, -1.5, 1, 2, 3, 4],
  },
}

/** From these probabilities on two profiles are linked, or put before a person. */
export const bands = { link: 0.95, review: 0.3 }

const labels: Record<LiveMeaning, string> = {
  'given-name': 'given name',
  surname: 'surname',
  handle: 'handle',
  'e-mail': 'e-mail address',
  phone: 'phone number',
  url: 'web page',
  employer: 'employer',
  title: 'title',
  place: 'place',
}

/** Judges whether two profiles are the same person, with every fact that counted for it or against it. */
export function scorePair(a: PersonFacts, b: PersonFacts, model: LiveModel = defaultModel): PairScore {
  const evidence: Evidence[] = []
  const nameA = namesOf(a.name)
  const nameB = namesOf(b.name)
  // Handles that are made of the other's name stand in for a name that is missing.
  const crossed = isCrossed(nameA, nameB)
  add('given-name', nameA.given, crossed ? nameB.surname : nameB.given)
  add('surname', nameA.surname, crossed ? nameB.given : nameB.surname)
  add('handle', listOf(a.handle), listOf(b.handle))
  const handlesAgree = evidence.some(fact => fact.field === 'handle' && fact.weight > 0)
  if (!handlesAgree && (isHandleOf(a.handle, nameB) || isHandleOf(b.handle, nameA))) {
    drop('handle')
    evidence.push({
      field: 'handle',
      words: 'handle made of the same name',
      weight: nameA.given.length > 0 && nameB.given.length > 0 ? 1 : 5,
    })
  }
  add('e-mail', a.emails, b.emails)
  add('phone', a.phones, b.phones)
  addPages()
  add('employer', listOf(a.employer), listOf(b.employer))
  add('title', listOf(a.title), listOf(b.title))
  add('place', listOf(a.place), listOf(b.place))
  const log2Odds = evidence.reduce((sum, fact) => sum + fact.weight, model.prior)
  const probability = probabilityOf(log2Odds)
  return {
    probability,
    log2Odds,
    band: probability >= bands.link ? 'link' : probability >= bands.review ? 'review' : 'leave',
    evidence: evidence.filter(fact => fact.weight !== 0).sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
  }

  function add(meaning: LiveMeaning, ofA: readonly string[] = [], ofB: readonly string[] = []) {
    const found = bestLevel(meaning, ofA, ofB)
    if (found.level === 0) return
    const words = found.words.replace('%', labels[meaning])
    evidence.push({ field: labels[meaning], words, weight: model.weights[meaning][found.level] ?? 0 })
  }

  function drop(field: string) {
    const at = evidence.findIndex(fact => fact.field === field)
    if (at >= 0) evidence.splice(at, 1)
  }

  /** A page that names the other's own page is the strongest fact, stronger still when each names the other. */
  function addPages() {
    const pagesA = pagesOf(a.urls)
    const pagesB = pagesOf(b.urls)
    const aNamesB = pagesOf(a.links).some(page => pagesB.includes(page))
    const bNamesA = pagesOf(b.links).some(page => pagesA.includes(page))
    if (aNamesB && bNamesA)
      evidence.push({ field: 'links', words: 'each profile links to the other as its own', weight: 22 })
    else if (aNamesB || bNamesA)
      evidence.push({ field: 'links', words: 'one profile links to the other as its own', weight: 14 })
    const shared = pagesOf(a.links).find(page => pagesOf(b.links).includes(page))
    if (shared && !aNamesB && !bNamesA)
      evidence.push({ field: 'links', words: 'both profiles link to the same page as their own', weight: 12 })
    add('url', a.urls, b.urls)
  }
}

type Names = { given: string[]; surname: string[] }

function namesOf(name: string | undefined): Names {
  const { given, surname } = splitName(name ?? '')
  return { given: listOf(given), surname: listOf(surname) }
}

function isCrossed(a: Names, b: Names): boolean {
  return a.given.length > 0 && a.surname.length > 0 && a.given[0] === b.surname[0] && a.surname[0] === b.given[0]
}

function listOf(value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : [value]
}

function pagesOf(pages: readonly string[] | undefined): string[] {
  return (pages ?? []).map(pageKey).filter(page => page !== '')
}

/** True for `jdoe`, `john.doe`, `doejohn42` beside "John Doe"; needs a surname of three letters or more. */
function isHandleOf(handle: string | undefined, { given, surname }: Names): boolean {
  const last = surname[0] ?? ''
  return handle !== undefined && last.length >= 3 && isMadeOfName(handle.replace(/@.*$/, ''), given[0] ?? '', last)
}

/** The highest level over all pairs of values of two lists; a veto counts only when nothing agrees better. */
function bestLevel(meaning: Meaning, ofA: readonly string[], ofB: readonly string[]): { level: number; words: string } {
  const comparator = findComparator(meaning)
  const normalise = normaliserOf(meaning, [])
  const left = ofA.map(normalise).filter(value => value !== '')
  const right = ofB.map(normalise).filter(value => value !== '')
  if (!comparator || left.length === 0 || right.length === 0) return { level: 0, words: '' }
  const top = comparator.levels.length - 1
  const found = left.flatMap(one => right.map(other => (one === other ? top : comparator.compare(one, other))))
  const veto = found.find(level => comparator.levels[level]?.veto)
  const best = Math.max(...found)
  const level = veto !== undefined && best < top ? veto : best
  const chosen: Level | undefined = comparator.levels[level]
  return { level, words: chosen?.words ?? '' }
}
