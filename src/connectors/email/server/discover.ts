import { resolveMx, resolveSrv } from 'node:dns/promises'
import type { EmailAccount } from '../account.ts'
import { domainOf } from '../address.ts'
import { MailFailure } from '../failure.ts'
import { type Preset, presetOfDomain, presetOfHost, presetOfMx, type Security, type Server } from './presets.ts'

export type Servers = { imap: Server; smtp: Server; preset: Preset | undefined }

/** DNS, replaceable by the tests. */
export type Dns = {
  srv(name: string): Promise<readonly { name: string; port: number; priority: number; weight: number }[]>
  mx(name: string): Promise<readonly { exchange: string; priority: number }[]>
}

export const systemDns: Dns = {
  srv: name => resolveSrv(name).catch(() => []),
  mx: name => resolveMx(name).catch(() => []),
}

/**
 * What the form says, else the provider's known servers, else the domain's own word (RFC 6186), else the provider that its MX names. A
 * name from DNS is believed only below the address's own domain: with another one a forged answer could take the password away.
 */
export async function findServers(account: EmailAccount, dns: Dns = systemDns): Promise<Servers> {
  const domain = domainOf(account.address)
  const { imap, smtp } = account
  if (imap && smtp) return { imap, smtp, preset: presetOfHost(imap.host) ?? presetOfDomain(domain) }
  const preset = presetOfDomain(domain) ?? (imap && presetOfHost(imap.host)) ?? (smtp && presetOfHost(smtp.host))
  if (preset) return { imap: imap ?? preset.imap, smtp: smtp ?? preset.smtp, preset }
  const said = await serversInDns(domain, dns)
  const hosted =
    said.imap && said.smtp ? undefined : presetOfMx((await dns.mx(domain)).map(each => each.exchange.toLowerCase()))
  const found = { imap: imap ?? said.imap ?? hosted?.imap, smtp: smtp ?? said.smtp ?? hosted?.smtp }
  if (found.imap && found.smtp) return { imap: found.imap, smtp: found.smtp, preset: hosted }
  const elsewhere =
    said.elsewhere === undefined ? '' : ` Your domain names ${said.elsewhere}: if you know it, enter it.`
  throw new MailFailure(
    'not-found',
    `Kith could not find the ${found.imap ? 'outgoing (SMTP)' : 'incoming (IMAP)'} server of ${domain}. Enter the servers: your provider’s help page names them.${elsewhere}`,
  )
}

async function serversInDns(domain: string, dns: Dns): Promise<{ imap?: Server; smtp?: Server; elsewhere?: string }> {
  let elsewhere: string | undefined
  const ask = async (service: string, security: Security): Promise<Server | undefined> => {
    const records = (await dns.srv(`_${service}._tcp.${domain}`)).filter(each => each.name !== '' && each.name !== '.')
    const best = records.toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)[0]
    if (!best) return undefined
    const host = best.name.toLowerCase().replace(/\.$/, '')
    if (host === domain || host.endsWith(`.${domain}`) || presetOfHost(host)) return { host, port: best.port, security }
    elsewhere ??= host
    return undefined
  }
  const [imaps, imap, submissions, submission] = await Promise.all([
    ask('imaps', 'tls'),
    ask('imap', 'starttls'),
    ask('submissions', 'tls'),
    ask('submission', 'starttls'),
  ])
  const incoming = imaps ?? imap
  const outgoing = submissions ?? submission
  return {
    ...(incoming ? { imap: incoming } : {}),
    ...(outgoing ? { smtp: outgoing } : {}),
    ...(elsewhere ? { elsewhere } : {}),
  }
}
