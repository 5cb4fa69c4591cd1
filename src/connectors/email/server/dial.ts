import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import type { ImapTransport } from 'imapflow'
import { type Reach as Addresses, guardedLookup, privateAddressWords } from '#platform/http.ts'
import { MailFailure } from '../failure.ts'
import type { Server } from './presets.ts'

/** Which addresses may be connected to, and whose certificates are believed beside the system's. */
export type Reach = Addresses & { ca?: string }

export const dialMs = 15_000

const refusePrivate = (host: string) => new MailFailure('forbidden', privateAddressWords(host))

function open(host: string, port: number, reach: Reach): Socket {
  if (isIP(host) !== 0 && !reach.allowsAddress(host)) throw refusePrivate(host)
  return connectTcp({
    host,
    port,
    lookup: guardedLookup(reach, refusePrivate),
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: 60_000,
    autoSelectFamily: true,
  })
}

const tlsOptions = (reach: Reach, servername: string | undefined): ConnectionOptions => ({
  minVersion: 'TLSv1.2',
  ...(servername === undefined ? {} : { servername }),
  ...(reach.ca === undefined ? {} : { ca: reach.ca }),
})

/** IMAP's sockets, made here so that every address is judged. */
export function imapTransport(reach: Reach): ImapTransport {
  return {
    connect({ host, port, secure, servername }, onConnect) {
      const plain = open(host, port, reach)
      if (!secure) return plain.once('connect', onConnect)
      const encrypted = connectTls({ socket: plain, host, ...tlsOptions(reach, servername) })
      plain.on('error', error => encrypted.destroy(error))
      return encrypted.once('secureConnect', onConnect)
    },
    upgrade(socket, { host, servername }, onSecure) {
      return connectTls({ socket, host, ...tlsOptions(reach, servername) }).once('secureConnect', onSecure)
    },
  }
}

/** An open connection for SMTP, not yet encrypted. */
export function dialSmtp({ host, port }: Server, reach: Reach, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = open(host, port, reach)
    const end = (error?: Error) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      socket.removeListener('connect', good)
      socket.removeListener('error', end)
      if (!error) return resolve(socket)
      socket.on('error', () => undefined)
      socket.destroy()
      reject(error)
    }
    const good = () => end()
    const abort = () => end(new MailFailure('server-closed', 'Stopped.'))
    const timer = setTimeout(() => end(new MailFailure('no-answer', `${host} does not answer.`)), dialMs)
    socket.once('connect', good)
    socket.once('error', end)
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
  })
}

export const smtpTls = (reach: Reach, host: string): ConnectionOptions =>
  tlsOptions(reach, isIP(host) ? undefined : host)
