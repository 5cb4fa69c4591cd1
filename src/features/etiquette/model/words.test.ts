import { expect, test } from 'vitest'
import { stages } from '#features/relationships/model.ts'
import { getTool } from '#features/tools/model.ts'
import { toolIds } from '#kernel/tools.ts'
import { assess } from './assess.ts'
import { steps } from './next.ts'
import type { Context } from './types.ts'
import { phrases } from './words/phrases.ts'
import { reworded, say, stepInWords, wordLanguageFor, wordLanguages } from './words.ts'

const longestTool =
  toolIds.map(id => getTool(id).label).sort((a, b) => b.split(' ').length - a.split(' ').length)[0] ?? ''
const longestTitle = '“One two three four five six…”'
const facts = {
  tool: longestTool,
  count: 12,
  share: 40,
  limit: 20,
  weekdays: '1 5',
  clock: '23:40',
  days: 90,
  until: '08:00',
  has: 1_240,
  allows: 400,
  title: longestTitle,
  detail: 'Riesling',
  word: 'Kelter',
  words: 'one two three four five six seven eight nine ten…',
  language: 'pt',
  stage: 'acknowledged',
}
const wordsIn = (text: string) => text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length

test('every reason is at most 14 words and every “instead” at most 16, in every language, facts filled in', () => {
  const tooLong: string[] = []
  for (const language of wordLanguages)
    for (const phrase of phrases) {
      const { message, instead } = say(phrase, facts, language)
      if (wordsIn(message) > 14 || wordsIn(instead) > 16) tooLong.push(`${language} ${phrase}: ${message} ${instead}`)
    }
  expect(tooLong).toEqual([])
})

test('nothing is left unsaid or open in any language: no empty sentence, no place without its fact, no raw code', () => {
  for (const language of wordLanguages) {
    const said = [
      ...phrases.flatMap(phrase => Object.values(say(phrase, facts, language))),
      ...steps.map(step => stepInWords(step, language, { until: '08:00' }).words),
    ]
    expect(said.filter(text => text.trim() === '' || /[{}]|!|Oops/.test(text))).toEqual([])
    expect(said.filter(text => !/[.]$/.test(text))).toEqual([])
    for (const stage of stages)
      expect(say('invite-before-acknowledged', { stage }, language).message).not.toContain('{')
  }
  expect(say('wrong-language', facts, 'de').message).toContain('Portugiesisch')
  expect(say('invite-before-acknowledged', facts, 'de').message).toContain('bemerkt')
})

const context: Context = {
  tool: 'xmpp',
  surface: 'direct',
  stage: 'connected',
  now: new Date('2026-03-11T22:40:00Z'),
  person: { timezone: 'Europe/Berlin' },
  history: [{ from: 'them', text: 'Hallo, wie geht es euch im Hafen?', at: new Date('2026-03-11T12:00:00Z') }],
}

test('the same judgement comes in English by itself, in German when asked, and can be said again in the other', () => {
  const draft = 'Wir haben eine Stelle als Pfleger für dich.'
  const english = assess(draft, context)
  const german = assess(draft, context, 'de')
  expect(german.reasons.map(({ code, span }) => [code, span])).toEqual(
    english.reasons.map(({ code, span }) => [code, span]),
  )
  expect(english.reasons[0]?.message).toBe('A job, before they know who you are.')
  expect(german.reasons[0]?.message).toBe('Eine Stelle, bevor sie weiß, wer du bist.')
  expect(german.reasons.find(({ code }) => code === 'quiet-hours')?.message).toContain('23:40')
  expect(reworded(english, 'de')).toEqual(german)
  expect(reworded(german, 'en')).toEqual(english)
})

const onSource: Context = {
  tool: 'blog',
  surface: 'direct',
  stage: 'read',
  now: new Date('2026-03-11T14:00:00Z'),
  readings: [
    {
      title: 'Three nights in the fire tower',
      text: 'I went up with a radio and seven tins of sardines. An owl stayed with me until dawn, and the smoke was fog from the reservoir.',
      readAt: new Date('2026-03-10T14:00:00Z'),
    },
  ],
}

test('what a draft takes up is named: the word and the item in the next step, one word alone in the reason', () => {
  const shown = assess('Did the owl eat any of the sardines?', onSource)
  expect(shown.verdict).toBe('allow')
  expect(shown.next.words).toMatch(/^Send it: “(?:owl|sardines)” takes up “Three nights in the fire tower”\.$/)
  expect(reworded(shown, 'de').next.words).toMatch(/^Sende es: „(?:owl|sardines)“ greift “Three nights/)
  expect(reworded(reworded(shown, 'de'), 'en')).toEqual(shown)
  const nearly = assess('Lovely to meet somebody who likes an owl.', onSource)
  expect(nearly.reasons.map(({ code, message }) => [code, message])).toEqual([
    ['reading-not-shown', '“owl” alone doesn’t show that you read “Three nights in the fire tower”.'],
  ])
  const nothing = assess('Great post, very inspiring!', onSource)
  expect(nothing.reasons[0]).toMatchObject({ code: 'reading-not-shown', instead: expect.stringContaining('reservoir') })
})

test('the language spoken is the first of those asked for that is known, English where none is', () => {
  expect(wordLanguageFor(['de-AT', 'en'])).toBe('de')
  expect(wordLanguageFor(['fr, de;q=0.7, en;q=0.9'])).toBe('en')
  expect(wordLanguageFor(['fr'])).toBe('en')
  expect(wordLanguageFor(['de;q=0, en'])).toBe('en')
  expect(wordLanguageFor([])).toBe('en')
})
