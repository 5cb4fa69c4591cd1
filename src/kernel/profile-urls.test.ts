import { expect, test } from 'vitest'
import { pageKey, profileAddress, recogniseProfile } from './profile-urls.ts'

test.each([
  ['https://www.linkedin.com/in/Ana-Ruiz-123/', 'linkedin', 'linkedin.com/in/ana-ruiz-123'],
  ['de.linkedin.com/in/ana-ruiz-123?trk=x', 'linkedin', 'linkedin.com/in/ana-ruiz-123'],
  ['https://www.linkedin.com/in/jos%C3%A9-p', 'linkedin', 'linkedin.com/in/josé-p'],
  ['https://github.com/Torvalds?tab=repositories', 'github', 'github.com/torvalds'],
  ['https://github.com/torvalds/linux', 'github', 'github.com/torvalds'],
  ['https://twitter.com/AnaRuiz/status/12', 'twitter', 'x.com/anaruiz'],
  ['http://mobile.x.com/@anaruiz', 'twitter', 'x.com/anaruiz'],
  ['https://facebook.com/profile.php?id=1000123', 'facebook', 'facebook.com/1000123'],
  ['https://myspace.com/tombek', 'myspace', 'myspace.com/tombek'],
  ['https://hachyderm.io/@liwen', 'mastodon', '@liwen@hachyderm.io'],
  ['@LiWen@hachyderm.io', 'mastodon', '@liwen@hachyderm.io'],
  ['@li:matrix.org', 'matrix', '@li:matrix.org'],
  ['https://matrix.to/#/@li:matrix.org', 'matrix', '@li:matrix.org'],
  ['xmpp:ana@example.org/home', 'xmpp', 'ana@example.org'],
  ['mailto:Ana@Example.org?subject=hi', 'email', 'ana@example.org'],
  ['https://bsky.app/profile/ana.bsky.social', 'bluesky', 'bsky.app/profile/ana.bsky.social'],
  ['https://news.ycombinator.com/user?id=pg', 'forum', 'news.ycombinator.com/user?id=pg'],
  ['https://t.me/anaruiz', 'telegram', 't.me/anaruiz'],
])('%s is an account of %s, whatever its spelling', (text, tool, key) => {
  expect(recogniseProfile(text)).toMatchObject({ tool, key })
})

test.each([
  'https://www.linkedin.com/company/clinic-norte',
  'https://github.com/features',
  'https://x.com/search?q=nurse',
  'https://blog.example.org/2024/frost',
  'https://medium.com/@someone',
  'not a url',
  '',
])('%s is nobody’s account', text => {
  expect(recogniseProfile(text)).toBeUndefined()
})

test('one page has one key by every spelling', () => {
  const key = pageKey('http://www.Example.org/blog/index.html?utm_source=x')
  expect(key).toBe('example.org/blog')
  expect(pageKey('https://example.org/blog/')).toBe(key)
  expect(pageKey('localhost')).toBeUndefined()
})

test('a handle alone leads to the same key as its page', () => {
  expect(profileAddress('github', { handle: '@Torvalds' })?.key).toBe('github.com/torvalds')
  expect(profileAddress('linkedin', { handle: 'ana-ruiz' })).toMatchObject({ key: 'linkedin.com/in/ana-ruiz' })
  expect(profileAddress('xmpp', { handle: 'Ana@example.org' })?.key).toBe('ana@example.org')
  expect(profileAddress('blog', { url: 'https://frost.example/' })?.key).toBe('frost.example')
  expect(profileAddress('twitter', { handle: 'two words' })).toBeUndefined()
  expect(profileAddress('sms', { handle: '+49 170 1234567' })?.key).toBe('+491701234567')
  expect(profileAddress('sms', { handle: 'ask me' })).toBeUndefined()
})
