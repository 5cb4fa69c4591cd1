import { expect, test } from 'vitest'
import { complete, mentionedIn, suggest } from './mentions.ts'

const team = ['Ben', 'Ben Ode', 'Zoë Lind'].map(name => ({ id: name, name }))
const names = (found: readonly { name: string }[]) => found.map(each => each.name)

test('after an @ the colleagues are offered whose name begins so, accents or not', () => {
  expect(names(suggest('Look, @b', 8, team))).toEqual(['Ben', 'Ben Ode'])
  expect(names(suggest('@zoe', 4, team))).toEqual(['Zoë Lind'])
  expect(names(suggest('@lin', 4, team))).toEqual(['Zoë Lind'])
  expect(names(suggest('@ben o', 6, team))).toEqual(['Ben Ode'])
  expect(names(suggest('mail ana@b', 10, team))).toEqual([])
  expect(names(suggest('nothing here', 12, team))).toEqual([])
})

test('the chosen name is written out where the word stood', () => {
  expect(complete('Look, @be now', 9, 'Ben Ode')).toEqual({ text: 'Look, @Ben Ode now', caret: 15 })
})

test('whoever is named is found, the longer name before the shorter, and nobody by half a name', () => {
  expect(names(mentionedIn('@Ben Ode and @Zoë Lind, look', team))).toEqual(['Zoë Lind', 'Ben Ode'])
  expect(names(mentionedIn('@Ben, look', team))).toEqual(['Ben'])
  expect(names(mentionedIn('@Benjamin', team))).toEqual([])
})
