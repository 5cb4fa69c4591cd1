import { z } from 'zod'
import type { Account } from '../contract.ts'
import { isUserId, localPartOf, serverNameOf } from './address.ts'

export type MatrixAccount = {
  userId: string
  /** Where the form says that the server is; undefined: found by its name. */
  server: string | undefined
  login: { kind: 'password'; password: string } | { kind: 'token'; token: string }
  /** The same for all logins of this connection, so that the server knows our transaction ids again. */
  deviceId: string
  allowPlain: boolean
}

const text = z.string().trim().default('')
const values = z.object({
  userId: z.string().trim().min(1),
  password: z.string().default(''),
  token: text,
  server: text,
  allowPlain: text,
})

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

type Read = { ok: true; value: MatrixAccount } | { ok: false; text: string }

export function readAccount(account: Account): Read {
  const wrong = (words: string): Read => ({ ok: false, text: words })
  const parsed = values.safeParse(account.values)
  if (!parsed.success) return wrong('The account is not complete: please enter your Matrix address.')
  const form = parsed.data
  const typed = form.userId.startsWith('@') ? form.userId : `@${form.userId}`
  if (!isUserId(typed)) return wrong(`“${form.userId}” is no Matrix address. It looks like this: @ana:example.org.`)
  if (form.token === '' && form.password === '')
    return wrong('Enter your password, or an access token where your server signs in through another page.')
  const plain = form.allowPlain === 'true' || form.allowPlain === 'on'
  const server = form.server === '' ? undefined : readServer(form.server, plain)
  if (server && 'wrong' in server) return wrong(server.wrong)
  return {
    ok: true,
    value: {
      userId: `@${localPartOf(typed)}:${serverNameOf(typed).toLowerCase()}`,
      server: server?.url,
      login: form.token === '' ? { kind: 'password', password: form.password } : { kind: 'token', token: form.token },
      deviceId: `KITH${account.id
        .replaceAll(/[^A-Za-z0-9]/g, '')
        .slice(-20)
        .toUpperCase()}`,
      allowPlain: plain,
    },
  }
}

/** `matrix.example.org`, with or without https and a path. Plain http goes nowhere but to this machine. */
function readServer(typed: string, plain: boolean): { url: string } | { wrong: string } {
  const full = /^https?:\/\//i.test(typed) ? typed : `${plain ? 'http' : 'https'}://${typed}`
  if (!URL.canParse(full))
    return { wrong: `“${typed}” is no server’s address. It looks like this: https://matrix.example.org.` }
  const url = new URL(full)
  if (url.username !== '' || url.password !== '') return { wrong: 'The server’s address must not hold a password.' }
  if (url.protocol === 'http:' && !(plain && loopback.test(url.hostname)))
    return {
      wrong:
        'Connecting without encryption is possible only to a server on this machine, with the switch for it on. Use https.',
    }
  return { url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}
