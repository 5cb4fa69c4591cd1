import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './prosody.ts'

export type SunkMail = { from: string; to: string; raw: string }

/** Postfix's smtp-sink: takes every mail. `keep` false: counts nothing and keeps nothing, for speed. */
export type SmtpSink = AsyncDisposable & {
  readonly port: number
  readonly pid: number
  /** Whole mails in the order they came. */
  mails(): Promise<SunkMail[]>
  /** The addresses alone, for more mails than one string holds. */
  recipients(): Promise<string[]>
}

export async function startSmtpSink(options: { keep?: boolean; args?: readonly string[] } = {}): Promise<SmtpSink> {
  const { keep = true, args = [] } = options
  const folder = await mkdtemp(join(tmpdir(), 'kith-sink-'))
  await chmod(folder, 0o777)
  const port = await freePort()
  const child = spawn(
    '/usr/sbin/smtp-sink',
    [
      ...(process.getuid?.() === 0 ? ['-u', 'nobody'] : []),
      ...(keep ? ['-D', 'all'] : []),
      ...args,
      `127.0.0.1:${port}`,
      '1000',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let complaint = ''
  child.stderr.on('data', part => {
    complaint += part
  })
  const dispose = async () => {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
  for (const deadline = Date.now() + 30_000; !(await answers(port)); ) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await dispose()
      throw new Error(`smtp-sink did not start: ${complaint}`)
    }
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return {
    port,
    pid: child.pid ?? 0,
    async mails() {
      const text = await readFile(join(folder, 'all'), 'latin1').catch(() => '')
      return text.split(/^X-Client-Addr: /m).flatMap((part): SunkMail[] => {
        const to = /^X-Rcpt-Args: <([^>]*)>/m.exec(part)?.[1]
        const from = /^X-Mail-Args: <([^>]*)>/m.exec(part)?.[1]
        // What a sender that was killed began and did not end is no mail.
        if (to === undefined || from === undefined || !/\n--=_kith_[0-9a-f]+--\s*$/.test(part)) return []
        const received = /^Received: .*\n(?:[ \t].*\n)*/m.exec(part)
        const start = received ? received.index + received[0].length : 0
        return [{ from, to, raw: part.slice(start).replace(/\n\n$/, '\n').replaceAll(/\r?\n/g, '\r\n') }]
      })
    },
    async recipients() {
      const found: string[] = []
      let to: string | undefined
      for await (const line of createInterface({ input: createReadStream(join(folder, 'all')) })) {
        to = /^X-Rcpt-Args: <([^>]*)>/.exec(line)?.[1] ?? to
        if (to !== undefined && /^--=_kith_[0-9a-f]+--/.test(line)) {
          found.push(to)
          to = undefined
        }
      }
      return found
    },
    [Symbol.asyncDispose]: dispose,
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    const end = (good: boolean) => {
      socket.destroy()
      resolve(good)
    }
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
