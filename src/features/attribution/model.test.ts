import { expect, test } from 'vitest'
import {
  addressOf,
  type ChainCounts,
  codesIn,
  judgeChain,
  referrerClass,
  targetFrom,
  thingAt,
  weakestLink,
} from './model.ts'

const own = ['kith.example.org', 'jobs.harbour.example']

test('a short link leads to our own pages or to a whole web address, and to nothing else', () => {
  expect(targetFrom('/p/nights', own)).toBe('/p/nights')
  expect(targetFrom('https://jobs.harbour.example/jobs/packer?x=1', own)).toBe('/jobs/packer?x=1')
  expect(targetFrom('https://harbour.example/nights', own)).toBe('https://harbour.example/nights')
  for (const bad of [
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'https://a:b@evil.example',
    '/api/v1/people',
    'nights',
    '',
  ])
    expect(targetFrom(bad, own)).toBeUndefined()
})

test('our own pages are told by which link somebody came, others get the tags that their statistics read, and their own stay', () => {
  const source = { code: 'night-welding', tool: 'irc', kind: 'group' } as const
  expect(addressOf({ ...source, target: '/p/nights?lang=de' }, 'https://kith.example.org')).toBe(
    'https://kith.example.org/p/nights?lang=de&via=night-welding',
  )
  expect(addressOf({ ...source, target: 'https://harbour.example/?utm_source=mine' }, 'https://kith.example.org')).toBe(
    'https://harbour.example/?utm_source=mine&utm_medium=group&utm_campaign=night-welding',
  )
  expect(codesIn('https://kith.example.org/jobs/packer?ref=indeed&via=night-welding')).toEqual([
    'night-welding',
    'indeed',
  ])
  expect(codesIn('/p/nights?via=%3Cscript%3E')).toEqual([])
  expect(thingAt('/blog/is-it-only-nights')).toEqual({ kind: 'post', slug: 'is-it-only-nights' })
  expect(thingAt('/l/k3-night-jobs')).toEqual({ kind: 'list', number: 723 })
  expect(thingAt('/settings')).toBeUndefined()
})

test('where a browser came from is told as a class', () => {
  const classes: [string | undefined, string][] = [
    [undefined, 'direct'],
    ['https://jobs.harbour.example/blog', 'own'],
    ['https://www.google.de/', 'search'],
    ['https://www.linkedin.com/feed/', 'linkedin'],
    ['https://t.co/abc', 'twitter'],
    ['https://news.ycombinator.com/item?id=1', 'hacker-news'],
    ['android-app://com.google.android.gm/', 'mail'],
    ['https://somewhere.example/', 'other'],
    ['nonsense', 'other'],
  ]
  for (const [address, expected] of classes) expect([address, referrerClass(address, own)]).toEqual([address, expected])
})

const counts = (visits: number, answered: number, connected = 0): ChainCounts => ({
  visits,
  answered,
  connected,
  interested: 0,
  candidate: 0,
  hired: 0,
})
const usual = [counts(500, 60), counts(400, 50), counts(300, 33)]

test('where the chain breaks is said only where the whole interval lies below what is usual here', () => {
  const weak = judgeChain(counts(412, 9), usual)
  expect(weak[0]).toMatchObject({ from: 'visits', to: 'answered', of: 412, reached: 9, verdict: 'weak' })
  expect(weakestLink(weak)).toMatchObject({ from: 'visits', to: 'answered' })
  expect(judgeChain(counts(412, 45), usual)[0]?.verdict).toBe('usual')
  expect(judgeChain(counts(412, 120), usual)[0]?.verdict).toBe('strong')
})

test('nothing is claimed from too few, nor where there is nothing to compare with', () => {
  expect(judgeChain(counts(29, 0), usual)[0]).toMatchObject({ verdict: 'few', interval: null, median: null })
  expect(judgeChain(counts(412, 9), usual.slice(1))[0]).toMatchObject({ verdict: 'alone', median: null })
  expect(weakestLink(judgeChain(counts(29, 0), usual))).toBeUndefined()
  // Seven people are too few to say that they don't connect.
  expect(judgeChain(counts(412, 7, 0), usual)[1]?.verdict).toBe('few')
})
