import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, globSync } from 'node:fs'
import { chown, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { holdStill } from './hold-still.ts'

const run = promisify(execFile)

export type ProsodyOptions = {
  /** Accounts on `localhost`, name to password. More can follow with `addUser`. */
  users?: Readonly<Record<string, string>>
  /** PEM texts: with them STARTTLS is offered and demanded. */
  tls?: { key: string; certificate: string }
  /** Takes no login that is not bound to its TLS connection; Prosody 0.12 can do that under TLS 1.2. */
  boundOnly?: boolean
  passwordHash?: 'SHA-1' | 'SHA-256'
  /** Bytes a second that a client may send, as Prosody's `limits` writes it. */
  slow?: { rate: string; burst: string }
  /** Modules left out, to play a server that can do less (`mam`, `smacks`, `carbons`). */
  without?: readonly string[]
  /**
   * Where the archive lies. In files Prosody walks through all of it for every page that is asked for, which becomes slow from some thousand
   * messages on; SQLite needs Debian's `lua-dbi-sqlite3`.
   */
  archive?: 'files' | 'sqlite'
  /** A room that is sent a message with this text forgets who is in it and tells nobody, as one that was restarted alone does. */
  forgetsAt?: string
}

/** Whether Prosody's archive can lie in SQLite here. */
export const hasLuaSqlite = () => globSync('/usr/lib/*/lua/5.4/dbd/sqlite3.so').length > 0

/** A private Prosody on loopback, with its own ports and data. */
export type Prosody = AsyncDisposable & {
  readonly host: '127.0.0.1'
  readonly port: number
  /** TLS from the first byte, where there is a certificate. */
  readonly tlsPort: number
  readonly httpPort: number
  readonly domain: 'localhost'
  /** Anybody may log in here without a password (website visitors). */
  readonly guestDomain: 'guest.localhost'
  readonly roomsDomain: 'rooms.localhost'
  readonly websocketUrl: string
  addUser(name: string, password: string): Promise<void>
  /** Orderly, as an operator would; the data stay until disposal. */
  stop(): Promise<void>
  /** Like a power cut. */
  kill(): Promise<void>
  /** Holds the process still: connections stay open and nothing answers. */
  freeze(): void
  thaw(): void
  /** Starts again on the same ports and data, stopping it first if it runs. */
  restart(): Promise<void>
  /** As an operator who cleans the archives of everybody. */
  forgetArchive(): Promise<void>
  /** What the archive of an account holds on disk, as Prosody wrote it; also while it does not run. */
  archiveOf(name: string): Promise<string>
  /** The end of the server's own log, for the message of a failing test. */
  log(): Promise<string>
}

const MODULES = [
  'roster saslauth tls disco ping private blocklist bookmarks vcard4 vcard_legacy pep',
  'mam carbons smacks csi websocket offline time uptime version posix',
].flatMap(line => line.split(' '))

/** Starts a server that stops, with its data, when the returned value is disposed of. */
export async function startProsody(options: ProsodyOptions = {}): Promise<Prosody> {
  const owner = await serverUser()
  const directory = await mkdtemp(join(tmpdir(), 'kith-prosody-'))
  const port = await freePort()
  const tlsPort = await freePort()
  const httpPort = await freePort()
  const place = { directory, owner }
  await makePrivateFolders(place)
  await put(place, 'prosody.cfg.lua', configuration(directory, { port, tlsPort, httpPort }, options))
  if (options.tls) {
    await put(place, 'key.pem', options.tls.key)
    await put(place, 'certificate.pem', options.tls.certificate)
  }
  if (options.forgetsAt !== undefined) await put(place, 'mod_forgets.lua', forgets(options.forgetsAt))
  const addUser = (name: string, password: string): Promise<void> =>
    put(
      place,
      `data/localhost/accounts/${fileName(name)}.dat`,
      `return { ["password"] = ${JSON.stringify(password)}; };\n`,
    )
  for (const [name, password] of Object.entries(options.users ?? {})) await addUser(name, password)

  let child: ChildProcess | undefined
  const log = () => readFile(join(directory, 'prosody.log'), 'utf8').catch(() => '')
  const start = async () => {
    child = spawnServer(join(directory, 'prosody.cfg.lua'), owner)
    await untilListening(child, [port, httpPort], log)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise<void>(resolve => ending.once('exit', () => resolve()))
    ending.kill(signal)
    const hard = setTimeout(() => ending.kill('SIGKILL'), 3_000)
    await gone
    clearTimeout(hard)
  }
  const dispose = async () => {
    await end('SIGKILL')
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    httpPort,
    domain: 'localhost',
    guestDomain: 'guest.localhost',
    roomsDomain: 'rooms.localhost',
    websocketUrl: `ws://localhost:${httpPort}/xmpp-websocket`,
    addUser,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => holdStill(child),
    thaw: () => void child?.kill('SIGCONT'),
    restart: async () => {
      await end('SIGTERM')
      await start()
    },
    forgetArchive: async () => {
      await end('SIGTERM')
      for (const end of ['', '-wal', '-shm']) await rm(join(directory, 'data', `archive.sqlite${end}`), { force: true })
      for (const host of ['localhost', 'rooms%2elocalhost'])
        for (const store of ['archive', 'archive_ids', 'muc_log'])
          await rm(join(directory, 'data', host, store), { recursive: true, force: true })
      await start()
    },
    archiveOf: async name => {
      if (options.archive === 'sqlite') {
        return readArchive(join(directory, 'data'), name)
      }
      return readFile(join(directory, 'data', 'localhost', 'archive', `${fileName(name)}.list`), 'utf8').catch(() => '')
    },
    log: async () => (await log()).split('\n').slice(-40).join('\n'),
    [Symbol.asyncDispose]: dispose,
  }
}

type Owner = { uid: number; gid: number } | undefined
type Place = { directory: string; owner: Owner }

/** Prosody refuses to run as root, so root starts it as the package's own user. */
async function serverUser(): Promise<Owner> {
  const missing = await run('sh', ['-c', 'command -v prosody']).then(
    () => false,
    () => true,
  )
  if (missing)
    throw new Error(
      'Prosody is not installed, and this test needs a real XMPP server. Install it: apt-get install prosody',
    )
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all([run('id', ['-u', 'prosody']), run('id', ['-g', 'prosody'])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function spawnServer(config: string, owner: Owner): ChildProcess {
  const server = ['prosody', '-F', '--config', config]
  const asUser = owner
    ? ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--pdeathsig=KILL', ...server]
    : server
  const [command = 'prosody', ...args] = asUser
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

async function untilListening(
  child: ChildProcess,
  ports: readonly number[],
  log: () => Promise<string>,
): Promise<void> {
  let complaint = ''
  child.stderr?.on('data', chunk => {
    complaint += chunk
  })
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Prosody ended while starting (code ${child.exitCode}).\n${complaint}${await log()}`)
    if ((await Promise.all(ports.map(answers))).every(Boolean)) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  child.kill('SIGKILL')
  throw new Error(`Prosody did not listen on its ports (${ports.join(', ')}) within 30 s.\n${complaint}${await log()}`)
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

// Below those that systems give to outgoing connections: a server that is started again must find its port as it left it.
const [firstPort, lastPort] = [10_000, 32_000]
const givenPorts = new Set<number>()

/** A port that nobody listens on, and no connection of somebody else's will take. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = firstPort + Math.floor(Math.random() * (lastPort - firstPort))
    if (givenPorts.has(port) || !(await isFree(port))) continue
    givenPorts.add(port)
    return port
  }
  throw new Error(`There is no free port between ${firstPort} and ${lastPort}.`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

async function makePrivateFolders(place: Place): Promise<void> {
  for (const folder of ['', 'data', 'data/localhost', 'data/localhost/accounts']) {
    const path = join(place.directory, folder)
    await mkdir(path, { recursive: true, mode: 0o700 })
    if (place.owner) await chown(path, place.owner.uid, place.owner.gid)
  }
}

async function put(place: Place, name: string, text: string): Promise<void> {
  const path = join(place.directory, name)
  await writeFile(path, text, { mode: 0o600 })
  if (place.owner) await chown(path, place.owner.uid, place.owner.gid)
}

/** Prosody's data store escapes what is not a letter or digit as %xx. */
function fileName(name: string): string {
  return [...Buffer.from(name)]
    .map(byte =>
      /[a-z0-9]/i.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('')
}

/**
 * What a server that was killed in the middle of writing has left is made whole by whoever opens it next: that is its own to do, so a copy is
 * opened.
 */
async function readArchive(folder: string, name: string): Promise<string> {
  const journal = 'archive.sqlite-journal'
  if (!existsSync(join(folder, journal))) {
    using archive = openArchive(join(folder, 'archive.sqlite'), true)
    return archive.of(name)
  }
  const copy = await mkdtemp(join(tmpdir(), 'kith-archive-'))
  try {
    for (const file of ['archive.sqlite', journal]) await copyFile(join(folder, file), join(copy, file))
    using archive = openArchive(join(copy, 'archive.sqlite'), false)
    return archive.of(name)
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/** The archives of all accounts, as they lie on disk. */
function openArchive(path: string, readOnly: boolean): { of(name: string): string } & Disposable {
  const database = new DatabaseSync(path, { readOnly, timeout: 10_000 })
  return {
    of: name =>
      database
        .prepare(`select value from prosodyarchive where store = 'archive' and "user" = ? order by sort_id`)
        .all(name)
        .map(row => String(row.value))
        .join('\n'),
    [Symbol.dispose]: () => database.close(),
  }
}

const forgets = (text: string) => `
local muc = module:depends("muc")
module:hook("message/bare", function(event)
  if event.stanza:get_child_text("body") ~= ${JSON.stringify(text)} then return end
  local room = muc.get_room_from_jid(event.stanza.attr.to)
  room._jid_nick = {}
  room._occupants = {}
  return true
end, 1000)
`

type Ports = { port: number; tlsPort: number; httpPort: number }

function configuration(directory: string, { port, tlsPort, httpPort }: Ports, options: ProsodyOptions): string {
  const left = new Set([...(options.without ?? []), ...(options.tls ? [] : ['tls'])])
  const modules = [...MODULES, ...(options.slow ? ['limits'] : [])].filter(module => !left.has(module))
  const tls = options.tls
    ? `ssl = { key = "${directory}/key.pem"; certificate = "${directory}/certificate.pem"${options.boundOnly ? '; protocol = "tlsv1_2"' : ''} }\nc2s_require_encryption = true`
    : 'c2s_require_encryption = false'
  return `
daemonize = false
plugin_paths = { "${directory}" }
pidfile = "${directory}/prosody.pid"
data_path = "${directory}/data"
certificates = "${directory}/data"
log = { { levels = { min = "info" }, to = "file", filename = "${directory}/prosody.log" } }
network_settings = { nagle = false }
interfaces = { "127.0.0.1" }
c2s_ports = { ${port} }
http_ports = { ${httpPort} }
http_interfaces = { "127.0.0.1" }
https_ports = { }
c2s_direct_tls_ports = { ${options.tls ? tlsPort : ''} }
legacy_ssl_ports = { }
modules_enabled = { ${modules.map(module => `"${module}"`).join('; ')} }
modules_disabled = { "s2s"; ${[...left].map(module => `"${module}"`).join('; ')} }
authentication = "internal_hashed"
password_hash = "${options.passwordHash ?? 'SHA-1'}"
allow_unencrypted_plain_auth = false
${options.boundOnly ? 'disable_sasl_mechanisms = { "PLAIN"; "SCRAM-SHA-1"; "SCRAM-SHA-256" }\ninsecure_sasl_mechanisms = { }' : ''}
${tls}
consider_websocket_secure = true
cross_domain_websocket = true
${options.slow ? `limits = { c2s = { rate = "${options.slow.rate}"; burst = "${options.slow.burst}" } }` : ''}
archive_expires_after = "never"
default_archive_policy = true
max_archive_query_results = 50
${options.archive === 'sqlite' ? 'storage = { archive = "sql"; muc_log = "sql" }\nsql = { driver = "SQLite3"; database = "archive.sqlite" }' : ''}
component_secret = "${randomBytes(9).toString('hex')}"
http_host = "localhost"
VirtualHost "localhost"
VirtualHost "guest.localhost"
  authentication = "anonymous"
  allow_anonymous_s2s = false
Component "rooms.localhost" "muc"
  modules_enabled = { ${[...(left.has('mam') ? [] : ['"muc_mam"']), ...(options.forgetsAt === undefined ? [] : ['"forgets"'])].join('; ')} }
  restrict_room_creation = false
  muc_room_locking = false
Component "upload.localhost" "http_file_share"
  http_file_share_size_limit = 1000000
`
}
