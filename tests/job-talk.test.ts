import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { allMessages } from '../scripts/job-talk/lessons.ts'
import { filesOf, train } from '../scripts/job-talk/train.ts'

const FOLDER = new URL('../src/features/etiquette/model/job-talk/weights/', import.meta.url)

test('the weights of job talk are what the sentences in scripts/job-talk make, and none of those kept for the judgement', async () => {
  const messages = allMessages()
  expect(messages.filter(({ kept }) => kept).length).toBeGreaterThan(1_000)
  for (const [name, text] of filesOf(train(messages.filter(({ kept }) => !kept))))
    expect([name, await readFile(new URL(`${name}.generated.ts`, FOLDER), 'utf8')]).toEqual([name, text])
}, 120_000)
