import { expect, test } from 'vitest'
import { bitsApart, countRecipients, fingerprint, isNearDuplicate } from './near-duplicates.ts'

const toAna =
  'Hi Ana, we are growing our night team in Leeds and your profile stood out to me. Do you have ten minutes this week?'
const toTom =
  'Hello Tom! We are growing our night team in Leeds and your profile really stood out to me. Do you have 15 minutes this week?'
const other = 'Hi Ana, two gaps in the wall sounds right for the cold air. Did the loggers notice anything this spring?'

test('one text with another name, number or greeting is the same text', () => {
  expect(isNearDuplicate(toAna, toTom)).toBe(true)
  expect(bitsApart(fingerprint(toAna), fingerprint(toTom))).toBeLessThan(
    bitsApart(fingerprint(toAna), fingerprint(other)),
  )
})

test('two texts of one’s own are two texts, and short replies are nobody’s template', () => {
  expect(isNearDuplicate(toAna, other)).toBe(false)
  expect(isNearDuplicate('Sounds good, thanks!', 'Sounds good, thanks!')).toBe(false)
})

test('people are counted, not messages, and the person at hand is one of them', () => {
  const sent = [
    { to: 'tom', text: toTom },
    { to: 'tom', text: toAna },
    { to: 'kim', text: toAna },
    { to: 'lea', text: other },
  ]
  expect(countRecipients(toAna, 'ana', sent)).toBe(3)
  expect(countRecipients(toAna, 'ana', [])).toBe(1)
})
