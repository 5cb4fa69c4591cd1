import { connect, createServer, type Socket } from 'node:net'

export type GmailGate = AsyncDisposable & {
  readonly port: number
  /** What the client asked for, line by line, without passwords. */
  readonly asked: readonly string[]
}

const allMail = '[Gmail]/All Mail'

/**
 * Stands before an IMAP server and makes of it what Gmail is (its extension X-GM-EXT-1, by Google's description): one folder with all
 * mail, and each mail in it with labels and a thread. The mail itself is the server's inbox.
 */
export async function startGmailGate(
  imapPort: number,
  mails: Readonly<Record<number, { labels: readonly string[]; thread: number }>>,
): Promise<GmailGate> {
  const sockets = new Set<Socket>()
  const asked: string[] = []

  const up = (line: string): string => {
    if (!/ (?:LOGIN|AUTHENTICATE) /i.test(line)) asked.push(line)
    return line.replace(`"${allMail}"`, 'INBOX').replaceAll(/ ?X-GM-(?:LABELS|THRID|MSGID)/g, '')
  }
  const down = (line: string, state: { listed: boolean }): string => {
    const uid = /^\* \d+ FETCH \(.*?\bUID (\d+)/.exec(line)?.[1]
    const mail = uid === undefined ? undefined : mails[Number(uid)]
    if (mail) {
      const labels = mail.labels.map(label => (label.startsWith('\\') ? `"\\${label}"` : `"${label}"`)).join(' ')
      return line.replace('FETCH (', `FETCH (X-GM-LABELS (${labels}) X-GM-THRID ${mail.thread} X-GM-MSGID ${uid} `)
    }
    if (line.startsWith('* LIST') && !state.listed) {
      state.listed = true
      return `* LIST (\\HasNoChildren \\All) "/" "${allMail}"\r\n${line}`
    }
    return line.replace('CAPABILITY IMAP4rev1', 'CAPABILITY IMAP4rev1 X-GM-EXT-1')
  }

  /** Whole lines only: what a line says can't be told from its half. */
  const pass = (from: Socket, to: Socket, change: (line: string) => string) => {
    let rest = ''
    from.on('data', chunk => {
      const lines = `${rest}${chunk.toString('latin1')}`.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) to.write(`${change(line)}\r\n`, 'latin1')
    })
  }

  const server = createServer(client => {
    const upstream = connect({ port: imapPort, host: '127.0.0.1', noDelay: true })
    const state = { listed: false }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        sockets.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    pass(client, upstream, up)
    pass(upstream, client, line => down(line, state))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
