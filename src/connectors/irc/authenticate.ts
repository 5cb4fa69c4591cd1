import type { IrcAccount } from './account.ts'
import { IrcFailure } from './wire/failure.ts'
import type { Line } from './wire/line.ts'
import { authenticatePieces, type Login, startLogin, usableMechanisms } from './wire/sasl.ts'

/**
 * SASL over AUTHENTICATE: tries what both sides know, best first. `done` gives the account, undefined when there is no way that both know;
 * it rejects with `wrong-credentials` when the server refuses them all.
 */
export function authenticator(
  write: (command: string, ...params: readonly string[]) => void,
  account: IrcAccount,
  offered: string | undefined,
) {
  const { promise: done, resolve, reject } = Promise.withResolvers<string | undefined>()
  const list = offered ? offered.split(',').map(name => name.toUpperCase()) : undefined
  const left = usableMechanisms(list, account.login, account.confidential)
  let login: Login | undefined
  let challenge = ''
  let as: string | undefined
  let closed = false
  const end = (settle: () => void) => {
    closed = true
    settle()
  }
  const next = (said: string) => {
    const mechanism = left.shift()
    if (mechanism) {
      login = startLogin(mechanism, account.login)
      challenge = ''
      write('AUTHENTICATE', mechanism)
      return
    }
    if (!login) return end(() => resolve(undefined))
    end(() =>
      reject(
        new IrcFailure(
          'wrong-credentials',
          `The network does not accept this password for the account “${account.login.account}”${said ? ` (“${said}”)` : ''}. Check both; the account’s name may differ from the nick.`,
        ),
      ),
    )
  }
  const answer = async (given: Buffer) => {
    try {
      const response = await login?.next(given)
      for (const piece of authenticatePieces(response ?? Buffer.alloc(0))) write('AUTHENTICATE', piece)
    } catch (error) {
      write('AUTHENTICATE', '*')
      const why = error instanceof Error ? error.message : String(error)
      end(() => reject(new IrcFailure('insecure', `The sign-in was stopped: ${why}. It may not be the real server.`)))
    }
  }
  next('')
  return {
    done,
    /** True when the line belonged to the login. */
    take(line: Line): boolean {
      if (line.command === '900') {
        as = line.params[2]
        return true
      }
      if (closed) return /^90[1-7]$/.test(line.command)
      switch (line.command) {
        case 'AUTHENTICATE': {
          const piece = line.params[0] ?? '+'
          if (piece !== '+') challenge += piece
          if (piece.length < 400) {
            const given = Buffer.from(challenge, 'base64')
            challenge = ''
            void answer(given)
          }
          return true
        }
        case '903':
        case '907':
          end(() => resolve(as ?? account.login.account))
          return true
        case '902':
        case '904':
        case '905':
        case '906':
          next(line.params.at(-1) ?? '')
          return true
        case '908': {
          // The server names what it can do; a 904 follows.
          const known = (line.params[1] ?? '').toUpperCase().split(',')
          left.splice(0, left.length, ...left.filter(mechanism => known.includes(mechanism)))
          return true
        }
        default:
          return false
      }
    },
  }
}
