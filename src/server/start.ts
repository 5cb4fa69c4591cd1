import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { sql } from 'kysely'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { authenticate, createSetupCode, hasWorkspace, tidyAccounts } from '#features/accounts/index.ts'
import { planTidying } from '#features/attribution/index.ts'
import { startSessions } from '#features/conversations/index.ts'
import { planNetwork } from '#features/network/index.ts'
import { warmSearch } from '#features/people/index.ts'
import { planReports, planWeekly } from '#features/reports/index.ts'
import { hourMs, minuteMs, systemClock } from '#kernel/clock.ts'
import { createEvents } from '#platform/events.ts'
import { allowNetworks, createHttpClient } from '#platform/http.ts'
import { installationKey } from '#platform/installation.ts'
import { deleteLiveEvents } from '#platform/live.ts'
import { createLog } from '#platform/log.ts'
import type { App } from '#platform/routes.ts'
import { openKeyring } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { enqueue } from '#platform/tasks.ts'
import { migrateTasks, startWorker } from '#platform/worker.ts'
import { credentialsOf } from '#server/auth.ts'
import { buildHttp } from '#server/http.ts'
import { startListener } from '#server/listener.ts'
import { startLive } from '#server/live.ts'
import { originOf } from '#server/security.ts'
import { routeUpgrades } from '#server/upgrades.ts'
import { startVisitors } from '#server/visitors.ts'
import { startWakes } from '#server/wakes.ts'
import { wire } from '#server/wiring.ts'
import { acrossWorkspaces, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'

export type RunningServer = AsyncDisposable & {
  /** Where it really listens. */
  readonly url: string
  /** The address to give to people. */
  readonly forPeople: string
  /** Only while there is no workspace: the link that makes the owner. */
  readonly setUpLink: string | undefined
}

/** `message` is one plain sentence that says what to do. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen'
  readonly code: string
  constructor({ host, port }: Pick<Settings, 'host' | 'port'>, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const why = {
      EADDRINUSE: `Port ${port} is taken: another Kith, or another program. Stop it, or set KITH_PORT to another number.`,
      EACCES: `This user may not listen on port ${port}. Set KITH_PORT to a number above 1023.`,
      EADDRNOTAVAIL: `This machine has no address ${host}. Set KITH_HOST to one that it has, such as 127.0.0.1.`,
    }[code]
    super(why ?? `Kith can't listen on ${host}:${port} (${code}).`, { cause })
    this.code = code
  }
}

const liveEventsKeptMs = 24 * hourMs

/**
 * Everything in one process: database, HTTP, live events, sessions, tasks. Disposing stops in the opposite order: nothing new is
 * taken, what runs finishes, the database goes last. A start after a crash needs no repair.
 */
export async function startServer(
  settings: Settings,
  options: { webFolder?: string; version?: string } = {},
): Promise<RunningServer> {
  const logger = createLog({ level: settings.logLevel })
  await expectFreePort(settings)
  const stack = new AsyncDisposableStack()
  // The pool lets go of its sockets without waiting for them: their end is no loss while we stop.
  let stopping = false
  try {
    const embedded =
      settings.databaseUrl === undefined
        ? stack.use(await startEmbedded({ dataDir: join(settings.dataFolder, 'postgres'), log: logger }))
        : undefined
    const url = embedded?.url ?? settings.databaseUrl ?? ''
    const database = stack.use(
      openDatabase({
        url,
        maxConnections: settings.dbConnections,
        onLost: error => {
          if (!stopping) logger.warn({ err: error }, 'a database connection was lost')
        },
      }),
    )
    const { db, pool } = database
    await migrate(pool)
    await migrateTasks(pool)
    const clock = systemClock
    const keyring = await openKeyring(settings.keyFile)
    const http = stack.use(createHttpClient({ allowAddress: allowNetworks(settings.outboundAllow) }))
    const sessions: Parameters<typeof wire>[0]['sessions'] = {}
    const wiring = wire({
      settings,
      db,
      clock,
      log: logger,
      keyring,
      http,
      events: createEvents(),
      suppressionKey: await installationKey(db, keyring, 'suppression'),
      pushKey: await installationKey(db, keyring, 'web-push'),
      hookKey: await installationKey(db, keyring, 'hooks'),
      listKey: await installationKey(db, keyring, 'lists'),
      sessions,
    })
    stack.use(wiring.visits)
    const metrics = new Registry()
    collectDefaultMetrics({ register: metrics })
    const publicUrl = new URL(settings.publicUrl)
    const secure = publicUrl.protocol === 'https:'
    const proven = (credentials: Parameters<typeof authenticate>[1]) => authenticate({ db, clock }, credentials)
    const app = await buildHttp({
      publicUrl: settings.publicUrl,
      version: options.version ?? (await packageVersion()),
      trustProxy: settings.trustProxy.length > 0 ? [...settings.trustProxy] : false,
      log: logger,
      authenticate: proven,
      ready: async () => void (await sql`select 1`.execute(db)),
      routes: wiring.routes,
      metrics,
      ...(settings.metricsToken === undefined ? {} : { metricsToken: settings.metricsToken }),
      ...(options.webFolder === undefined ? {} : { webFolder: options.webFolder }),
    })
    const underWay = countRequests(app)
    const listener = stack.use(await startListener(url, logger))
    const { onWake } = stack.use(await startWakes(listener))
    sessions.current = stack.use(await startSessions({ ...wiring.sessions, soleNode: embedded !== undefined, onWake }))
    stack.use(await startWorker({ url, handlers: wiring.tasks, concurrency: settings.workerTasks, log: logger }))
    // Closing waits for every open socket, so those of live and visitors are ended first.
    stack.defer(() => closeHttp(app, underWay))
    const upgrades = routeUpgrades(app.server)
    stack.use(
      await startLive({
        upgrades,
        path: /^\/api\/v1\/live$/,
        db,
        listener,
        authenticate: async request => {
          const caller = await proven(credentialsOf(request.headers, secure))
          // The extension's token has no part in the live line.
          return caller?.scope === undefined ? caller : undefined
        },
        sameOrigin: request =>
          originOf(request.headers, publicUrl) !== 'foreign' &&
          isOwnOrigin(request.headers.origin, request.headers.host, publicUrl),
        noteAwake: wiring.noteAwake,
        log: logger,
      }),
    )
    stack.use(await startVisitors({ upgrades, visit: wiring.visit, listener, log: logger }))
    const tidy = async () => {
      const now = clock.now()
      await acrossWorkspaces(db, async tx => {
        await deleteLiveEvents(tx, new Date(now.getTime() - liveEventsKeptMs))
        await enqueue(tx, tidyAccounts, 'hourly', {})
      }).catch(error => logger.warn({ err: error }, 'tidying failed'))
    }
    const timer = setInterval(tidy, 30 * minuteMs)
    stack.defer(() => clearInterval(timer))
    void tidy()
    await planTidying({ db })
    await planReports({ db })
    await planWeekly({ db })
    await planNetwork({ db })
    const listenTextResolver = () => 'the server listens'
    await app.listen({ host: settings.host, port: settings.port, listenTextResolver }).catch(cause => {
      throw new CannotListen(settings, cause)
    })
    const warming = new AbortController()
    const warm = warmSearch(db, warming.signal).catch(error => logger.warn({ err: error }, 'search was not warmed'))
    stack.defer(() => {
      warming.abort()
      return warm.then(() => undefined)
    })
    const address = app.server.address()
    const port = typeof address === 'object' && address ? address.port : settings.port
    const here = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${port}`
    const forPeople = settings.port === 0 ? here : settings.publicUrl
    const setUpLink = (await hasWorkspace({ db }))
      ? undefined
      : `${forPeople}/set-up#${await createSetupCode({ db, clock })}`
    const whole = stack.move()
    return {
      url: here,
      forPeople,
      setUpLink,
      [Symbol.asyncDispose]() {
        stopping = true
        return whole.disposeAsync()
      },
    }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}

/** Before anything else: a second Kith must not touch what the first one is working with. */
async function expectFreePort({ host, port }: Settings): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, host, resolve)).catch(cause => {
    throw new CannotListen({ host, port }, cause)
  })
  await new Promise(resolve => probe.close(resolve))
}

/** How many requests are being answered now. */
function countRequests(app: App): { count: number } {
  const underWay = { count: 0 }
  app.server.on('request', (_request, response) => {
    underWay.count += 1
    response.once('close', () => {
      underWay.count -= 1
    })
  })
  return underWay
}

/**
 * What is being answered is answered, for at most ten seconds. Then the rest is cut: browsers hold sockets open on which nothing was
 * asked yet, and Node does not count those as idle.
 */
async function closeHttp(app: App, underWay: { readonly count: number }): Promise<void> {
  const closed = app.close()
  const until = Date.now() + 10_000
  while (underWay.count > 0 && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 20))
  app.server.closeAllConnections()
  await closed
}

/** Browsers don't send Sec-Fetch-Site with a WebSocket everywhere, but always Origin; programs send neither. */
function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: URL): boolean {
  return origin === undefined || origin === publicUrl.origin || origin === `${publicUrl.protocol}//${host}`
}

async function packageVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '0.0.0'
}
