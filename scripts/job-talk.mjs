// Learns the weights of job talk from the sentences in scripts/job-talk and writes them where the rules read them. `--check` only compares.
import { readFile, writeFile } from 'node:fs/promises'
import { allMessages, isShipped } from './job-talk/lessons.ts'
import { filesOf, train } from './job-talk/train.ts'

const folder = new URL('../src/features/etiquette/model/job-talk/weights/', import.meta.url)
const learnt = allMessages().filter(isShipped)
let stale = false
for (const [name, text] of filesOf(train(learnt))) {
  const file = new URL(`${name}.generated.ts`, folder)
  if (!process.argv.includes('--check')) await writeFile(file, text)
  else if ((await readFile(file, 'utf8')) !== text) stale = true
}
console.log(`${learnt.length} messages learnt from.`)
if (stale) {
  console.error('The weights of job talk are not what the sentences make. Run "npm run job-talk".')
  process.exitCode = 1
}
