import { expect, test } from 'vitest'
import { assess, type Code, type Context } from './model.ts'

const now = new Date('2026-03-11T14:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const minutesAgo = (minutes: number) => ago(minutes / 60)

const xmpp: Context = { tool: 'xmpp', surface: 'direct', stage: 'introduced', now }
const frost = {
  title: 'Frost in the vineyard',
  text: 'On 26 April we lost 40 rows of Riesling. The cold air pooled behind the new wall, and our cheap loggers from the beekeeper noticed it an hour before the official station did. Next spring we will cut two gaps into the wall.',
  url: 'https://ana.example/frost',
  publishedAt: ago(24 * 20),
  readAt: ago(24 * 2),
}
const linkedin: Context = { tool: 'linkedin', surface: 'direct', stage: 'found', now, readings: [frost] }
const JOB = 'We have an opening for a night nurse in Leeds.'
const NICE = 'How did the night shift go yesterday?'
const INTRO = "Hi Ana, I'm Mara, I recruit nurses around Leeds. How was your week?"

function codesOf(draft: string, context: Context): Code[] {
  return assess(draft, context).reasons.map(reason => reason.code)
}

function expectOnly(code: Code, verdict: 'warn' | 'block', draft: string, context: Context): void {
  const found = assess(draft, context)
  expect({ codes: found.reasons.map(reason => reason.code), verdict: found.verdict }).toEqual({
    codes: [code],
    verdict,
  })
}

function expectSilence(draft: string, context: Context): void {
  expect(assess(draft, context)).toMatchObject({ verdict: 'allow', reasons: [] })
}

test('someone who asked not to be contacted gets nothing, on any surface, and nothing else is judged', () => {
  expectOnly('do-not-contact', 'block', JOB, { ...xmpp, stage: 'found', person: { doNotContact: true } })
  expectOnly('do-not-contact', 'block', NICE, { ...xmpp, stage: 'do-not-contact' })
  expectOnly('do-not-contact', 'block', JOB, {
    tool: 'email',
    surface: 'list',
    stage: 'do-not-contact',
    optedIn: true,
    now,
  })
  expect(assess(NICE, { ...xmpp, stage: 'do-not-contact' }).hard).toBe(true)
})

test('list mail goes only to people who confirmed', () => {
  const list: Context = { tool: 'email', surface: 'list', stage: 'found', now }
  expectOnly('not-opted-in', 'block', JOB, list)
  expectOnly('not-opted-in', 'block', JOB, { ...list, optedIn: false })
  expectSilence(JOB, { ...list, optedIn: true })
})

test('WhatsApp, Messenger and Instagram close 24 hours after their last message', () => {
  for (const tool of ['whatsapp', 'messenger', 'instagram'] as const) {
    const at = (hours: number): Context => ({
      ...xmpp,
      tool,
      history: [{ from: 'them', text: 'hi there', at: ago(hours) }],
    })
    expectSilence(NICE, at(23.9))
    expectSilence(NICE, at(24))
    expectOnly('window-closed', 'block', NICE, at(24.1))
    expectSilence(NICE, { ...at(30), handOff: true })
    expect(codesOf(NICE, { ...xmpp, tool })).toEqual(['window-closed'])
  }
})

test('an approved template is free of the window, asks for their yes where they never wrote, and keeps every other rule', () => {
  const closed: Context = {
    ...xmpp,
    tool: 'whatsapp',
    template: true,
    history: [{ from: 'them', text: 'hi', at: ago(30) }],
  }
  expectSilence(NICE, closed)
  expect(codesOf(JOB, { ...closed, stage: 'connected' })).toContain('job-before-introduction')
  expectOnly('do-not-contact', 'block', NICE, { ...closed, person: { doNotContact: true } })
  const first: Context = { ...xmpp, tool: 'whatsapp', template: true, history: [] }
  expectOnly('not-opted-in', 'block', NICE, first)
  expectSilence(NICE, { ...first, optedIn: true })
  expect(codesOf(NICE, { ...first, optedIn: true, stage: 'found' })).toEqual(['message-before-connected'])
})

test('the window is opened by what they wrote over this tool, not by a word on another one', () => {
  const elsewhere: Context = { ...xmpp, tool: 'whatsapp', history: [{ from: 'them', text: 'hi there', at: ago(1) }] }
  expectSilence(NICE, elsewhere)
  expectOnly('window-closed', 'block', NICE, { ...elsewhere, heardAt: ago(30) })
  expectOnly('window-closed', 'block', NICE, { ...elsewhere, heardAt: null })
  expectSilence(NICE, { ...elsewhere, heardAt: ago(2) })
})

test('a Telegram bot does not write first', () => {
  const telegram: Context = { ...xmpp, tool: 'telegram', stage: 'acknowledged' }
  expectOnly('window-closed', 'block', NICE, telegram)
  expect(codesOf(NICE, { ...telegram, handOff: true })).toEqual(['message-before-connected'])
  expectSilence(NICE, { ...telegram, stage: 'introduced', history: [{ from: 'them', text: '/start', at: ago(1) }] })
})

test('a Bluesky inbox follows its owner’s setting', () => {
  const bluesky: Context = { ...xmpp, tool: 'bluesky' }
  expectOnly('window-closed', 'block', NICE, { ...bluesky, person: { allowIncoming: 'none' } })
  expectSilence(NICE, { ...bluesky, person: { allowIncoming: 'all' } })
})

test('no mail to an address taken from GitHub, no recruiting with what Discord told', () => {
  const mail: Context = { tool: 'email', surface: 'direct', stage: 'found', now, readings: [frost], via: 'github' }
  expectOnly('tool-terms', 'block', NICE, mail)
  expectOnly('tool-terms', 'block', NICE, { ...mail, via: 'discord' })
  expect(codesOf(NICE, { ...mail, via: 'blog' })).not.toContain('tool-terms')
})

test('one text to five people is a broadcast; to four it is not', () => {
  expectOnly('broadcast-on-messaging', 'block', NICE, { ...xmpp, recipients: 5 })
  expectSilence(NICE, { ...xmpp, recipients: 4 })
  const found = "Two gaps in the wall, is that enough to drain the cold air? I'm Mara, I recruit vintners."
  expectOnly('broadcast-on-messaging', 'block', found, { ...linkedin, recipients: 12 })
})

test('a job advert stays out of a room that does not allow them', () => {
  const room: Context = { tool: 'irc', surface: 'room', stage: 'found', now }
  expect(codesOf("We're hiring two welders in Hull, ask me.", { ...room, room: { norms: 'No job posts.' } })).toEqual([
    'broadcast-on-messaging',
    'promotes-in-room',
  ])
  expectOnly('broadcast-on-messaging', 'block', "We're hiring two welders in Hull, ask me.", room)
  expectSilence("We're hiring two welders in Hull, ask me.", {
    ...room,
    room: { norms: 'Job posts are welcome here.' },
  })
  expectSilence('Which rod do you use for galvanised sheet?', { ...room, room: { norms: 'No job posts.' } })
})

test('norms are understood in any language', () => {
  const room: Context = { tool: 'matrix', surface: 'room', stage: 'found', now }
  const forbids = [
    'Keine Stellenanzeigen, bitte.',
    'Pas d’offres d’emploi ici',
    'Prohibido publicar ofertas de trabajo',
    'Proibido divulgar vagas',
    'Geen vacatures',
    'Niente annunci di lavoro',
    'Zakaz ogłoszeń o pracy',
    'Вакансии запрещены',
    '求人投稿は禁止です',
    '禁止发布招聘信息',
    'Be kind. No spam, ads, or recruiting.',
    'Recruiters are not welcome',
    'Jobs only in #jobs',
    'Inga jobbannonser',
    'İş ilanı yasaktır',
    '채용 공고 금지',
  ]
  for (const norms of forbids) {
    expect([norms, codesOf("We're hiring two welders in Hull.", { ...room, room: { norms, promoShare: 0 } })]).toEqual([
      norms,
      ['broadcast-on-messaging', 'promotes-in-room'],
    ])
  }
  const allows = [
    'Stellenanzeigen sind willkommen',
    'Les offres d’emploi sont les bienvenues',
    'Se permiten ofertas de empleo',
    'Vagas são bem-vindas',
    'Vacatures zijn welkom',
    'Gli annunci di lavoro sono benvenuti',
    'Вакансии разрешены',
    '求人歓迎',
    'No politics, job posts are fine.',
  ]
  for (const norms of allows) {
    expect([norms, codesOf("We're hiring two welders in Hull.", { ...room, room: { norms } })]).toEqual([norms, []])
  }
})

test('where norms are silent, our share of promotion decides, and only over a promotional draft', () => {
  const room = (promoShare: number): Context => ({
    tool: 'slack',
    surface: 'room',
    stage: 'found',
    now,
    room: { norms: 'Be kind.', promoShare },
  })
  const link = 'We wrote up our onboarding on our blog: https://clinic.example/blog/onboarding'
  expectSilence(link, room(0.2))
  expectOnly('promotes-in-room', 'warn', link, room(0.21))
  expectOnly('promotes-in-room', 'warn', "We're hiring two welders in Hull.", room(0.5))
  expectSilence('Try a shorter lease time, that fixed it for me.', room(0.9))
})

test('a job comes after the introduction, and better after their question', () => {
  expectOnly('job-before-introduction', 'block', `I'm Mara. ${JOB}`, { ...xmpp, stage: 'connected' })
  expectOnly('job-before-interest', 'warn', JOB, xmpp)
  expectSilence(JOB, { ...xmpp, stage: 'interested' })
  expectSilence(JOB, { ...xmpp, stage: 'candidate' })
  expectOnly('job-before-interest', 'warn', JOB, { ...xmpp, stage: 'passive' })
  expectSilence('Who do you know that would like night shifts as a nurse?', { ...xmpp, stage: 'referrer' })
})

test('who asks about work is interested, whatever the stage says', () => {
  const asked: Context = {
    ...xmpp,
    stage: 'connected',
    history: [
      { from: 'them', text: 'hey', at: ago(3) },
      { from: 'me', text: "hi, I'm Mara, I recruit nurses", at: ago(2) },
      { from: 'them', text: 'oh nice, do you have any night jobs?', at: ago(1) },
    ],
  }
  expectSilence(JOB, asked)
})

test('a public reply with a job is judged, a post to nobody is not', () => {
  const reply: Context = { tool: 'mastodon', surface: 'public', stage: 'engaged', now, action: 'comment' }
  expectOnly('job-before-introduction', 'block', JOB, reply)
  expectSilence(JOB, { ...reply, action: 'post' })
  expectOnly('job-before-introduction', 'block', `@ana ${JOB}`, { ...reply, action: 'post' })
})

test('on a sourcing tool a job may be mentioned once the reading shows', () => {
  const shown =
    'The cold air pooling behind the wall, did the loggers catch it every time? We are hiring a cellar hand, if you know one.'
  expectSilence(shown, linkedin)
  expectOnly('reading-not-shown', 'block', 'Loved your profile. We are hiring a cellar hand in Mosel.', linkedin)
})

test('after a no, no job talk until they ask', () => {
  expectOnly('declined', 'block', JOB, { ...xmpp, stage: 'declined' })
  expectSilence(NICE, { ...xmpp, stage: 'declined' })
  const asked = {
    ...xmpp,
    stage: 'declined',
    history: [{ from: 'them', text: 'what jobs do you have now?', at: ago(1) }],
  } as const
  expectSilence(JOB, asked)
  expectOnly('declined', 'block', JOB, {
    ...xmpp,
    history: [{ from: 'them', text: 'Not interested, thanks.', at: ago(2) }],
  })
})

test('messages wait for the connection, invitations for the acknowledgement', () => {
  for (const stage of ['found', 'read', 'engaged', 'acknowledged'] as const) {
    expectOnly('message-before-connected', 'block', INTRO, { ...xmpp, stage })
  }
  expectSilence(INTRO, {
    ...xmpp,
    stage: 'found',
    history: [{ from: 'them', text: 'hello, who is this?', at: ago(1) }],
  })
  const invite: Context = { ...xmpp, action: 'invite' }
  for (const stage of ['found', 'read', 'engaged'] as const) {
    expectOnly('invite-before-acknowledged', 'block', 'Shall we connect?', { ...invite, stage })
  }
  expectSilence('Shall we connect?', { ...invite, stage: 'acknowledged' })
})

test('our first message says who we are, to a website visitor too', () => {
  expectOnly('no-introduction', 'warn', NICE, { ...xmpp, stage: 'connected' })
  expectSilence(INTRO, { ...xmpp, stage: 'connected' })
  const visitor: Context = {
    ...xmpp,
    tool: 'website-chat',
    stage: 'connected',
    history: [{ from: 'them', text: 'is it only nights?', at: minutesAgo(1) }],
  }
  expectOnly('no-introduction', 'warn', 'No, days as well.', visitor)
  expectSilence('Mara here, I recruit for the ward. No, days as well.', visitor)
  expectSilence('No, days as well.', {
    ...visitor,
    history: [...(visitor.history ?? []), { from: 'me', text: "I'm Mara, I recruit for the ward.", at: minutesAgo(1) }],
  })
})

test('only the first message says who we are: where nobody writes before being connected, any of ours was it', () => {
  const history = [
    { from: 'me', text: 'Busy night?', at: ago(9) },
    { from: 'them', text: 'three lambs before breakfast', at: ago(1) },
  ] as const
  expectSilence('Well done, now get some sleep.', { ...xmpp, stage: 'connected', history })
  // There the first was the outreach.
  expectOnly('no-introduction', 'warn', 'Well done, now get some sleep.', { ...linkedin, stage: 'connected', history })
})

test('outreach on sourcing and mixed tools needs a reading of the last 90 days', () => {
  const read = (days: number): Context => ({ ...linkedin, readings: [{ ...frost, readAt: ago(24 * days) }] })
  const shown = 'Two gaps in the wall, is that enough to drain the cold air?'
  expectSilence(shown, read(90))
  expectOnly('nothing-read', 'block', shown, read(90.1))
  expectOnly('nothing-read', 'block', 'Shall we connect?', {
    tool: 'facebook',
    surface: 'direct',
    stage: 'acknowledged',
    action: 'invite',
    now,
  })
  expectSilence('Nice wall.', { ...linkedin, readings: [], surface: 'public', action: 'comment' })
})

test('a reading shows in words of one’s own, not in flattery, title or profile', () => {
  const silent = [
    'The loggers from your beekeeper beat the station by an hour, which model are they?',
    'We had the same: cold air stuck behind a new wall. Did the gaps help?',
    'Losing forty rows of Riesling must have hurt.',
  ]
  for (const draft of silent) expect([draft, codesOf(draft, linkedin)]).toEqual([draft, []])
  const empty = [
    'Impressive background, I would love to connect.',
    'I loved “Frost in the vineyard”, great read.',
    'Your post about frost in the vineyard was great. Shall we talk?',
    'Your experience with Riesling at the estate is impressive.',
    'I really enjoyed your recent post.',
    'Great thoughts on wine.',
  ]
  for (const draft of empty)
    expect([draft, codesOf(draft, linkedin)]).toEqual([draft, expect.arrayContaining(['reading-not-shown'])])
})

test('an address from a profile counts on that tool until they answer', () => {
  const mail: Context = { tool: 'email', surface: 'direct', stage: 'found', now, via: 'blog', readings: [frost] }
  expectSilence('Two gaps in the wall, is that enough to drain the cold air?', mail)
  expectOnly('nothing-read', 'block', 'Two gaps in the wall?', { ...mail, readings: [] })
  expectOnly('message-before-connected', 'block', 'Two gaps in the wall?', {
    tool: 'email',
    surface: 'direct',
    stage: 'found',
    now,
  })
})

test('what was not read is not claimed, and what was read is not bent', () => {
  const base = 'The cold air pooling behind the wall made sense to me.'
  expectSilence(base, linkedin)
  expectOnly('false-reading', 'warn', `${base} I also read your article on fermentation tanks.`, linkedin)
  expectOnly('false-reading', 'warn', 'You wrote that you lost 75 rows of Riesling behind the new wall.', linkedin)
  expectSilence('You wrote that you lost 40 rows of Riesling behind the new wall.', linkedin)
})

test('a second unanswered message within three days is too soon, a third too often', () => {
  const mine = (...hours: number[]): Context => ({
    ...xmpp,
    history: hours.map(h => ({ from: 'me' as const, text: 'hi', at: ago(h) })),
  })
  expectOnly('too-soon', 'warn', NICE, mine(24))
  expectSilence(NICE, mine(24 * 3 + 1))
  expectSilence(NICE, mine(0.2))
  expectOnly('too-often', 'block', NICE, mine(24 * 30, 24 * 10))
  expectOnly('too-soon', 'warn', NICE, mine(24, 23.8))
  expectSilence(NICE, {
    ...xmpp,
    history: [...(mine(24, 20).history ?? []), { from: 'them', text: 'hello', at: ago(19) }],
  })
})

test('quiet hours run from 21:00 to 08:00 where they are', () => {
  const at = (time: string, tool: Context['tool'] = 'xmpp'): Context => ({
    ...xmpp,
    tool,
    now: new Date(`2026-01-14T${time}Z`),
    person: { timezone: 'Europe/Berlin' },
  })
  expectOnly('quiet-hours', 'warn', NICE, at('20:00:00'))
  expectSilence(NICE, at('19:59:59'))
  expectOnly('quiet-hours', 'warn', NICE, at('06:59:59'))
  expectSilence(NICE, at('07:00:00'))
  expectSilence(NICE, at('22:00:00', 'email'))
  expectSilence(NICE, { ...at('22:00:00'), person: { timezone: 'Europe/Berlin', online: true } })
  const wrote = (minutes: number): Context => ({
    ...at('22:00:00'),
    history: [{ from: 'them', text: 'still up', at: new Date(Date.UTC(2026, 0, 14, 22) - minutes * 60_000) }],
  })
  expectSilence(NICE, wrote(30))
  expectOnly('quiet-hours', 'warn', NICE, wrote(31))
})

test('a chat message ends at 400 characters, four sentences, and is no letter', () => {
  expectSilence('x'.repeat(400), xmpp)
  expectOnly('too-long', 'warn', 'x'.repeat(401), xmpp)
  expectSilence('One here. Two here. Three here. Four here.', xmpp)
  expectOnly('too-long', 'warn', 'One here. Two here. Three here. Four here. Five here.', xmpp)
  expectOnly('letter-style', 'warn', 'Dear Ana,\nhow was the shift?\nKind regards,\nMara', xmpp)
  expectOnly('letter-style', 'warn', 'Querida Ana:\n\n¿Qué tal el turno?\n\nReciba un cordial saludo,\nMara Gil', xmpp)
  expectOnly('letter-style', 'warn', 'Dear Ana,\n\nhow was the shift?\n\nFrom a rainy quay,\nMara', xmpp)
  expectSilence('Hi Ana,\nthe shift list:\nMonday\nTuesday', xmpp)
  expectSilence('Hi Ana, how was the shift?', xmpp)
  expectSilence('Dear Ana,\nhow was the shift?\nKind regards,\nMara', { ...xmpp, tool: 'email' })
})

test('register and language follow theirs', () => {
  const wrote = (text: string): Context => ({ ...xmpp, history: [{ from: 'them', text, at: ago(1) }] })
  expectOnly('wrong-register', 'warn', 'HOW WAS THE SHIFT YESTERDAY ANA', wrote('fine so far.'))
  expectOnly(
    'wrong-register',
    'warn',
    'Hast du die Schicht gut hinter dich gebracht?',
    wrote('Guten Tag, könnten Sie mir sagen, wann Sie da sind?'),
  )
  const letter = 'I am writing to inquire how the shift went.'
  expectOnly('wrong-register', 'warn', letter, wrote('hey whats up lol'))
  expect(assess(letter, wrote('hey whats up lol')).reasons[0]?.message).toContain('they write more plainly')
  // Who has written nothing is not said to write in any way.
  expect(assess(letter, xmpp).reasons[0]?.message).toContain('people write more plainly here')
  expectOnly(
    'wrong-language',
    'warn',
    'How did the night shift go for you?',
    wrote('Hallo, ich bin gerade auf dem Weg nach Hause.'),
  )
  expectSilence('Wie war die Schicht gestern?', wrote('Hallo, ich bin gerade auf dem Weg nach Hause.'))
})

test('jobs are what people expect on feeds and boards', () => {
  expectSilence(JOB, { tool: 'job-board', surface: 'board', stage: 'found', now })
  expectSilence(JOB, { tool: 'job-feed', surface: 'feed', stage: 'declined', now, recipients: 900 })
})

test('the next right step follows the relationship', () => {
  const step = (context: Context, draft = NICE) => assess(draft, context).next.step
  expect(step({ ...xmpp, stage: 'found' })).toBe('read')
  expect(step({ ...xmpp, stage: 'read' })).toBe('engage')
  expect(step({ ...xmpp, stage: 'engaged' })).toBe('wait-for-acknowledgement')
  expect(step({ ...xmpp, stage: 'acknowledged' })).toBe('invite')
  expect(step({ ...xmpp, stage: 'connected' })).toBe('introduce')
  expect(step(xmpp)).toBe('talk')
  expect(step(xmpp, JOB)).toBe('ask')
  expect(step({ ...linkedin, readings: [] })).toBe('read')
  expect(step(linkedin, 'Impressive background.')).toBe('mention-reading')
})

test('every reason is short, kind, and marks the words', () => {
  const contexts: Context[] = [
    { ...xmpp, stage: 'connected' },
    { ...xmpp, stage: 'found' },
    xmpp,
    { ...xmpp, stage: 'declined' },
    { ...linkedin, readings: [] },
    linkedin,
    { ...xmpp, recipients: 9 },
    { ...xmpp, tool: 'whatsapp' },
    { ...xmpp, tool: 'telegram', stage: 'found' },
    { tool: 'irc', surface: 'room', stage: 'found', now, room: { norms: 'no jobs', promoShare: 0.9 } },
  ]
  for (const context of contexts) {
    for (const reason of assess(JOB, context).reasons) {
      expect(reason.message.split(/\s+/).length).toBeLessThanOrEqual(14)
      expect(reason.instead.split(/\s+/).length).toBeLessThanOrEqual(16)
      expect(`${reason.message} ${reason.instead}`).not.toMatch(/must|violat|!/i)
      if (reason.code.startsWith('job-')) expect(JOB.slice(...(reason.span ?? [0, 0]))).toBe(JOB)
    }
  }
})

test('two numbers with a stop between them are two: what stands in the text is no false reading', () => {
  const lambs = {
    title: 'A wet spring',
    text: 'The worst rain since 2012. Forty ewes, sixty-one lambs. We sold the tractor.',
    url: 'https://farm.example/spring',
    publishedAt: ago(48),
    readAt: ago(24),
  }
  const about = (draft: string) =>
    assess(draft, { tool: 'xmpp', surface: 'direct', stage: 'interested', now, readings: [lambs] }).reasons.map(
      ({ code }) => code,
    )
  expect(about('You wrote that sixty-one lambs came from forty ewes.')).not.toContain('false-reading')
  expect(about('You wrote that sixty-one lambs came from ninety ewes.')).toContain('false-reading')
  expect(about('You wrote that you bought the tractor in the rain.')).toContain('false-reading')
})
