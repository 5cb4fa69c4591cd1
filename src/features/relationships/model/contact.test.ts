import { expect, test } from 'vitest'
import { newId, type UserId } from '#kernel/ids.ts'
import { unknownColleague } from './contact.ts'

const at = (day: number) => new Date(Date.UTC(2026, 4, day))
const mara = newId<'User'>()
const here = newId<'Conversation'>()
const touch = { touch: newId<'Touch'>(), conversation: newId<'Conversation'>(), at: at(5) }
const ask = (
  more: {
    owner?: UserId
    mineAt?: Date
    colleague?: typeof touch | null
    known?: string
    conversation?: typeof here
  } = {},
) =>
  unknownColleague(
    mara,
    {
      owner: more.owner ? { id: more.owner } : null,
      colleague: more.colleague === undefined ? touch : more.colleague,
      mineAt: more.mineAt ?? null,
    },
    { conversation: more.conversation ?? here, known: more.known },
  )

test('what a colleague said elsewhere is to be known before one writes, once', () => {
  expect(ask()).toBe(touch)
  expect(ask({ mineAt: at(4) })).toBe(touch)
  expect(ask({ owner: newId<'User'>() })).toBe(touch)
  expect(ask({ known: newId<'Touch'>() }), 'they know of another message').toBe(touch)
  expect(ask({ known: touch.touch })).toBeUndefined()
})

test('nobody is told what they know: their own contact, an exchange they went on with, the thread in view', () => {
  expect(ask({ colleague: null })).toBeUndefined()
  expect(ask({ owner: mara })).toBeUndefined()
  expect(ask({ mineAt: at(6) })).toBeUndefined()
  expect(ask({ conversation: touch.conversation })).toBeUndefined()
})
