import { createPrivateKey, X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { Account } from '../contract.ts'
import { type Endpoint, isCertificate } from './wire/link.ts'

export type IrcAccount = {
  endpoint: Endpoint
  nick: string
  realName: string
  /** At the services: for SASL, or NickServ where the server has none. */
  login: { account: string; password: string; certificate: boolean }
  /** For PASS: a closed server's, or a bouncer's `user/network:password`. */
  serverPassword: string
  channels: readonly { name: string; key: string | undefined }[]
  /** As the form says it; may be empty. */
  network: string
  /** Nobody between us and the server can read along. */
  confidential: boolean
}

const text = z.string().trim().default('')

const values = z.object({
  server: z.string().trim().min(1),
  nick: z.string().trim().min(1),
  port: z.union([z.literal(''), z.coerce.number().int().min(1).max(65_535)]).default(''),
  account: text,
  password: z.string().default(''),
  serverPassword: z.string().default(''),
  channels: text,
  realName: text,
  network: text,
  trust: text,
  certificate: text,
  allowPlain: text,
})

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/i

type Read = { ok: true; value: IrcAccount } | { ok: false; text: string }

export function readAccount(account: Account): Read {
  const parsed = values.safeParse(account.values)
  const wrong = (text: string): Read => ({ ok: false, text })
  if (!parsed.success)
    return wrong(`The account is not complete: please check “${parsed.error.issues[0]?.path.join('.') ?? 'form'}”.`)
  const form = parsed.data
  const [, host = '', typedPort] =
    /^(?:ircs?:\/\/)?(\[[^\]]+\]|[^/:\s]+|[^/\s]*:[^/\s]*:[^/\s]*)(?::(\d{1,5}))?\/?$/i.exec(form.server) ?? []
  if (host === '') return wrong(`“${form.server}” is not a server’s name. It looks like this: irc.libera.chat.`)
  if (!/^[^\s,:@!#&*?+%~\d-][^\s,:@!*?]*$/u.test(form.nick))
    return wrong(`“${form.nick}” can’t be a nick. It begins with a letter and has no spaces.`)
  const bare = host.replace(/^\[|\]$/g, '')
  const local = loopback.test(bare)
  const plain = form.allowPlain === 'true' || form.allowPlain === 'on'
  if (plain && !local)
    return wrong(
      'Connecting without encryption is possible only to a server on this machine. Switch it off, or use 127.0.0.1.',
    )
  if (/[\r\n\0]/.test(form.password + form.serverPassword)) return wrong('A password can’t hold a line break.')
  const channels = readChannels(form.channels)
  if (!channels) return wrong('The channels are not understood. Write them like this: #python, #dev password')
  const trust = readTrust(form.trust)
  if (trust === 'wrong')
    return wrong('The certificate to trust is neither a certificate (PEM) nor a SHA-256 fingerprint of 64 characters.')
  const identity = readIdentity(form.certificate)
  if (identity === 'wrong')
    return wrong('Your own certificate is not understood. Paste the whole PEM text, certificate and private key.')
  const port = form.port === '' ? Number(typedPort ?? (plain ? 6667 : 6697)) : form.port
  return {
    ok: true,
    value: {
      endpoint: { host: bare, port, tls: !plain, trust, identity },
      nick: form.nick,
      realName: form.realName || form.nick,
      login: { account: form.account || form.nick, password: form.password, certificate: identity !== undefined },
      serverPassword: form.serverPassword,
      channels,
      network: form.network,
      confidential: !plain || local,
    },
  }
}

function readChannels(typed: string): IrcAccount['channels'] | undefined {
  const channels = []
  for (const entry of typed.split(/[,;\n]/)) {
    const [name, key, ...more] = entry.trim().split(/\s+/)
    if (!name) continue
    const full = /^[#&!+]/.test(name) ? name : `#${name}`
    if (more.length > 0 || full.length < 2) return undefined
    channels.push({ name: full, key })
  }
  return channels
}

function readTrust(typed: string): Endpoint['trust'] | 'wrong' {
  if (typed === '') return undefined
  const hex = typed
    .replace(/^sha-?256[:= ]/i, '')
    .replace(/[:\s]/g, '')
    .toLowerCase()
  if (/^[0-9a-f]{64}$/.test(hex)) return { fingerprint: hex }
  const ca = blocks(typed, 'CERTIFICATE').join('\n')
  return ca !== '' && isCertificate(ca) ? { ca } : 'wrong'
}

function readIdentity(typed: string): Endpoint['identity'] | 'wrong' {
  if (typed === '') return undefined
  const certificate = blocks(typed, 'CERTIFICATE').join('\n')
  const key = blocks(typed, '[A-Z ]*PRIVATE KEY').join('\n')
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)) ? { certificate, key } : 'wrong'
  } catch {
    return 'wrong'
  }
}

/** PEM blocks with their line breaks put back, which one-line form fields take away. */
function blocks(typed: string, kind: string): string[] {
  const found = typed.matchAll(new RegExp(`-----BEGIN (${kind})-----([A-Za-z0-9+/=\\s]+)-----END \\1-----`, 'g'))
  return [...found].map(([, name, body = '']) => {
    const lines = body.replace(/\s/g, '').match(/.{1,64}/g) ?? []
    return `-----BEGIN ${name}-----\n${lines.join('\n')}\n-----END ${name}-----\n`
  })
}
