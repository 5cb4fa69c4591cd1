// npm run check: what CI checks besides the tests. Everything runs, even after a failure; two at a time.
// A word after it picks: `npm run check types`. `--beside-tests` leaves out what `npm test` finds as well.
import { findNode, run } from './house.mjs'

const node = findNode()

/** Only what changed is checked again. By the compiler in Go: `typescript` itself is the one that other programs call (decision 75). */
const types = project => [
  node,
  'node_modules/typescript-7/bin/tsc',
  '-p',
  `${project}.json`,
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/kith/${project}.tsbuildinfo`,
]

/** The longest first. */
const all = [
  { name: 'types: server', command: types('tsconfig') },
  // tests/house.test.ts reads the same files by the same rules.
  { name: 'who imports whom', command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src'], tested: true },
  { name: 'types: web', command: types('tsconfig.web') },
  { name: 'dead code', command: ['knip'] },
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types: widget', command: types('tsconfig.widget') },
  { name: 'types: clipper', command: types('tsconfig.clipper') },
]

const besideTests = process.argv.includes('--beside-tests')
const [word = ''] = process.argv.slice(2).filter(each => !each.startsWith('--'))
const checks = all.filter(({ name, tested }) => name.includes(word) && !(besideTests && tested))
const waiting = [...checks]
const results = new Map()
async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [program, ...args] = check.command
    const began = Date.now()
    const { code, output } = await run(program, args, { capture: true })
    results.set(check.name, { code, seconds: (Date.now() - began) / 1000 })
    if (code !== 0) console.log(`── ${check.name}: ${check.command.join(' ')}\n${output.trim()}\n`)
  }
}
await Promise.all([work(), work()])
for (const { name } of checks) {
  const { code, seconds } = results.get(name)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`)
}
const failed = [...results.values()].filter(({ code }) => code !== 0).length
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${checks.length} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1
