import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { best } from '../scripts/job-talk/learn.ts'
import { allMessages, isShipped, type Message } from '../scripts/job-talk/lessons.ts'
import { describeMade, readMade } from '../scripts/job-talk/made.ts'
import { lessonOf, train } from '../scripts/job-talk/train.ts'

const FOLDER = new URL('../src/features/etiquette/model/job-talk/weights/', import.meta.url)
const messages = allMessages()

// Learning all again takes a minute: `npm run job-talk -- --check`.
test('the weights of job talk that ship were made of the sentences in scripts/job-talk', async () => {
  const names = (await readdir(FOLDER)).map(name => name.replace('.generated.ts', ''))
  const files = new Map<string, string>()
  for (const name of names) files.set(name, await readFile(new URL(`${name}.generated.ts`, FOLDER), 'utf8'))
  expect(await readMade(), 'Run "npm run job-talk".').toEqual(await describeMade(messages.filter(isShipped), files))
}, 120_000)

test('a changed sentence, another label or weights touched by hand are noticed', async () => {
  const [first, ...rest] = messages.slice(0, 50)
  if (!first) throw new Error('nothing to learn from')
  const describe = (message: Message, weights = 'a') => describeMade([message, ...rest], new Map([['en', weights]]))
  const made = await describe(first)
  expect(await describe(first)).toEqual(made)
  expect(await describe({ ...first, text: `${first.text} Or a carrot?` })).not.toEqual(made)
  expect(await describe({ ...first, jobTalk: !first.jobTalk })).not.toEqual(made)
  expect(await describe(first, 'b')).not.toEqual(made)
})

test('what is learnt from some families tells job talk in families that it never saw, by words and meanings alone', () => {
  // The four that ship as one judge better than this one.
  const { model, numbers } = train(
    messages.filter(({ kept }) => !kept),
    { models: 1 },
  )
  const kept = messages.filter(message => message.kept && message.from === 'families')
  expect(kept.length).toBeGreaterThan(1_500)
  const right = kept.filter(message => best(model, lessonOf(message, numbers).sentences).score > 0 === message.jobTalk)
  expect(right.length / kept.length).toBeGreaterThan(0.88)
}, 120_000)
