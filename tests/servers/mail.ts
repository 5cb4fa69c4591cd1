import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dovecotConfig, postfixMain, postfixMaster, queueFolders } from './mail-config.ts'
import { freePort } from './prosody.ts'

export type MailOptions = {
  /** PEM texts: with them IMAP and SMTP offer STARTTLS, and ports of their own speak TLS from the first byte. */
  tls?: { key: string; certificate: string }
  /** Where Dovecot asks whether an access token is good (RFC 7662); only then OAuth logins are offered. */
  introspectionUrl?: string
  /** Recipients for whom SMTP answers with this line instead of taking the mail. */
  smtpAnswers?: Readonly<Record<string, string>>
  /** Kilobytes in one mailbox before it is full. */
  quotaKb?: number
}

/** Opens every mailbox: each address below example.test and elsewhere.test has one. */
export const mailPassword = 'correct-horse'

/** A private Postfix (SMTP, submission) and Dovecot (LMTP, IMAP) on loopback, with their own ports and data. */
export type MailServer = AsyncDisposable & {
  readonly host: '127.0.0.1'
  readonly imapPort: number
  readonly imapsPort: number
  readonly smtpPort: number
  readonly smtpsPort: number
  /** The folder with a mailbox's messages, one file each. */
  maildir(address: string): string
  running(): boolean
  /** Like a power cut. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** The end of both logs, for the message of a failing test. */
  log(): Promise<string>
}

/** Root is needed: Postfix's master and Dovecot's mailboxes change to users of their own. */
export async function startMailServer(options: MailOptions = {}): Promise<MailServer> {
  if (process.getuid?.() !== 0)
    throw new Error('Postfix and Dovecot start as root only. Run these tests as root or with KITH_TEST_SKIP=mail.')
  const directory = await mkdtemp(join(tmpdir(), 'kith-mail-'))
  const [imapPort, imapsPort, smtpPort, smtpsPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const places = { directory, imapPort, imapsPort, smtpPort, smtpsPort }
  await layOut(places, options)
  let running: ChildProcess[] = []

  const start = async () => {
    running = [spawnGroup('/usr/sbin/dovecot', ['-F', '-c', join(directory, 'dovecot.conf')])]
    await untilGreeting([imapPort], running, log)
    // Without it Postfix gives up for a minute: it asks Dovecot for the passwords.
    await untilOpen(join(directory, 'dovecot', 'auth-smtp'))
    running.push(spawnGroup('/usr/lib/postfix/sbin/master', ['-d', '-c', join(directory, 'postfix')]))
    const ports = options.tls ? [imapPort, imapsPort, smtpPort, smtpsPort] : [imapPort, smtpPort]
    await untilGreeting(options.tls ? [imapPort, smtpPort] : ports, running, log)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const ending = running
    running = []
    await Promise.all(ending.map(child => endGroup(child, signal)))
    await rm(join(directory, 'queue/pid/master.pid'), { force: true })
    await rm(join(directory, 'data/master.lock'), { force: true })
  }
  const log = async () => {
    const texts = await Promise.all(
      ['dovecot.log', 'postfix.log'].map(name => readFile(join(directory, name), 'utf8').catch(() => '')),
    )
    return texts.map(text => text.split('\n').slice(-25).join('\n')).join('\n')
  }
  const dispose = async () => {
    await end('SIGKILL')
    await rm(directory, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await start()
  } catch (error) {
    await dispose()
    throw error
  }
  return {
    host: '127.0.0.1',
    imapPort,
    imapsPort,
    smtpPort,
    smtpsPort,
    maildir: address => join(directory, 'mail', address.toLowerCase()),
    running: () => running.length > 0,
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL')
      await start()
    },
    log,
    [Symbol.asyncDispose]: dispose,
  }
}

type Places = { directory: string; imapPort: number; imapsPort: number; smtpPort: number; smtpsPort: number }

async function layOut(places: Places, options: MailOptions): Promise<void> {
  const { directory } = places
  const postfix = await idsOf('postfix')
  const mail = await idsOf('mail')
  await chmod(directory, 0o755)
  for (const folder of ['postfix', 'queue', 'dovecot']) await mkdir(join(directory, folder), { mode: 0o755 })
  for (const [name, mode] of queueFolders) {
    await mkdir(join(directory, 'queue', name), { mode })
    await chmod(join(directory, 'queue', name), mode)
    if (name !== 'pid') await chown(join(directory, 'queue', name), postfix.uid, 0)
  }
  await mkdir(join(directory, 'data'), { mode: 0o700 })
  await chown(join(directory, 'data'), postfix.uid, postfix.gid)
  await mkdir(join(directory, 'mail'), { mode: 0o700 })
  await chown(join(directory, 'mail'), mail.uid, mail.gid)
  const put = (name: string, text: string) => writeFile(join(directory, name), text, { mode: 0o644 })
  const answers = Object.entries(options.smtpAnswers ?? {})
  await put('postfix/answers', answers.map(([address, answer]) => `${address} ${answer}\n`).join(''))
  if (options.tls) {
    await put('key.pem', options.tls.key)
    await put('certificate.pem', options.tls.certificate)
  }
  if (options.introspectionUrl !== undefined)
    await put(
      'oauth2.conf',
      `introspection_mode = post\nintrospection_url = ${options.introspectionUrl}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
    )
  await put('dovecot.conf', dovecotConfig(places, options))
  await put('postfix/main.cf', postfixMain(places, options))
  await put('postfix/master.cf', postfixMaster(places, options))
}

function spawnGroup(command: string, args: readonly string[]): ChildProcess {
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
}

function signalGroup(child: ChildProcess | undefined, signal: NodeJS.Signals): void {
  if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

async function endGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  signalGroup(child, signal)
  // Only after the signal: a server that was frozen would answer first.
  signalGroup(child, 'SIGCONT')
  await gone
}

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find(each => each.startsWith(`${user}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (uid === undefined || gid === undefined)
    throw new Error(
      `There is no user “${user}”, and this test needs a real mail server. Install it: apt-get install postfix dovecot-imapd dovecot-lmtpd`,
    )
  return { uid: Number(uid), gid: Number(gid) }
}

async function untilGreeting(
  ports: readonly number[],
  children: readonly ChildProcess[],
  log: () => Promise<string>,
): Promise<void> {
  let complaint = ''
  for (const child of children)
    child.stderr?.on('data', chunk => {
      complaint += chunk
    })
  const deadline = Date.now() + 30_000
  const untilOne = async (port: number) => {
    while (!(await greets(port))) {
      if (children.some(child => child.exitCode !== null || child.signalCode !== null))
        throw new Error(`The mail server ended while starting.\n${complaint}${await log()}`)
      if (Date.now() > deadline)
        throw new Error(`The mail server did not answer on port ${port} within 15 s.\n${complaint}${await log()}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }
  await Promise.all(ports.map(untilOne))
}

/** A socket file may be left from a server that was killed: what counts is that somebody listens on it. */
async function untilOpen(path: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; ) {
    const open = await new Promise<boolean>(resolve => {
      const socket = connect(path)
      const end = (good: boolean) => {
        socket.destroy()
        resolve(good)
      }
      socket.once('connect', () => end(true))
      socket.once('error', () => end(false))
    })
    if (open) return
    if (Date.now() > deadline) throw new Error(`Nobody listens on ${path} after 15 s.`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

function greets(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const end = (good: boolean) => {
      socket.destroy()
      resolve(good)
    }
    socket.setTimeout(3_000, () => end(false))
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
