import { expect, test } from 'vitest'
import { isWorse, sayable, type VerdictView } from './calm.ts'

const fine: VerdictView = { verdict: 'allow', reasons: [] }
const job: VerdictView = {
  verdict: 'block',
  reasons: [{ code: 'job-before-introduction', message: 'A job, before Ana knows who you are.', sort: 'written' }],
}
const long: VerdictView = {
  verdict: 'warn',
  reasons: [{ code: 'too-long', message: '520 signs; chat here stays under 400.' }],
}

test('bad news waits and good news does not', () => {
  expect(isWorse(job, fine)).toBe(true)
  expect(isWorse(fine, job)).toBe(false)
  expect(isWorse(long, job)).toBe(false)
  expect(isWorse(job, job)).toBe(false)
})

test('another reason of the same strength is news', () => {
  const declined: VerdictView = { verdict: 'block', reasons: [{ code: 'declined', message: 'She said no in May.' }] }
  expect(isWorse(declined, job)).toBe(true)
})

test('what is missing is said only once Send was pressed', () => {
  const missing: VerdictView = {
    verdict: 'block',
    reasons: [{ code: 'nothing-read', message: 'Nothing of hers read in 90 days.', sort: 'missing' }],
  }
  expect(sayable(missing, false)).toEqual(fine)
  expect(sayable(missing, true)).toEqual(missing)
  expect(sayable({ ...job, reasons: [...job.reasons, ...missing.reasons] }, false).reasons).toHaveLength(1)
})
