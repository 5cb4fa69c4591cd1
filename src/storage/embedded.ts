import { type ChildProcess, execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findBinaries, isOpenToAll } from '#storage/embedded/binaries.ts'
import { initialise, openSecrets, type Secrets } from '#storage/embedded/initialise.ts'
import { isOrphan, isServerAlive, type PidFile, readPidFile } from '#storage/embedded/pid-file.ts'
import { choosePlace, type Place, urlFor } from '#storage/embedded/place.ts'
import { logSize, spawnServer } from '#storage/embedded/spawn.ts'
import { chooseServerUser, type SystemUser } from '#storage/embedded/system-user.ts'

type Log = { debug(fields: object, message: string): void; warn(fields: object, message: string): void }

export type EmbeddedOptions = {
  /** Kith's own folder for the server: the data in `data/`, passwords, sockets and the server's log beside it. */
  dataDir: string
  log?: Log
  /** Folder with another PostgreSQL's `postgres` and `initdb`. */
  binaries?: string
  settings?: Readonly<Record<string, string>>
  /** False for data that may be lost with the machine: tests. */
  durable?: boolean
}

export type Embedded = AsyncDisposable & {
  /** For the role `kith`: owner of its database and no superuser, so that row-level security binds it. Good for the life of the process. */
  readonly url: string
  /** For the superuser: set-up of further databases in tests and benches only. */
  readonly adminUrl: string
}

const run = promisify(execFile)
const startWithinMs = 60_000
const stopWithinMs = 60_000
const pollMs = 20
const holderName = 'kith holder'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')
/** An error without a code is a connection that broke off. */
const notReady = new Set(['', '57P03', 'ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', '57P01', '57P02'])
const notSetUp = new Set(['3D000', '28P01', '28000'])

async function connect(url: string, name = 'kith set-up'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** The role and its database; each step is safe to repeat. */
async function setUp(adminUrl: string, secrets: Secrets): Promise<void> {
  const admin = await connect(adminUrl)
  try {
    const role = await admin.query("select 1 from pg_roles where rolname = 'kith'")
    await admin.query(
      `${role.rowCount ? 'alter' : 'create'} role kith login nosuperuser nobypassrls password '${secrets.kith}'`,
    )
    const database = await admin.query("select 1 from pg_database where datname = 'kith'")
    if (!database.rowCount) await admin.query('create database kith owner kith')
    await admin.query('revoke connect, temporary on database kith from public')
    // For `writeTrusted`; the owner of the tables could as well drop their keys.
    await admin.query('grant set on parameter session_replication_role to kith')
  } finally {
    await admin.end()
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

/** What the log says when another server, or the rest of a killed one, still has the folder: time heals it. */
const busy = /lock file|shared memory block|in use|already exists/i

async function startOrAdopt(launch: {
  place: Place
  binaries: string
  user: SystemUser | undefined
  secrets: Secrets
  settings: Readonly<Record<string, string>>
  signal: AbortSignal
}): Promise<{ holder: pg.Client; found: PidFile; adopted: boolean }> {
  const { place, secrets } = launch
  const deadline = Date.now() + startWithinMs
  let child: ChildProcess | undefined
  let logStart = 0
  while (Date.now() < deadline) {
    launch.signal.throwIfAborted()
    const found = await readPidFile(place.data)
    if (found && (await isServerAlive(found.pid))) {
      if (await isOrphan(place.folder, found.pid)) {
        await stopServer(found, launch)
        continue
      }
      const at = { sockets: found.socketFolder || undefined, port: found.port }
      try {
        const holder = await connect(urlFor(at, 'kith', secrets, 'kith'), holderName)
        return { holder, found, adopted: found.pid !== child?.pid }
      } catch (error) {
        if (notSetUp.has(codeOf(error))) await setUp(urlFor(at, 'postgres', secrets, 'postgres'), secrets)
        else if (!notReady.has(codeOf(error))) throw error
      }
    } else if (!child || hasEnded(child)) {
      if (child) {
        const said = (await readFile(place.log, 'utf8')).slice(logStart).trim()
        const fatal = said.split('\n').findLast(line => /FATAL|PANIC|error/i.test(line)) ?? said.split('\n').at(-1)
        if (!busy.test(said)) throw new Error(`PostgreSQL did not start: ${fatal}. Its log is ${place.log}.`)
        await sleep(200)
      }
      logStart = await logSize(place)
      child = await spawnServer(place, launch.binaries, launch.user, launch.settings)
    }
    await sleep(pollMs)
  }
  throw new Error(`PostgreSQL did not answer within ${startWithinMs / 1000} seconds. Its log is ${place.log}.`)
}

/** Windows has no signals: there, sending one ends a process in the middle of its work. */
async function askToStop(pid: number, at: { place: Place; binaries: string }): Promise<void> {
  if (process.platform === 'win32') {
    await run(join(at.binaries, 'pg_ctl'), ['stop', '-D', at.place.data, '-m', 'fast', '-W'], { windowsHide: true })
    return
  }
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
}

async function stopServer(found: PidFile, at: { place: Place; binaries: string }): Promise<void> {
  await askToStop(found.pid, at)
  const deadline = Date.now() + stopWithinMs
  while (await isServerAlive(found.pid)) {
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${found.pid}) did not stop within ${stopWithinMs / 1000} seconds.`)
    await sleep(pollMs)
  }
}

async function hasOtherHolders(holder: pg.Client): Promise<boolean> {
  const { rowCount } = await holder.query(
    'select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [holderName],
  )
  return (rowCount ?? 0) > 0
}

/**
 * A real PostgreSQL on `dataDir`: started, or adopted when one already runs there (another Kith process, or one whose Kith was
 * killed). Started again when it dies. Disposing stops it unless another Kith process still uses it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = resolve(options.dataDir)
  const user = await chooseServerUser(join(folder, 'data'))
  const place = await choosePlace(folder, user)
  if (user && !(await isOpenToAll(place.folder)))
    throw new Error(
      `PostgreSQL runs as the user "${user.name}" and can't reach ${place.folder}. Set KITH_DATA to a folder outside private homes, such as /var/lib/kith, or start Kith as an ordinary user.`,
    )
  const binaries =
    options.binaries ?? (await findBinaries({ forOtherUser: user !== undefined, copyFolder: place.folder }))
  const secrets = await openSecrets(place.folder)
  const durable = options.durable ?? true
  await initialise({
    folder: place.folder,
    dataFolder: place.data,
    binaries,
    user,
    password: secrets.postgres,
    durable,
  })

  const stopping = new AbortController()
  const settings = {
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...options.settings,
  }
  const launch = { place, binaries, user, secrets, settings, signal: stopping.signal }
  let current = await startOrAdopt(launch)
  let healing: Promise<void> = Promise.resolve()

  const watch = ({ holder, found, adopted }: typeof current) => {
    options.log?.debug({ pid: found.pid, adopted }, adopted ? 'adopted the running PostgreSQL' : 'started PostgreSQL')
    holder.once('end', () => {
      if (stopping.signal.aborted) return
      options.log?.warn({ pid: found.pid }, 'PostgreSQL went away; starting it again')
      healing = heal()
    })
  }
  const heal = async () => {
    while (!stopping.signal.aborted) {
      try {
        current = await startOrAdopt(launch)
        return watch(current)
      } catch (error) {
        if (stopping.signal.aborted) return
        options.log?.warn(
          { error: error instanceof Error ? error.message : String(error) },
          'PostgreSQL could not be started again',
        )
        await sleep(1_000)
      }
    }
  }
  watch(current)

  const at = { sockets: current.found.socketFolder || undefined, port: current.found.port }
  place.port = at.port
  return {
    url: urlFor(at, 'kith', secrets, 'kith'),
    adminUrl: urlFor(at, 'postgres', secrets, 'postgres'),
    async [Symbol.asyncDispose]() {
      if (stopping.signal.aborted) return
      stopping.abort()
      await healing
      const shared = await hasOtherHolders(current.holder).catch(() => false)
      await current.holder.end().catch(() => undefined)
      if (!shared) await stopServer(current.found, launch)
    },
  }
}
