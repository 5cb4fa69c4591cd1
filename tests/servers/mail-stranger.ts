import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

export type RawMail = { from: string; to: string; raw: string }

/** Hands mail to a server by hand-written SMTP, one after the other over one connection. Without a user it is a stranger's server. */
export function smtpStranger(port: number) {
  let socket: Socket | undefined
  let heard = ''
  let wake: (() => void) | undefined
  let lost: ((error: Error) => void) | undefined
  let line: Promise<unknown> = Promise.resolve()

  async function answer(): Promise<string> {
    for (;;) {
      const end = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(heard)?.[0]
      if (end !== undefined) {
        heard = heard.slice(end.length)
        return end
      }
      await new Promise<void>((resolve, reject) => {
        wake = resolve
        lost = reject
      })
    }
  }

  async function command(text: string, expected: string): Promise<void> {
    socket?.write(`${text}\r\n`, 'latin1')
    const said = await answer()
    if (!said.startsWith(expected)) throw new Error(`The mail server answered ${said.trim()} to ${text.slice(0, 80)}`)
  }

  async function open(): Promise<void> {
    if (socket && !socket.destroyed) return
    heard = ''
    const opened = connect(port, '127.0.0.1')
    socket = opened
    opened.on('error', () => undefined)
    opened.on('close', () => lost?.(new Error('the mail server closed the connection')))
    opened.on('data', chunk => {
      heard += chunk.toString('latin1')
      wake?.()
    })
    await answer()
    await command('EHLO elsewhere.test', '250')
  }

  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = line.then(act)
    line = next.catch(() => undefined)
    return next
  }

  return {
    send: ({ from, to, raw }: RawMail): Promise<void> =>
      inTurn(async () => {
        await open()
        await command(`MAIL FROM:<${from}>`, '250')
        await command(`RCPT TO:<${to}>`, '250')
        await command('DATA', '354')
        const text = raw.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..')
        await command(`${text}\r\n.`, '250')
      }),
    settled: () => line,
    close: () => socket?.destroy(),
  }
}

/** The files of a mailbox by their own names: flags follow after a colon, and reading moves a mail from `new` to `cur`. */
async function listMaildir(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const part of ['new', 'cur'])
    for (const name of await readdir(join(folder, part)).catch(() => []))
      found.set(name.split(':')[0] ?? name, join(folder, part, name))
  return found
}

/** The mails in a mailbox, oldest first. */
export async function readMaildir(folder: string): Promise<readonly string[]> {
  const found = [...(await listMaildir(folder))].toSorted(([a], [b]) => a.localeCompare(b))
  return Promise.all(found.map(([, path]) => readFile(path, 'latin1').catch(() => '')))
}

/**
 * How many mails have their number (UID). A mail that is delivered while the mailbox is being read gets it a moment later, and one that
 * comes meanwhile may get the smaller one.
 */
export async function countNumbered(folder: string): Promise<number> {
  const found = await listMaildir(folder)
  const numbers = await readFile(join(folder, 'dovecot-uidlist'), 'latin1').catch(() => '')
  return [...found.keys()].filter(name => numbers.includes(`:${name}`)).length
}

/** A plain mail as a person's program writes it. */
export function plainMail(mail: {
  from: string
  to: string
  subject: string
  text: string
  headers?: Readonly<Record<string, string>>
  messageId?: string
}): string {
  const extra = Object.entries(mail.headers ?? {}).map(([name, value]) => `${name}: ${value}\n`)
  const body = Buffer.from(mail.text).toString('base64').replaceAll(/.{76}/g, '$&\n')
  return `From: ${mail.from}
To: ${mail.to}
Subject: ${mail.subject}
Date: ${new Date().toUTCString().replace('GMT', '+0000')}
Message-ID: <${mail.messageId ?? `${randomUUID()}@elsewhere.test`}>
MIME-Version: 1.0
${extra.join('')}Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${body}
`
}
