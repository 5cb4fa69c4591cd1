import { dayMs } from '#kernel/clock.ts'

/** What somebody is looked for with; an opening has one. */
export type WantedProfile = {
  title?: string | undefined
  skills: readonly string[]
  /** Skills that would be nice: each counts half. */
  nice?: readonly string[]
  place?: string | undefined
  /** How far from the place still counts as there. */
  km: number
  languages: readonly string[]
}

/** What is judged. No name, age, sex, origin, picture or family is ever part of it. */
export type JudgedPerson = {
  place: string | undefined
  profiles: readonly {
    id: string
    /** 0–100, as people has it. */
    depth: number
    headline?: string | null | undefined
    summary?: string | null | undefined
    place?: string | null | undefined
    positions: readonly {
      title?: string | undefined
      organisation?: string | undefined
      description?: string | undefined
      finishedOn?: string | undefined
      current: boolean
    }[]
    skills: readonly string[]
    languages: readonly string[]
  }[]
  items: readonly { id: string; title: string | null; text: string; language: string | null; publishedAt: Date }[]
}

/** How words are compared: the vocabulary gives it. */
export type Comparing = {
  skillSlug(written: string): string
  occupation(title: string): { label: string; group: string } | undefined
  town(written: string): { lat: number; lon: number } | undefined
  distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number
  languageCode(written: string): string | undefined
  fold(text: string): string
}

export type Citation =
  | { kind: 'position' | 'headline' | 'summary' | 'skill' | 'place' | 'language'; profile: string | null; text: string }
  | { kind: 'item'; item: string; text: string; at: Date }

/** `found` with its points; `absent`: enough is known, and it is not there; `unknown`: too little is known to say. */
export type FitTerm = {
  kind: 'title' | 'skill' | 'place' | 'language'
  wanted: string
  weight: number
  state: 'found' | 'absent' | 'unknown'
  points: number
  /** How it was found, for words on the screen. */
  how:
    | 'same'
    | 'near-occupation'
    | 'earlier'
    | 'listed'
    | 'worked-with'
    | 'told'
    | 'written-of'
    | 'within'
    | 'somewhat-far'
    | 'far'
    | 'spoken'
    | 'written-in'
    | 'none'
  /** Of a place. */
  km?: number
  cites: Citation[]
}

export type Fit = {
  points: number
  /** Weight of the terms that something is known of. */
  of: number
  total: number
  confidence: 'none' | 'low' | 'fair' | 'good'
  /** For an order among people, 0–1: what is not known counts neither for nor against. */
  rank: number
  terms: FitTerm[]
}

const weights = { title: 3, skill: 1, place: 2, language: 1 } as const
const niceShare = 0.5
/** What is not known counts as it usually turns out. */
const usual = 0.5

const yearMs = 365.25 * dayMs

/** 1 for what is held now, less the longer it is ago. */
function recency(position: { finishedOn?: string | undefined; current: boolean }, now: Date): number {
  if (position.current || !position.finishedOn) return position.current ? 1 : 0.7
  const ended = Date.parse(position.finishedOn.length === 4 ? `${position.finishedOn}-12-31` : position.finishedOn)
  if (Number.isNaN(ended)) return 0.7
  const years = (now.getTime() - ended) / yearMs
  return years <= 2 ? 0.9 : years <= 5 ? 0.7 : years <= 10 ? 0.5 : 0.35
}

const itemRecency = (at: Date, now: Date) => {
  const years = (now.getTime() - at.getTime()) / yearMs
  return years <= 1 ? 1 : years <= 3 ? 0.75 : 0.5
}

/** The words around a place in a text. */
function excerpt(text: string, at: number, length: number): string {
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 40)) + 1)
  const end = Math.min(text.length, at + length + 60)
  const to = end === text.length ? end : Math.max(at + length, text.lastIndexOf(' ', end))
  return `${from > 0 ? '… ' : ''}${text.slice(from, to).replace(/\s+/g, ' ').trim()}${to < text.length ? ' …' : ''}`
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Where a term stands in a text as words of its own; undefined when it does not. */
function mention(text: string | null | undefined, term: string): string | undefined {
  if (!text || term.length < 2) return undefined
  const spaced = escaped(term.trim()).replace(/\s+/g, '[\\s-]+')
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}+#])`, 'iu').exec(text)
  return found ? excerpt(text, found.index, found[0].length) : undefined
}

type Ground = { points: number; how: FitTerm['how']; cite: Citation }

/** The best ground counts whole, each further one from elsewhere a little. */
function settle(grounds: readonly Ground[]): { share: number; how: FitTerm['how']; cites: Citation[] } {
  const sorted = [...grounds].sort((a, b) => b.points - a.points)
  const [best] = sorted
  if (!best) return { share: 0, how: 'none', cites: [] }
  const kinds = new Set([best.cite.kind])
  let share = best.points
  for (const { cite } of sorted.slice(1)) {
    if (kinds.has(cite.kind)) continue
    kinds.add(cite.kind)
    share += 0.1
  }
  return { share: Math.min(1, share), how: best.how, cites: sorted.slice(0, 5).map(ground => ground.cite) }
}

function judgeTitle(wanted: string, person: JudgedPerson, how: Comparing, now: Date): Ground[] {
  const occupation = how.occupation(wanted)
  const words = how.fold(wanted).split(' ')
  const grounds: Ground[] = []
  const compare = (title: string | null | undefined, fresh: number, cite: Citation, earlier: boolean) => {
    if (!title) return
    const folded = new Set(how.fold(title).split(' '))
    const theirs = how.occupation(title)
    const same = words.every(word => folded.has(word)) || (theirs && theirs.label === occupation?.label)
    if (same) grounds.push({ points: fresh, how: earlier ? 'earlier' : 'same', cite })
    else if (theirs && occupation && theirs.group === occupation.group)
      grounds.push({ points: 0.7 * fresh, how: 'near-occupation', cite })
  }
  for (const profile of person.profiles) {
    for (const position of profile.positions) {
      const text = [position.title, position.organisation].filter(Boolean).join(', ')
      const cite = { kind: 'position' as const, profile: profile.id, text }
      compare(position.title, recency(position, now), cite, !position.current)
    }
    const headline = { kind: 'headline' as const, profile: profile.id, text: profile.headline ?? '' }
    compare(profile.headline, 0.9, headline, false)
  }
  return grounds
}

function judgeSkill(wanted: string, person: JudgedPerson, how: Comparing, now: Date): Ground[] {
  const slug = how.skillSlug(wanted)
  const grounds: Ground[] = []
  for (const profile of person.profiles) {
    const listed = profile.skills.find(skill => how.skillSlug(skill) === slug)
    if (listed !== undefined)
      grounds.push({ points: 0.9, how: 'listed', cite: { kind: 'skill', profile: profile.id, text: listed } })
    for (const position of profile.positions) {
      const words = mention(position.title, wanted) ?? mention(position.description, wanted)
      if (words !== undefined)
        grounds.push({
          points: 0.95 * recency(position, now),
          how: 'worked-with',
          cite: { kind: 'position', profile: profile.id, text: words },
        })
    }
    for (const kind of ['headline', 'summary'] as const) {
      const words = mention(profile[kind], wanted)
      if (words !== undefined)
        grounds.push({ points: 0.8, how: 'told', cite: { kind, profile: profile.id, text: words } })
    }
  }
  for (const item of person.items) {
    const words = mention(item.title, wanted) ?? mention(item.text, wanted)
    if (words !== undefined)
      grounds.push({
        points: 0.7 * itemRecency(item.publishedAt, now),
        how: 'written-of',
        cite: { kind: 'item', item: item.id, text: words, at: item.publishedAt },
      })
  }
  return grounds
}

function judgePlace(wanted: string, withinKm: number, person: JudgedPerson, how: Comparing): Omit<FitTerm, 'weight'> {
  const term = { kind: 'place' as const, wanted }
  const centre = how.town(wanted)
  const written: { profile: string | null; text: string }[] = [
    ...(person.place ? [{ profile: null, text: person.place }] : []),
    ...person.profiles.flatMap(profile => (profile.place ? [{ profile: profile.id, text: profile.place }] : [])),
  ]
  let nearest: { km: number; cite: Citation } | undefined
  for (const { profile, text } of written) {
    const town = how.town(text)
    const same = how.fold(text).includes(how.fold(wanted))
    const km = centre && town ? how.distanceKm(centre, town) : same ? 0 : undefined
    if (km !== undefined && (!nearest || km < nearest.km)) nearest = { km, cite: { kind: 'place', profile, text } }
  }
  if (!nearest) return { ...term, state: 'unknown', points: 0, how: 'none', cites: [] }
  const km = Math.round(nearest.km)
  const cites = [nearest.cite]
  if (nearest.km <= withinKm) return { ...term, state: 'found', points: 1, how: 'within', km, cites }
  if (nearest.km <= 2 * withinKm) return { ...term, state: 'found', points: 0.5, how: 'somewhat-far', km, cites }
  return { ...term, state: 'absent', points: 0, how: 'far', km, cites }
}

function judgeLanguage(wanted: string, person: JudgedPerson, how: Comparing): Ground[] {
  const code = how.languageCode(wanted)
  if (code === undefined) return []
  const grounds: Ground[] = []
  for (const profile of person.profiles)
    for (const language of profile.languages)
      if (how.languageCode(language) === code)
        grounds.push({ points: 1, how: 'spoken', cite: { kind: 'language', profile: profile.id, text: language } })
  for (const item of person.items.slice(0, 50))
    if (item.language !== null && how.languageCode(item.language) === code)
      grounds.push({
        points: 1,
        how: 'written-in',
        cite: { kind: 'item', item: item.id, text: item.title ?? excerpt(item.text, 0, 20), at: item.publishedAt },
      })
  return grounds
}

/**
 * Terms of the wanted profile found in positions, skills and activity, weighted by depth and recency; every point cites its item. What
 * a shallow profile does not say is unknown: it lowers the confidence, never the score. It ranks; it never rejects.
 */
export function judgeFit(wanted: WantedProfile, person: JudgedPerson, how: Comparing, now: Date): Fit {
  const tellsWork = person.profiles.some(profile => profile.positions.some(position => position.title))
  const tellsSkills =
    person.profiles.some(profile => profile.skills.length > 0) ||
    person.profiles.some(profile => profile.positions.some(position => (position.description ?? '').length > 80))
  const tellsLanguages = person.profiles.some(profile => profile.languages.length > 0)
  const terms: FitTerm[] = []
  const add = (
    kind: 'title' | 'skill' | 'language',
    text: string,
    grounds: readonly Ground[],
    told: boolean,
    weight: number = weights[kind],
  ) => {
    const { share, how: found, cites } = settle(grounds)
    const state = share > 0 ? 'found' : told ? 'absent' : 'unknown'
    terms.push({ kind, wanted: text, weight, state, points: weight * share, how: found, cites })
  }
  if (wanted.title) add('title', wanted.title, judgeTitle(wanted.title, person, how, now), tellsWork)
  for (const skill of wanted.skills) add('skill', skill, judgeSkill(skill, person, how, now), tellsSkills)
  for (const skill of wanted.nice ?? [])
    add('skill', skill, judgeSkill(skill, person, how, now), tellsSkills, niceShare * weights.skill)
  if (wanted.place) {
    const judged = judgePlace(wanted.place, wanted.km, person, how)
    terms.push({ ...judged, weight: weights.place, points: weights.place * judged.points })
  }
  for (const language of wanted.languages)
    add('language', language, judgeLanguage(language, person, how), tellsLanguages)
  const total = terms.reduce((sum, term) => sum + term.weight, 0)
  const known = terms.filter(term => term.state !== 'unknown').reduce((sum, term) => sum + term.weight, 0)
  const points = terms.reduce((sum, term) => sum + term.points, 0)
  const deepest = Math.max(0, ...person.profiles.map(profile => profile.depth))
  return {
    points,
    of: known,
    total,
    confidence: confidenceOf(total === 0 ? 0 : known / total, deepest),
    rank: total === 0 ? 0 : (points + usual * (total - known)) / total,
    terms,
  }
}

/** By how much of what is wanted anything is known, and how deep the deepest profile is. */
function confidenceOf(knownShare: number, depth: number): Fit['confidence'] {
  if (knownShare === 0) return 'none'
  if (knownShare < 0.5 || depth < 30) return 'low'
  return knownShare < 0.85 || depth < 60 ? 'fair' : 'good'
}
