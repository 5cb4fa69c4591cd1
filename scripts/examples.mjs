// npm run examples: the examples of the API document, recorded from the calls of tests/operations. Kept are those that are still true;
// "npm run examples -- all" records all anew.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { readDocument } from '../tests/operations/document.ts'
import { seenFile } from '../tests/operations/record.ts'
import { printOpenApi } from './api/print-api.ts'

const run = spawnSync('npx', ['vitest', 'run', 'tests/operations.test.ts'], { stdio: 'inherit' })
const target = new URL('../src/server/examples.jsonl', import.meta.url)
const linesOf = async file => (await readFile(file, 'utf8')).split('\n').filter(line => line !== '')
const byName = lines => new Map(lines.map(line => [JSON.parse(line).operation, line]))
const document = readDocument(await printOpenApi())
const kept = process.argv.includes('all') ? new Map() : byName(await linesOf(target))
const seen = byName(await linesOf(seenFile))
const lines = document.operations.toSorted().flatMap(name => {
  const before = kept.get(name)
  const line = before && document.judge(JSON.parse(before)).length === 0 ? before : seen.get(name)
  return line ? [line] : []
})
await writeFile(target, lines.map(line => `${line}\n`).join(''))
process.exitCode = run.status ?? 1
