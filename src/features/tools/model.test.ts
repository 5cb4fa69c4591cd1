import { expect, test } from 'vitest'
import { surfaces, toolIds } from '#kernel/tools.ts'
import { allTools, getTool, handOffPage, kindOf } from './model.ts'

test('every tool has a name of its own, a mark of its own and a home surface', () => {
  expect(allTools.map(tool => tool.id)).toEqual([...toolIds])
  expect(new Set(allTools.map(tool => tool.mark)).size).toBe(toolIds.length)
  expect(new Set(allTools.map(tool => tool.label)).size).toBe(toolIds.length)
  for (const tool of allTools) {
    expect(tool.mark).toMatch(/^[A-Z]{2}$/)
    expect(tool.surfaces.length).toBeGreaterThan(0)
    for (const surface of tool.surfaces) expect(surfaces).toContain(surface)
    expect(tool.rules.source.length).toBeGreaterThan(10)
  }
})

test('kinds follow the product table', () => {
  const of = (kind: string) => toolIds.filter(id => kindOf(id) === kind)
  expect(of('mixed')).toEqual(['facebook', 'myspace', 'mastodon', 'bluesky'])
  expect(of('sourcing')).toEqual(['linkedin', 'blog', 'github', 'forum', 'mailing-list'])
  expect(of('broadcast')).toEqual(['job-feed', 'job-board'])
})

test('a chat message is at home up to 400 characters and four sentences; mail may be a letter', () => {
  expect(getTool('xmpp').playbook.direct).toMatchObject({ maxCodePoints: 400, maxSentences: 4, letter: false })
  expect(getTool('email').playbook.direct.letter).toBe(true)
  expect(getTool('sms').playbook.direct.maxCodePoints).toBeLessThan(400)
})

test('hand-off opens the tool’s own page and never a script', () => {
  expect(handOffPage('linkedin', 'message', { handle: 'ana-ruiz' })).toBe('https://www.linkedin.com/in/ana-ruiz/')
  expect(handOffPage('facebook', 'message', { handle: '@a/b' })).toBe('https://www.facebook.com/messages/t/a%2Fb')
  expect(handOffPage('blog', 'comment', { url: 'https://ana.example/frost' })).toBe('https://ana.example/frost')
  expect(handOffPage('blog', 'comment', { url: 'javascript:alert(1)' })).toBeUndefined()
  expect(handOffPage('linkedin', 'message', {})).toBeUndefined()
  expect(handOffPage('xmpp', 'message', { handle: 'ana' })).toBeUndefined()
})
