import { expect, test } from 'vitest'
import type { Meaning } from './meanings.ts'
import { findIdColumn, recogniseColumns } from './recognise.ts'
import { encodeRows } from './table.ts'

function meaningsOf(names: string[], rows: string[][], map = new Map<string, Meaning>()): Meaning[] {
  return recogniseColumns(encodeRows(rows, names), map).map(found => found.meaning)
}

test('headers are recognised in several languages', () => {
  const names = [
    'Vorname',
    'Nachname',
    'Geburtsdatum',
    'Correo electrónico',
    'Téléphone',
    'PLZ',
    'Città',
    'Firma',
    'Beruf',
    'имя',
  ]
  expect(
    meaningsOf(names, [
      ['Jan', 'Roth', '3.4.1980', 'j@roth.de', '+49 30 1234567', '10115', 'Roma', 'Roth AG', 'Koch', 'Ян'],
    ]),
  ).toEqual([
    'given-name',
    'surname',
    'birth-date',
    'e-mail',
    'phone',
    'postcode',
    'place',
    'employer',
    'title',
    'given-name',
  ])
})

test('without telling headers the content decides', () => {
  const rows = Array.from({ length: 40 }, (_, at) => [
    `p${at}@mail.org`,
    `https://x.org/u${at}`,
    `19${50 + at}-03-1${at % 10}`,
    `+44 20 7946 0${100 + at}`,
  ])
  expect(meaningsOf(['a1', 'b1', 'c1', 'd1'], rows)).toEqual(['e-mail', 'url', 'birth-date', 'phone'])
})

test('without telling headers names are known by their given names, whole or beside a surname', () => {
  const given = 'William Mary Thomas Elizabeth George Sarah Charles Hannah Robert Ellen'.split(' ')
  const family =
    'Corley Dunwick Jarmore Kinshaw Penland Quinford Rosgate Thornbury Varsham Yorfield Ashden Clayham'.split(' ')
  const rows = Array.from({ length: 48 }, (_, at) => {
    const [first = '', last = ''] = [given[at % 10], family[(at * 7) % 12]]
    return {
      whole: [`${at % 5}x`, at % 4 === 0 ? `${last}, ${first}` : `${first} ${last}`],
      parts: [first, last, 'Harbour works and docks'],
    }
  })
  expect(
    meaningsOf(
      ['k', 'v'],
      rows.map(row => row.whole),
    )[1],
  ).toBe('full-name')
  expect(
    meaningsOf(
      ['x', 'y', 'z'],
      rows.map(row => row.parts),
    ).slice(0, 2),
  ).toEqual(['given-name', 'surname'])
})

test('keys and labels of a known answer are never evidence, whatever they are called', () => {
  const rows = Array.from({ length: 100 }, (_, at) => [`${at}`, `Q${at >> 2}`, `Q${at >> 2}`, `rec-${at}-org`, 'Ann'])
  expect(meaningsOf(['unique_id', 'cluster', 'zz', 'rec_id', 'first_name'], rows)).toEqual([
    'id',
    'id',
    'id',
    'id',
    'given-name',
  ])
})

test('a header that its content contradicts is not believed', () => {
  expect(
    meaningsOf(
      ['email', 'x'],
      Array.from({ length: 30 }, (_, at) => [`Street ${at} north`, 'y']),
    )[0],
  ).not.toBe('e-mail')
})

test('a mapping wins over recognition', () => {
  expect(meaningsOf(['cluster', 'name'], [['a', 'b']], new Map([['cluster', 'place']]))).toEqual(['place', 'full-name'])
})

test('the id column is the one that is different in every row', () => {
  const table = encodeRows(
    [
      ['1', 'a', 'x1'],
      ['1', 'b', 'x2'],
    ],
    ['cluster', 'name', 'uuid'],
  )
  expect(findIdColumn(table, recogniseColumns(table, new Map()))).toBe(2)
})

test('shortened headers, labels that hold names, and dates of which often only the year is known', () => {
  const names = ['FRST_NM', 'M_INIT', 'LST_NM', 'D.O.B.', 'GOVT_ID', 'person_label', 'when_born', 'née']
  const days = ['3 Mar 1871', 'Mar 1871', '1871', 'abt 1871']
  const rows = Array.from({ length: 40 }, (_, at) => [
    'Ann',
    'B',
    `Hart${at}`,
    '3/4/1871',
    `${731915779 + at * 7919}`,
    `HART, Ann${' B'.repeat(at % 2)} ${'abcdefghijklmnopqrstuvwxyz'[at % 26]}`,
    days[at % 4] ?? '',
    'Lee',
  ])
  expect(meaningsOf(names, rows)).toEqual([
    'given-name',
    'middle-name',
    'surname',
    'birth-date',
    'national-id',
    'full-name',
    'birth-date',
    'middle-name',
  ])
})
