import { expect, test } from 'vitest'
import { orderLines } from './pdf-lines.ts'
import { readResumeLines } from './resume.ts'

const column = (x: number, lines: readonly (string | [string, number])[]) =>
  lines.map((line, index) => {
    const [text, size] = typeof line === 'string' ? [line, 10] : line
    return { text, x, y: 800 - index * 20, width: text.length * 5, size, page: 1 }
  })

test('a résumé in two columns keeps what stands under the name out of the sections at its side', () => {
  const items = [
    ...column(40, [
      ['Contact', 12],
      'mona@mail.example',
      '+41 79 123 45 67',
      'Bern, Switzerland',
      ['Languages', 12],
      'German (native)',
      'French (B2)',
    ]),
    ...column(260, [
      ['Mona Keller', 20],
      'Lead Welder',
      ['Experience', 12],
      'Lead Welder, Aare Werft AG',
      '03/2019 – present',
      ['Education', 12],
      'Apprenticeship as metal worker, Berufsschule Thun',
      '2009 – 2012',
    ]),
  ]
  const read = readResumeLines(orderLines(items), [])
  expect(read?.person).toMatchObject({
    fullName: 'Mona Keller',
    place: 'Bern, Switzerland',
    background: {
      headline: 'Lead Welder',
      positions: [{ title: 'Lead Welder', organisation: 'Aare Werft AG', startedOn: '2019-03', current: true }],
      education: [{ school: 'Berufsschule Thun', degree: 'Apprenticeship as metal worker' }],
      languages: ['German (native)', 'French (B2)'],
    },
  })
})
