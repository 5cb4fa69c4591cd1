import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { z } from 'zod'
import { addUser, createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { readSettings } from '#platform/settings.ts'
import { type RunningServer, startServer } from '#server/start.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findPages } from '#tests/servers/shared.ts'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

export type Website = Awaited<ReturnType<typeof startWebsite>>

const mara = { name: 'Mara', email: 'mara@kith.example', password: 'a long harbour wall' }

/**
 * The whole server with its pages and the chat, a recruiter called Mara and her API token; it can be stopped and started again.
 */
export async function startWebsite(more: Readonly<Record<string, string>> = {}) {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-website-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const webFolder = await findPages()
  const database = stack.use(await startTestDatabase())
  const port = await freePort()
  const settings = readSettings({
    KITH_DATA: folder,
    KITH_PORT: String(port),
    KITH_LOG_LEVEL: 'error',
    DATABASE_URL: database.url,
    ...more,
  })
  let running: RunningServer | undefined = await startServer(settings, { webFolder })
  stack.defer(async () => running?.[Symbol.asyncDispose]())
  const deps = { db: database.db, clock: systemClock }
  const added = await addUser(deps, mara)
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  const made = await createToken(deps, added.value, { name: 'scenario', expiresAt: undefined })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  const { token } = made.value
  const url = settings.publicUrl
  return {
    url,
    workspace: added.value.workspace,
    db: database.db,
    async stop() {
      await running?.[Symbol.asyncDispose]()
      running = undefined
    },
    async start() {
      running = await startServer(settings, { webFolder })
    },
    /** A browser in which Mara is signed in. */
    async signIn(browser: Browser, look: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ baseURL: url, locale: 'en-GB', reducedMotion: 'reduce', ...look })
      context.setDefaultTimeout(30_000)
      const answer = await context.request.post(`${url}/api/v1/sign-in`, {
        data: { email: mara.email, password: mara.password },
        headers: { origin: url },
      })
      if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
      return context
    },
    /** One call of the API as Mara; a refusal throws with its words. */
    async api<Shape extends z.ZodType>(
      shape: Shape,
      method: string,
      path: string,
      body?: object,
    ): Promise<z.output<Shape>> {
      const response = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return shape.parse(text === '' ? undefined : JSON.parse(text))
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** Waits until the check gives something; what it last gave is in the error. */
export async function until<T>(what: string, check: () => Promise<T | undefined | false>, ms = 30_000): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const found = await check()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`waited ${ms} ms for ${what}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}

export const anything = z.unknown()
