import { expect, test } from 'vitest'
import { assess } from './assess.ts'
import { MOST_OF_A_DRAFT } from './text.ts'
import type { Context } from './types.ts'

const now = new Date('2026-03-11T14:00:00Z')
const context: Context = {
  tool: 'linkedin',
  surface: 'direct',
  stage: 'found',
  now,
  readings: [
    { title: 'Frost', text: 'On 26 April we lost 40 rows of Riesling to the cold air behind the wall.', readAt: now },
  ],
  history: [{ from: 'me', text: 'Hi, I am Mara, I recruit for wineries.', at: now }],
}

/** How many letters patterns went over, in all their tries: the work, whatever the machine does beside. */
function lettersTried(draft: string): number {
  const { exec } = RegExp.prototype
  let letters = 0
  RegExp.prototype.exec = function counting(text) {
    const from = this.global || this.sticky ? this.lastIndex : 0
    const found = exec.call(this, text)
    letters += (found ? found.index + found[0].length : text.length) - from
    return found
  }
  try {
    assess(draft, context)
  } finally {
    RegExp.prototype.exec = exec
  }
  return letters
}

let written = 0
/** Never the same twice, so that nothing is remembered. */
const filled = (piece: string, length: number) => {
  written++
  return `${written} ${piece.repeat(Math.ceil(length / piece.length))}`.slice(0, length)
}

const HOSTILE: Readonly<Record<string, string>> = {
  prose: 'We lost forty rows in April and the cold stayed behind the wall all week. ',
  'one letter': 'a',
  'one word, no end': 'nurse ',
  spaces: ' ',
  breaks: '\n',
  stops: '.',
  'a. b. c.': 'a. ',
  quotes: '"we are hiring" ',
  'open quotes': '"',
  links: 'https://x.example/jobs ',
  'half links': 'a.b.c.d-',
  'we we we': 'we are looking for a ',
  digits: '1234567890 ',
  money: '£1,000 an hour or ',
  dashes: 'a-b-c-d-',
  apostrophes: "l'a'b'c ",
  mentions: '@ana: ',
  accents: 'ñéüß ',
  emoji: '👩‍🍳',
  chinese: '我们在招聘护士。',
  'if you if you': 'if you ever want to know what ',
  'not not': 'not going to pitch you but ',
}

test('no draft makes the rules work harder than in proportion to its length', () => {
  const grown = Object.entries(HOSTILE).flatMap(([name, piece]) => {
    lettersTried(filled(piece, 500))
    const short = lettersTried(filled(piece, 3_000))
    const long = lettersTried(filled(piece, 9_000))
    return long > short * 3 * 1.6 + 50_000 ? [`${name}: ${short} letters for 3,000, ${long} for 9,000`] : []
  })
  expect(grown).toEqual([])
})

test('what lies beyond the longest draft anybody writes is not looked at by the rules of work and reading', () => {
  const most = lettersTried(filled(HOSTILE['we we we'] ?? '', MOST_OF_A_DRAFT))
  const tooMuch = lettersTried(filled(HOSTILE['we we we'] ?? '', 20_000))
  // What is left are the few looks that a tool's manner takes: its length, its salutation, its tone.
  expect((tooMuch - most) / (20_000 - MOST_OF_A_DRAFT)).toBeLessThan(20)
})

test('a draft of 20,000 letters, made to be slow in any of these ways, costs less than 400 looks at each letter', () => {
  const slow = Object.entries(HOSTILE).flatMap(([name, piece]) => {
    const each = lettersTried(filled(piece, 20_000)) / 20_000
    return each > 400 ? [`${name}: ${Math.round(each)}`] : []
  })
  expect(slow).toEqual([])
})
