import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { z } from 'zod'
import { addUser } from '#features/accounts/index.ts'
import { drawMap } from '#features/network/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { readSettings } from '#platform/settings.ts'
import { startServer } from '#server/start.ts'
import { inWorkspace, openDatabase } from '#storage/database.ts'
import { launchBrowser } from '#tests/scenarios/browser/browser.ts'
import { startScratchServer } from '#tests/servers/postgres.ts'
import { freePort } from '#tests/servers/prosody.ts'
import { fillNetwork, idOf, sumUp } from './network-data.ts'

export const name = 'network-drawing'
export const partOf = 'network'

const people = 10_000
const tiesEach = 10
const mara = { name: 'Mara', email: 'mara@kith.example', password: 'a long harbour wall' }
const stages = ['found', 'read', 'engaged', 'acknowledged', 'connected', 'introduced', 'interested', 'candidate']

type Figure = { name: string; figure: number; unit: string }
const times = z.array(z.number())

// These run in the page.
const beginFrames = `
  kithFrames = []
  kithStop = false
  requestAnimationFrame(before => {
    const step = now => {
      kithFrames.push(now - before)
      before = now
      if (!kithStop) requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })`
const noteLongTasks = `
  kithLong = []
  new PerformanceObserver(list => kithLong.push(...list.getEntries().map(one => one.duration)))
    .observe({ type: 'longtask', buffered: true })`
const twoFrames = 'new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))'

/** Names and stages as a workspace has them, so that labels and shapes cost what they cost. */
const nameThem = sql`update people set place = 'Town ' || (('x' || right(person_id::text, 8))::bit(32)::int - 1) / 200, display_name =
  (array['Ana', 'Tom', 'Li', 'Sam', 'Ilse', 'Odo', 'Mona', 'Ravi', 'Noor', 'Pia'])[1 + abs(hashtext(person_id::text)) % 10] || ' ' ||
  (array['Ruiz', 'Bek', 'Wen', 'Okoye', 'Lindqvist', 'Hartmann', 'Castellanos', 'Nair', 'Haddad', 'Voss'])[1 + abs(hashtext('s' || person_id::text)) % 10]`

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0

/** Frame times in ms while `act` goes on and until the drawing has come to rest, and the page's own work per frame. */
async function framesWhile(page: Page, session: CDPSession, act: () => Promise<void>) {
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(one => one.name === 'TaskDuration')?.value ?? 0) * 1_000
  }
  await page.evaluate(beginFrames)
  const before = await busy()
  await act()
  const moving = times.parse(await page.evaluate('kithFrames')).length
  // It is drawn anew a quarter of a second after the last movement.
  await page.waitForTimeout(1_500)
  const frames = times.parse(await page.evaluate('kithStop = true, kithFrames'))
  const work = (await busy()) - before
  return { moving: frames.slice(0, moving), resting: frames.slice(moving), workEach: work / Math.max(1, frames.length) }
}

const said = (what: string, { moving, resting, workEach }: Awaited<ReturnType<typeof framesWhile>>): Figure[] => [
  { name: `${what}: a frame, p50`, figure: at(moving, 0.5), unit: 'ms' },
  { name: `${what}: a frame, p95`, figure: at(moving, 0.95), unit: 'ms' },
  { name: `${what}: the longest frame`, figure: at(moving, 1), unit: 'ms' },
  { name: `${what}: the longest frame after it`, figure: at(resting, 1), unit: 'ms' },
  { name: `${what}: the page's own work per frame`, figure: workEach, unit: 'ms' },
]

/** Opens the drawing in a browser without a graphics card, then zooms, drags and points. */
async function look(url: string): Promise<Figure[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    const { email, password } = mara
    const answer = await context.request.post('/api/v1/sign-in', {
      data: { email, password },
      headers: { origin: url },
    })
    if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('pageerror', error => wrong.push(error.message))
    await page.addInitScript(noteLongTasks)
    // Everything but the drawing is there before, as in a day's work.
    await page.goto('/people')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const began = performance.now()
    await page.goto('/network')
    await page.locator('.n-canvas canvas').first().waitFor({ timeout: 120_000 })
    await page.evaluate(twoFrames)
    const opened = performance.now() - began
    await page.waitForTimeout(1_000)
    const long = times.parse(await page.evaluate('kithLong'))
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    const box = await page.locator('.n-canvas').boundingBox()
    if (!box) throw new Error('The drawing is not there.')
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const still = await framesWhile(page, session, () => page.waitForTimeout(1_000))
    const wheel = (by: number) => async () => {
      await page.mouse.move(middle.x, middle.y)
      for (let n = 0; n < 16; n += 1) await page.mouse.wheel(0, by)
    }
    const drag = async () => {
      await page.mouse.move(middle.x, middle.y)
      await page.mouse.down()
      for (let n = 0; n < 40; n += 1)
        await page.mouse.move(middle.x + Math.sin(n / 7) * 260, middle.y + Math.sin(n / 5) * 140)
      await page.mouse.up()
    }
    const point = async () => {
      for (let n = 0; n < 40; n += 1)
        await page.mouse.move(box.x + 60 + ((n * 97) % (box.width - 120)), box.y + 60 + ((n * 61) % (box.height - 120)))
    }
    const figures = [
      ...said('pointing, all in view', await framesWhile(page, session, point)),
      ...said('dragging, all in view', await framesWhile(page, session, drag)),
      ...said('zooming in', await framesWhile(page, session, wheel(-120))),
      ...said('dragging, near', await framesWhile(page, session, drag)),
      ...said('pointing, near', await framesWhile(page, session, point)),
      ...said('zooming out', await framesWhile(page, session, wheel(120))),
    ]
    const names = await page.locator('.n-names > span').count()
    await page.goto(`/network?person=${idOf(42)}`)
    await page.getByRole('complementary').getByRole('button').first().waitFor({ timeout: 60_000 })
    await page.evaluate(twoFrames)
    await page.waitForTimeout(1_500)
    figures.push(...said('dragging, somebody in hand', await framesWhile(page, session, drag)))
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
    return [
      { name: 'from the click to the drawing', figure: opened, unit: 'ms' },
      { name: 'the page busy at a stretch while it opens', figure: at(long, 1), unit: 'ms' },
      { name: 'names of communities', figure: names, unit: 'labels' },
      { name: 'a frame while nothing moves, p95', figure: at(still.moving, 0.95), unit: 'ms' },
      ...figures,
    ]
  } finally {
    await browser.close()
  }
}

/**
 * Ten thousand connected people: how long the layout takes in its thread and whether others wait for it, and how smooth the drawing is in
 * headless Chromium, which draws without a graphics card. The page's own work is the same with one.
 */
export async function run(): Promise<Figure[]> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-bench-drawing-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const webFolder = join(folder, 'web')
  await build({ logLevel: 'error', build: { outDir: webFolder, sourcemap: false, reportCompressedSize: false } })
  const postgres = stack.use(await startScratchServer())
  const port = await freePort()
  const settings = readSettings({
    KITH_DATA: folder,
    KITH_PORT: String(port),
    KITH_LOG_LEVEL: 'error',
    DATABASE_URL: postgres.url,
  })
  stack.use(await startServer(settings, { webFolder }))
  const { db } = stack.use(openDatabase({ url: postgres.url, maxConnections: 4 }))
  const added = await addUser({ db, clock: systemClock }, mara)
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  const { workspace, user } = added.value
  const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, workspace, work)
  const fill = { workspace, users: [user], people, tiesEach }
  await fillNetwork(inside, fill)
  await inside(async tx => {
    await nameThem.execute(tx)
    await sql`insert into relationships (workspace_id, person_id, user_id, stage, stage_since)
      select workspace_id, person_id, ${user}::uuid, (${stages}::text[])[1 + abs(hashtext('t' || person_id::text)) % ${stages.length}::int], now()
      from people where workspace_id = ${workspace}`.execute(tx)
  })
  await sumUp(inside, fill, systemClock.now())
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  await setTimeout(5_000)
  const usual = loop.max
  loop.reset()
  const began = performance.now()
  await drawMap({ db, clock: systemClock }, workspace)
  const layout = performance.now() - began
  loop.disable()
  return [
    { name: 'people in the drawing', figure: people, unit: 'rows' },
    { name: 'until the layout is there', figure: layout, unit: 'ms' },
    { name: 'others wait for it at most', figure: loop.max / 1_000_000, unit: 'ms' },
    { name: 'and without it, on this machine now', figure: usual / 1_000_000, unit: 'ms' },
    ...(await look(settings.publicUrl)),
  ]
}
