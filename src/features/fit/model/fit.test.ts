import { expect, test } from 'vitest'
import { places, skills, titles } from '#features/vocabulary/index.ts'
import { distanceKm, foldName, languageCode, slugOf } from '#features/vocabulary/model.ts'
import { type Comparing, type JudgedPerson, judgeFit, type WantedProfile } from './fit.ts'

const how: Comparing = {
  skillSlug: written => slugOf(skills().name(written)),
  occupation: title => titles().find(title),
  town: written => places().find(written),
  distanceKm,
  languageCode,
  fold: foldName,
}
const now = new Date('2026-11-22T10:00:00Z')

const wanted: WantedProfile = {
  title: 'Software developer',
  skills: ['JavaScript', 'Kubernetes'],
  place: 'Lyon',
  km: 50,
  languages: ['French'],
}

type Profile = JudgedPerson['profiles'][number]
const profile = (given: Partial<Profile>): Profile => ({
  id: 'p1',
  depth: 80,
  positions: [],
  skills: [],
  languages: [],
  ...given,
})
const person = (given: Partial<Profile>, more: Partial<JudgedPerson> = {}): JudgedPerson => ({
  place: undefined,
  profiles: [profile(given)],
  items: [],
  ...more,
})
const judge = (who: JudgedPerson, asked = wanted) => judgeFit(asked, who, how, now)
const term = (fit: ReturnType<typeof judge>, word: string) => {
  const found = fit.terms.find(each => each.wanted === word)
  if (!found) throw new Error(word)
  return found
}

const deep = person(
  {
    headline: 'Programmer',
    place: 'Villeurbanne, France',
    positions: [{ title: 'Senior Programmer', organisation: 'ACME', current: true }],
    skills: ['JS', 'k8s'],
    languages: ['Français'],
  },
  {
    items: [
      {
        id: 'a1',
        title: 'Why we left Kubernetes',
        text: 'It was too much for us.',
        language: 'en',
        publishedAt: new Date('2026-10-01T00:00:00Z'),
      },
    ],
  },
)

test('every point cites the item that it comes from', () => {
  const fit = judge(deep)
  expect(fit.points).toBeGreaterThan(7)
  for (const each of fit.terms) {
    expect(each.points).toBeGreaterThan(0)
    expect(each.cites.length).toBeGreaterThan(0)
  }
  expect(term(fit, 'Software developer')).toMatchObject({
    how: 'same',
    cites: [{ kind: 'position', profile: 'p1', text: 'Senior Programmer, ACME' }, { kind: 'headline' }],
  })
  expect(term(fit, 'Kubernetes').cites).toContainEqual({
    kind: 'item',
    item: 'a1',
    text: 'Why we left Kubernetes',
    at: new Date('2026-10-01T00:00:00Z'),
  })
  expect(term(fit, 'Lyon')).toMatchObject({ how: 'within', state: 'found' })
  expect(fit.confidence).toBe('good')
})

test('a shallow profile gives low confidence, never a low score', () => {
  const shallow = judge(person({ depth: 5, headline: 'Programmer' }))
  expect(shallow.points).toBe(shallow.of * 0.9)
  expect(shallow.of).toBe(3)
  expect(shallow.confidence).toBe('low')
  expect(shallow.terms.filter(each => each.state === 'unknown').map(each => each.wanted)).toEqual([
    'JavaScript',
    'Kubernetes',
    'Lyon',
    'French',
  ])
  const nothing = judge(person({ depth: 0 }))
  expect(nothing).toMatchObject({ confidence: 'none', of: 0, points: 0, rank: 0.5 })
})

test('what a deep profile does not say is absent and counts, but the person is still ranked', () => {
  const fit = judge(
    person({
      place: 'Paris',
      positions: [{ title: 'Welder', current: true }],
      skills: ['welding'],
      languages: ['English'],
    }),
  )
  expect(fit.terms.every(each => each.state === 'absent')).toBe(true)
  expect(fit).toMatchObject({ points: 0, of: 8, rank: 0 })
  expect(term(fit, 'Lyon')).toMatchObject({ how: 'far', cites: [{ text: 'Paris' }] })
})

test('what is done now counts more than what was done long ago', () => {
  const at = (finishedOn: string | undefined) =>
    term(
      judge(person({ positions: [{ title: 'Programmer', finishedOn, current: finishedOn === undefined }] })),
      'Software developer',
    ).points
  const points = [at(undefined), at('2025-06'), at('2022'), at('2018-01'), at('2005')]
  expect([...points].sort((a, b) => b - a)).toEqual(points)
  expect(new Set(points).size).toBe(points.length)
})

test('an occupation of the same group counts in part, and says so', () => {
  const fit = judge(person({ positions: [{ title: 'Midwife', current: true }] }), {
    ...wanted,
    title: 'Nurse specialist',
  })
  expect(term(fit, 'Nurse specialist').how).not.toBe('same')
})

test('a skill is found as a word of its own, not inside another', () => {
  const asked = { ...wanted, skills: ['Java', 'C'] }
  const fit = judge(person({ summary: 'JavaScript and C++ since 2010', skills: ['Cobol'] }), asked)
  expect(term(fit, 'Java').state).toBe('absent')
  expect(term(fit, 'C').state).toBe('absent')
})

test('somewhat beyond the reach counts half', () => {
  const fit = judge(person({ place: 'Grenoble' }))
  expect(term(fit, 'Lyon')).toMatchObject({ how: 'somewhat-far', points: 1 })
  expect(term(fit, 'Lyon').km).toBeGreaterThan(80)
})

test('a language is known by what somebody writes in it too', () => {
  const items = [
    { id: 'a2', title: 'Bonjour', text: 'à tous', language: 'fr', publishedAt: new Date('2026-01-01T00:00:00Z') },
  ]
  expect(term(judge(person({}, { items })), 'French')).toMatchObject({ how: 'written-in', points: 1 })
})

test('what is not known ranks between what fits and what does not', () => {
  const unknown = judge(person({ depth: 5 })).rank
  const fits = judge(deep).rank
  const not = judge(person({ place: 'Paris', positions: [{ title: 'Welder', current: true }], skills: ['x'] })).rank
  expect(fits).toBeGreaterThan(unknown)
  expect(unknown).toBeGreaterThan(not)
})

test('names, ages and pictures have no place in what is judged', () => {
  const keys = new Set(Object.keys(deep).concat(Object.keys(deep.profiles[0] ?? {})))
  for (const word of ['name', 'displayName', 'birthDate', 'age', 'gender', 'sex', 'photo', 'nationality'])
    expect(keys.has(word)).toBe(false)
  const named = { ...deep, name: 'Fatima', birthDate: '1961-01-01' }
  expect(judge(named)).toEqual(judge(deep))
})
