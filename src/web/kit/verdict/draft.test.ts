import { expect, test } from 'vitest'
import { cutAtSpans } from './DraftField.tsx'

test('marked words are cut out of the draft and nothing of it is lost', () => {
  const text = 'Loved the checklist. We have a role open.'
  const pieces = cutAtSpans(text, [{ start: 21, end: 41 }])
  expect(pieces.map(piece => piece.text)).toEqual(['Loved the checklist. ', 'We have a role open.'])
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
})

test('overlapping spans and spans beyond a shortened draft do no harm', () => {
  const pieces = cutAtSpans('short', [
    { start: 0, end: 3 },
    { start: 2, end: 4 },
    { start: 20, end: 30 },
  ])
  expect(pieces.map(piece => piece.text).join('')).toBe('short')
  expect(pieces.filter(piece => piece.marked).map(piece => piece.text)).toEqual(['sho', 'r'])
})
