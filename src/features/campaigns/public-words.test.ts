import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { blogWords } from '#features/blog/words.ts'
import { firstWording } from '#features/broadcasts/model/lists.ts'
import { readerWords } from '#features/broadcasts/render/words.ts'
import { interviewWords } from '#features/openings/model/interview-words.ts'
import { jobWords } from '#features/openings/words.ts'
import { privacyWords } from '#features/privacy/words.ts'
import { referralWords } from '#features/referrals/words.ts'
import { siteWords } from '#features/site/words.ts'
import { publicLanguages } from '#kernel/public-languages.ts'
import { landingWords } from './words.ts'

type Words = { readonly [name: string]: string | readonly string[] | Words }
const all = {
  landingWords,
  siteWords,
  blogWords,
  jobWords,
  interviewWords,
  privacyWords,
  referralWords,
  readerWords,
  firstWording,
}

/** `employment.full-time` → its text. */
function texts(words: object, before = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, text] of Object.entries(words as Words)) {
    if (typeof text === 'string') found.set(before + name, text)
    else for (const [inner, each] of texts(text, `${before}${name}.`)) found.set(inner, each)
  }
  return found
}
const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([hole]) => hole).toSorted()

test('public pages and mails speak the languages of the chat, and none lacks a word or a place for a name', async () => {
  const chat = (await readdir('src/widget/panel/locale')).map(file => file.replace('.json', ''))
  expect([...publicLanguages].toSorted()).toEqual(chat.toSorted())
  const missing: string[] = []
  for (const [set, languages] of Object.entries(all)) {
    expect(Object.keys(languages).toSorted(), set).toEqual(chat.toSorted())
    const english = texts(languages.en)
    for (const lang of publicLanguages) {
      const said = texts(languages[lang])
      expect([...said.keys()].toSorted(), `${set} ${lang}`).toEqual([...english.keys()].toSorted())
      for (const [name, text] of said) {
        const meant = english.get(name) ?? ''
        if (text.trim() === '' || holes(text).join() !== holes(meant).join()) missing.push(`${set}.${lang}.${name}`)
      }
    }
  }
  expect(missing).toEqual([])
})

test('no language has another’s sentences in the place of its own', () => {
  const same: string[] = []
  for (const [set, languages] of Object.entries(all)) {
    const english = texts(languages.en)
    for (const lang of publicLanguages.filter(one => one !== 'en'))
      for (const [name, text] of texts(languages[lang]))
        if (text.length > 24 && text === english.get(name)) same.push(`${set}.${lang}.${name}`)
  }
  expect(same).toEqual([])
})
