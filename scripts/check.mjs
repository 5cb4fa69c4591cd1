// npm run check: what CI checks besides the tests. Everything runs, even after a failure; two at a time.
import { findNode, run } from './house.mjs'

findNode()

/** Only what changed is checked again. */
const types = project => [
  'tsc',
  '-p',
  `${project}.json`,
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/kith/${project}.tsbuildinfo`,
]

const checks = [
  { name: 'format and lint', command: ['biome', 'check', '.'] },
  { name: 'types: server', command: types('tsconfig') },
  { name: 'types: web', command: types('tsconfig.web') },
  { name: 'types: widget', command: types('tsconfig.widget') },
  { name: 'types: clipper', command: types('tsconfig.clipper') },
  { name: 'who imports whom', command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src'] },
  { name: 'dead code', command: ['knip'] },
]

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
