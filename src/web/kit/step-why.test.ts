import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stepReasons } from '#features/relationships/model.ts'

test('every reason of a next step is said in every language of the screen', () => {
  for (const language of ['en', 'de']) {
    const texts = JSON.parse(readFileSync(new URL(`../locale/${language}.json`, import.meta.url), 'utf8'))
    expect(Object.keys(texts['step-why']).sort()).toEqual([...stepReasons].sort())
    for (const text of Object.values<string>(texts['step-why'])) expect(text).toMatch(/^[^!]{10,}\.$/)
  }
})
