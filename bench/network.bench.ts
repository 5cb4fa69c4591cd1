import { performance } from 'node:perf_hooks'
import { readNeighbours, readWays } from '#features/network/actions/paths.ts'
import { draw, type Sketch } from '#features/network/draw.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { migrateTasks } from '#platform/worker.ts'
import { inWorkspace, openDatabase } from '#storage/database.ts'
import { migrate } from '#storage/migrate.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { addRecruiter, createWorkspace } from '#tests/servers/workspace.ts'
import { fillNetwork, idOf, sumUp } from './network-data.ts'

export const name = 'network'

/** People; `npm run bench network 1000000` is the promised size: a million people and ten million ties. */
const usual = 100_000
const tiesEach = 10
const recruiters = 5
const askedFor = 400
const drawn = 10_000

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0

export async function run(): Promise<{ name: string; figure: number; unit: string }[]> {
  const people = Number(process.argv[3] ?? usual)
  await using server = await startScratchServer()
  await using database = openDatabase({ url: server.url, maxConnections: 4 })
  await migrate(database.pool)
  await migrateTasks(database.pool)
  const { db } = database
  const caller = await createWorkspace(db)
  const { workspace } = caller
  const users = [caller.user]
  while (users.length < recruiters) users.push(await addRecruiter(db, { ...caller, user: newId<'User'>() }))
  const deps = { db, clock: systemClock, marks: async () => new Map() }
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, workspace, work)
  const fill = { workspace, users, people, tiesEach }
  const ties = await fillNetwork(inside, fill)
  const summing = await timed(() => sumUp(inside, fill, systemClock.now()))
  const wanted = Array.from({ length: askedFor }, (_, n) => idOf(1 + ((n * 7_919 + 13) % people)))
  for (const id of wanted.slice(0, 20)) await readWays(deps, caller, id)
  const times: number[] = []
  let found = 0
  for (const id of wanted.slice(20)) {
    times.push(
      await timed(async () => {
        const ways = await readWays(deps, caller, id)
        if (ways.ok && ways.value.ways.length > 0) found += 1
      }),
    )
  }
  const near: number[] = []
  for (const id of wanted.slice(0, 100)) near.push(await timed(() => readNeighbours(deps, caller, id)))
  const hubs: number[] = []
  for (let n = 1; n <= 40; n += 1) hubs.push(await timed(() => readWays(deps, caller, idOf(n))))
  const sketch: Sketch = {
    corners: Array.from({ length: drawn }, () => ({ x: null, y: null })),
    ties: Array.from({ length: drawn * 3 }, (_, n) => {
      const a = n % drawn
      return [a, n % 7 === 0 ? (n * 7_919) % drawn : Math.floor(a / 100) * 100 + ((n * 31) % 100), 0.4] as const
    }).filter(([a, b]) => a !== b),
  }
  const drawing = await timed(async () => draw(sketch))
  return [
    { name: 'people', figure: people, unit: 'rows' },
    { name: 'ties', figure: ties, unit: 'rows' },
    { name: 'people summed up', figure: people / (summing / 1_000), unit: 'people/s' },
    { name: 'who could introduce us, p50', figure: at(times, 0.5), unit: 'ms' },
    { name: 'who could introduce us, p95', figure: at(times, 0.95), unit: 'ms' },
    { name: 'who could introduce us to those whom most know, p95', figure: at(hubs, 0.95), unit: 'ms' },
    { name: 'a way was found', figure: (found / times.length) * 100, unit: '%' },
    { name: 'whom somebody knows, p95', figure: at(near, 0.95), unit: 'ms' },
    { name: `a drawing of ${drawn} people, in its thread`, figure: drawing, unit: 'ms' },
  ]
}
