import { resolveSrv } from 'node:dns/promises'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { domainToASCII } from 'node:url'
import type { XmppAccount } from '../account.ts'
import { StreamFailure, socketFailure } from './failure.ts'

type Target = { host: string; port: number; directTls: boolean }

const dialMs = 15_000

/** Tries the account's server, or the domain's SRV targets in order (RFC 6120 3.2, XEP-0368). Nagle's delay is off. */
export async function dial(account: XmppAccount, signal: AbortSignal): Promise<Socket> {
  let last: StreamFailure | undefined
  for (const target of await targets(account)) {
    try {
      const socket = await open(target, signal)
      if (!target.directTls) return socket
      return await encrypt(socket, account.domain, target.host, signal)
    } catch (error) {
      if (signal.aborted) throw error
      last = error instanceof StreamFailure ? error : socketFailure(asError(error), target.host)
    }
  }
  throw last ?? new StreamFailure('not-found', `${account.domain} offers no XMPP service. Check the address.`)
}

/** The certificate must be for the address's domain, whatever host the SRV record named. */
export async function encrypt(plain: Socket, domain: string, where: string, signal: AbortSignal): Promise<TLSSocket> {
  const name = domainToASCII(domain)
  const secure = connectTls({ socket: plain, host: name, ...(isIP(name) ? {} : { servername: name }) })
  await settled(secure, 'secureConnect', where, signal)
  return secure
}

async function targets(account: XmppAccount): Promise<readonly Target[]> {
  if (account.server) return [{ ...account.server, directTls: account.server.port === 5223 }]
  const domain = domainToASCII(account.domain)
  const find = async (service: string, directTls: boolean) => {
    const records = await resolveSrv(`_${service}._tcp.${domain}`).catch(() => [])
    return records.map(record => ({ ...record, host: record.name, directTls }))
  }
  const found = (await Promise.all([find('xmpp-client', false), find('xmpps-client', true)])).flat()
  if (found.length === 0) return [{ host: domain, port: 5222, directTls: false }]
  return found
    .filter(record => record.host !== '' && record.host !== '.')
    .toSorted((a, b) => a.priority - b.priority || b.weight - a.weight)
}

async function open(target: Target, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({
    host: target.host,
    port: target.port,
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
    const bad = (error: Error) => end(socketFailure(error, where))
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
