import { expect, test } from 'vitest'
import { assess } from './assess.ts'
import { fits, hardCodes, kithsOwn, linesOf, ownValue, policyFrom, policyLines, readLine, valueIn } from './policy.ts'
import type { Context } from './types.ts'

const now = new Date('2026-03-11T14:00:00Z')
const talk: Context = { tool: 'xmpp', surface: 'direct', stage: 'introduced', now }
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const judged = (context: Partial<Context>, set: Record<string, unknown> = {}, draft = 'How was the night shift?') => {
  const { verdict, reasons, next } = assess(draft, { ...talk, ...context, policy: policyFrom(Object.entries(set)) })
  return { verdict, codes: reasons.map(reason => reason.code), words: reasons.map(reason => reason.message), next }
}
const unanswered = (...days: number[]) => ({
  history: days.map(day => ({ from: 'me' as const, text: 'Hi', at: daysAgo(day) })),
})

test('without a policy, and with one that sets nothing, every verdict is Kith’s own', () => {
  expect(policyFrom([])).toEqual(kithsOwn)
  for (const history of [unanswered(2), unanswered(4), unanswered(9, 5)])
    expect(judged(history)).toEqual(judged({ ...history, policy: kithsOwn }))
  expect(judged(unanswered(2)).codes).toEqual(['too-soon'])
  expect(judged(unanswered(4)).codes).toEqual([])
  expect(judged(unanswered(9, 5)).codes).toEqual(['too-often'])
})

test('a tightened limit bites, and says its own number', () => {
  expect(judged(unanswered(4), { 'days-between': 7 })).toMatchObject({
    codes: ['too-soon'],
    words: ['Your last message is less than 7 days old and unanswered.'],
  })
  expect(judged(unanswered(9), { unanswered: 2 })).toMatchObject({ verdict: 'block', codes: ['too-often'] })
  expect(judged({ recipients: 3 }, { 'same-text-people': 3, 'same-text-days': 14 })).toMatchObject({
    verdict: 'block',
    words: ['3 people get this text within 14 days.'],
  })
  const read = { readings: [{ title: 'Wards', text: 'On night wards and sleep', readAt: daysAgo(40) }] }
  const invite = { tool: 'mastodon', stage: 'acknowledged', action: 'invite', ...read } as const
  expect(judged(invite).codes).not.toContain('nothing-read')
  expect(judged(invite, { 'reading-days': 30 })).toMatchObject({ verdict: 'block', codes: ['nothing-read'] })
  expect(judged({}, { 'length.xmpp': 100 }, `${'so '.repeat(40)}it goes`).codes).toContain('too-long')
})

test('a softened limit lets pass', () => {
  expect(judged(unanswered(2), { 'days-between': 1 }).codes).toEqual([])
  expect(judged(unanswered(20, 9), { unanswered: 4 }).verdict).toBe('allow')
  expect(judged(unanswered(20, 2), { unanswered: 4 }).codes).toEqual(['too-soon'])
  expect(judged({ recipients: 5 }, { 'same-text-people': 10 }).verdict).toBe('allow')
  const old = { readings: [{ title: 'Wards', text: 'On night wards and sleep', readAt: daysAgo(200) }] }
  const invite = { tool: 'mastodon', stage: 'acknowledged', action: 'invite', ...old } as const
  expect(judged(invite).codes).toContain('nothing-read')
  expect(judged(invite, { 'reading-days': 365 }).codes).not.toContain('nothing-read')
  const long = `${'so '.repeat(150)}it goes`
  expect(judged({}, {}, long).codes).toContain('too-long')
  expect(judged({}, { 'length.xmpp': 800 }, long).codes).not.toContain('too-long')
  const advert = 'We wrote about it on our blog: https://ward.example/blog'
  const room = { surface: 'room', room: { promoShare: 0.3 } } as const
  expect(judged(room, {}, advert).codes).toContain('promotes-in-room')
  expect(judged(room, { 'promo-share': 40 }, advert).codes).not.toContain('promotes-in-room')
})

test('quiet hours begin and end when the workspace says, over midnight or not, and the next step says when', () => {
  const at = (hour: string) => ({ now: new Date(`2026-03-11T${hour}:00:00Z`), person: { timezone: 'UTC' } })
  expect(judged(at('19')).codes).toEqual([])
  const early = judged(at('19'), { 'quiet-from': 18, 'quiet-until': 9 })
  expect(early).toMatchObject({
    codes: ['quiet-hours'],
    next: { step: 'send-later', words: 'Send it after 09:00 their time.' },
  })
  expect(judged(at('08'), { 'quiet-until': 9 }).codes).toEqual(['quiet-hours'])
  const noon = { 'quiet-from': 12, 'quiet-until': 14 }
  expect(['11', '12', '13', '14', '23'].filter(hour => judged(at(hour), noon).codes.length > 0)).toEqual(['12', '13'])
  expect(policyFrom([['quiet-from', 8]]).limits).toMatchObject({ 'quiet-from': 21, 'quiet-until': 8 })
})

test('a soft rule can warn, block or be off; one that blocks is never silenced', () => {
  const job = 'We have a job opening for a night nurse in Lisbon.'
  expect(judged({ stage: 'connected' }, {}, job).verdict).toBe('block')
  const softened = judged({ stage: 'connected' }, { 'rule.job-before-introduction': 'warn' }, job)
  expect(softened.verdict).toBe('warn')
  expect(softened.codes).toContain('job-before-introduction')
  expect(judged({ stage: 'connected' }, { 'rule.job-before-introduction': 'off' }, job).verdict).toBe('block')
  expect(judged(unanswered(2), { 'rule.too-soon': 'off' }).verdict).toBe('allow')
  expect(judged(unanswered(2), { 'rule.too-soon': 'block' })).toMatchObject({ verdict: 'block', codes: ['too-soon'] })
})

test('a hard rule can’t be named, and no policy moves it', () => {
  for (const code of hardCodes) {
    expect(readLine(`rule.${code}`)).toEqual({ code: 'hard-rule', rule: code })
    expect(policyLines).not.toContain(`rule.${code}`)
  }
  const leftAlone = { person: { doNotContact: true } }
  expect(judged(leftAlone, { 'rule.do-not-contact': 'off' })).toMatchObject({
    verdict: 'block',
    codes: ['do-not-contact'],
  })
  const forced = { ...kithsOwn, verdicts: Object.fromEntries(hardCodes.map(code => [code, 'off'])) }
  expect(assess('Hi', { ...talk, ...leftAlone, policy: forced }).verdict).toBe('block')
})

test('every line holds Kith’s own, reads back what was set, and refuses what does not fit', () => {
  for (const text of policyLines) {
    const line = readLine(text)
    if (!('kind' in line)) throw new Error(`${text} is a line`)
    expect(fits(line, ownValue(line)), text).toBe(true)
    expect(valueIn(kithsOwn, line)).toBe(ownValue(line))
    for (const wrong of [-1, 1.5, 99_999, 'loud', null, {}]) expect(fits(line, wrong), text).toBe(false)
  }
  const set = { 'days-between': 5, 'rule.quiet-hours': 'off', 'length.sms': 160 }
  expect(linesOf(policyFrom(Object.entries(set)))).toEqual(set)
  expect(
    policyFrom([
      ['days-between', 900],
      ['rule.nothing', 'off'],
      ['constructor', 1],
    ]),
  ).toEqual(kithsOwn)
})
