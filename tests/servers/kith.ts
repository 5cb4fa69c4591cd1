import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import WebSocket from 'ws'
import { z } from 'zod'
import { freePort } from './prosody.ts'
import { askShared } from './shared.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const readyWithinMs = 120_000

export type Api = {
  /** Throws with the server's own words when the answer is no 2xx. */
  call<T>(method: string, path: string, schema: z.ZodType<T>, body?: unknown): Promise<T>
  /** The answer as it is. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>
}

export type KithServer = AsyncDisposable & {
  readonly url: string
  readonly dataFolder: string
  readonly token: string
  readonly api: Api
  /** Of the server's own process. */
  pid(): number
  /** Like a power cut: no goodbye. The database of its own lives on or dies as it does for users. */
  kill(): Promise<void>
  killDatabase(): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
  log(): string
  /** A `kith` command on the same data; throws with what it printed when it fails. */
  command(args: readonly string[], input?: string): Promise<string>
  /** The same for a command that may say no: what it printed, and its exit code. */
  verdict(args: readonly string[]): Promise<{ code: number | null; out: string }>
}

type Ended = { code: number | null; out: string; err: string }

const runToEnd = (args: readonly string[], env: NodeJS.ProcessEnv, input: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env, stdio: 'pipe' })
    let out = ''
    let err = ''
    child.stdout.on('data', part => (out += part))
    child.stderr.on('data', part => (err += part))
    child.once('error', reject)
    child.once('close', code => resolve({ code, out, err }))
    child.stdin.end(input)
  })

async function run(args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<string> {
  const { code, out, err } = await runToEnd(args, env, input)
  if (code !== 0) throw new Error(`kith ${args[0]}: ${err || out}`)
  return out
}

/** A data folder that was set up once, with an owner Mara and her API token; the server that made it has ended. */
const prepared = z.object({ folder: z.string(), token: z.string() })
export type PreparedKith = z.infer<typeof prepared>

const emptyFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kith-server-'))
  // As root, PostgreSQL runs as another user, who must get here.
  await chmod(folder, 0o755)
  return folder
}

/** Owners stay who they are: PostgreSQL starts on nobody else's files. */
const copyFolder = (from: string, to: string) =>
  process.platform === 'win32'
    ? cp(from, to, { recursive: true })
    : promisify(execFile)('cp', ['-a', `${from}/.`, to]).then(() => undefined)

/** Starts a Kith on an empty folder, adds Mara and ends it: what takes longest of a start, for many of them at once. */
export async function prepareKith(settings: Readonly<Record<string, string>> = {}): Promise<PreparedKith> {
  const folder = await emptyFolder()
  const server = await serveFolder(folder, settings)
  await server.command(
    [
      'user',
      'add',
      '--email',
      'mara@kith.example',
      '--name',
      'Mara Lind',
      '--role',
      'owner',
      '--workspace',
      'Harbour',
      '--password-stdin',
      '--json',
    ],
    'a long harbour wall\n',
  )
  const token = (await server.command(['user', 'token', '--email', 'mara@kith.example', '--name', 'tests'])).trim()
  await server.stop()
  return { folder, token }
}

/** A whole Kith as a process of its own, with its own data, database and port, and an owner Mara with an API token. */
export async function startKith(
  settings: Readonly<Record<string, string>> = {},
  from?: PreparedKith,
): Promise<KithServer> {
  const { folder, token } = from ?? (await askShared('kith', prepared))
  const dataFolder = await emptyFolder()
  await copyFolder(folder, dataFolder)
  const server = await serveFolder(dataFolder, settings)

  const ask: Api['ask'] = async (method, path, body) => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }

  return {
    ...server,
    dataFolder,
    token,
    api: {
      ask,
      async call(method, path, schema, body) {
        const answer = await ask(method, path, body)
        if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
        return schema.parse(answer.body)
      },
    },
    async killDatabase() {
      const pid = Number(
        (await readFile(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0],
      )
      process.kill(pid, 'SIGKILL')
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

async function serveFolder(dataFolder: string, settings: Readonly<Record<string, string>>) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    KITH_DATA: dataFolder,
    KITH_PORT: String(port),
    KITH_PUBLIC_URL: url,
    KITH_LOG_LEVEL: 'warn',
    ...settings,
  }
  let child: ChildProcess | undefined
  let output = ''

  const start = async () => {
    const started = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child = started
    for (const stream of [started.stdout, started.stderr]) stream.on('data', part => (output += part))
    const until = Date.now() + readyWithinMs
    while (Date.now() < until) {
      if (started.exitCode !== null) throw new Error(`Kith ended at its start:\n${output}`)
      const ready = await fetch(`${url}/readyz`).then(
        answer => answer.ok,
        () => false,
      )
      if (ready) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    started.kill('SIGKILL')
    throw new Error(`Kith was not ready in ${readyWithinMs} ms:\n${output}`)
  }
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const closed = new Promise(resolve => ending.once('exit', resolve))
    ending.kill(signal)
    await closed
  }

  await start()
  return {
    url,
    pid: () => child?.pid ?? 0,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    log: () => output,
    command: (args: readonly string[], input?: string) => run(args, env, input),
    verdict: (args: readonly string[]) => runToEnd(args, env, ''),
  }
}

/** The same where no vitest run shares anything: for benches. */
export async function startOwnKith(settings: Readonly<Record<string, string>> = {}): Promise<KithServer> {
  const own = await prepareKith(settings)
  try {
    return await startKith(settings, own)
  } finally {
    await rm(own.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

/** Tries until it is so; the last failure says what was missing. */
export async function eventually<T>(look: () => Promise<T>, withinMs = 30_000): Promise<T> {
  const until = Date.now() + withinMs
  for (;;) {
    try {
      return await look()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/** A browser's live line: every event since `after`, in order. */
export function openLive(
  server: KithServer,
  after: number | null,
): AsyncDisposable & {
  readonly events: { seq: number; kind: string; payload: unknown; at: number }[]
  ready: Promise<void>
} {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/live`, {
    headers: { authorization: `Bearer ${server.token}` },
  })
  const events: { seq: number; kind: string; payload: unknown; at: number }[] = []
  const message = z.looseObject({
    type: z.string(),
    seq: z.number().optional(),
    kind: z.string().optional(),
    payload: z.unknown().optional(),
  })
  const ready = new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', after })))
    socket.on('message', data => {
      const parsed = message.parse(JSON.parse(String(data)))
      if (parsed.type === 'ready' || parsed.type === 'reset') resolve()
      if (parsed.type === 'ping') socket.send(JSON.stringify({ type: 'pong' }))
      if (parsed.type === 'event')
        events.push({ seq: parsed.seq ?? 0, kind: parsed.kind ?? '', payload: parsed.payload, at: Date.now() })
    })
  })
  return {
    events,
    ready,
    async [Symbol.asyncDispose]() {
      socket.on('error', () => {})
      socket.terminate()
    },
  }
}
