import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { installAtproto } from '../../scripts/install-atproto.mjs'
import { freePort } from './prosody.ts'

/** Bluesky's server and what stands around it, on loopback. The PDS is real; the AppView and the chat are contract servers. */
export type Atproto = AsyncDisposable & {
  readonly service: string
  readonly chatService: string
  /** Makes an account with an app password; `chat`: whether that one may use direct messages. */
  addUser(name: string, options?: { chat?: boolean }): Promise<{ handle: string; did: string; appPassword: string }>
  /** The AppView looks into the repositories of these alone. */
  listenTo(dids: readonly string[]): Promise<void>
  /** Sends arrive, and their answers never come back. */
  swallowAnswers(on: boolean): Promise<void>
  /** How many answers were kept back. */
  countHeld(): Promise<number>
  /** Chat messages beyond this many in the time given are refused with 429. */
  limitMessages(count: number, withinMs: number): Promise<void>
  /** What the lexicons refused so far. */
  wrong(): Promise<readonly string[]>
  running(): boolean
  kill(): Promise<void>
  restart(): Promise<void>
}

const worldSaid = z.object({
  plcUrl: z.string(),
  worldUrl: z.string(),
  chatService: z.string(),
  rotationKey: z.string(),
})
const session = z.object({ did: z.string(), accessJwt: z.string() })

export async function startAtproto(): Promise<Atproto> {
  const program = await installAtproto()
  const folder = await mkdtemp(join(tmpdir(), 'kith-pds-'))
  const port = await freePort()
  const service = `http://localhost:${port}`
  const world = await start(join(program, 'world.mjs'), [])
  const { plcUrl, worldUrl, chatService, rotationKey } = worldSaid.parse(world.said)
  let pds: ChildProcess | undefined
  const control = async (change: object) => {
    const answer = await fetch(`${worldUrl}/control`, { method: 'POST', body: JSON.stringify(change) })
    return z.object({ wrong: z.array(z.string()), held: z.number() }).parse(await answer.json())
  }
  const restart = async () => {
    await end(pds)
    const given = JSON.stringify({ port, folder, plcUrl, worldUrl, rotationKey })
    pds = (await start(join(program, 'pds.mjs'), [given])).child
  }
  const dispose = async () => {
    await end(pds)
    await end(world.child)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await restart()
    await control({ pdsUrl: service })
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    service,
    chatService,
    async addUser(name, { chat = true } = {}) {
      const handle = `${name}.test`
      const made = session.parse(
        await xrpc(service, 'com.atproto.server.createAccount', {
          handle,
          email: `${name}@kith.example`,
          password: `password of ${name}`,
        }),
      )
      const { password } = z
        .object({ password: z.string() })
        .parse(
          await xrpc(
            service,
            'com.atproto.server.createAppPassword',
            { name: 'kith', privileged: chat },
            made.accessJwt,
          ),
        )
      return { handle, did: made.did, appPassword: password }
    },
    listenTo: async dids => void (await control({ speaking: dids })),
    swallowAnswers: async on => void (await control({ swallow: on })),
    limitMessages: async (count, withinMs) => void (await control({ limit: { count, withinMs } })),
    countHeld: async () => (await control({})).held,
    wrong: async () => (await control({})).wrong,
    running: () => pds !== undefined,
    async kill() {
      const ending = pds
      pds = undefined
      await end(ending)
      await control({ swallow: false })
    },
    restart,
    [Symbol.asyncDispose]: dispose,
  }
}

/** A call, without anything of the connector. */
export async function xrpc(
  service: string,
  nsid: string,
  given: Record<string, unknown> = {},
  token?: string,
  more: { method?: 'GET' | 'POST'; proxy?: string } = {},
): Promise<unknown> {
  const { method = 'POST', proxy } = more
  const url = new URL(`/xrpc/${nsid}`, service)
  if (method === 'GET') for (const [name, value] of Object.entries(given)) url.searchParams.append(name, String(value))
  const answer = await fetch(url, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(proxy ? { 'atproto-proxy': proxy } : {}),
      ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'POST' ? { body: JSON.stringify(given) } : {}),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${nsid}: ${answer.status} ${text.slice(0, 300)}`)
  return text === '' ? undefined : JSON.parse(text)
}

async function start(script: string, args: readonly string[]): Promise<{ child: ChildProcess; said: unknown }> {
  const child = fork(script, args, {
    cwd: dirname(script),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: ['--no-warnings'],
  })
  let errors = ''
  child.stderr?.on('data', chunk => {
    errors = `${errors}${chunk}`.slice(-4_000)
  })
  const said = await new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', code => reject(new Error(`${script} ended with ${code}:\n${errors}`)))
  })
  return { child, said }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
