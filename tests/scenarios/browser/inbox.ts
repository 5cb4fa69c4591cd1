import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { z } from 'zod'
import { addUser, createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { readSettings } from '#platform/settings.ts'
import { type RunningServer, startServer } from '#server/start.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findPages } from '#tests/servers/shared.ts'
import { startXmppNetwork } from '#tests/servers/xmpp.ts'
import { until } from './website.ts'

const mara = { name: 'Mara', email: 'mara@kith.example', password: 'a long harbour wall' }
const ben = { name: 'Ben', email: 'ben@kith.example', password: 'a quiet harbour bell' }
const made = z.object({ id: z.string() })
const states = z.object({ connections: z.array(z.looseObject({ id: z.string(), state: z.string() })) })

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise(resolve => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

type TestDatabase = Awaited<ReturnType<typeof startTestDatabase>>
export type InboxSite = Awaited<ReturnType<typeof startInbox>>

/** The whole product with its real pages, connected to a real XMPP server on which a stranger waits; Mara owns the workspace. */
export async function startInbox(given: { webFolder?: string; database?: Pick<TestDatabase, 'url' | 'db'> } = {}) {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-inbox-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const webFolder = given.webFolder ?? (await findPages())
  const network = stack.use(await startXmppNetwork())
  const database = given.database ?? stack.use(await startTestDatabase())
  const port = await freePort()
  const settings = readSettings({
    KITH_DATA: folder,
    KITH_PORT: String(port),
    KITH_LOG_LEVEL: 'error',
    KITH_OUTBOUND_ALLOW: '127.0.0.1,::1',
    DATABASE_URL: database.url,
  })
  let running: RunningServer | undefined = await startServer(settings, { webFolder })
  stack.defer(async () => running?.[Symbol.asyncDispose]())
  const deps = { db: database.db, clock: systemClock }
  const added = await addUser(deps, mara)
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  const token = await createToken(deps, added.value, { name: 'scenario', expiresAt: undefined })
  if (!token.ok) throw new Error(JSON.stringify(token.refusal))
  const url = settings.publicUrl

  async function api<Shape extends z.ZodType>(shape: Shape, method: string, path: string, body?: object) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token.ok ? token.value.token : ''}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return shape.parse(JSON.parse(text))
  }

  return {
    url,
    network,
    workspace: added.value.workspace,
    user: added.value.user,
    db: database.db,
    api,
    async stop() {
      await running?.[Symbol.asyncDispose]()
      running = undefined
    },
    async start() {
      running = await startServer(settings, { webFolder })
    },
    /** Mara's account on the network, connected; gives the connection. */
    async connect(): Promise<string> {
      const { id } = await api(made, 'POST', '/connections', {
        tool: 'xmpp',
        label: 'Jabber',
        values: network.account.values,
      })
      await until('the account to be connected', async () =>
        (await api(states, 'GET', '/connections')).connections.some(
          each => each.id === id && each.state === 'connected',
        ),
      )
      return id
    },
    /** Ben, who recruits beside Mara and is no admin. */
    async addBen(): Promise<void> {
      const one = await addUser(deps, { ...ben, role: 'recruiter' })
      if (!one.ok) throw new Error(JSON.stringify(one.refusal))
    },
    /** A browser in which Mara is signed in, or Ben. */
    async signIn(
      browser: Browser,
      options: { width?: number; dark?: boolean; locale?: string; ben?: boolean } = {},
    ): Promise<BrowserContext> {
      const who = options.ben ? ben : mara
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: options.width ?? 1440, height: 900 },
        colorScheme: options.dark ? 'dark' : 'light',
        locale: options.locale ?? 'en-GB',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(30_000)
      const answer = await context.request.post(`${url}/api/v1/sign-in`, {
        data: { email: who.email, password: who.password },
        headers: { origin: url },
      })
      if (!answer.ok()) throw new Error(`sign-in: ${answer.status()} ${await answer.text()}`)
      return context
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}
