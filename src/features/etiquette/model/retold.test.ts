import { expect, test } from 'vitest'
import { nearness, vectorsOf } from './related/words.ts'
import { findRetelling, sayPairs } from './retold.ts'
import { stem } from './stem.ts'
import { fold } from './text.ts'

const post = {
  title: 'Minus twenty',
  text: 'Keeping trucks running at minus 20 takes block heaters, thin oil and somebody who gets up at four to idle the engines.',
}

test('a post told in other words is found, with the words that stand for theirs', () => {
  const found = findRetelling('Loved how you got the forklift fleet through the frost, lorry by lorry.', [post], [])
  expect(found?.reading).toBe(post)
  expect(sayPairs(found ?? { score: 0, pairs: [], reading: post })).toContain(' ~ ')
})

test('praise and phrases of letters tell nothing, however many', () => {
  for (const praise of [
    'Dear Ana, your wonderful writing shows such passion, depth and honesty. I admire your talent and would value an exchange. Warm regards',
    'Ihr Blog ist sehr beeindruckend, so viel Leidenschaft und Können. Ich würde mich über einen Austausch freuen. Mit freundlichen Grüßen',
    'Votre plume est une merveille de sensibilité et votre parcours force le respect. Au plaisir d’échanger.',
  ])
    expect(findRetelling(praise, [post], [])).toBeUndefined()
})

test('names of whom a letter greets and who signs it tell nothing', () => {
  const rest = 'standing beside it before the gates open.'
  expect(findRetelling(`Dear driver Frost,\n\n${rest}\n\nYours\nLorry Winter`, [post], [])).toBeUndefined()
  expect(findRetelling(`Driver, frost: ${rest} Lorry, winter!`, [post], [])).toBeDefined()
})

test('what is told of something else is not taken for theirs', () => {
  const other = 'The soprano forgot her second verse and the choir sang it for her from the balcony.'
  expect(findRetelling(other, [post], [])).toBeUndefined()
})

test('words of six languages lie in one space', () => {
  const near = (one: string, other: string) => nearness(vectorsOf(stem(fold(one))), vectorsOf(stem(fold(other))))
  for (const [one, other] of [
    ['frost', 'kalt'],
    ['truck', 'Lastwagen'],
    ['sorcière', 'witch'],
    ['boulanger', 'bread'],
    ['barco', 'ship'],
    ['schapen', 'ovelha'],
  ] as const)
    expect([one, other, near(one, other) > 0.4 && near(one, 'violin') < 0.4]).toEqual([one, other, true])
})
