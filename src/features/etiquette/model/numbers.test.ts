import { expect, test } from 'vitest'
import { findFalseReading } from './false-reading.ts'
import { numberOf } from './numbers.ts'

test('a number is the same in digits and in words of six languages, however long the word', () => {
  const words = {
    '63': ['63', 'dreiundsechzig', 'drieenzestig', 'soixante-trois', 'sixty-three'],
    '180': ['honderdtachtig', 'hundertachtzig', '180'],
    '300': ['dreihundert', 'driehonderd', 'trescientos', 'trezentos'],
    '22': ['veintidos', 'vingt-deux', 'twenty-two', 'zweiundzwanzig'],
    '85': ['quatre-vingt-cinq'],
  }
  for (const [digits, all] of Object.entries(words))
    for (const word of all) expect([word, numberOf(word)]).toEqual([word, digits])
})

test('a word that only looks like one is no number', () => {
  for (const word of ['hundert-morgen', 'kalender', 'rendez-vous', 'wundern', 'einzig', 'rustig', 'avond'])
    expect([word, numberOf(word)]).toEqual([word, undefined])
})

const lock = {
  title: 'Seventeen gates',
  text: 'Rebuilding the flight took us three winters. The swan bit four volunteers. We closed it for six hours.',
}

test('another number before the same thing, or the same before another unit, is a false reading; ours and what might be are none', () => {
  for (const draft of [
    'Five winters on one flight, and then the swan!',
    'I laughed at the swan biting nine volunteers.',
    'Six days closed for one flight of gates, was the swan glad?',
  ])
    expect([draft, findFalseReading(draft, [lock])?.kind]).toEqual([draft, 'not-in-it'])
  for (const draft of [
    'Three winters on one flight, and then the swan!',
    'Our flight took us five winters. Did the swan bite you?',
    'Would you do it in two winters today, swan and all?',
  ])
    expect([draft, findFalseReading(draft, [lock])]).toEqual([draft, undefined])
})
