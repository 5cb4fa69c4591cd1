import { expect, test } from 'vitest'
import { findJobTalk } from '../model.ts'
import * as heldOut from './held-out.ts'
import * as tuning from './tuning.ts'

type Sentences = Readonly<Record<string, string>>

const linesOf = (sentences: Sentences) => Object.values(sentences).flatMap(text => text.split('\n'))

function measure(set: { jobTalk: Sentences; innocent: Sentences }) {
  const jobTalk = linesOf(set.jobTalk)
  const innocent = linesOf(set.innocent)
  const found = jobTalk.filter(sentence => findJobTalk(sentence).length > 0)
  const wrong = innocent.filter(sentence => findJobTalk(sentence).length > 0)
  return {
    size: jobTalk.length + innocent.length,
    recall: found.length / jobTalk.length,
    falseAlarms: wrong.length / innocent.length,
    accuracy: (found.length + innocent.length - wrong.length) / (jobTalk.length + innocent.length),
  }
}

test('job talk is told from innocent talk in six languages, on sentences never tuned on', () => {
  const { size, accuracy, falseAlarms } = measure(heldOut)
  expect(size).toBeGreaterThan(140)
  expect(accuracy).toBeGreaterThanOrEqual(0.94)
  expect(falseAlarms).toBeLessThanOrEqual(0.02)
})

test('the sentences that the model was tuned on stay understood', () => {
  const { size, accuracy, falseAlarms } = measure(tuning)
  expect(size).toBeGreaterThan(200)
  expect(accuracy).toBeGreaterThanOrEqual(0.98)
  expect(falseAlarms).toBeLessThanOrEqual(0.01)
})

test('each of the six languages is understood, not only the sum', () => {
  for (const language of Object.keys(heldOut.jobTalk)) {
    const pick = (sentences: Sentences) => ({ [language]: sentences[language] ?? '' })
    const { accuracy } = measure({ jobTalk: pick(heldOut.jobTalk), innocent: pick(heldOut.innocent) })
    expect([language, accuracy >= 0.85]).toEqual([language, true])
  }
})
