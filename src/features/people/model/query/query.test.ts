import { expect, test } from 'vitest'
import { compileQuery, otherNumber } from './compile.ts'
import { parseQuery, type Query } from './parse.ts'
import { asName, looserQueries, printQuery, wantedTerms } from './print.ts'

const words = { stages: ['found', 'read', 'do-not-contact'], tools: ['xmpp', 'linkedin', 'website-chat'] }

function read(text: string): Query {
  const parsed = parseQuery(text, words)
  if (!parsed.ok || !parsed.query) throw new Error(parsed.ok ? 'blank' : parsed.problem.message)
  return parsed.query
}

function problem(text: string): string {
  const parsed = parseQuery(text, words)
  return parsed.ok ? 'understood' : parsed.problem.message
}

test.each([
  ['(nurse OR carer) AND "night shift" NOT agency stage:read', '(nurse OR carer) "night shift" NOT agency stage:read'],
  ['"A" AND "B" AND "C"', '"A" "B" "C"'],
  ['a b OR c d', 'a b OR c d'],
  ['a AND (b OR c d)', 'a (b OR c d)'],
  ['-agency nurs*', 'NOT agency nurs*'],
  ['NOT (a b)', 'NOT (a b)'],
  ['tool:(xmpp OR linkedin) title:"night lead"', '(tool:xmpp OR tool:linkedin) title:"night lead"'],
  ['“smart quotes” here', '"smart quotes" here'],
  ['night-shift C++ 12:30', 'night-shift C++ 12:30'],
  ['nurse, madrid', 'nurse madrid'],
  ['and or not', 'and or not'],
])('%s is read as %s', (text, printed) => {
  expect(printQuery(read(text))).toBe(printed)
  expect(printQuery(read(printed))).toBe(printed)
})

test.each([
  ['(nurse OR carer', 'Close the bracket before `nurse`.'],
  ['a (b (c d) e', 'Close the bracket before `b`.'],
  ['nurse) carer', 'Open a bracket for the `)` after `nurse`, or take it out.'],
  ['nurse AND', 'Write a word after `AND`.'],
  ['OR nurse', 'Write a word before `OR`.'],
  ['nurse AND OR carer', 'Write a word between `AND` and `OR`.'],
  ['"night shift', 'Close the quotation mark before `night shift`.'],
  ['()', 'Write something between the brackets `()`.'],
  ['n*rse', 'Put the * at the end of `n*rse`: words are found by how they begin.'],
  ['*', 'There is nothing to look for in `*`.'],
  ['stage:lost', 'There is no stage `lost`. Choose from found, read, do-not-contact.'],
  ['salary:50', '`salary:` is no field. Fields are stage, tool, place, tag, title, company, name.'],
  ['(a OR b) NOT', 'Write a word after `NOT`.'],
])('%s: %s', (text, message) => {
  expect(problem(text)).toBe(message)
})

test('a blank search is no problem and no query', () => {
  expect(parseQuery('  ', words)).toEqual({ ok: true, query: undefined })
})

test('full text stays one question; stages stand around it', () => {
  expect(compileQuery(read('(nurse* OR "night shift") NOT tag:agency'))).toEqual({
    kind: 'text',
    tsquery: "(('nurse':* | 'night shift') & !('xqtagagency'))",
  })
  expect(compileQuery(read('welder stage:read OR title:cook*'))).toEqual({
    kind: 'or',
    parts: [
      { kind: 'text', tsquery: "('cook':*B)" },
      {
        kind: 'and',
        parts: [
          { kind: 'text', tsquery: "(('welder' | 'welders'))" },
          { kind: 'stage', stage: 'read' },
        ],
      },
    ],
  })
})

test('quotes and signs of the query language never reach the database', () => {
  expect(compileQuery(read(`O'Brien\\`))).toEqual({ kind: 'text', tsquery: "'O Brien'" })
  expect(compileQuery(read(`"a' | 'b' & !c:*"`))).toEqual({ kind: 'text', tsquery: "'a b c'" })
})

test.each([
  ['nurse', 'nurses'],
  ['nurses', 'nurse'],
  ['company', 'companies'],
  ['companies', 'company'],
  ['coaches', 'coach'],
  ['ana', undefined],
  ['enfermera2', undefined],
])('%s is also found as %s', (word, other) => {
  expect(otherNumber(word)).toBe(other)
})

test('what asks for less drops exclusions first, then the last word', () => {
  expect(looserQueries(read('nurse madrid NOT agency')).map(query => printQuery(query))).toEqual([
    'nurse madrid',
    'nurse',
    'madrid',
  ])
  expect(looserQueries(read('nurse'))).toEqual([])
})

test('only plain words may be a name', () => {
  expect(asName(read('Ana Ruis'))).toBe('Ana Ruis')
  expect(asName(read('Ana OR Ruis'))).toBeUndefined()
  expect(asName(read('Ana -Ruis'))).toBeUndefined()
  expect(wantedTerms(read('a stage:read NOT b title:c')).map(term => term.text)).toEqual(['a', 'c'])
})
