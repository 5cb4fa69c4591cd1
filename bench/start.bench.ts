import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const name = 'start'

const root = fileURLToPath(new URL('..', import.meta.url))
const rounds = 3
const giveUpAfterMs = 120_000

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** From the command to the first yes of /readyz, with the pages built; then it is ended in good order. */
async function startOnce(dataFolder: string): Promise<{ readyMs: number; stopMs: number; residentMb: number }> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(join(root, 'kith'), ['serve'], {
    env: { PATH: '/usr/bin:/bin', HOME: dataFolder, KITH_DATA: dataFolder, KITH_PORT: String(port) },
    stdio: 'ignore',
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const isReady = () =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      answer => answer.ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() - began > giveUpAfterMs) throw new Error('Kith did not start.')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  const readyMs = performance.now() - began
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const resident = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1] ?? Number.NaN)
  const stopping = performance.now()
  child.kill('SIGTERM')
  await ended
  return { readyMs, stopMs: performance.now() - stopping, residentMb: resident / 1_000_000 }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-'))
  await chmod(folder, 0o755)
  try {
    const fresh = await startOnce(folder)
    const again = []
    for (let round = 0; round < rounds; round++) again.push(await startOnce(folder))
    const figures = [
      { name: 'ready on a fresh folder, database made', figure: Math.round(fresh.readyMs), unit: 'ms' },
      {
        name: 'ready on existing data, median',
        figure: Math.round(median(again.map(each => each.readyMs))),
        unit: 'ms',
      },
      { name: 'ended in good order, median', figure: Math.round(median(again.map(each => each.stopMs))), unit: 'ms' },
      { name: 'memory of the server when ready', figure: median(again.map(each => each.residentMb)), unit: 'MB' },
    ]
    return figures.filter(each => Number.isFinite(each.figure))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}
