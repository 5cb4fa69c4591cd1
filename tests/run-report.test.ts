import { expect, test } from 'vitest'
import {
  countTests,
  type FileReport,
  firstFailureIn,
  listRetried,
  listWorthAnotherRun,
  putInPlace,
} from '../scripts/run-report.mjs'

type Test = FileReport['tests'][number]
const passed = (name: string, message = ''): Test => ({ name, state: 'passed', message })
const failed = (name: string, message: string): Test => ({ name, state: 'failed', message })
const skipped = (name: string): Test => ({ name, state: 'skipped', message: '' })

const file = (name: string, project: string, tests: Test[], message = ''): FileReport => ({
  file: name,
  project,
  ok: message === '' && tests.every(({ state }) => state !== 'failed'),
  message,
  seconds: 1,
  tests,
})
const inbox = 'tests/scenarios/inbox.test.ts'
const irc = 'src/connectors/irc/irc.test.ts'
const good = file('src/kernel/text.test.ts', 'parts', [passed('a'), passed('b')])
const lateInbox = file(inbox, 'whole', [passed('opens'), failed('answers', 'Time was up'), skipped('ends')])
const deafIrc = file(irc, 'whole', [skipped('speaks'), skipped('hears')], 'no server')

test('what failed is run once more by itself, and its second run stands for it', () => {
  const first = { files: [good, lateInbox, deafIrc], stray: [] }
  expect(countTests(first)).toEqual({ passed: 3, failed: 2, skipped: 3 })
  expect(listWorthAnotherRun(first)).toEqual([inbox, irc])
  expect(firstFailureIn(first, inbox)).toBe('answers: Time was up')
  expect(firstFailureIn(first, irc)).toBe('no server')

  const again = file(inbox, 'whole', [passed('opens'), passed('answers'), passed('ends')])
  const second = putInPlace(first, inbox, { files: [again], stray: [] })
  expect(countTests(second)).toEqual({ passed: 5, failed: 1, skipped: 2 })
  const dumb = putInPlace(second, irc, { files: [deafIrc], stray: [] })
  expect(countTests(dumb)).toEqual({ passed: 5, failed: 1, skipped: 2 })
  const lost = putInPlace(second, irc, { files: [], stray: [{ message: 'Vitest ended with 1 before its tests did.' }] })
  expect(countTests(lost)).toEqual({ passed: 5, failed: 1, skipped: 0 })
})

test('nothing is run again when much failed or when an error is nobody’s', () => {
  const part = file('src/kernel/ids.test.ts', 'parts', [failed('a', 'no')])
  expect(listWorthAnotherRun({ files: [lateInbox, part], stray: [] })).toEqual([inbox, part.file])
  const many = ['a', 'b', 'c', 'd', 'e'].map(name => ({ ...lateInbox, file: `tests/scenarios/${name}.test.ts` }))
  expect(listWorthAnotherRun({ files: many, stray: [] })).toHaveLength(5)
  expect(listWorthAnotherRun({ files: [...many, lateInbox], stray: [] })).toEqual([])
  expect(listWorthAnotherRun({ files: [lateInbox], stray: [{ message: 'broken pipe' }] })).toEqual([])
})

test('an error after the last test fails the run, and its file is run again', () => {
  const stray = [{ file: irc, message: 'broken pipe' }]
  const quiet = file(irc, 'whole', [passed('speaks')])
  const report = { files: [good, quiet], stray }
  expect(countTests(report)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  expect(listWorthAnotherRun(report)).toEqual([irc])
  expect(firstFailureIn(report, irc)).toBe('broken pipe')
  expect(countTests(putInPlace(report, irc, { files: [quiet], stray: [] }))).toEqual({
    passed: 3,
    failed: 0,
    skipped: 0,
  })
})

test('a test that passed at its second try is told', () => {
  const report = { files: [file(irc, 'whole', [passed('speaks', 'Time was up'), passed('hears')])], stray: [] }
  expect(listRetried(report)).toEqual([`retried: ${irc} > speaks\n  Time was up`])
})
