import { expect, test } from 'vitest'
import { assess } from '../../model.ts'

const now = new Date('2026-03-11T14:00:00Z')

const told = (draft: string, text: string) =>
  assess(draft, {
    tool: 'blog',
    surface: 'direct',
    stage: 'read',
    now,
    readings: [{ title: 'Notes', text, readAt: new Date('2026-03-10T10:00:00Z') }],
  })
    .reasons.map(reason => reason.code)
    .filter(code => code.endsWith('reading') || code === 'reading-not-shown')

const OVEN = 'We lit the village oven for the fair in August. Six loaves burnt. Next year we will bake pies in it, too.'
const OVEN_ES =
  'Encendimos el horno del pueblo para la feria de agosto. Se quemaron seis hogazas y el alcalde tocó el violín.'

test('a claim with one thing put in the place of another is a false reading', () => {
  expect(told('I am Ann, I recruit. You write that the village oven burnt the pizzas.', OVEN)).toEqual([
    'false-reading',
  ])
  expect(told('Soy Ana, selecciono. Cuentas que el alcalde tocó el piano.', OVEN_ES)).toEqual(['false-reading'])
})

test('the same thing in other words is none, and what is added behind a comma is our own', () => {
  expect(told('I am Ann, I recruit. You write that six loaves burnt in the village oven, what a pity.', OVEN)).toEqual(
    [],
  )
  expect(told('Soy Ana, selecciono. Cuentas que el alcalde tocó el violín, qué arte.', OVEN_ES)).toEqual([])
})

test('who says otherwise what a reading says has read it: the claim is named and nothing else', () => {
  expect(told('I am Ann, I recruit. You write that nine loaves burnt in August.', OVEN)).toEqual(['false-reading'])
})
