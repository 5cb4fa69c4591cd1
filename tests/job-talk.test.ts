import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { best } from '../scripts/job-talk/learn.ts'
import { allMessages, isShipped } from '../scripts/job-talk/lessons.ts'
import { filesOf, lessonOf, train } from '../scripts/job-talk/train.ts'

const FOLDER = new URL('../src/features/etiquette/model/job-talk/weights/', import.meta.url)
const messages = allMessages()

test('the weights of job talk that ship are what the sentences in scripts/job-talk make', async () => {
  for (const [name, text] of filesOf(train(messages.filter(isShipped))))
    expect([name, await readFile(new URL(`${name}.generated.ts`, FOLDER), 'utf8')]).toEqual([name, text])
}, 240_000)

test('what is learnt from some families tells job talk in families that it never saw, by words and meanings alone', () => {
  const { model, numbers } = train(messages.filter(({ kept }) => !kept))
  const kept = messages.filter(message => message.kept && message.from === 'families')
  expect(kept.length).toBeGreaterThan(1_500)
  const right = kept.filter(message => best(model, lessonOf(message, numbers).sentences).score > 0 === message.jobTalk)
  expect(right.length / kept.length).toBeGreaterThan(0.88)
}, 240_000)
