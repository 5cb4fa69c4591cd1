import { expect, test } from 'vitest'
import { assess } from '../assess.ts'
import type { Context, Reading } from '../types.ts'
import { reworded } from '../words.ts'
import { saysInstead, shortened } from './says-instead.ts'

const reading = (title: string, text: string): Reading => ({ title, text, readAt: new Date('2026-03-10T14:00:00Z') })

const MILL = reading(
  'Two springs at the mill',
  'We repaired the sluice in April. The council refused to pay for the oak. The wheel turned again in June, slower than before.',
)
const OVEN = reading('', 'Der Ofen kam im März. Die Nachbarn haben den Schornstein nie bezahlt. Wir backen am Freitag.')

const onSource = (...readings: Reading[]): Context => ({
  tool: 'blog',
  surface: 'direct',
  stage: 'read',
  now: new Date('2026-03-11T14:00:00Z'),
  readings,
})
const reasonOf = (draft: string, ...readings: Reading[]) =>
  assess(draft, onSource(...readings)).reasons.find(({ code }) => code === 'false-reading')

test('who misquotes a text is told which text and what it says there, in the language spoken', () => {
  const draft = 'The sluice repaired in April, lovely. You write that the council accepted to pay for the oak.'
  expect(reasonOf(draft, OVEN, MILL)).toMatchObject({
    message: '“Two springs at the mill” does not say that.',
    instead: 'There it says “The council refused to pay for the oak”: put it right.',
  })
  expect(
    reworded(assess(draft, onSource(MILL)), 'de').reasons.find(({ code }) => code === 'false-reading'),
  ).toMatchObject({
    message: 'In “Two springs at the mill” steht das nicht.',
    instead: 'Dort steht „The council refused to pay for the oak“: Rück es zurecht.',
  })
  expect(reasonOf('Sie schreiben, dass die Nachbarn den Schornstein bezahlt haben.', OVEN)).toMatchObject({
    message: 'What you say of their text does not stand in it.',
    instead: 'There it says “Die Nachbarn haben den Schornstein nie bezahlt”: put it right.',
  })
})

test('where nothing of theirs is near, only the text is named, and none of several', () => {
  expect(saysInstead('A pity that the ducks were all sold.', [MILL])).toBeUndefined()
  const draft = 'The sluice repaired in April, lovely. A pity that, as you write, the miller drowned in Denmark.'
  expect(reasonOf(draft, MILL)?.instead).toBe('Look at it again and put it right.')
  expect(reasonOf(draft, MILL)?.message).toBe('“Two springs at the mill” does not say that.')
  expect(reasonOf(draft, MILL, OVEN)?.message).toBe('What you say of their text does not stand in it.')
})

test('words that are quoted fit in a reason', () => {
  expect(shortened('One two three four five, six seven eight nine ten eleven.')).toBe(
    'One two three four five, six seven eight nine ten…',
  )
  expect(shortened('Kept nineteen.')).toBe('Kept nineteen')
})
