import { expect, test } from 'vitest'
import { assess, type Context, codes } from '#features/etiquette/model.ts'
import { type ToolId, toolIds } from '#kernel/tools.ts'
import { type Example, loadPlaybook, sections } from './model.ts'

const now = new Date('2026-03-03T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const them = (text: string) => ({ from: 'them' as const, text, at: minutesAgo(20) })

function contextOf(tool: ToolId, { when, read }: Example): Context {
  const person = { timezone: 'Etc/UTC' }
  const readings = read ? [{ title: 'What they wrote', text: read, readAt: minutesAgo(60) }] : []
  const base = { tool, now, person, readings, surface: 'direct' as const, action: 'message' as const }
  const wrote = [them('Hello there, good to hear from you.')]
  switch (when) {
    case 'stranger':
      return { ...base, stage: 'found' }
    case 'invite':
      return { ...base, action: 'invite', stage: 'acknowledged' }
    case 'introduction':
      return { ...base, stage: 'connected', history: wrote }
    case 'talk':
      return { ...base, stage: 'introduced', history: wrote }
    case 'interested':
      return { ...base, stage: 'interested', history: wrote }
    case 'outreach':
      return { ...base, stage: 'read' }
    case 'comment':
      return { ...base, surface: 'public', action: 'comment', stage: 'read' }
    case 'room':
      return { ...base, surface: 'room', stage: 'found', room: { norms: 'Stay on topic. No job posts.' } }
    case 'post':
      return { ...base, surface: 'public', action: 'post', stage: 'found' }
    case 'list':
      return {
        ...base,
        surface: tool === 'job-feed' ? 'feed' : tool === 'job-board' ? 'board' : 'list',
        stage: 'found',
        optedIn: true,
        recipients: 50,
      }
  }
}

test.each(toolIds)('the playbook of %s is complete', async tool => {
  const { playbook } = await loadPlaybook(tool, 'en')
  for (const section of sections) expect(playbook[section].length, section).toBeGreaterThan(0)
  expect(playbook.norms.length).toBeGreaterThanOrEqual(4)
  expect(playbook.speak.length).toBeGreaterThanOrEqual(3)
  expect(playbook.profile.length).toBeGreaterThanOrEqual(3)
  expect(playbook.introduce.length).toBeGreaterThanOrEqual(2)
  expect(playbook.lingo.length).toBeGreaterThanOrEqual(8)
  expect(playbook.checklist.length).toBeGreaterThanOrEqual(5)
  expect(playbook.checklist.length).toBeLessThanOrEqual(8)
  expect(new Set(playbook.checklist.map(item => item.id)).size).toBe(playbook.checklist.length)
  expect(new Set(playbook.lingo.map(each => each.term.toLowerCase())).size).toBe(playbook.lingo.length)
  for (const { source, asOf } of playbook.forbids) {
    expect(new URL(source).protocol).toBe('https:')
    expect(asOf).toMatch(/^\d{4}-\d{2}$/)
  }
  expect(playbook.forbids.length).toBeGreaterThanOrEqual(2)
  expect(playbook.introduce.every(example => example.breaks === undefined)).toBe(true)
})

test.each(toolIds)('etiquette says of every example of %s what the playbook says', async tool => {
  const { playbook } = await loadPlaybook(tool, 'en')
  for (const example of [...playbook.introduce, ...playbook.examples]) {
    const { verdict, reasons } = assess(example.text, contextOf(tool, example))
    const found = reasons.map(reason => reason.code)
    if (example.breaks === undefined)
      expect({ text: example.text, verdict, found }).toMatchObject({ verdict: 'allow', found: [] })
    else {
      expect(codes).toContain(example.breaks)
      expect({ text: example.text, found }).toMatchObject({ found: expect.arrayContaining([example.breaks]) })
    }
  }
})

test('every messaging tool shows what to do and what not to do', async () => {
  for (const tool of toolIds) {
    const { examples } = (await loadPlaybook(tool, 'en')).playbook
    expect(
      examples.some(example => example.breaks === undefined),
      tool,
    ).toBe(true)
    if (!tool.startsWith('job-'))
      expect(
        examples.some(example => example.breaks !== undefined),
        tool,
      ).toBe(true)
  }
})

test.each(toolIds)(
  'the German playbook of %s is whole, has the same checklist, and its examples are judged as it says',
  async tool => {
    const { playbook, language } = await loadPlaybook(tool, 'de')
    const english = (await loadPlaybook(tool, 'en')).playbook
    expect(language).toBe('de')
    expect(playbook.checklist.map(item => item.id)).toEqual(english.checklist.map(item => item.id))
    for (const section of sections) expect(playbook[section].length, section).toBeGreaterThan(0)
    expect(playbook.lingo.length).toBeGreaterThanOrEqual(8)
    expect(new Set(playbook.lingo.map(each => each.term.toLowerCase())).size).toBe(playbook.lingo.length)
    expect(playbook.norms).toHaveLength(english.norms.length)
    expect(playbook.forbids.length).toBeGreaterThanOrEqual(2)
    for (const { source, asOf } of playbook.forbids)
      expect(`${new URL(source).protocol} ${asOf}`).toMatch(/^https: \d{4}-\d{2}$/)
    for (const example of [...playbook.introduce, ...playbook.examples]) {
      const context = contextOf(tool, example)
      const german = context.history ? { ...context, history: [them('Hallo, schön von dir zu hören.')] } : context
      const { verdict, reasons } = assess(example.text, german)
      const found = reasons.map(reason => reason.code)
      if (example.breaks === undefined)
        expect({ text: example.text, verdict, found }).toMatchObject({ verdict: 'allow', found: [] })
      else expect({ text: example.text, found }).toMatchObject({ found: expect.arrayContaining([example.breaks]) })
    }
  },
)

test('a language without a book reads English and says so', async () => {
  expect((await loadPlaybook('xmpp', 'pt')).language).toBe('en')
})
