import { expect, test } from 'vitest'
import { type PersonFacts, scorePair } from './live.ts'

const onGithub: PersonFacts = {
  name: 'Priya Nair',
  handle: 'pnair',
  emails: ['p.nair+dev@gmail.com'],
  urls: ['https://github.com/pnair'],
  links: ['https://priya.dev/'],
}

test('the same mailbox, however it is written, links two profiles and is named first', () => {
  const score = scorePair(onGithub, { name: 'P. Nair', emails: ['pnair@googlemail.com'] })
  expect(score.band).toBe('link')
  expect(score.evidence[0]).toMatchObject({ field: 'e-mail address', words: 'same e-mail address' })
})

test('profiles that link to each other as their own are one person even under another name', () => {
  const blog: PersonFacts = { name: 'pri', urls: ['http://www.priya.dev'], links: ['https://github.com/PNair/'] }
  const score = scorePair(onGithub, blog)
  expect(score.band).toBe('link')
  expect(score.evidence[0]?.words).toBe('each profile links to the other as its own')
})

test('two different LinkedIn pages keep two people with one name apart', () => {
  const a: PersonFacts = {
    name: 'John Smith',
    emails: ['team@acme.com'],
    urls: ['https://www.linkedin.com/in/john-smith-1'],
  }
  const b: PersonFacts = {
    name: 'John Smith',
    emails: ['team@acme.com'],
    urls: ['https://uk.linkedin.com/in/john-smith-2/'],
  }
  expect(scorePair(a, b).band).toBe('leave')
})

test('a name alone is never enough to link', () => {
  expect(scorePair({ name: 'John Smith' }, { name: 'John Smith' }).band).not.toBe('link')
})

test('name, employer and place together are put before a person or linked', () => {
  const score = scorePair(
    { name: 'Katarzyna Wiśniewska', employer: 'Allegro', place: 'Poznań' },
    { name: 'Kasia Wisniewska', employer: 'allegro', place: 'Poznan' },
  )
  expect(score.band).not.toBe('leave')
})

test('phones count by their number, not by how they are written', () => {
  const score = scorePair(
    { name: 'Ana Ruiz', phones: ['+34 612 345 678'] },
    { name: 'Ana Ruiz', phones: ['0034612345678'] },
  )
  expect(score.evidence.some(fact => fact.words === 'same phone number')).toBe(true)
})

test('the order of the two profiles does not matter', () => {
  const other: PersonFacts = { name: 'Nair, Priya', handle: 'pnair1', place: 'Pune' }
  expect(scorePair(onGithub, other).log2Odds).toBeCloseTo(scorePair(other, onGithub).log2Odds, 9)
})
