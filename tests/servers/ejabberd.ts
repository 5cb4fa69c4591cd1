import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { holdStill } from './hold-still.ts'
import { freePort } from './prosody.ts'

const run = promisify(execFile)

export type EjabberdOptions = {
  /** Accounts on `localhost`, name to password. */
  users?: Readonly<Record<string, string>>
  /** PEM texts: with them STARTTLS is demanded, and a second port speaks TLS from the first byte. */
  tls?: { key: string; certificate: string }
  /** Bytes a second that a client may send, after `burst`. */
  slow?: { rate: number; burst: number }
  /** Seconds that must lie between two messages of one person in a room. */
  roomPauseSeconds?: number
}

/** A private ejabberd on loopback, with its own ports, data and Erlang node. */
export type Ejabberd = AsyncDisposable & {
  readonly host: '127.0.0.1'
  readonly port: number
  readonly tlsPort: number
  readonly domain: 'localhost'
  readonly roomsDomain: 'rooms.localhost'
  readonly websocketUrl: string
  addUsers(users: Readonly<Record<string, string>>): Promise<void>
  isUp(): Promise<boolean>
  /** Like a power cut. */
  kill(): Promise<void>
  freeze(): void
  thaw(): void
  /** Starts again on the same ports and data. */
  restart(): Promise<void>
  /** As an operator who cleans the archives of everybody. */
  forgetArchive(): Promise<void>
  log(): Promise<string>
}

export async function startEjabberd(options: EjabberdOptions = {}): Promise<Ejabberd> {
  const [installed] = globSync('/usr/lib/*-linux-gnu/ejabberd-*')
  if (installed === undefined)
    throw new Error('ejabberd is not installed, and this test needs a second XMPP server. apt-get install ejabberd')
  const owner = await serverUser()
  const directory = await mkdtemp(join(tmpdir(), 'kith-ejabberd-'))
  const [port = 0, tlsPort = 0, httpPort = 0, distPort = 0] = await Promise.all([1, 2, 3, 4].map(freePort))
  const own = async (path: string) => (owner ? chown(path, owner.uid, owner.gid) : undefined)
  const put = async (name: string, text: string) => {
    await writeFile(join(directory, name), text, { mode: 0o600 })
    await own(join(directory, name))
  }
  await own(directory)
  for (const folder of ['spool', 'log', 'upload']) {
    await mkdir(join(directory, folder))
    await own(join(directory, folder))
  }
  await put('ejabberd.yml', configuration({ directory, port, tlsPort, httpPort, options }))
  await put('inetrc', '{lookup,["file","native"]}.\n{host,{127,0,0,1},["localhost"]}.\n')
  if (options.tls) await put('certificate.pem', `${options.tls.key}\n${options.tls.certificate}`)

  const node = `kith${port}@localhost`
  const erlang = (name: string, ...flags: string[]) => [
    'erl',
    ...['-sname', name, '-setcookie', `kith${port}`, '-noinput', '-erl_epmd_port', String(distPort)],
    ...['-start_epmd', 'false', '-kernel', 'inet_dist_use_interface', '{127,0,0,1}', ...flags],
  ]
  const env = {
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    HOME: directory,
    ERL_LIBS: dirname(installed),
    ERL_INETRC: join(directory, 'inetrc'),
    ERL_CRASH_DUMP: '/dev/null',
    EJABBERD_CONFIG_PATH: join(directory, 'ejabberd.yml'),
    EJABBERD_LOG_PATH: join(directory, 'log', 'ejabberd.log'),
  }
  const asUser = (command: readonly string[]): [string, string[]] => {
    const all = owner
      ? ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--pdeathsig=KILL', ...command]
      : [...command]
    return [all[0] ?? 'erl', all.slice(1)]
  }
  /** Runs administrator's commands inside the server. */
  const control = async (...commands: readonly (readonly string[])[]) => {
    const words = (command: readonly string[]) => `[${command.map(word => JSON.stringify(word)).join(',')}]`
    const [command, args] = asUser(
      erlang(
        `ctl${port}${Date.now() % 100_000}@localhost`,
        ...['-hidden', '-dist_listen', 'false', '-eval'],
        [
          // Its ports answer before the rest of it does.
          'Running = fun(Apps) -> is_list(Apps) andalso lists:keymember(ejabberd, 1, Apps) end',
          `Up = fun F(0) -> io:format("ejabberd is not up~n"), halt(1); F(N) -> case Running(rpc:call('${node}', application, which_applications, [])) of true -> ok; false -> timer:sleep(100), F(N - 1) end end`,
          'Up(300)',
          `[case rpc:call('${node}', ejabberd_ctl, process, [C]) of 0 -> ok; R -> io:format("~p: ~p~n", [C, R]), halt(1) end || C <- [${commands.map(words).join(',')}]]`,
          `rpc:call('${node}', mnesia, dump_log, [])`,
          `[rpc:call('${node}', dets, sync, [T]) || T <- [passwd, roster, private_storage, pubsub_item]]`,
          'halt(0).',
        ].join(', '),
      ),
    )
    await run(command, args, { env, cwd: directory })
  }

  /** Written to disk at once, so that an account outlives a power cut. */
  const addUsers = (users: Readonly<Record<string, string>>) =>
    control(...Object.entries(users).map(([name, password]) => ['register', name, 'localhost', password]))

  let child: ChildProcess | undefined
  const log = () => readFile(join(directory, 'log', 'ejabberd.log'), 'utf8').catch(() => '')
  const start = async () => {
    const flags = ['-mnesia', 'dir', `"${directory}/spool"`, '-s', 'ejabberd']
    const [command, args] = asUser(erlang(node, ...flags))
    child = spawn(command, args, { env, cwd: directory, stdio: 'ignore' })
    await untilListening(child, [port, httpPort, ...(options.tls ? [tlsPort] : [])], log)
  }
  const end = async () => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise<void>(resolve => ending.once('exit', () => resolve()))
    ending.kill('SIGKILL')
    await gone
  }
  const dispose = async () => {
    await end()
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  try {
    await start()
    await addUsers(options.users ?? {})
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    host: '127.0.0.1',
    port,
    tlsPort,
    domain: 'localhost',
    roomsDomain: 'rooms.localhost',
    websocketUrl: `ws://localhost:${httpPort}/ws`,
    addUsers,
    isUp: () => answers(port),
    kill: end,
    freeze: () => holdStill(child),
    thaw: () => void child?.kill('SIGCONT'),
    restart: async () => {
      await end()
      await start()
    },
    forgetArchive: () => control(['delete_old_mam_messages', 'all', '0']),
    log: async () => (await log()).split('\n').slice(-60).join('\n'),
    [Symbol.asyncDispose]: dispose,
  }
}

async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const [uid, gid] = await Promise.all([run('id', ['-u', 'ejabberd']), run('id', ['-g', 'ejabberd'])])
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

async function untilListening(
  child: ChildProcess,
  ports: readonly number[],
  log: () => Promise<string>,
): Promise<void> {
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`ejabberd ended while starting (code ${child.exitCode}).\n${await log()}`)
    const open = await Promise.all(ports.map(answers))
    if (open.every(Boolean)) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error(`ejabberd did not listen on its ports (${ports.join(', ')}) within 90 s.\n${await log()}`)
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

function configuration(given: {
  directory: string
  port: number
  tlsPort: number
  httpPort: number
  options: EjabberdOptions
}): string {
  const { directory, port, tlsPort, httpPort, options } = given
  const slow = options.slow
    ? `shaper:\n  slow:\n    rate: ${options.slow.rate}\n    burst_size: ${options.slow.burst}\nshaper_rules:\n  slow_client: slow\n`
    : ''
  const listener = (at: number, more: string) => `
  - port: ${at}
    ip: "127.0.0.1"
    module: ejabberd_c2s
    max_stanza_size: 262144
    ${options.slow ? 'shaper: slow_client' : ''}
    ${more}`
  const tls = options.tls ? listener(tlsPort, 'tls: true') : ''
  return `
hosts: [localhost]
loglevel: 3
auth_password_format: scram
auth_scram_hash: sha256
disable_sasl_mechanisms: ["digest-md5", "X-OAUTH2"]
${options.tls ? `certfiles: ["${directory}/certificate.pem"]` : ''}
${slow}
listen:${listener(port, options.tls ? 'starttls_required: true' : '')}${tls}
  - port: ${httpPort}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers: { /ws: ejabberd_http_ws, /upload: mod_http_upload }
api_permissions: { console: { from: ejabberd_ctl, who: all, what: "*" } }
modules:
  mod_admin_extra: {}
  mod_caps: {}
  mod_carboncopy: {}
  mod_client_state: {}
  mod_disco: {}
  mod_http_upload:
    host: upload.@HOST@
    docroot: "${directory}/upload"
    put_url: "http://localhost:${httpPort}/upload"
    max_size: 1000000
    access: all
  mod_mam: { default: always, assume_mam_usage: true }
  mod_muc:
    host: rooms.@HOST@
    min_message_interval: ${options.roomPauseSeconds ?? 0}
    default_room_options: { mam: true, persistent: true }
  mod_offline: {}
  mod_ping: {}
  mod_private: {}
  mod_pubsub: { plugins: [flat, pep], force_node_config: { "urn:xmpp:bookmarks:1": { access_model: whitelist } } }
  mod_roster: { versioning: true }
  mod_stream_mgmt: { resend_on_timeout: if_offline }
  mod_vcard: { search: false }
`
}
