import { expect, test } from 'vitest'
import { isHeldOut, judge, type Outcome, readBlindCases, readCases, totalsOf } from './cases.ts'

const outcomes = readCases().flatMap(({ set, cases }) => cases.map(one => judge(set, one)))
const heldOut = outcomes.filter(({ id }) => isHeldOut(id))
const share = (part: number, whole: number) => part / Math.max(1, whole)

function row(name: string, some: readonly Outcome[]): string {
  const { cases, verdicts, innocent, falseBlocks } = totalsOf(some)
  return `${name.padEnd(22)} ${verdicts} of ${cases} verdicts right, ${falseBlocks} of ${innocent} innocent blocked`
}

const namesOf = (key: 'language' | 'set') => [...new Set(outcomes.map(outcome => outcome[key]))].sort()

test('on cases never looked at while the rules were changed, 95 of 100 verdicts are right and 2 of 100 innocent texts are blocked at most', () => {
  const { cases, verdicts, innocent, falseBlocks } = totalsOf(heldOut)
  expect(cases).toBeGreaterThan(500)
  expect(share(verdicts, cases)).toBeGreaterThanOrEqual(0.95)
  expect(share(falseBlocks, innocent)).toBeLessThanOrEqual(0.02)
  console.info(
    [
      row('held out', heldOut),
      ...namesOf('language').map(name =>
        row(
          name,
          heldOut.filter(({ language }) => language === name),
        ),
      ),
      ...namesOf('set').map(name =>
        row(
          name,
          heldOut.filter(({ set }) => set === name),
        ),
      ),
    ].join('\n'),
  )
})

// Each was written before the engine was asked and judged once: 257 of 265, 271 of 295, 185 of 207, 206 of 231, 186 of 209,
// 176 of 201, 105 of 129, 130 of 180 (harbour: 33 of them by one rule, who was written to first), 226 of 240, 161 of 200,
// 209 of 220 (brook, one of whose labels others read the other way and which was left out) and 183 of 200 verdicts were right then. Families and opposites were written after each of them, so only regressions tell
// something now. Heron and tern (179 and 182 of 200 at first sight) were learnt from; wren and ibis told what that was worth to others:
// 163 and 162 of 200 before it, 166 and 170 after it; since then half of what was wrong in them was looked at. Plover was written before
// posts told in other words and pieces named by what they are about were judged: 18 of 43 were right then. Kelp and dune were written
// beside that: 182 and 189 of 200 before it, 180 and 187 after it (0 and 2 innocent blocked); of kelp the errors were looked at since. Curlew
// (as recruiters type) and osprey (each rule and its nearest innocent neighbour): 188 and 186 of 200 (1 of 100 and 2 of 96 innocent blocked);
// what was wrong in them of work and of tone was looked at and its kin learnt since. Reed is half of four hundred cases, every second theme
// in six languages, written by who knew the engine: 140 of 197 at first sight, 149 after the errors of the other half, never its own,
// were looked at, and as many after that half and its kin were learnt: a hint of a theme that was never heard is still missed mostly.
// One question of wren and three pitches of mole gave rules by their class then; what is wrong in wren, ibis, kelp and dune was seen.
// Dipper, by a stranger and asked once after all of that: 189 of 200, 0 of 102 innocent blocked; seven of its errors gave rules by their class.
// Gannet, small agencies and how they type: 172 of 200, 7 of 100 innocent blocked; most of it was how they say who they are, which was mended
// by its class. Siskin and linnet were asked once, after that: 192 and 191 of 200, 1 of 198 innocent blocked. Nothing was learnt
// from these two.
// Five labels of lock, sluice and jetty were wrong by the rules (a claim that takes up nothing is blocked) and were mended.
const PAGES = [
  { page: 'pier', size: 265, least: 0.95, mostFalse: 0.02 },
  { page: 'weir', size: 295, least: 0.95, mostFalse: 0.02 },
  { page: 'ferry', size: 207, least: 0.94, mostFalse: 0.04 },
  { page: 'lock', size: 231, least: 0.94, mostFalse: 0.02 },
  { page: 'sluice', size: 209, least: 0.94, mostFalse: 0.02 },
  { page: 'jetty', size: 201, least: 0.93, mostFalse: 0.02 },
  // Pitches and innocent messages that begin alike.
  { page: 'mole', size: 129, least: 0.9, mostFalse: 0.05 },
  { page: 'harbour', size: 180, least: 0.94, mostFalse: 0.03 },
  { page: 'canal', size: 240, least: 0.95, mostFalse: 0.02 },
  // Small talk, pitches in its clothes, and readings told in other words and languages.
  { page: 'quarry', size: 200, least: 0.92, mostFalse: 0.04 },
  { page: 'brook', size: 219, least: 0.96, mostFalse: 0.02 },
  { page: 'shoal', size: 200, least: 0.94, mostFalse: 0.03 },
  { page: 'heron', size: 200, least: 0.95, mostFalse: 0.04 },
  { page: 'tern', size: 200, least: 0.95, mostFalse: 0.02 },
  { page: 'wren', size: 200, least: 0.88, mostFalse: 0.05 },
  { page: 'ibis', size: 200, least: 0.86, mostFalse: 0.02 },
  { page: 'kelp', size: 200, least: 0.89, mostFalse: 0.02 },
  { page: 'dune', size: 200, least: 0.92, mostFalse: 0.03 },
  { page: 'curlew', size: 200, least: 0.94, mostFalse: 0.02 },
  { page: 'osprey', size: 200, least: 0.94, mostFalse: 0.02 },
  { page: 'dipper', size: 200, least: 0.96, mostFalse: 0.02 },
  { page: 'gannet', size: 200, least: 0.92, mostFalse: 0.03 },
  { page: 'siskin', size: 200, least: 0.95, mostFalse: 0.02 },
  { page: 'linnet', size: 200, least: 0.95, mostFalse: 0.02 },
  // Job talk and small talk of many trades, and what they ask.
  { page: 'reed', size: 197, least: 0.74, mostFalse: 0.02 },
  // Nothing but retellings, compliments and pieces that were not read.
  { page: 'plover', size: 43, least: 0.78, mostFalse: 0.23 },
] as const

test('on pages of every rule that nothing was learnt from, most verdicts are right and few innocent texts are blocked', () => {
  const pages = readBlindCases()
  for (const { page, size, least, mostFalse } of PAGES) {
    const cases = pages.find(({ set }) => set === page)?.cases ?? []
    const totals = totalsOf(cases.map(one => judge(page, one)))
    expect(totals.cases).toBe(size)
    console.info(`${page}: ${totals.verdicts} of ${size} right, ${totals.falseBlocks} of ${totals.innocent} blocked`)
    expect([page, share(totals.verdicts, size) >= least]).toEqual([page, true])
    expect([page, share(totals.falseBlocks, totals.innocent) <= mostFalse]).toEqual([page, true])
  }
})

test('none of the six languages falls behind', () => {
  const behind = namesOf('language').filter(name => {
    const { cases, verdicts } = totalsOf(heldOut.filter(({ language }) => language === name))
    return share(verdicts, cases) < 0.92
  })
  expect(behind).toEqual([])
})

test('the cases that the rules were mended with stay right', () => {
  const { cases, verdicts, innocent, falseBlocks } = totalsOf(outcomes.filter(({ id }) => !isHeldOut(id)))
  expect(share(verdicts, cases)).toBeGreaterThanOrEqual(0.985)
  expect(share(falseBlocks, innocent)).toBeLessThanOrEqual(0.005)
})
