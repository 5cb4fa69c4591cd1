import { expect, test } from 'vitest'
import { factsOf, type KnownFacts } from './facts.ts'
import { scorePair } from './live.ts'

type Said = Partial<Omit<KnownFacts, 'display_name'>> & { name: string; mail?: string; phone?: string }
const who = ({ name, mail, phone, contacts = [], profiles = [], ...known }: Said) =>
  factsOf({
    ...known,
    display_name: name,
    profiles,
    contacts: [
      ...contacts,
      ...(mail ? [{ kind: 'email', key: mail }] : []),
      ...(phone ? [{ kind: 'phone', key: phone }] : []),
    ],
  })
const at = (organisation: string, title = '') => [
  { tool: 'email' as const, key: null, positions: [{ title, organisation }] },
]
const on = (tool: 'github' | 'linkedin', key: string) => ({ tool, key })

const onGithub = who({ name: 'Priya Nair', mail: 'p.nair+dev@gmail.com', profiles: [on('github', 'github.com/pnair')] })

test('the same mailbox, however it is written, links two people and is named first', () => {
  const score = scorePair(onGithub, who({ name: 'P. Nair', mail: 'pnair@googlemail.com' }))
  expect(score.verdict).toBe('link')
  expect(score.evidence[0]).toMatchObject({ fact: 'e-mail:6', says: 'same e-mail address' })
})

test('one account is one person even under another name, and is said', () => {
  const score = scorePair(onGithub, who({ name: 'pri', profiles: [on('github', 'github.com/pnair')] }))
  expect(score.verdict).not.toBe('leave')
  expect(score.evidence[0]).toMatchObject({ fact: 'profile', says: 'the same profile' })
})

test('two different LinkedIn pages keep two people with one name apart', () => {
  const a = who({ name: 'John Smith', place: 'Leeds', profiles: [on('linkedin', 'linkedin.com/in/john-smith-1')] })
  const b = who({ name: 'John Smith', place: 'Leeds', profiles: [on('linkedin', 'linkedin.com/in/john-smith-2')] })
  expect(scorePair(a, b).verdict).toBe('leave')
})

test('a name alone is never enough to link, and a mailbox that a team reads is no evidence', () => {
  expect(scorePair(who({ name: 'John Smith' }), who({ name: 'John Smith' })).verdict).not.toBe('link')
  const team = (name: string) => who({ name, mail: 'team@acme.example' })
  expect(scorePair(team('John Smith'), team('Ana Ruiz')).verdict).toBe('leave')
})

test('a couple with one mailbox and one number is asked about, never merged', () => {
  const shared = { mail: 'the.ruizes@mail.example', phone: '+34600123456' }
  expect(scorePair(who({ name: 'Ana Ruiz', ...shared }), who({ name: 'Tom Ruiz', ...shared })).verdict).toBe('review')
})

test('a father and a son of one name are not one person', () => {
  const shared = { place: 'Cork', mail: 'featherstone@mail.example' }
  const father = who({ name: 'Ralph Featherstone', birth_date: '1951-03-17', ...shared })
  const son = who({ name: 'Ralph Featherstone', birth_date: '1983-11-02', ...shared })
  expect(scorePair(father, son).verdict).not.toBe('link')
})

test('a married name beside the same mailbox is the same woman', () => {
  const mail = 'hanna.k@mail.example'
  expect(scorePair(who({ name: 'Hanna Kowalska', mail }), who({ name: 'Hanna Lindqvist', mail })).verdict).toBe('link')
})

test('names in two writings speak for nothing; the mailbox decides', () => {
  const mail = 'anna@ivanova.example'
  const score = scorePair(who({ name: 'Анна Иванова', mail }), who({ name: 'Anna Ivanova', mail }))
  expect(score.verdict).toBe('link')
  expect(score.evidence.every(({ weight }) => weight > 0)).toBe(true)
})

test('name, employer and place together are put before a person or linked', () => {
  const score = scorePair(
    who({ name: 'Katarzyna Wiśniewska', profiles: at('Allegro'), place: 'Poznań' }),
    who({ name: 'Kasia Wisniewska', profiles: at('allegro'), place: 'Poznan' }),
  )
  expect(score.verdict).not.toBe('leave')
})

test('of several addresses, those that agree best are compared', () => {
  const several = who({
    name: 'Ana Ruiz',
    contacts: ['a@x.example', 'b@y.example'].map(key => ({ kind: 'email', key })),
  })
  expect(scorePair(several, who({ name: 'Ana Ruiz', mail: 'b@y.example' })).verdict).toBe('link')
})

test('the order of the two does not matter', () => {
  const other = who({ name: 'Nair, Priya', place: 'Pune', mail: 'pnair1@gmail.com' })
  expect(scorePair(onGithub, other).log2Odds).toBeCloseTo(scorePair(other, onGithub).log2Odds, 9)
})

test('accounts that are made of the name say no more than the name did; what stands beside the name in both does', () => {
  const named = (name: string, key: string) => who({ name, profiles: [on('github', `github.com/${key}`)] })
  const handleIn = (one: string, other: string) =>
    scorePair(named('Ida Kowalski', one), named('Ida Kowalski', other)).evidence.find(({ fact }) =>
      fact.startsWith('handle'),
    )
  for (const [one, other] of [
    ['ida-kowalski-1', 'ida-kowalski-2'],
    ['ikowalski', 'ikowalski'],
  ] as const)
    expect(handleIn(one, other)?.weight ?? 0, `${one} and ${other}`).toBeLessThanOrEqual(0)
  expect(handleIn('idakowalski-lighthouse', 'ida-kowalski-lighthouses')?.weight).toBeGreaterThan(2)
  const strangers = scorePair(named('Ida Kowalski', 'moonmoth77'), named('Kasia Nowak', 'moonmoth78'))
  expect(strangers.evidence.find(({ fact }) => fact.startsWith('handle'))?.weight).toBeGreaterThan(2)
})

test('numbers that a network gave out are the same or not: those that are nearly the same are no likeness', () => {
  const numbered = (name: string, id: string) => who({ name, profiles: [on('github', `github.com/${id}`)] })
  const score = scorePair(numbered('Ida Kowalski', '100012345678'), numbered('Tom Berg', '100012345679'))
  expect(score.evidence.find(({ fact, weight }) => fact.startsWith('handle') && weight > 0)).toBeUndefined()
})
