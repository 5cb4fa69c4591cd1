import { expect, test } from 'vitest'
import { spellingOf } from './spelling.ts'
import { fold, splitWords } from './text.ts'

const spelt = (text: string) => splitWords(text).map(({ spelling }) => spelling)

test('words of the same letters share a spelling, whatever their capitals and however long', () => {
  const text = 'bake baker bakery weatherproofing weatherproofings straße strasse ābece привет'
  expect(spelt(text).map(({ small }) => small)).toEqual(text.split(' '))
  expect(spelt(`“${text.toUpperCase().replace('STRASSE', 'STRAßE')}”`)).toEqual(spelt(text))
  for (const [i, one] of spelt(text).entries()) expect(one).toBe(spelt(`${text}!`)[i])
})

test('a word of signs and long ones that end alike are told apart', () => {
  const words = ['c++', 'c#', 'c', "don't", 'überverantwortung', 'unterverantwortung', 'miterverantwortung']
  expect(words.map(word => spelt(word)[0]?.small)).toEqual(words)
})

test('words that were met again stay when many others come, and those that were met once make room', () => {
  const [known] = spelt('gouda')
  expect(spelt('gouda,')[0]).toBe(known)
  const [once] = spelt('once-upon')
  for (let i = 0; i < 50_000; i++) {
    const name = `n${i.toString(36)}x`
    expect(spellingOf(name, 0, name.length, fold).small === name).toBe(true)
  }
  expect(spelt('gouda.')[0]).toBe(known)
  expect(spelt('once-upon.')[0]).not.toBe(once)
})
