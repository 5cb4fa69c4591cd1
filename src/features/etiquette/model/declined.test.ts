import { expect, test } from 'vitest'
import { assess, type Context } from '../model.ts'

const now = new Date('2026-05-12T13:00:00Z')
const at = (day: number) => new Date(Date.UTC(2026, 4, day, 10))
const context = (stage: Context['stage'], said: readonly (readonly ['me' | 'them', string])[]): Context => ({
  tool: 'telegram',
  surface: 'direct',
  stage,
  now,
  history: said.map(([from, text], i) => ({ from, text, at: at(i + 1) })),
})
const codesOf = (draft: string, given: Context) => assess(draft, given).reasons.map(({ code }) => code)

const PITCH = 'The chief engineer’s berth on the Arran ferry has come free, the pay is £61,000. Would you look at it?'
const ASKED = ['them', 'What jobs do you have on the ferries?'] as const
const TOLD = ['me', 'A chief engineer’s berth, two weeks on, two off.'] as const

test.each([
  'Thank you, but no. My daughter starts school.',
  'Danke dir, aber nein. Ich bleibe an Land.',
  'Merci beaucoup mais non, je reste à terre.',
  'Muchas gracias, pero no. Me quedo en tierra.',
  'Muito obrigada, mas não. Fico em terra.',
  'Dank je wel, maar nee. Ik blijf aan wal.',
])('thanks and a no turn it down, whatever they asked before: %s', answer => {
  expect(codesOf(PITCH, context('introduced', [ASKED, TOLD, ['them', answer]]))).toContain('declined')
})

test('who declined and asks again is told; a question from before the no is none since', () => {
  const before = [ASKED, TOLD, ['them', 'My daughter starts school, I stay ashore.']] as const
  expect(codesOf(PITCH, context('declined', before))).toContain('declined')
  const since = [...before, ['me', 'All the best to her!'], ['them', 'Do you have any jobs ashore by now?']] as const
  expect(codesOf(PITCH, context('declined', since))).not.toContain('declined')
})

test('that a passive person does not look is known already', () => {
  const known = [
    ['me', 'Hello Rhys, Dilys here, I recruit for the council.'],
    ['them', 'Not looking to move, but happy to stay in touch.'],
    ['me', 'Understood, and thank you for the walk.'],
    ['them', 'The oaks are turning early this year.'],
  ] as const
  expect(codesOf(PITCH, context('passive', known))).toEqual(['job-before-interest'])
  expect(codesOf(PITCH, context('passive', known.slice(0, 2)))).toEqual(['job-before-interest'])
  expect(codesOf(PITCH, context('introduced', known.slice(0, 2)))).toContain('declined')
})
