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

const WORM = {
  title: 'Buckets',
  text: 'Aylin counted 14,000 worms by hand. We kept the 3 600 buckets from 1913 for fifteen days. I saw the plots at twelve and again at fifty-two. The walk took a hundred and twenty minutes.',
  publishedAt: new Date('2025-04-22T13:00:00Z'),
}

test('a number is told rightly in words, in another unit, or as the years between two of theirs', () => {
  for (const draft of [
    'Fourteen thousand worms by hand, please tell Aylin she has a fan.',
    'You write that Aylin counted fourteen thousand worms.',
    'You write that Aylin counted 14.000 worms by hand.',
    'You write that the walk to the plots took two hours.',
    'You write that you saw the plots again forty years later.',
    'You write that the buckets were a hundred and twelve years old.',
    'Three thousand six hundred buckets, and Aylin counted worms in all of them!',
  ])
    expect([draft, findFalseReading(draft, [WORM])]).toEqual([draft, undefined])
  for (const draft of [
    'You write that Aylin counted fifteen thousand worms.',
    'You write that Aylin counted 14,500 worms by hand.',
    'Sixteen thousand worms by hand, please tell Aylin she has a fan.',
    'You write that you saw the plots again thirty years later.',
    'You write that the buckets were a hundred and fourteen years old.',
    'You write that you kept the buckets for nine weeks.',
  ])
    expect([draft, findFalseReading(draft, [WORM])?.kind]).toEqual([draft, 'not-in-it'])
})

test('fifteen days are two weeks where people say so, and a hundred and eight is one number in six languages', () => {
  const said: readonly (readonly [text: string, right: string, wrong: string])[] = [
    [
      'Estuvimos quince días con los zapatos de ciento ocho niños.',
      'Cuentas que los zapatos estuvieron dos semanas.',
      'Cuentas que los zapatos estuvieron cinco semanas.',
    ],
    [
      'Vendemos 108 sapatos em quinze dias.',
      'Escreveu que venderam cento e oito sapatos.',
      'Escreveu que venderam cento e nove sapatos.',
    ],
    [
      'Nous avons gardé les 1 200 chaussures quinze jours.',
      'Vous écrivez que vous avez gardé mille deux cents chaussures.',
      'Vous écrivez que vous avez gardé mille trois cents chaussures.',
    ],
    [
      'Wir haben 14.000 Schuhe in vierzehn Tagen geflickt.',
      'Sie schreiben, dass Sie die Schuhe in zwei Wochen geflickt haben.',
      'Sie schreiben, dass Sie die Schuhe in sieben Wochen geflickt haben.',
    ],
    [
      'We hebben 108 schoenen in 48 uur gelapt.',
      'Je schrijft dat je de schoenen in twee dagen hebt gelapt.',
      'Je schrijft dat je de schoenen in zes dagen hebt gelapt.',
    ],
  ]
  for (const [text, right, wrong] of said) {
    const readings = [{ title: '', text }]
    expect([right, findFalseReading(right, readings)]).toEqual([right, undefined])
    expect([wrong, findFalseReading(wrong, readings)?.kind]).toEqual([wrong, 'not-in-it'])
  }
})
