import { expect, test } from 'vitest'
import { mentions, namesOf } from '../../model/mention.ts'
import { isQuiet, quietIn, usualQuiet } from '../../model/quiet.ts'

const at = (time: string) => new Date(`2026-05-04T${time}`)

test('quiet hours may lie over midnight; equal ends mean never', () => {
  const night = { from: '20:00', to: '07:00' }
  expect(['19:59', '20:00', '23:30', '06:59', '07:00'].map(time => isQuiet(night, at(time)))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(isQuiet({ from: '12:00', to: '13:00' }, at('12:30'))).toBe(true)
  expect(isQuiet({ from: '08:00', to: '08:00' }, at('08:00'))).toBe(false)
})

test('quiet hours that can’t be read are the usual ones', () => {
  expect(quietIn({ quietHours: { from: '22:00', to: '06:30' } })).toEqual({ from: '22:00', to: '06:30' })
  for (const given of [undefined, {}, { quietHours: 'never' }, { quietHours: { from: '25:00', to: '7' } }])
    expect(quietIn(given)).toEqual(usualQuiet)
})

test('a name counts as a word of its own, in any case and script', () => {
  const names = namesOf('Mara Lind', [{ jid: 'mlind@kith.example' }])
  for (const text of ['mara, are you there?', '@Mara look', 'ask mlind', 'Danke Mara!'])
    expect(mentions(text, names), text).toBe(true)
  for (const text of ['Maranello is far', 'the marathon', 'samara']) expect(mentions(text, names), text).toBe(false)
  expect(mentions('привет, Мария', namesOf('Мария К', []))).toBe(true)
  expect(mentions('anything', [])).toBe(false)
})
