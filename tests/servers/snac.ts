import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { waitUntil } from './email.ts'
import { holdStill } from './hold-still.ts'
import { freePort } from './prosody.ts'

const run = promisify(execFile)

/** A private snac on loopback: a small ActivityPub server that speaks the Mastodon API. */
export type Snac = AsyncDisposable & {
  readonly base: string
  /** As it stands in addresses: `@name@HOST`. */
  readonly host: string
  /** Makes an account and gives its access token. */
  addUser(name: string): Promise<string>
  /** The account's owner on the page where a program asks to be let in; gives the code that the page shows then. */
  letIn(name: string, url: string): Promise<string>
  /** How many notices the account has. */
  countNotices(name: string): Promise<number>
  running(): boolean
  kill(): Promise<void>
  restart(): Promise<void>
  freeze(): void
  thaw(): void
  log(): Promise<string>
}

export async function startSnac(): Promise<Snac> {
  const directory = await mkdtemp(join(tmpdir(), 'kith-snac-'))
  const data = join(directory, 'data')
  const port = await freePort()
  const host = `localhost:${port}`
  const base = `http://127.0.0.1:${port}`
  const logFile = join(directory, 'log')
  await answering('snac', ['init', data], `127.0.0.1\n${port}\n${host}\n\n\n`)
  const config: unknown = JSON.parse(await readFile(join(data, 'server.json'), 'utf8'))
  // Posts to people of the same server go through its own inbox: it needs threads enough to answer itself.
  const ours = { protocol: 'http', num_threads: 24, queue_timeout: 3, queue_timeout_2: 3, dbglevel: 0 }
  await writeFile(join(data, 'server.json'), JSON.stringify(Object.assign({}, config, ours)))
  let child: ChildProcess | undefined
  const passwords = new Map<string, string>()

  const start = async () => {
    const log = await open(logFile, 'a')
    child = spawn('snac', ['httpd', data], { stdio: ['ignore', log.fd, log.fd] })
    await log.close()
    await waitUntil(() => canConnect(port), 'snac to listen')
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = new Promise(resolve => ending.once('exit', resolve))
    ending.kill(signal)
    // Only after the signal: a server that was frozen would answer first.
    ending.kill('SIGCONT')
    await gone
  }
  await start()
  return {
    base,
    host,
    async addUser(name) {
      const { stdout, stderr } = await run('snac', ['adduser', data, name])
      const password = /password is (\S+)/.exec(`${stdout}${stderr}`)?.[1] ?? ''
      passwords.set(name, password)
      const answer = await fetch(`${base}/oauth/x-snac-get-token`, {
        method: 'POST',
        body: new URLSearchParams({ login: name, passwd: password }),
      })
      const token = (await answer.text()).trim()
      if (!answer.ok || !/^[0-9a-f]+$/.test(token)) throw new Error(`snac gave no token: ${answer.status} ${token}`)
      return token
    },
    async letIn(name, url) {
      const page = await (await fetch(url)).text()
      const form = new URLSearchParams()
      for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
        const part = (of: string) => new RegExp(`${of}="([^"]*)"`).exec(tag)?.[1]
        const field = part('name')
        if (field && part('type') === 'hidden') form.set(field, part('value') ?? '')
      }
      form.set('login', name)
      form.set('passwd', passwords.get(name) ?? '')
      const action = /action="([^"]*)"/.exec(page)?.[1] ?? '/oauth/x-snac-login'
      const answer = await fetch(new URL(new URL(action, base).pathname, base), { method: 'POST', body: form })
      const shown = await answer.text()
      const code = /\b[0-9a-f]{32,}\b/.exec(shown)?.[0]
      if (!code) throw new Error(`snac showed no code: ${answer.status} ${shown.slice(0, 300)}`)
      return code
    },
    async countNotices(name) {
      const files = await readdir(join(data, 'user', name, 'notify')).catch(() => [])
      return files.filter(file => file.endsWith('.json')).length
    },
    running: () => child !== undefined,
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGKILL')
      await start()
    },
    freeze: () => holdStill(child),
    thaw: () => void child?.kill('SIGCONT'),
    log: async () => (await readFile(logFile, 'utf8').catch(() => '')).split('\n').slice(-25).join('\n'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
      await rm(directory, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function answering(program: string, args: readonly string[], input: string): Promise<void> {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'] })
  child.stdin.end(input)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`${program} ${args[0]} failed with ${code}`)
}

function canConnect(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
