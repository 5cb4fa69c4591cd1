import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { listPools } from '#features/pools/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { PersonId, PoolId, WorkspaceId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import type { Drawing, Sketch } from '../draw.ts'
import { type Community, nameCommunities } from '../model/communities.ts'
import { tieKinds } from '../model/ties.ts'
import { holdPeople } from '../store/due.ts'
import { type Drawn, findMap, findWork, listCorners, listDrawn, listKinds, listShared, writeMap } from '../store/map.ts'
import type { NetworkDeps } from './deps.ts'

/** What a drawing holds at most; the rest is in lists and paths. */
export const drawnMost = 10_000
/** Of each person so many ties are drawn. */
export const tiesEach = 12
/** Of more who wait it says no number. */
const countedMost = 20_000

function drawIn(thread: Sketch, signal?: AbortSignal): Promise<Drawing> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../draw-thread.ts', import.meta.url), { workerData: thread })
    const stop = () => {
      void worker.terminate()
      reject(signal?.reason ?? new Error('stopped'))
    }
    signal?.addEventListener('abort', stop, { once: true })
    worker.once('message', (drawing: Drawing) => resolve(drawing))
    worker.once('error', reject)
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop)
      reject(new Error('the drawing ended without a result'))
    })
  })
}

/** Each pair once, of those who are drawn. */
export function tiesAmong(
  people: readonly { id: PersonId; near: readonly PersonId[]; strengths: readonly number[] }[],
): (readonly [number, number, number])[] {
  const numbers = new Map(people.map((one, n) => [one.id, n]))
  const ties = new Map<number, readonly [number, number, number]>()
  for (const [a, { near, strengths }] of people.entries())
    for (const [place, id] of near.entries()) {
      const b = numbers.get(id)
      if (b === undefined) continue
      const [low, high] = a < b ? [a, b] : [b, a]
      ties.set(low * drawnMost + high, [low, high, strengths[place] ?? 0])
    }
  return [...ties.values()]
}

/** Draws the workspace's network anew: who stands where, who belongs together, who connects others. */
export async function drawMap(
  deps: { db: Database; clock: Clock },
  workspace: WorkspaceId,
  signal?: AbortSignal,
): Promise<void> {
  const corners = await inWorkspace(deps.db, workspace, tx => listCorners(tx, workspace, drawnMost, tiesEach))
  const ties = tiesAmong(corners)
  const tied = new Set(ties.flatMap(([a, b]) => [a, b] as number[]))
  // Whoever is tied to a recruiter only stands alone and says nothing in a drawing.
  const shown = corners.filter((_, n) => tied.has(n))
  const places = new Map(corners.flatMap((_, n) => (tied.has(n) ? [n] : [])).map((n, place) => [n, place]))
  const renumbered = ties.map(([a, b, strength]) => [places.get(a) ?? 0, places.get(b) ?? 0, strength] as const)
  const sketch = { corners: shown.map(({ x, y }) => ({ x, y })), ties: renumbered }
  const drawing = await drawIn(sketch, signal)
  await inWorkspace(deps.db, workspace, async tx => {
    const here = new Set(
      await holdPeople(
        tx,
        workspace,
        shown.map(one => one.id),
      ),
    )
    const drawn = shown.flatMap(({ id }, n) =>
      here.has(id)
        ? [
            {
              person: id,
              x: drawing.x[n] ?? 0,
              y: drawing.y[n] ?? 0,
              community: drawing.community[n] ?? 0,
              bridge: drawing.bridge[n] ?? 0,
            },
          ]
        : [],
    )
    const shared = await listShared(
      tx,
      workspace,
      drawn.map(one => one.person),
    )
    const named = nameCommunities(new Map(drawn.map(one => [one.person, one.community])), shared)
    // Largest first, from 1; a stray pair is no community.
    const numbers = new Map(named.map((one, n) => [one.number, n + 1]))
    await writeMap(tx, workspace, {
      places: drawn.map(one => ({ ...one, community: numbers.get(one.community) ?? 0 })),
      ties: sketch.ties.length,
      communities: named.map((one, n) => ({ ...one, number: n + 1 })),
      at: deps.clock.now(),
    })
    tellBrowsers(tx, workspace, { kind: 'network.drawn', payload: {} })
  })
}

const kept: z.ZodType<Community[]> = z.array(
  z.object({
    number: z.number(),
    people: z.number(),
    shared: z.array(
      z.object({ what: z.enum(['employer', 'group', 'place', 'tool']), name: z.string(), people: z.number() }),
    ),
  }),
)

export type NetworkMap = {
  madeAt: Date | null
  people: Drawn[]
  ties: (readonly [number, number, number, number])[]
  communities: Community[]
  pools: { id: PoolId; name: string }[]
  /** What is not in it yet: so many people's ties are to be worked out; 0 when only the drawing is to be made. */
  working: { people: number } | null
}

/** The drawing with who everybody is now; ties as numbers in `people`, with strength and a bit per kind. */
export function readMap(deps: NetworkDeps, caller: Caller): Promise<NetworkMap> {
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async tx => {
    const map = await findMap(tx, workspace)
    const pools = (await listPools(tx, workspace, user, deps.clock.now())).map(({ id, name }) => ({ id, name }))
    const people = await listDrawn(
      tx,
      workspace,
      user,
      pools.map(one => one.id),
      tiesEach,
    )
    const bits = new Map(
      (await listKinds(tx, workspace, tieKinds)).map(({ a, b, bits: known }) => [`${a} ${b}`, known]),
    )
    const ties = tiesAmong(people.map(one => ({ ...one, id: one.person }))).map(([a, b, strength]) => {
      const [one = '', other = ''] = [people[a]?.person, people[b]?.person].map(id => id ?? '').sort()
      return [a, b, Math.round(strength * 1_000) / 1_000, bits.get(`${one} ${other}`) ?? 0] as const
    })
    const work = await findWork(tx, workspace, map?.madeAt, countedMost)
    return {
      madeAt: map?.madeAt ?? null,
      people,
      ties,
      pools,
      communities: kept.parse(map?.communities ?? []),
      working: work.people > 0 || work.undrawn ? { people: work.people } : null,
    }
  })
}
