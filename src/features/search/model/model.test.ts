import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { parseSaid, peopleQueryOf } from './query.ts'

test('chips, phrases and words are told apart', () => {
  expect(parseSaid('stage:Read tool:xmpp "night shift" cold*')).toMatchObject({
    parts: [
      { text: 'night shift', phrase: true },
      { text: 'cold', phrase: false },
    ],
    stage: 'read',
    tool: 'xmpp',
    theirs: false,
  })
  expect(parseSaid('said:"only nights"')).toMatchObject({
    parts: [{ text: 'only nights', phrase: true }],
    theirs: true,
  })
  expect(parseSaid('tool:fax (nurse OR carer)')).toMatchObject({
    parts: [{ text: 'fax' }, { text: 'nurse' }, { text: 'carer' }],
    tool: undefined,
  })
  expect(parseSaid('… ** ""').parts).toEqual([])
})

test('who wrote, where, when and with what are told apart, and a mark that says nothing is left out', () => {
  expect(
    parseSaid('from:"Ana Ruiz" label:nights in:#welding has:file before:2026-05-04 after:2026-04-01'),
  ).toMatchObject({
    parts: [],
    from: 'Ana Ruiz',
    label: 'nights',
    room: 'welding',
    file: true,
    before: '2026-05-04',
    after: '2026-04-01',
  })
  expect(parseSaid('from:me in:room before:soon after:2026-13-40')).toMatchObject({
    ours: true,
    from: undefined,
    room: true,
    before: undefined,
    after: undefined,
  })
  expect(peopleQueryOf('from:ana nights')).toBe('')
})

test('what was said is no question about people', () => {
  expect(peopleQueryOf(' nurse stage:read ')).toBe('nurse stage:read')
  expect(peopleQueryOf('said:nights stage:read')).toBe('')
})

test('the excerpt stands around the first word found and marks every one, whatever the accents', () => {
  expect(excerptOf('Só de noite', ['so', 'noit'])).toEqual({
    text: 'Só de noite',
    marks: [
      [0, 2],
      [6, 11],
    ],
  })
  const long = `${'words that go on and on '.repeat(20)}the cold chain ${'and further still '.repeat(20)}`
  const { text, marks } = excerptOf(long, ['cold'])
  expect(text.startsWith('… ')).toBe(true)
  expect(text.endsWith(' …')).toBe(true)
  expect(text.length).toBeLessThan(180)
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['cold'])
  expect(excerptOf('scolded', ['cold']).marks).toEqual([])
})
