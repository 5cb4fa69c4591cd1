import { isIP } from 'node:net'
import { dkimRecord, isDkimRecord } from '#platform/mail/dkim.ts'
import { bounceLimits, type Check, complaintLimits } from '../model/checks.ts'
import type { MailSettings } from '../store/settings.ts'
import type { Dns } from './deps.ts'
import { domainOf } from './sender.ts'

type DnsRecord = NonNullable<Check['record']>

/** What belongs into DNS for these settings. */
export function wantedRecords(settings: MailSettings): DnsRecord[] {
  const { selector, rsaPublic, edPublic } = settings
  const from = domainOf(settings.fromAddress)
  const back = domainOf(settings.returnAddress)
  // A number in the place of a name is no record that DNS takes.
  const family = isIP(settings.host)
  const sends = family === 0 ? `a:${settings.host}` : `ip${family}:${settings.host}`
  return [
    { name: `${selector}._domainkey.${from}`, type: 'TXT', value: dkimRecord('rsa', rsaPublic) },
    { name: `${selector}-ed._domainkey.${from}`, type: 'TXT', value: dkimRecord('ed25519', edPublic) },
    { name: back, type: 'TXT', value: `v=spf1 ${sends} ~all` },
    { name: `_dmarc.${from}`, type: 'TXT', value: `v=DMARC1; p=none; rua=mailto:postmaster@${from}` },
    { name: back, type: 'MX', value: `10 ${family === 0 ? settings.host : `mail.${back}`}` },
  ]
}

type Figures = { sent: number; bounced: number; complaints: number }

/** The list of the big providers' rules for bulk senders, each line looked up or counted. */
export async function checkMail(dns: Dns, settings: MailSettings, figures: Figures): Promise<Check[]> {
  const from = domainOf(settings.fromAddress)
  const back = domainOf(settings.returnAddress)
  const [rsa, ed, spf, dmarc, mx] = wantedRecords(settings) as [DnsRecord, DnsRecord, DnsRecord, DnsRecord, DnsRecord]
  const look = async (ask: Promise<readonly string[]>) => ask.catch(() => [] as readonly string[])
  const signed = async (id: 'dkim-rsa' | 'dkim-ed25519', record: DnsRecord, key: string): Promise<Check> => {
    const found = await look(dns.txt(record.name))
    const good = found.some(each => isDkimRecord(each, key))
    // Ed25519 is not yet read by everyone; RSA is what counts.
    const state = good ? 'ok' : id === 'dkim-rsa' ? 'fail' : 'warn'
    return { id, state, record, ...(found[0] === undefined ? {} : { seen: found[0] }) }
  }
  const addresses = await look(dns.addresses(settings.host))
  return [
    await signed('dkim-rsa', rsa, settings.rsaPublic),
    await signed('dkim-ed25519', ed, settings.edPublic),
    judgeSpf(await look(dns.txt(back)), spf, settings.host, addresses),
    judgeDmarc(
      (await Promise.all(organisational(from).map(async domain => look(dns.txt(`_dmarc.${domain}`))))).find(each =>
        each.some(isDmarc),
      ) ?? [],
      dmarc,
    ),
    {
      id: 'aligned',
      // DKIM signs as the From domain, so that is always in line; SPF is when the return path is below it too.
      state: back === from || back.endsWith(`.${from}`) || from.endsWith(`.${back}`) ? 'ok' : 'warn',
      seen: `${from} · ${back}`,
    },
    await (async (): Promise<Check> => {
      const found = await look(dns.mx(back))
      return {
        id: 'return-mx',
        state: found.length > 0 ? 'ok' : 'fail',
        record: mx,
        ...(found[0] ? { seen: found.join(', ') } : {}),
      }
    })(),
    await judgePtr(dns, settings.host, addresses),
    { id: 'tls', state: settings.security === 'plain' ? 'warn' : 'ok', seen: settings.security },
    // Every issue carries both headers, signed: the press puts them there.
    { id: 'one-click', state: 'ok' },
    rate('complaints', figures.complaints, figures.sent, complaintLimits),
    rate('bounces', figures.bounced, figures.sent, bounceLimits),
  ]
}

function rate(id: 'complaints' | 'bounces', count: number, of: number, limits: { warn: number; fail: number }): Check {
  const share = of === 0 ? 0 : count / of
  const state = share >= limits.fail ? 'fail' : share >= limits.warn ? 'warn' : 'ok'
  return { id, state, seen: `${count} / ${of}` }
}

function judgeSpf(found: readonly string[], record: DnsRecord, host: string, addresses: readonly string[]): Check {
  const spf = found.find(each => /^v=spf1(\s|$)/i.test(each))
  if (spf === undefined) return { id: 'spf', state: 'fail', record }
  const terms = spf.toLowerCase().split(/\s+/)
  const names = terms.some(
    term => addresses.some(address => term.endsWith(`:${address.toLowerCase()}`)) || term.endsWith(`:${host}`),
  )
  // What an include, an address range or a redirect lets through can't be told from here: there is a record, and somebody wrote it.
  const more = terms.some(term => /^[+?~-]?(include:|redirect=|ip4:|ip6:|mx\b|a\b|exists:)/.test(term))
  return { id: 'spf', state: names ? 'ok' : more ? 'ok' : 'fail', record, seen: spf }
}

const isDmarc = (text: string) => /^v=DMARC1\b/i.test(text)

function judgeDmarc(found: readonly string[], record: DnsRecord): Check {
  const dmarc = found.find(isDmarc)
  return dmarc === undefined
    ? { id: 'dmarc', state: 'fail', record }
    : { id: 'dmarc', state: /;\s*p\s*=/i.test(dmarc) ? 'ok' : 'fail', record, seen: dmarc }
}

/** A name and what is above it, down to two labels: where a DMARC record may stand. */
function organisational(domain: string): string[] {
  const labels = domain.split('.')
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'))
}

async function judgePtr(dns: Dns, host: string, addresses: readonly string[]): Promise<Check> {
  for (const address of addresses) {
    const names = await dns.names(address).catch(() => [] as readonly string[])
    for (const name of names) {
      const back = await dns.addresses(name).catch(() => [] as readonly string[])
      if (back.includes(address)) return { id: 'ptr', state: 'ok', seen: `${address} · ${name}` }
    }
  }
  const [address] = addresses
  return {
    id: 'ptr',
    state: 'warn',
    ...(address === undefined ? {} : { record: { name: address, type: 'PTR' as const, value: host }, seen: address }),
  }
}
