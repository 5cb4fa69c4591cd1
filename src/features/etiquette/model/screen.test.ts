import { expect, test } from 'vitest'
import { readCases } from '../evaluation/cases.ts'
import * as tuning from '../evaluation/tuning.ts'
import { framesOf } from './job-talk/detect.ts'
import { rolePattern } from './job-talk/roles.ts'
import { knownLanguages } from './language.ts'
import { waysOf } from './screen/needs.ts'
import { screenFor } from './screen.ts'
import { fold, splitSentences } from './text.ts'

test('a pattern is tried only where its words stand, in whichever way it is written', () => {
  const screen = screenFor([
    /(?<![a-z])(?:job|role)s? (?:for|at) (?:you|\w+)/,
    /caf[ea]s?/,
    /x?\d+/,
    /tea(?! time)|milk+/,
  ])
  expect(screen.look('a role at the bakery')).toEqual([0, 2])
  expect(screen.look('two cafas, warm milk')).toEqual([1, 2, 3])
  expect(screen.look('nothing at all')).toEqual([2])
})

test('words of which a text needs one of each list are read from a pattern', () => {
  expect(waysOf(/(?:we|i) (?:hire|need)[^.]{0,9}(?:nurse|cook)s?/).flat(2)).toEqual(
    expect.arrayContaining(['nurse', 'cook']),
  )
  expect(waysOf(/\w+s?/)).toEqual([])
  expect(waysOf(/(?:role)?/)).toEqual([])
  expect(waysOf(/Role/i)).toEqual([])
})

test('no screen hides a match: every frame of every language, on every sentence of the labelled cases', () => {
  const texts = [
    ...readCases().flatMap(({ cases }) => cases.map(one => one.draft)),
    ...Object.values(tuning.jobTalk),
    ...Object.values(tuning.innocent),
  ]
    .flatMap(text => splitSentences(text.slice(0, 2_000)))
    .map(({ text }) => fold(text))
  const some = [...new Set(texts)].filter((_, i) => i % 40 === 0)
  for (const language of knownLanguages) {
    const { patterns, look } = framesOf(language)
    const hidden: string[] = []
    for (const text of some) {
      const marked = text.replace(rolePattern(language), role => 'R'.repeat(role.length))
      const worth = new Set(look(marked))
      for (const [i, pattern] of patterns.entries()) {
        pattern.lastIndex = 0
        if (!worth.has(i) && pattern.test(marked)) hidden.push(`${pattern.source.slice(0, 60)} on ${marked}`)
      }
    }
    expect(hidden).toEqual([])
  }
})
