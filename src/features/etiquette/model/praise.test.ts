import { expect, test } from 'vitest'
import { findFalseReading } from './false-reading.ts'
import { judgeShown } from './shown.ts'

const boiler = {
  title: 'The boiler in the chapel',
  text: 'The boiler in the chapel dates from 1911. Our apprentice Edda found the crack with a stethoscope, and the sexton fed us plum cake. The organist cooks for the choir on Fridays.',
}

test('a compliment that borrows words of the subject takes up nothing; a question about them does', () => {
  const praise = judgeShown('What a remarkable expert you are, your dedication to every boiler is an inspiration.', [
    boiler,
  ])
  expect(praise.shown).toBe(false)
  expect(judgeShown('How did Edda come to think of a stethoscope?', [boiler]).shown).toBe(true)
})

test('what is denied in a judgement and nowhere in the text is false; what is said of it is not', () => {
  const start = 'Edda and her stethoscope made me smile. '
  expect(findFalseReading(`${start}A pity that the organist never cooks.`, [boiler])?.kind).toBe('not-in-it')
  expect(findFalseReading(`${start}Lovely that the organist cooks for the choir.`, [boiler])).toBeUndefined()
})

test('behind a sentence that takes something up, a judgement without a word of the text is of that text', () => {
  const start = 'Edda finding the crack with a stethoscope made me smile. '
  expect(findFalseReading(`${start}A pity that the roof collapsed afterwards.`, [boiler])?.kind).toBe('not-in-it')
  expect(findFalseReading('A pity that the roof of our office collapsed.', [boiler])).toBeUndefined()
})
