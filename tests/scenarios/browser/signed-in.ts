import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { addUser } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { readSettings } from '#platform/settings.ts'
import { startServer } from '#server/start.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { freePort } from '#tests/servers/prosody.ts'
import { findPages } from '#tests/servers/shared.ts'
import { launchBrowser } from './browser.ts'

const mara = { name: 'Mara', email: 'mara@kith.example', password: 'a long harbour wall' }

/** The whole product with its real pages, which may call servers on loopback, and a browser in which Mara, its owner, is signed in. */
export async function startSignedIn(): Promise<AsyncDisposable & { readonly page: Page }> {
  const stack = new AsyncDisposableStack()
  try {
    const folder = await mkdtemp(join(tmpdir(), 'kith-signed-in-'))
    stack.defer(() => rm(folder, { recursive: true, force: true }))
    const database = stack.use(await startTestDatabase())
    const settings = readSettings({
      KITH_DATA: folder,
      KITH_PORT: String(await freePort()),
      KITH_LOG_LEVEL: 'error',
      KITH_OUTBOUND_ALLOW: '127.0.0.1',
      DATABASE_URL: database.url,
    })
    stack.use(await startServer(settings, { webFolder: await findPages() }))
    const added = await addUser({ db: database.db, clock: systemClock }, mara)
    if (!added.ok) throw new Error(JSON.stringify(added.refusal))
    const browser = await launchBrowser()
    stack.defer(() => browser.close())
    const url = settings.publicUrl
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(30_000)
    const answer = await context.request.post(`${url}/api/v1/sign-in`, {
      data: { email: mara.email, password: mara.password },
      headers: { origin: url },
    })
    if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`)
    const page = await context.newPage()
    const whole = stack.move()
    return { page, [Symbol.asyncDispose]: () => whole.disposeAsync() }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}
