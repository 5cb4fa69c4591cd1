import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addUser, authenticate, createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { createEvents } from '#platform/events.ts'
import { allowNetworks, createHttpClient } from '#platform/http.ts'
import { createLog } from '#platform/log.ts'
import type { App } from '#platform/routes.ts'
import { openKeyring } from '#platform/secrets.ts'
import { readSettings } from '#platform/settings.ts'
import { startWorker } from '#platform/worker.ts'
import { buildHttp } from '#server/http.ts'
import { wire } from '#server/wiring.ts'
import type { Database } from '#storage/database.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

export type ApiServer = AsyncDisposable & {
  readonly app: App
  readonly db: Database
  /** Of Mara, who owns the team. */
  readonly token: string
  /** What the server wrote to its log. */
  readonly lines: readonly string[]
}

/** Every route of the server on a database of its own, with its background work, without a port and without sessions. */
export async function startApi(settings: Readonly<Record<string, string>> = {}): Promise<ApiServer> {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-api-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const database = stack.use(await startTestDatabase())
  const read = readSettings({ KITH_DATA: folder, ...settings })
  const http = stack.use(createHttpClient({ allowAddress: allowNetworks(read.outboundAllow) }))
  const lines: string[] = []
  const log = createLog({ level: 'debug', write: line => lines.push(line) })
  const { db } = database
  const clock = systemClock
  const wiring = wire({
    settings: read,
    db,
    clock,
    log,
    keyring: await openKeyring(join(folder, 'keys.json')),
    http,
    events: createEvents(),
    suppressionKey: new Uint8Array(32),
    pushKey: new Uint8Array(32),
    hookKey: new Uint8Array(32),
    listKey: new Uint8Array(32),
    sessions: {},
  })
  const app = await buildHttp({
    publicUrl: 'http://localhost:4280',
    version: '0.0.0',
    trustProxy: false,
    log,
    authenticate: credentials => authenticate({ db, clock }, credentials),
    ready: async () => undefined,
    routes: wiring.routes,
  })
  stack.defer(() => app.close())
  stack.use(await startWorker({ url: database.url, handlers: wiring.tasks, concurrency: 2, log, pollMs: 100 }))
  stack.use(wiring.visits)
  const added = await addUser({ db, clock }, { name: 'Mara', email: 'mara@kith.example' })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
  const made = await createToken({ db, clock }, added.value, { name: 'tests', expiresAt: undefined })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return { app, db, token: made.value.token, lines, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}
