import type { Reach } from '#platform/http.ts'
import type { IrcAccount } from './account.ts'
import { authenticator } from './authenticate.ts'
import { type Caps, capBook } from './caps.ts'
import { byteLength } from './wire/bytes.ts'
import { closingFailure, IrcFailure } from './wire/failure.ts'
import { formatLine, type Line } from './wire/line.ts'
import { type Link, openLink } from './wire/link.ts'
import { supportBook } from './wire/support.ts'

export type LoggedIn = {
  link: Link
  caps: Caps
  support: ReturnType<typeof supportBook>
  nick: string
  /** The services account, when SASL gave one. */
  account: string | undefined
  /** Lines from now on, the ones that came meanwhile first. */
  attach(onLine: (line: Line) => void): void
}

const loginMs = 45_000

/** Connects, negotiates capabilities, signs in by SASL, takes a nick that is free: ends when the server has said all about itself. */
export async function logIn(account: IrcAccount, reach: Reach, signal: AbortSignal): Promise<LoggedIn> {
  const early: Line[] = []
  let onLine: ((line: Line) => void) | undefined
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
  const link = await openLink(account.endpoint, reach, signal, line => {
    if (onLine) onLine(line)
    else if (finished) early.push(line)
    else take(line)
  })
  const write = (command: string, ...params: readonly string[]) => link.write(formatLine(command, params))
  const support = supportBook()
  const caps = capBook(write)
  let finished = false
  let welcomed = false
  let nick = account.nick
  let tries = 0
  let loggedInAs: string | undefined
  let sasl: ReturnType<typeof authenticator> | undefined
  const fail = (failure: IrcFailure) => {
    reject(failure)
    link.end(failure)
  }
  const timer = setTimeout(
    () => fail(new IrcFailure('no-answer', 'The server did not finish the sign-in in time.')),
    loginMs,
  )
  const stop = () => fail(new IrcFailure('stopped', 'Stopped.'))
  signal.addEventListener('abort', stop)
  void link.closed.then(reject)

  async function negotiated(): Promise<void> {
    if (caps.has('sasl') && (account.login.password !== '' || account.login.certificate)) {
      sasl = authenticator(write, account, caps.value('sasl'))
      loggedInAs = await sasl.done
    }
    if (!welcomed) write('CAP', 'END')
  }

  function take(line: Line): void {
    const last = line.params.at(-1) ?? ''
    if (sasl?.take(line)) return
    switch (line.command) {
      case 'PING':
        write('PONG', ...line.params.slice(0, 2))
        return
      case 'CAP':
        if (caps.take(line)) negotiated().catch((error: unknown) => fail(asFailure(error)))
        return
      case 'ERROR':
        fail(closingFailure(last))
        return
      case '001':
        welcomed = true
        nick = line.params[0] ?? nick
        return
      case '005':
        support.take(line.params.slice(1))
        return
      case '376':
      case '422':
        if (!welcomed) return
        finished = true
        resolve()
        return
      case '433':
      case '436':
      case '437':
        if (!welcomed) anotherNick(last)
        return
      case '432':
        if (tries > 0 && !welcomed) anotherNick(last)
        else
          fail(
            new IrcFailure(
              'not-found',
              `The server does not allow the nick “${account.nick}” (${last}). Choose another one.`,
            ),
          )
        return
      case '464':
        fail(
          new IrcFailure(
            'wrong-credentials',
            `The server does not accept the password for connecting (${last || 'it gave no reason'}). Enter it again; for a bouncer it is user/network:password.`,
          ),
        )
        return
      case '463':
      case '465':
      case '466':
        fail(closingFailure(`banned: ${last}`))
        return
      default:
        return
    }
  }

  function anotherNick(said: string): void {
    tries += 1
    if (tries > 8) {
      const words = `The nick “${account.nick}” and the ones like it are taken (${said}). Choose another one.`
      fail(new IrcFailure('conflict', words))
      return
    }
    // How long a nick may be is said only later: a server that cuts refuses the same one again, and then it is shortened.
    const tail = '_'.repeat(Math.min(tries, 3)) + (tries > 3 ? String(tries) : '')
    let stem = account.nick
    while (tries > 2 && byteLength(stem + tail) > 9 && stem.length > 1) stem = stem.slice(0, -1)
    write('NICK', stem + tail)
  }

  try {
    write('CAP', 'LS', '302')
    if (account.serverPassword !== '') write('PASS', account.serverPassword)
    write('NICK', account.nick)
    write('USER', userName(account), '0', '*', account.realName)
    await ready
    return {
      link,
      caps,
      support,
      nick,
      account: loggedInAs,
      attach(given) {
        for (const line of early.splice(0)) given(line)
        onLine = given
      },
    }
  } catch (error) {
    link.end(new IrcFailure('stopped', 'The sign-in did not succeed.'))
    throw error
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  }
}

/** Plain letters, for servers that know no others. */
const userName = (account: IrcAccount) => account.nick.replace(/[^A-Za-z0-9_]/g, '').slice(0, 9) || 'kith'

const asFailure = (error: unknown) =>
  error instanceof IrcFailure
    ? error
    : new IrcFailure('unreachable', error instanceof Error ? error.message : String(error))
