import type { SrvRecord } from 'node:dns'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { domainToASCII } from 'node:url'
import { guardedLookup, privateAddressWords, type Reach } from '#platform/http.ts'
import type { XmppAccount } from '../account.ts'
import { StreamFailure, socketFailure } from './failure.ts'

/** The world around a connection; tests give their own name server. */
export type Network = Reach & { resolveSrv(name: string): Promise<SrvRecord[]>; random(): number }

type Target = { host: string; port: number; directTls: boolean }

const dialMs = 15_000

/** Tries the account's server, or the domain's SRV targets in order (RFC 6120 3.2, XEP-0368). Nagle's delay is off. */
export async function dial(account: XmppAccount, network: Network, signal: AbortSignal): Promise<Socket> {
  let last: StreamFailure | undefined
  for (const target of await targets(account, network)) {
    try {
      const socket = await open(target, network, signal)
      if (!target.directTls) return socket
      return await encrypt(socket, account.domain, target.host, signal, ['xmpp-client'])
    } catch (error) {
      if (signal.aborted) throw error
      last = error instanceof StreamFailure ? error : socketFailure(asError(error), target.host)
    }
  }
  throw last ?? new StreamFailure('not-found', `${account.domain} offers no XMPP service. Check the address.`)
}

/** The certificate must be for the address's domain, whatever host the SRV record named. */
export async function encrypt(
  plain: Socket,
  domain: string,
  where: string,
  signal: AbortSignal,
  protocols: string[] = [],
): Promise<TLSSocket> {
  const name = domainToASCII(domain)
  const secure = connectTls({
    socket: plain,
    host: name,
    minVersion: 'TLSv1.2',
    ...(isIP(name) ? {} : { servername: name }),
    ...(protocols.length > 0 ? { ALPNProtocols: protocols } : {}),
  })
  await settled(secure, 'secureConnect', where, signal)
  return secure
}

async function targets(account: XmppAccount, network: Network): Promise<readonly Target[]> {
  if (account.server) return [{ ...account.server, directTls: account.server.port === 5223 }]
  const domain = domainToASCII(account.domain)
  const find = async (service: string, directTls: boolean) => {
    const records = await network.resolveSrv(`_${service}._tcp.${domain}`).catch(() => [])
    return records.map(record => ({ ...record, host: record.name.replace(/\.$/, ''), directTls }))
  }
  const found = (await Promise.all([find('xmpp-client', false), find('xmpps-client', true)])).flat()
  if (found.length === 0) return [{ host: domain, port: 5222, directTls: false }]
  return inSrvOrder(
    found.filter(record => record.host !== ''),
    network.random,
  )
}

/** RFC 2782: lower priorities first; inside one, by lot, in proportion to the weights. */
export function inSrvOrder<T extends { priority: number; weight: number }>(
  records: readonly T[],
  random: () => number,
): T[] {
  const left = [...records]
  const ordered: T[] = []
  while (left.length > 0) {
    const priority = Math.min(...left.map(record => record.priority))
    const same = left.filter(record => record.priority === priority)
    let lot = random() * same.reduce((sum, record) => sum + record.weight, 0)
    const chosen = same.find(record => {
      lot -= record.weight
      return lot < 0
    })
    const next = chosen ?? same[0]
    if (!next) break
    ordered.push(next)
    left.splice(left.indexOf(next), 1)
  }
  return ordered
}

const refusePrivate = (host: string) => new StreamFailure('forbidden', privateAddressWords(host))

async function open(target: Target, reach: Reach, signal: AbortSignal): Promise<Socket> {
  if (isIP(target.host) !== 0 && !reach.allowsAddress(target.host)) throw refusePrivate(target.host)
  const socket = connectTcp({
    host: target.host,
    port: target.port,
    lookup: guardedLookup(reach, refusePrivate),
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
  })
  await settled(socket, 'connect', `${target.host}:${target.port}`, signal)
  return socket
}

function settled(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  where: string,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      socket.removeListener(event, good)
      socket.removeListener('error', bad)
      socket.removeListener('close', closed)
      if (!error) return resolve()
      socket.on('error', () => undefined)
      socket.destroy()
      reject(error)
    }
    const good = () => end()
    const bad = (error: Error) => end(error instanceof StreamFailure ? error : socketFailure(error, where))
    const closed = () => end(new StreamFailure('unreachable', `${where} closed the connection at once.`))
    const abort = () => end(new Error('stopped'))
    const timer = setTimeout(() => end(new StreamFailure('unreachable', `${where} does not answer.`)), dialMs)
    socket.once(event, good)
    socket.once('error', bad)
    socket.once('close', closed)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
