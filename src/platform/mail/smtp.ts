import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { guardedLookup, privateAddressWords, type Reach } from '#platform/http.ts'

export type SmtpServer = {
  host: string
  port: number
  security: 'tls' | 'starttls' | 'plain'
  username: string
  password: string
  /** What we call ourselves (EHLO). */
  greeting: string
}

export type SmtpReply = { code: number; text: string }

/** The connection is of no use any more. `code` tells whether to mend something (`auth`, `tls`, `address`) or to try again. */
export class SmtpFailure extends Error {
  override readonly name = 'SmtpFailure'
  readonly code: 'no-answer' | 'closed' | 'auth' | 'tls' | 'address' | 'refused'
  constructor(code: SmtpFailure['code'], message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

export type SmtpOptions = { reach: Reach & { ca?: string }; signal?: AbortSignal }

const dialMs = 15_000
const silentMs = 120_000

/** What happens to one mail, told as it happens and before the next byte: `offering` just before its last line goes out. */
export type Watch = { offering(): void; handed(): void }

export type SmtpConnection = AsyncDisposable & {
  /**
   * Hands one mail over. The end of a mail and the beginning of the next travel together (RFC 2920): `next` is asked for at that moment.
   * Resolves with the server's word on this mail; rejects with a SmtpFailure when the connection broke.
   */
  send(mail: SmtpMail): Promise<SmtpReply>
  readonly open: boolean
}

export type SmtpMail = { from: string; to: string; data: string; watch: Watch }

/** Connected, encrypted where it must be, logged in where there is a name. */
export async function connectSmtp(server: SmtpServer, options: SmtpOptions): Promise<SmtpConnection> {
  let line = await dial(server, options)
  let talk = conversation(line, server.host)
  const expect = async (text: string | undefined, good: number) => {
    const reply = await (text === undefined ? talk.hear() : talk.ask(text))
    if (Math.floor(reply.code / 100) !== good) throw refusal(server, text, reply)
    return reply
  }
  const stop = () => line.destroy()
  options.signal?.addEventListener('abort', stop)
  try {
    await expect(undefined, 2)
    let offers = await expect(`EHLO ${server.greeting}`, 2)
    if (server.security === 'starttls') {
      if (!/STARTTLS/i.test(offers.text))
        throw new SmtpFailure('tls', `${server.host} does not offer encryption (STARTTLS) on port ${server.port}.`)
      await expect('STARTTLS', 2)
      line = await encrypt(line, server, options)
      talk = conversation(line, server.host)
      offers = await expect(`EHLO ${server.greeting}`, 2)
    }
    if (server.username !== '') await logIn(server, offers.text, expect)
    return letters(line, talk, /PIPELINING/i.test(offers.text), () =>
      options.signal?.removeEventListener('abort', stop),
    )
  } catch (error) {
    line.destroy()
    options.signal?.removeEventListener('abort', stop)
    throw error
  }
}

function refusal(server: SmtpServer, text: string | undefined, reply: SmtpReply): SmtpFailure {
  const said = reply.text.slice(0, 200)
  if (text?.startsWith('AUTH') || reply.code === 535)
    return new SmtpFailure('auth', `${server.host} refused the user name or password. It says: “${said}”`)
  return new SmtpFailure('refused', `${server.host} does not talk to us now. It says: “${reply.code} ${said}”`)
}

async function logIn(
  { username, password, host }: SmtpServer,
  offers: string,
  expect: (text: string, good: number) => Promise<SmtpReply>,
): Promise<void> {
  const offered = /AUTH[ =]([^\n]*)/i.exec(offers)?.[1] ?? ''
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
  if (/\bPLAIN\b/i.test(offered)) {
    await expect(`AUTH PLAIN ${base64(`\0${username}\0${password}`)}`, 2)
  } else if (/\bLOGIN\b/i.test(offered)) {
    await expect('AUTH LOGIN', 3)
    await expect(base64(username), 3)
    await expect(base64(password), 2)
  } else throw new SmtpFailure('auth', `${host} offers no way to log in that Kith knows. Leave the user name empty.`)
}

const refusePrivate = (host: string) => new SmtpFailure('address', privateAddressWords(host))

function dial(server: SmtpServer, { reach, signal }: SmtpOptions): Promise<Socket> {
  const { host, port, security } = server
  return new Promise((resolve, reject) => {
    if (isIP(host) !== 0 && !reach.allowsAddress(host)) return reject(refusePrivate(host))
    const plain = connectTcp({ host, port, noDelay: true, lookup: guardedLookup(reach, refusePrivate) })
    const socket = security === 'tls' ? connectTls({ socket: plain, ...tlsFor(server, reach) }) : plain
    const end = (error: Error | undefined) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      socket.removeListener('error', end)
      plain.removeListener('error', end)
      if (!error) return resolve(socket)
      socket.on('error', () => undefined)
      plain.on('error', () => undefined)
      socket.destroy()
      reject(
        error instanceof SmtpFailure
          ? error
          : new SmtpFailure(
              security === 'tls' && 'code' in error && /CERT|SSL|TLS/.test(String(error.code)) ? 'tls' : 'no-answer',
              `${host} does not answer on port ${port}: ${error.message}`,
              error,
            ),
      )
    }
    const abort = () => end(new SmtpFailure('closed', 'Stopped.'))
    const timer = setTimeout(
      () => end(new SmtpFailure('no-answer', `${host} does not answer on port ${port}.`)),
      dialMs,
    )
    signal?.addEventListener('abort', abort)
    socket.once(security === 'tls' ? 'secureConnect' : 'connect', () => end(undefined))
    socket.once('error', end)
    plain.once('error', end)
  })
}

const tlsFor = ({ host }: SmtpServer, reach: SmtpOptions['reach']) => ({
  minVersion: 'TLSv1.2' as const,
  ...(isIP(host) ? {} : { servername: host }),
  ...(reach.ca === undefined ? {} : { ca: reach.ca }),
})

function encrypt(plain: Socket, server: SmtpServer, { reach }: SmtpOptions): Promise<Socket> {
  plain.removeAllListeners('data')
  return new Promise((resolve, reject) => {
    const socket = connectTls({ socket: plain, ...tlsFor(server, reach) }, () => {
      socket.removeListener('error', fail)
      resolve(socket)
    })
    const fail = (error: Error) =>
      reject(new SmtpFailure('tls', `The certificate of ${server.host} can't be trusted: ${error.message}`, error))
    socket.once('error', fail)
  })
}

type Conversation = {
  ask(text: string): Promise<SmtpReply>
  hear(): Promise<SmtpReply>
  broken(): SmtpFailure | undefined
}

/** Replies in the order they were asked for. */
function conversation(socket: Socket, host: string): Conversation {
  let rest = ''
  let lines: string[] = []
  let failure: SmtpFailure | undefined
  const heard: SmtpReply[] = []
  const waiting: { resolve(reply: SmtpReply): void; reject(error: Error): void }[] = []
  const breakOff = (error: SmtpFailure) => {
    failure ??= error
    socket.destroy()
    for (const one of waiting.splice(0)) one.reject(failure)
  }
  socket.setTimeout(silentMs, () => breakOff(new SmtpFailure('no-answer', `${host} has gone silent.`)))
  socket.on('error', error =>
    breakOff(new SmtpFailure('closed', `The connection to ${host} broke: ${error.message}`, error)),
  )
  socket.on('close', () => breakOff(new SmtpFailure('closed', `${host} closed the connection.`)))
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('latin1')
    if (rest.length > 100_000) return breakOff(new SmtpFailure('closed', `${host} talks without end.`))
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end).replace(/\r$/, '')
      rest = rest.slice(end + 1)
      lines.push(line)
      if (line[3] === '-') continue
      const reply = { code: Number(line.slice(0, 3)), text: lines.map(each => each.slice(4)).join('\n') }
      lines = []
      const next = waiting.shift()
      if (next) next.resolve(reply)
      else heard.push(reply)
    }
  })
  const hear = () =>
    new Promise<SmtpReply>((resolve, reject) => {
      const reply = heard.shift()
      if (reply) resolve(reply)
      else if (failure) reject(failure)
      else waiting.push({ resolve, reject })
    })
  return {
    hear,
    broken: () => failure,
    ask(text) {
      socket.write(`${text}\r\n`)
      return hear()
    },
  }
}

/** Sends one mail after the other; the envelope of a mail leaves with the last line of the one before it when that is there in time. */
function letters(socket: Socket, talk: Conversation, pipelining: boolean, onEnd: () => void): SmtpConnection {
  let line: Promise<unknown> = Promise.resolve()
  const queue: SmtpMail[] = []
  /** The mail whose envelope was sent with the end of the one before. */
  let begun: { mail: SmtpMail; replies: Promise<[SmtpReply, SmtpReply, SmtpReply]> } | undefined

  const envelope = ({ from, to }: SmtpMail) => `MAIL FROM:<${from}>\r\nRCPT TO:<${to}>\r\nDATA\r\n`
  const threeReplies = async (): Promise<[SmtpReply, SmtpReply, SmtpReply]> => {
    const all = [talk.hear(), talk.hear(), talk.hear()] as const
    for (const one of all) one.catch(() => undefined)
    return [await all[0], await all[1], await all[2]]
  }
  const begin = async (mail: SmtpMail): Promise<[SmtpReply, SmtpReply, SmtpReply]> => {
    if (begun?.mail === mail) {
      const { replies } = begun
      begun = undefined
      return replies
    }
    if (pipelining) {
      socket.write(envelope(mail))
      return threeReplies()
    }
    const sender = await talk.ask(`MAIL FROM:<${mail.from}>`)
    if (sender.code >= 400) return [sender, sender, { code: 503, text: '' }]
    const recipient = await talk.ask(`RCPT TO:<${mail.to}>`)
    if (recipient.code >= 400) return [sender, recipient, { code: 503, text: '' }]
    return [sender, recipient, await talk.ask('DATA')]
  }

  const hand = async (mail: SmtpMail): Promise<SmtpReply> => {
    const [sender, recipient, data] = await begin(mail)
    queue.shift()
    const refused = [sender, recipient].find(reply => reply.code >= 400)
    if (refused || data.code !== 354) {
      // It wants a mail for nobody: an empty one, which it refuses (RFC 2920 3.1).
      if (data.code === 354) await talk.ask('.')
      if ((refused ?? data).code !== 421) {
        // After a refused sender or recipient, the next begins anew.
        const cleared = await talk.ask('RSET')
        if (cleared.code >= 400) throw new SmtpFailure('closed', 'The server ended the session.')
      }
      return refused ?? data
    }
    const next = pipelining ? queue[0] : undefined
    mail.watch.offering()
    socket.write(`${mail.data}.\r\n${next ? envelope(next) : ''}`, 'latin1', error => {
      if (!error) mail.watch.handed()
    })
    const word = talk.hear()
    if (next) {
      const replies = threeReplies()
      replies.catch(() => undefined)
      begun = { mail: next, replies }
    }
    return word
  }

  return {
    get open() {
      return talk.broken() === undefined && !socket.destroyed
    },
    send(mail) {
      queue.push(mail)
      const turn = line.then(() => {
        const failure = talk.broken()
        if (failure) throw failure
        return hand(mail)
      })
      line = turn.catch(() => undefined)
      return turn
    },
    async [Symbol.asyncDispose]() {
      onEnd()
      if (!socket.destroyed) socket.end('QUIT\r\n')
      socket.setTimeout(1_000, () => socket.destroy())
    },
  }
}
