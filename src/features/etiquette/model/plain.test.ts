import { expect, test } from 'vitest'
import { assess, type Context } from '../model.ts'
import { plainOf } from './plain.ts'

const introduced: Context = {
  tool: 'xmpp',
  surface: 'direct',
  stage: 'introduced',
  now: new Date('2026-05-12T13:00:00Z'),
  history: [
    { from: 'me', text: 'Hi, I’m Ines, I recruit for harbours.', at: new Date('2026-05-06T13:00:00Z') },
    { from: 'them', text: 'Nice to meet you Ines.', at: new Date('2026-05-07T13:00:00Z') },
  ],
}

test('job talk is seen through tags, signs without width and dressed-up letters, and its words are marked where they stand', () => {
  for (const draft of [
    '<p>We are <b>hiring</b> two welders.</p>',
    'We are hi\u200bring two wel\u00adders.',
    '𝗪𝗲 𝗮𝗿𝗲 𝗵𝗶𝗿𝗶𝗻𝗴 two welders.',
    'Ｗｅ ａｒｅ ｈｉｒｉｎｇ two welders.',
    'We&nbsp;are hiring two welders.',
  ]) {
    const [reason] = assess(draft, introduced).reasons
    expect([draft, reason?.code]).toEqual([draft, 'job-before-interest'])
    const [start, end] = reason?.span ?? [0, 0]
    expect(plainOf(draft.slice(start, end)).text).toContain('hiring two welders')
  }
})

test('a plain draft stays as it is, emoji and other scripts too', () => {
  for (const draft of ['How was the night? 👩‍🔧', 'a < b and c > d', 'Добрый день', 'صباح الخير', '3 &more; 4'])
    expect(plainOf(draft).text).toBe(draft)
})

test('what is left out never moves a mark out of the draft', () => {
  const draft = '\u200b<div>Hi</div>&amp;\u200b<br>x\ufeff'
  const { text, inDraft } = plainOf(draft)
  for (let i = 0; i <= text.length; i++)
    for (let j = i; j <= text.length; j++) {
      const [start, end] = inDraft([i, j])
      expect(start >= 0 && start <= end && end <= draft.length).toBe(true)
    }
})
