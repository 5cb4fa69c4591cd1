import { expect, test } from 'vitest'
import { compileQuery, otherNumber } from './compile.ts'
import type { Known } from './known.ts'
import { parseQuery, type Query } from './parse.ts'
import { asName, looserQueries, printQuery, wantedTerms } from './print.ts'

const known: Known = {
  findTown: written => ({ lyon: 'lyon1', münchen: 'munich1', munich: 'munich1' })[written.toLowerCase()],
  around: (town, km) =>
    town === 'Lyon' ? { cells: [`c${km}`], towns: ['lyon1', 'villeurbanne1'] } : { cells: [], towns: [] },
  languageCode: written => ({ french: 'fr', français: 'fr', fr: 'fr' })[written.toLowerCase()],
  skillSlug: written => ({ js: 'javascript' })[written.toLowerCase()] ?? written.toLowerCase().replaceAll(' ', ''),
  titleSlug: written => (/programmer|software developer/i.test(written) ? 'softwaredeveloper' : undefined),
  otherNames: name => (name.toLowerCase() === 'bill' ? ['william', 'billy'] : []),
}
const words = {
  stages: ['found', 'read', 'do-not-contact'],
  tools: ['xmpp', 'linkedin', 'website-chat'],
  known,
  pools: true,
}

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
  ['night NEAR/3 nurse', 'night NEAR/3 nurse'],
  ['night NEAR nurse', 'night NEAR/10 nurse'],
  ['a NEAR/2 b NEAR/4 c', 'a NEAR/2 b b NEAR/4 c'],
  ['near:"Lyon 20 km" language:French skill:js', 'near:"Lyon 20 km" language:French skill:js'],
])('%s is read as %s', (text, printed) => {
  expect(printQuery(read(text))).toBe(printed)
  expect(printQuery(read(printed))).toBe(printed)
})

test.each([
  ['(nurse OR carer', 'Close the bracket before `nurse`.'],
  ['a (b (c d) e', 'Close the bracket before `b`.'],
  ['nurse) carer', 'Open a bracket for the `)` after `nurse`, or take it out.'],
  ['nurse AND', 'Write a word after `AND`.'],
  ['nurse NEAR/3', 'Write a word after `NEAR/3`.'],
  ['NEAR/3 nurse', 'Write a word before `NEAR/3`.'],
  ['night NEAR/90 nurse', 'Write a number from 1 to 20 after `NEAR/`.'],
  ['night NEAR/3 (nurse OR carer)', 'Write a word or a "phrase" after `NEAR/3`, without field or brackets.'],
  ['title:(night NEAR nurse)', 'Take NEAR out of `title:(…)`: it joins words of the whole profile.'],
  [
    'near:Atlantis',
    'There is no town `Atlantis` on the map here. Write it as its people do, or find its words with `place:`.',
  ],
  ['near:"Lyon 900 km"', '`near:` reaches 200 km at most.'],
  ['language:Klingon', 'There is no language `Klingon`. Write its name or code, such as French or fr.'],
  ['OR nurse', 'Write a word before `OR`.'],
  ['nurse AND OR carer', 'Write a word between `AND` and `OR`.'],
  ['"night shift', 'Close the quotation mark before `night shift`.'],
  ['()', 'Write something between the brackets `()`.'],
  ['n*rse', 'Put the * at the end of `n*rse`: words are found by how they begin.'],
  ['*', 'There is nothing to look for in `*`.'],
  ['stage:lost', 'There is no stage `lost`. Choose from found, read, do-not-contact.'],
  [
    'salary:50',
    '`salary:` is no field. Fields are stage, tool, place, near, tag, title, company, skill, language, name, pool, active.',
  ],
  ['active:soon', 'There is no span `soon`. Choose from week, month, quarter, year, quiet, unknown.'],
  ['(a OR b) NOT', 'Write a word after `NOT`.'],
])('%s: %s', (text, message) => {
  expect(problem(text)).toBe(message)
})

test('a blank search is no problem and no query', () => {
  expect(parseQuery('  ', words)).toEqual({ ok: true, query: undefined })
})

test('full text stays one question; stages stand around it', () => {
  expect(compileQuery(read('(nurse* OR "night shift") NOT tag:agency'), known)).toEqual({
    kind: 'text',
    tsquery: "(('nurse':* | 'night shift') & !('xqtagagency'))",
  })
  expect(compileQuery(read('welder stage:read OR title:cook*'), known)).toEqual({
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

test('pools and times of activity stand around the words as stages do', () => {
  expect(compileQuery(read('welder pool:"Night shift" -active:quiet'), known)).toEqual({
    kind: 'and',
    parts: [
      { kind: 'text', tsquery: "(('welder' | 'welders'))" },
      { kind: 'pool', name: 'night shift', prefix: false },
      { kind: 'not', part: { kind: 'active', span: 'quiet' } },
    ],
  })
  const inPool = parseQuery('pool:night*', { ...words, pools: false })
  expect(inPool.ok ? '' : inPool.problem.message).toContain('asks for no other pool')
})

test('quotes and signs of the query language never reach the database', () => {
  expect(compileQuery(read(`O'Brien\\`), known)).toEqual({ kind: 'text', tsquery: "'O Brien'" })
  expect(compileQuery(read(`"a' | 'b' & !c:*"`), known)).toEqual({ kind: 'text', tsquery: "'a b c'" })
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

test.each([
  [
    'nurses NEAR/2 "night shift"',
    "(('nurses' | 'nurse') <1> 'night shift' | 'night shift' <1> ('nurses' | 'nurse') | ('nurses' | 'nurse') <2> 'night shift' | 'night shift' <2> ('nurses' | 'nurse'))",
  ],
  ['near:Lyon', "('xqcellc50' | 'xqtownlyon1' | 'xqtownvilleurbanne1')"],
  ['near:"Lyon 100 km"', "('xqcellc100' | 'xqtownlyon1' | 'xqtownvilleurbanne1')"],
  ['near:"Lyon, 20 miles"', "('xqcellc32' | 'xqtownlyon1' | 'xqtownvilleurbanne1')"],
  ['place:Munich', "('xqplaceMunich' | 'xqtownmunich1')"],
  ['language:Français', "'xqlangfr'"],
  ['skill:js', "'xqskilljavascript'"],
  ['title:programmer', "(('programmer':B | 'programmers':B) | 'xqjobsoftwaredeveloper')"],
  ['name:Bill', "('Bill':A | 'william':A | 'billy':A)"],
  ['name:"Bill"', "'Bill':A"],
])('%s asks the index for %s', (text, tsquery) => {
  expect(compileQuery(read(text), known)).toEqual({ kind: 'text', tsquery })
})

test('Bill is looked for as William too where all of the query may be a name', () => {
  expect(compileQuery(read('Bill Gates'), known, true)).toEqual({
    kind: 'text',
    tsquery: "((('Bill' | 'bills') | 'william':A | 'billy':A) & ('Gates' | 'gate'))",
  })
})

test.each([
  ['a near:Nowhere', 7],
  ['nurse NEAR/0 night', 6],
  ['(nurse OR carer) stage:never', 23],
])('the problem of %s is shown at letter %i', (text, at) => {
  const parsed = parseQuery(text, words)
  expect(parsed.ok ? undefined : parsed.problem.at).toBe(at)
})
