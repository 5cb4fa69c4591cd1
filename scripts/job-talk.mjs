// Learns the weights of job talk from the sentences in scripts/job-talk and writes them where the rules read them. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { allMessages, isShipped } from './job-talk/lessons.ts'
import { describeMade, readMade, writeMade } from './job-talk/made.ts'
import { filesOf, train } from './job-talk/train.ts'

const fileOf = name => new URL(`../src/features/etiquette/model/job-talk/weights/${name}.generated.ts`, import.meta.url)
const learnt = allMessages().filter(isShipped)
const made = filesOf(train(learnt))
const description = await describeMade(learnt, made)
let stale = false
if (process.argv.includes('--check')) {
  stale = !isDeepStrictEqual(await readMade(), description)
  for (const [name, text] of made) stale ||= (await readFile(fileOf(name), 'utf8')) !== text
} else {
  for (const [name, text] of made) await writeFile(fileOf(name), text)
  await writeMade(description)
}
console.log(`${learnt.length} messages learnt from.`)
if (stale) {
  console.error('The weights of job talk are not what the sentences make. Run "npm run job-talk".')
  process.exitCode = 1
}
