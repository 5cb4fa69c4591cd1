import { z } from 'zod'
import type { Account } from '../contract.ts'
import { headerText, normalAddress } from './address.ts'
import type { Security, Server } from './server/presets.ts'

export type Login =
  | { kind: 'password'; user: string; password: string }
  /** `tokenUrl` undefined: the provider's, once it is known. */
  | {
      kind: 'oauth'
      user: string
      clientId: string
      clientSecret: string
      refreshToken: string
      tokenUrl: string | undefined
    }

export type EmailAccount = {
  address: string
  /** All addresses that are ours, this one first. */
  own: readonly [string, ...string[]]
  /** As others see it beside the address; empty for none. */
  name: string
  login: Login
  imap: Server | undefined
  smtp: Server | undefined
  historyDays: number
  skipLists: boolean
  /** What was read in Kith is marked as read in the mailbox. */
  markSeen: boolean
}

const port = z.union([z.literal(''), z.coerce.number().int().min(1).max(65_535)]).default('')
const text = z.string().trim().max(1_000).default('')

const values = z.object({
  address: z.string().trim().min(1).max(320),
  password: z.string().min(1).max(4_000),
  name: text,
  user: text,
  aliases: text,
  imapServer: text,
  imapPort: port,
  smtpServer: text,
  smtpPort: port,
  oauthClientId: text,
  oauthClientSecret: z.string().max(4_000).default(''),
  oauthTokenUrl: text,
  historyDays: z.union([z.literal(''), z.coerce.number().min(0).max(3_650)]).default(''),
  skipLists: z.string().default(''),
  markSeen: z.string().default(''),
  allowPlain: z.string().default(''),
})

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i
const isOn = (value: string) => value === 'true' || value === 'on'

export function readAccount(account: Account): { ok: true; value: EmailAccount } | { ok: false; text: string } {
  const refuse = (words: string) => ({ ok: false, text: words }) as const
  const parsed = values.safeParse(account.values)
  if (!parsed.success)
    return refuse(`The account is not complete: please check “${parsed.error.issues[0]?.path.join('.') ?? 'form'}”.`)
  const form = parsed.data
  const address = normalAddress(form.address)
  if (!address) return refuse(`“${form.address}” is not an e-mail address. It looks like this: you@example.org.`)
  const aliases = form.aliases.split(/[\s,;]+/).filter(each => each !== '')
  const wrongAlias = aliases.find(each => normalAddress(each) === undefined)
  if (wrongAlias !== undefined) return refuse(`“${wrongAlias}”, among your other addresses, is not an e-mail address.`)
  const imap = serverOf(form.imapServer, form.imapPort, isOn(form.allowPlain), { tls: 993, starttls: 143 })
  const smtp = serverOf(form.smtpServer, form.smtpPort, isOn(form.allowPlain), { tls: 465, starttls: 587 })
  if (isOn(form.allowPlain) && [imap, smtp].some(server => server && server.security !== 'plain'))
    return refuse(
      'Connecting without encryption is possible only to a server on this machine. Switch it off, or use 127.0.0.1.',
    )
  if ([imap, smtp].some(server => server && !/^[^\s/@:]+$|^[0-9a-f:.]+$/i.test(server.host)))
    return refuse('A server is a name like mail.example.org, without “https://” and without a path.')
  const user = form.user || form.address
  const oauth = form.oauthClientId !== ''
  if (
    oauth &&
    form.oauthTokenUrl !== '' &&
    !/^https:\/\//i.test(form.oauthTokenUrl) &&
    !isLoopbackUrl(form.oauthTokenUrl)
  )
    return refuse('The token address of OAuth begins with https://.')
  const own = [address, ...aliases.flatMap(each => normalAddress(each) ?? [])]
  return {
    ok: true,
    value: {
      address,
      own: [address, ...new Set(own.slice(1))],
      name: headerText(form.name),
      login: oauth
        ? {
            kind: 'oauth',
            user,
            clientId: form.oauthClientId,
            clientSecret: form.oauthClientSecret,
            refreshToken: form.password.trim(),
            tokenUrl: form.oauthTokenUrl || undefined,
          }
        : { kind: 'password', user, password: form.password },
      imap,
      smtp,
      historyDays: form.historyDays === '' ? 30 : form.historyDays,
      skipLists: isOn(form.skipLists),
      markSeen: isOn(form.markSeen),
    },
  }
}

/** TLS from the first byte on the ports that are made for it (RFC 8314) and where nothing is said; STARTTLS on the others. */
function serverOf(
  host: string,
  given: number | '',
  allowPlain: boolean,
  ports: { tls: number; starttls: number },
): Server | undefined {
  if (host === '') return undefined
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  const number = given === '' ? ports.tls : given
  const security: Security =
    allowPlain && loopback.test(host) ? 'plain' : number === 993 || number === 465 ? 'tls' : 'starttls'
  return { host: name, port: number, security }
}

function isLoopbackUrl(url: string): boolean {
  return URL.canParse(url) && loopback.test(new URL(url).hostname)
}
