import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { z } from 'zod'
import { addUser, createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { readSettings } from '#platform/settings.ts'
import { startServer } from '#server/start.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findPages } from '#tests/servers/shared.ts'

const mara = { name: 'Mara', email: 'mara@kith.example', password: 'a long harbour wall' }
const ben = { name: 'Ben', email: 'ben@kith.example', password: 'a quiet harbour quay' }
const dayMs = 86_400_000
const made = z.object({ id: z.string() })

const listen = (server: Server, port = 0) =>
  new Promise<number>(resolve =>
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )

async function freePort(): Promise<number> {
  const probe = createServer()
  const port = await listen(probe)
  await new Promise(resolve => probe.close(resolve))
  return port
}

const words =
  'The second night shift taught me more than the first month of days. We moved the checklist to the door of the cold room.'

/** A blog that posts every week, served as it would be. */
const blog = (port: number) => {
  const items = ['A checklist for the cold room', 'Frost in the vineyard', 'Why I count doors'].map((title, index) => {
    const at = new Date(Date.now() - (index * 7 + 2) * dayMs).toUTCString()
    return `<item><title>${title}</title><guid>${index}</guid><link>http://127.0.0.1:${port}/${index}</link><pubDate>${at}</pubDate><description><![CDATA[<p>${words}</p><script>document.title='broken'</script>]]></description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Night notes</title><link>http://127.0.0.1:${port}/</link>${items.join('')}</channel></rss>`
}

export type PeopleSite = Awaited<ReturnType<typeof startPeople>>

/** The whole product with its real pages, and a real blog to follow; Mara owns the workspace. */
export async function startPeople() {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-people-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const webFolder = await findPages()
  const blogServer: Server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(blog(blogPort))
  })
  const blogPort = await listen(blogServer)
  stack.defer(() => void blogServer.close())
  const database = stack.use(await startTestDatabase())
  const settings = readSettings({
    KITH_DATA: folder,
    KITH_PORT: String(await freePort()),
    KITH_LOG_LEVEL: 'error',
    KITH_OUTBOUND_ALLOW: '127.0.0.0/8',
    DATABASE_URL: database.url,
  })
  stack.use(await startServer(settings, { webFolder }))
  const deps = { db: database.db, clock: systemClock }
  const added = await addUser(deps, mara)
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  const token = await createToken(deps, added.value, { name: 'scenario', expiresAt: undefined })
  if (!token.ok) throw new Error(JSON.stringify(token.refusal))
  const bearer = token.value.token
  const url = settings.publicUrl

  async function api<Shape extends z.ZodType>(shape: Shape, method: string, path: string, body?: object) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${bearer}`, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return shape.parse(text === '' ? null : JSON.parse(text))
  }

  return {
    url,
    blogUrl: `http://127.0.0.1:${blogPort}/`,
    api,
    addPerson: async (person: object) => (await api(made, 'POST', '/people', person)).id,
    /** A colleague who may not overrule. */
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
        permissions: ['clipboard-read', 'clipboard-write'],
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
