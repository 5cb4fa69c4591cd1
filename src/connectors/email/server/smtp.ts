import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionCustomAuthHandler } from 'nodemailer/lib/smtp-connection'
import { dayMs, minuteMs, secondMs } from '#kernel/clock.ts'
import type { SendOutcome } from '../../contract.ts'
import type { EmailAccount } from '../account.ts'
import { MailFailure, mailFailure } from '../failure.ts'
import { madeAt, messageKey } from '../keys.ts'
import { greetingName, type Letter } from '../outgoing.ts'
import { refusalText } from '../refusals.ts'
import { dialMs, dialSmtp, type Reach, smtpTls } from './dial.ts'
import type { Servers } from './discover.ts'
import type { TokenKeeper } from './oauth.ts'

export type SmtpDeps = {
  account: EmailAccount
  servers: Servers
  reach: Reach
  tokens: TokenKeeper | undefined
  now(): Date
}

type SmtpError = { responseCode: number | undefined; response: string; command: string }

const answerMs = 2 * minuteMs
/** A mail that is put off again and again is given back after this long, as mail servers do. */
const giveUpMs = 3 * dayMs

type Connection = SMTPConnection & { ended: Promise<never> }

/** Dialled here, so that the address is judged; encrypted and greeted by the library. */
async function connect(deps: SmtpDeps, signal: AbortSignal): Promise<Connection> {
  const { smtp } = deps.servers
  const socket = await dialSmtp(smtp, deps.reach, signal)
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    connection: socket,
    secure: smtp.security === 'tls',
    requireTLS: smtp.security === 'starttls',
    ignoreTLS: smtp.security === 'plain',
    name: greetingName(deps.account),
    tls: smtpTls(deps.reach, smtp.host),
    connectionTimeout: dialMs,
    greetingTimeout: dialMs,
    socketTimeout: answerMs,
    logger: false,
    customAuth: { BEARER: bearer },
  })
  const ended = new Promise<never>((_, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new MailFailure('server-closed', `${smtp.host} closed the connection.`)))
    signal.addEventListener(
      'abort',
      () => reject(new MailFailure('server-closed', 'Kith stopped before the server confirmed the mail.')),
      { once: true },
    )
  })
  ended.catch(() => undefined)
  const opened = Object.assign(connection, { ended })
  await Promise.race([ended, called(done => connection.connect(error => done(error ?? null)))])
  return opened
}

function called(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start(error => (error ? reject(error) : resolve())))
}

/** RFC 7628's OAUTHBEARER, or XOAUTH2 where only that is offered. */
const bearer: SMTPConnectionCustomAuthHandler = async ({ auth, authMethods, sendCommand, resolve, reject }) => {
  const { user, pass } = auth.credentials
  const standard = authMethods.includes('OAUTHBEARER') && !authMethods.includes('XOAUTH2')
  const words = standard
    ? `n,a=${user},\u0001auth=Bearer ${pass}\u0001\u0001`
    : `user=${user}\u0001auth=Bearer ${pass}\u0001\u0001`
  const answer = await sendCommand(
    `AUTH ${standard ? 'OAUTHBEARER' : 'XOAUTH2'} ${Buffer.from(words).toString('base64')}`,
  )
  // A refused token is told by a challenge first, which has to be answered.
  const last = answer.status === 334 ? await sendCommand(standard ? 'AQ==' : '') : answer
  if (last.status >= 200 && last.status < 300) resolve()
  else reject(new Error(last.response || answer.response))
}

async function logIn(deps: SmtpDeps, connection: Connection, fresh: boolean): Promise<void> {
  const { login } = deps.account
  const auth =
    login.kind === 'password' || !deps.tokens
      ? { user: login.user, pass: login.kind === 'password' ? login.password : '' }
      : { method: 'BEARER', user: login.user, pass: await deps.tokens.token(deps.servers.preset?.tokenUrl, fresh) }
  if (!connection.allowsAuth && deps.servers.smtp.security === 'plain') return
  await Promise.race([connection.ended, called(done => connection.login(auth, done))])
}

async function open(deps: SmtpDeps, signal: AbortSignal, fresh = false): Promise<Connection> {
  let connection: Connection | undefined
  try {
    connection = await connect(deps, signal)
    await logIn(deps, connection, fresh)
    return connection
  } catch (error) {
    connection?.close()
    const failure = mailFailure(error, deps.servers.smtp.host, deps.servers.preset?.help)
    // The access token may have been withdrawn before its time.
    if (!fresh && failure.code === 'wrong-credentials' && deps.account.login.kind === 'oauth' && !signal.aborted)
      return open(deps, signal, true)
    throw failure
  }
}

/** Connects and logs in without sending anything. */
export async function tryLogin(deps: SmtpDeps, signal: AbortSignal): Promise<void> {
  const connection = await open(deps, signal)
  connection.quit()
}

/**
 * Hands one mail over. `accepted` is the server's word after the last byte; where that word is missing it may have arrived, so the
 * outcome is `unknown`. As long as bytes are left nothing was delivered.
 */
export async function handOver(deps: SmtpDeps, txn: string, letter: Letter, signal: AbortSignal): Promise<SendOutcome> {
  let connection: Connection
  try {
    connection = await open(deps, signal)
  } catch (error) {
    return notSent(mailFailure(error, deps.servers.smtp.host, deps.servers.preset?.help))
  }
  let allGiven = false
  const content = Readable.from(chunksOf(letter.bytes), { objectMode: false })
  content.once('end', () => {
    allGiven = true
  })
  try {
    const envelope = { from: letter.from, to: [letter.to], size: letter.bytes.length, use8BitMime: true }
    await Promise.race([connection.ended, called(done => connection.send(envelope, content, error => done(error)))])
    connection.quit()
    return { kind: 'accepted', key: messageKey(letter.messageId), at: deps.now() }
  } catch (error) {
    connection.close()
    return outcomeOf(error, allGiven, deps, txn)
  }
}

function* chunksOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

export function outcomeOf(
  error: unknown,
  allGiven: boolean,
  deps: Pick<SmtpDeps, 'servers' | 'now'>,
  txn: string,
): SendOutcome {
  const { responseCode, response, command } = smtpError(error)
  const where = deps.servers.smtp.host
  if (responseCode === undefined || responseCode < 400) {
    if (allGiven) return { kind: 'unknown', why: 'The connection ended before the mail server confirmed the mail.' }
    return notSent(mailFailure(error, where, deps.servers.preset?.help))
  }
  if (command.startsWith('AUTH') || responseCode === 534 || responseCode === 535)
    return notSent(mailFailure(error, where, deps.servers.preset?.help))
  const { status, said } = readAnswer(response)
  if (responseCode >= 500)
    return { kind: 'refused', code: status ?? String(responseCode), text: refusalText(status, said) }
  return putOff(status, said, txn, deps.now())
}

/** A server's “not now”: greylisting asks for minutes, a full mailbox for longer. */
function putOff(status: string | undefined, said: string, txn: string, now: Date): SendOutcome {
  const ageMs = now.getTime() - (madeAt(txn) ?? now).getTime()
  if (ageMs > giveUpMs)
    return {
      kind: 'refused',
      code: status ?? 'put-off',
      text: `The mail was put off for three days and did not get through. ${refusalText(status, said)}`,
    }
  const grey = /gr[ae]y-?list|try again (?:later|in)|postgrey|temporarily deferred/i.test(said)
  if (grey)
    return {
      kind: 'later',
      retryAfterMs: secondsIn(said) ?? 5 * minuteMs,
      code: 'greylisted',
      text: `The other side lets unknown senders wait first (greylisting). Kith sends it again. It says: “${said.slice(0, 200)}”`,
    }
  const full = status?.startsWith('4.2.2') || /quota|mailbox full|insufficient storage/i.test(said)
  if (full)
    return {
      kind: 'later',
      retryAfterMs: 60 * minuteMs,
      code: 'mailbox-full',
      text: `Their mailbox is full; Kith tries again. The server says: “${said.slice(0, 200)}”`,
    }
  const tooMany = /too many|rate|limit|slow down|throttl/i.test(said)
  return {
    kind: 'later',
    retryAfterMs: tooMany ? 15 * minuteMs : ageMs > 60 * minuteMs ? 30 * minuteMs : 5 * minuteMs,
    code: tooMany ? 'rate-limited' : 'put-off',
    text: `The mail server asks to try again later: “${said.slice(0, 200)}”`,
  }
}

function secondsIn(said: string): number | undefined {
  const found = /(?:in|after) (\d{1,4}) ?(s|sec|seconds|m|min|minutes)\b/i.exec(said)
  if (!found) return undefined
  const number = Number(found[1]) * (found[2]?.toLowerCase().startsWith('m') ? minuteMs : secondMs)
  return Math.min(Math.max(number + secondMs, 30 * secondMs), 6 * 60 * minuteMs)
}

/** Nothing has left: what mends by itself is tried again, the rest is for the recruiter to mend. */
function notSent(failure: MailFailure): SendOutcome {
  const lasting =
    failure.code === 'wrong-credentials' ||
    failure.code === 'insecure' ||
    failure.code === 'forbidden' ||
    failure.code === 'not-found'
  if (lasting) return { kind: 'refused', code: failure.code, text: failure.message }
  return {
    kind: 'later',
    retryAfterMs: failure.code === 'busy' ? 5 * minuteMs : 20 * secondMs,
    code: failure.code,
    text: failure.message,
  }
}

function smtpError(error: unknown): SmtpError {
  const get = (name: string): unknown =>
    typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined
  const [code, response, command] = [get('responseCode'), get('response'), get('command')]
  return {
    responseCode: typeof code === 'number' && code > 0 ? code : undefined,
    response: typeof response === 'string' ? response : '',
    command: typeof command === 'string' ? command : '',
  }
}

/** `550-5.1.1 first line`, `550 5.1.1 last line` → code and words. */
export function readAnswer(response: string): { status: string | undefined; said: string } {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0]
  const said = response
    .split('\n')
    .map(line => line.replace(/^\s*\d{3}[ -]?(?:\d\.\d{1,3}\.\d{1,3}[ -]?)?/, '').trim())
    .join(' ')
    .trim()
  return { status, said }
}
