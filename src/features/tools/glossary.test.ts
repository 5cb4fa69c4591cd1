import { expect, test } from 'vitest'
import { toolIds } from '#kernel/tools.ts'
import {
  fieldsOfPage,
  judgeField,
  lingoFinder,
  loadChatWords,
  loadPlaybook,
  pageOf,
  progressOf,
  searchGlossary,
  standingOf,
  toolProfileOf,
  withEdits,
} from './model.ts'

const finderOf = async (tool: 'irc' | 'github' | 'xmpp') => lingoFinder((await loadPlaybook(tool, 'en')).playbook.lingo)
const found = (finder: ReturnType<typeof lingoFinder>, text: string) =>
  finder(text).map(({ start, end }) => text.slice(start, end))

test('terms in what they wrote are found as whole words, each once', async () => {
  expect(found(await finderOf('irc'), 'brb, netsplit again. netsplit every day, and the op is afk')).toEqual([
    'brb',
    'netsplit',
    'op',
    'afk',
  ])
  expect(found(await finderOf('github'), 'LGTM, two nits on the PR')).toEqual(['LGTM', 'nits', 'PR'])
})

test('what people write in every chat is explained on any tool, in the recruiter’s language; the tool’s own meaning holds', async () => {
  const { playbook } = await loadPlaybook('discord', 'en')
  const find = lingoFinder([...(await loadChatWords('en')), ...playbook.lingo])
  const said = find('brb, ttyl. tbh I ping the RN, vllt morgen').map(({ term }) => [term.term, term.meaning])
  expect(said.map(([term]) => term)).toEqual(['brb', 'ttyl', 'tbh', 'ping', 'vllt'])
  expect(said.find(([term]) => term === 'ping')?.[1]).toBe(playbook.lingo.find(each => each.term === 'ping')?.meaning)
  const names = (await loadChatWords('en')).flatMap(({ term, also }) => [term, ...(also ?? [])])
  expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length)
  expect((await loadChatWords('de')).find(each => each.term === 'brb')?.meaning).toBe('gleich wieder da')
})

test('no term is found inside words, addresses and links', async () => {
  const finder = await finderOf('irc')
  expect(found(finder, 'shop open options https://x.example/op#op op@example.org non-op')).toEqual([])
  expect(found(await finderOf('github'), 'a ci without capitals')).toEqual([])
})

test('the glossary of all tools is searched by word first, then by meaning', async () => {
  const all = await Promise.all(
    toolIds.map(async tool => (await loadPlaybook(tool, 'en')).playbook.lingo.map(term => ({ ...term, tool }))),
  )
  const entries = all.flat()
  expect(entries.length).toBeGreaterThan(230)
  expect(searchGlossary(entries, 'lgtm')[0]).toMatchObject({ tool: 'github', term: 'LGTM' })
  expect(searchGlossary(entries, 'contact list').map(each => each.term)).toContain('roster')
  expect(searchGlossary(entries, 'zzzz')).toEqual([])
})

test('what the workspace wrote stands over the shipped book, which stays as it was', async () => {
  const { playbook } = await loadPlaybook('irc', 'en')
  const terms = playbook.lingo.length
  const edited = withEdits(playbook, [
    { part: 'norms', value: { kind: 'text', text: 'Jobs on Fridays.\n\n Be kind. ' } },
    { part: 'term:netsplit', value: { kind: 'hidden' } },
    { part: 'term:weld pool', value: { kind: 'term', term: { term: 'Weld pool', meaning: 'the molten part' } } },
    { part: 'who', value: null },
  ])
  expect(edited.norms).toEqual(['Jobs on Fridays.', 'Be kind.'])
  expect(edited.who).toBe(playbook.who)
  expect(edited.lingo.map(each => each.term)).toContain('Weld pool')
  expect(edited.lingo.map(each => each.term)).not.toContain('netsplit')
  expect(playbook.lingo).toHaveLength(terms)
  expect(progressOf(playbook, ['nick', 'topic', 'gone'])).toEqual({ done: 2, of: 7 })
})

test('a field of a profile is missing, the same, too long or says something else than the master', () => {
  const bio = { id: 'headline', label: 'Bio', maxCodePoints: 20 } as const
  expect(judgeField(bio, {}, {}).state).toBe('nothing-yet')
  expect(judgeField(bio, { headline: 'Recruits bakers' }, {})).toEqual({ state: 'missing', copy: 'Recruits bakers' })
  expect(judgeField(bio, { headline: 'Recruits bakers' }, { headline: 'recruits  bakers' }).state).toBe('same')
  expect(judgeField(bio, { headline: 'Recruits bakers in all of Ghent' }, {}).state).toBe('too-long')
  expect(judgeField(bio, { headline: 'Recruits bakers in all of Ghent' }, { headline: 'Recruits bakers…' }).state).toBe(
    'same',
  )
  expect(judgeField(bio, { headline: 'Recruits bakers' }, { headline: 'Recruits nurses' }).state).toBe('differs')
})

test('a profile is stale when it was never checked, long ago, or before the master changed', () => {
  const tool = toolProfileOf('github')
  if (!tool) throw new Error('no fields')
  const now = new Date('2026-03-02T10:00:00Z')
  const at = (day: string) => new Date(`${day}T10:00:00Z`)
  const there = (checkedAt: Date | null) => ({ fields: { name: 'Mara' }, checkedAt, updatedAt: at('2025-01-01') })
  const master = { fields: { name: 'Mara', place: 'Porto' }, checkedAt: null, updatedAt: at('2026-02-01') }
  expect(standingOf(tool, master, there(null), now)).toEqual({ complete: 1, of: 5, differs: 0, stale: 'never-checked' })
  expect(standingOf(tool, master, there(at('2025-03-02')), now).stale).toBe('old')
  expect(standingOf(tool, master, there(at('2026-01-15')), now).stale).toBe('master-newer')
  expect(standingOf(tool, master, there(at('2026-02-15')), now).stale).toBeNull()
})

test('what is written to a network comes back as the same fields, and nothing that is empty or too long goes there', () => {
  const mastodon = toolProfileOf('mastodon')
  if (!mastodon) throw new Error('no fields')
  const master = {
    name: 'Mara Lind',
    about: 'I recruit gardeners.',
    recruits: 'Parks',
    links: 'https://mara.example/\nhttps://b.example/x',
  }
  const page = pageOf(mastodon, master, { about: 'Lichens, and recruiting.' })
  expect(page).toEqual({
    name: 'Mara Lind',
    about: 'Lichens, and recruiting.',
    links: [
      { label: 'Recruits for', value: 'Parks' },
      { label: 'mara.example', value: 'https://mara.example/' },
      { label: 'b.example', value: 'https://b.example/x' },
    ],
  })
  expect(fieldsOfPage(mastodon, { name: '', about: '', links: [], ...page })).toEqual({
    ...master,
    about: 'Lichens, and recruiting.',
  })
  expect(pageOf(mastodon, { name: 'M'.repeat(31) }, {})).toEqual({})
})
