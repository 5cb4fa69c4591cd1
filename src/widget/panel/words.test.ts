import { expect, test } from 'vitest'
import { landingLanguages } from '#features/campaigns/model.ts'
import { fillWords, formatDuration } from '#kernel/public-words.ts'
import { loadMoreWords } from './more/words.ts'
import { chooseLanguage, languages, loadWords } from './words.ts'

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).toSorted()

test('every language of a page is one of the chat’s, with every word and every hole', async () => {
  expect(languages.toSorted()).toEqual([...landingLanguages].toSorted())
  const load = async (language: string): Promise<Record<string, string>> => ({
    ...(await loadWords(language)),
    ...(await loadMoreWords(language)),
  })
  const english = await load('en')
  for (const language of languages) {
    const words = await load(language)
    expect(Object.keys(words), language).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(english)) {
      expect(words[key]?.trim(), `${language} ${key}`).not.toBe('')
      expect(holes(words[key] ?? ''), `${language} ${key}`).toEqual(holes(text))
      if (language !== 'en' && key !== 'messages') expect(words[key], `${language} ${key}`).not.toBe(text)
    }
  }
})

test('the visitor’s first known wish decides, regions aside', () => {
  expect(chooseLanguage(['pt-BR', 'en'])).toBe('pt')
  expect(chooseLanguage(['fi', 'sv-SE', 'en'])).toBe('sv')
  expect(chooseLanguage(['fi'])).toBe('en')
  expect(chooseLanguage([])).toBe('en')
})

test('times are said no more exactly than they are known', () => {
  expect(formatDuration(6, 'en')).toBe('6 minutes')
  expect(formatDuration(1, 'en')).toBe('1 minute')
  expect(formatDuration(130, 'en')).toBe('2 hours')
  expect(formatDuration(4_500, 'de')).toBe('3 Tage')
  expect(fillWords('{who} is writing, {gone}', { who: 'Mara' })).toBe('Mara is writing, {gone}')
})
