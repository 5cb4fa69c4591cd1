import { expect, test } from 'vitest'
import { splitSentences } from '../text.ts'
import { otherPiece } from './other-piece.ts'

const fox = {
  title: 'The fox at the tip',
  text: 'A vixen raised four cubs behind the recycling yard. We moved the glass container so that nobody woke them.',
}

const named = (draft: string) => splitSentences(draft).map(sentence => otherPiece(sentence, [fox])?.kind)

test('a piece named by what it is about alone, read or liked, and not among the readings, is found in six languages', () => {
  for (const draft of [
    'The one about the brass band on strike I loved even more.',
    'Den über die gestohlenen Kirchenglocken habe ich auch gelesen.',
    'Celle sur les parapluies du métro m’a fait rire.',
    'También leí la de los pasteleros de Cádiz.',
    'Li também a sobre os azulejos roubados.',
    'Die over de zingende tandarts las ik ook.',
  ])
    expect([draft, ...named(draft)]).toEqual([draft, 'not-among-readings'])
})

test('one that a reading speaks of, in its words or others, is read; what was neither read nor liked is no piece', () => {
  for (const draft of [
    'The one about the vixen and her cubs I read twice.',
    'Celle sur la renarde et ses petits m’a fait sourire, je l’ai lue deux fois.',
    'The one on the left is ours, the one on Monday too.',
    'Did you like the one about the brass band?',
  ])
    expect([draft, ...named(draft)]).toEqual([draft, undefined])
})
