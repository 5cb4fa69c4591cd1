import { expect, test } from 'vitest'
import { findJobTalk, whyJobTalk } from '../model.ts'
import * as heldOut from './held-out.ts'
import { readLabelled } from './labelled.ts'
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

/** How many of the messages that a page calls job talk are found, and how many of the others are taken for it. */
function measurePage(name: string) {
  const page = readLabelled(name)
  const wrong = page.filter(({ text, jobTalk }) => findJobTalk(text).length > 0 !== jobTalk)
  const innocent = page.filter(({ jobTalk }) => !jobTalk)
  return {
    size: page.length,
    accuracy: 1 - wrong.length / page.length,
    falseAlarms: wrong.filter(({ jobTalk }) => !jobTalk).length / innocent.length,
  }
}

// Written by hand, never learnt from: before the model, before it was asked, and after the last sentence was learnt.
const PAGES = [
  { page: 'blind-first', least: 0.95, mostFalse: 0.04 },
  // Nothing but sentences made to be hard on both sides.
  { page: 'blind-second', least: 0.8, mostFalse: 0.17 },
  { page: 'blind-third', least: 0.92, mostFalse: 0.06 },
  // Pairs on both sides of the border, written before their kin were learnt.
  { page: 'lantern-second', least: 0.92, mostFalse: 0.03 },
  { page: 'lantern-third', least: 0.95, mostFalse: 0.02 },
] as const

test('messages that were never learnt from are told apart, the hardest of them in four cases of five', () => {
  for (const { page, least, mostFalse } of PAGES) {
    const { size, accuracy, falseAlarms } = measurePage(page)
    expect(size).toBeGreaterThan(100)
    expect([page, accuracy >= least, falseAlarms <= mostFalse]).toEqual([page, true, true])
  }
})

test('each word that the reason shows stands in the draft, in the stretch that is job talk', () => {
  for (const { text } of readLabelled('blind-first').filter(({ jobTalk }) => jobTalk))
    for (const talk of findJobTalk(text)) {
      expect(talk.evidence.length).toBeGreaterThan(0)
      for (const { words, span } of talk.evidence) {
        expect(words).toBe(text.slice(span[0], span[1]))
        expect(words.trim()).not.toBe('')
        expect(span[0] >= talk.span[0] && span[1] <= talk.span[1]).toBe(true)
      }
    }
})

test('every sentence says which traits speak for job talk and which against, and they add up to its weight', () => {
  const [sentence] = whyJobTalk('Would you leave the bakery for a better salary?')
  expect(sentence?.weight).toBeGreaterThan(1)
  const sum = sentence?.because.reduce((total, { weight }) => total + weight, 0) ?? 0
  expect(sum).toBeCloseTo(sentence?.weight ?? 0, 6)
  expect(sentence?.because.some(({ trait }) => trait.includes('LEAVE'))).toBe(true)
  expect(sentence?.because.some(({ weight }) => weight < 0)).toBe(true)
})
