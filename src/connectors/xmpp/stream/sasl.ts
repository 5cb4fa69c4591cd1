import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** One login: `first` is sent with the choice of mechanism, `next` answers each challenge, `verify` checks the server's proof. */
export type Login = {
  mechanism: string
  first: string
  next(challenge: string): Promise<string>
  /** False when the server could not prove that it knows the password. */
  verify(success: string): boolean
}

const strongest = ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'SCRAM-SHA-1'] as const
const hashes = { 'SCRAM-SHA-512': 'sha512', 'SCRAM-SHA-256': 'sha256', 'SCRAM-SHA-1': 'sha1' } as const

export type Binding = { type: string; data: Buffer }

/**
 * What ties the login to this very TLS connection (RFC 5929, 9266), so that nobody in between can pass it on. `types`: those that the
 * server names (XEP-0440). Servers that name none know `tls-unique`, which TLS 1.3 no longer has.
 */
export function bindingOf(socket: Socket, types: readonly string[]): Binding | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  if (socket.getProtocol() === 'TLSv1.3')
    return types.includes('tls-exporter')
      ? { type: 'tls-exporter', data: socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0)) }
      : undefined
  // The first Finished of the handshake is the client's, as Kith never resumes TLS sessions.
  const data = types.length === 0 || types.includes('tls-unique') ? socket.getFinished() : undefined
  return data ? { type: 'tls-unique', data } : undefined
}

/** The best mechanism both sides know; PLAIN only inside TLS. Undefined when there is none. */
export function chooseLogin(
  offered: readonly string[],
  user: { name: string; password: string },
  line: { encrypted: boolean; binding?: Binding | undefined },
): Login | undefined {
  const nonce = randomBytes(18).toString('base64')
  const bound = line.binding && strongest.find(name => offered.includes(`${name}-PLUS`))
  if (bound) return scram(bound, user, nonce, line.binding)
  const plain = strongest.find(name => offered.includes(name))
  if (plain) {
    const offersPlus = offered.some(name => name.endsWith('-PLUS'))
    return scram(plain, user, nonce, undefined, line.binding !== undefined && !offersPlus)
  }
  if (!line.encrypted || !offered.includes('PLAIN')) return undefined
  return {
    mechanism: 'PLAIN',
    first: `\0${user.name}\0${user.password}`,
    next: async () => '',
    verify: () => true,
  }
}

/**
 * RFC 5802 and 7677. `couldBind`: we could have bound the login to the line and the server did not offer it; saying so lets the server
 * notice that somebody struck its offer out.
 */
export function scram(
  mechanism: (typeof strongest)[number],
  user: { name: string; password: string },
  nonce: string,
  binding?: Binding,
  couldBind = false,
): Login {
  const hash = hashes[mechanism]
  const name = user.name.normalize('NFKC').replaceAll('=', '=3D').replaceAll(',', '=2C')
  const clientFirst = `n=${name},r=${nonce}`
  const header = binding ? `p=${binding.type},,` : couldBind ? 'y,,' : 'n,,'
  const bound = Buffer.concat([Buffer.from(header), binding?.data ?? Buffer.alloc(0)]).toString('base64')
  let serverSignature: Buffer | undefined
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest()
  return {
    mechanism: binding ? `${mechanism}-PLUS` : mechanism,
    first: `${header}${clientFirst}`,
    next: async challenge => {
      const given = fields(challenge)
      const [serverNonce, salt, rounds] = [given.get('r') ?? '', given.get('s') ?? '', Number(given.get('i'))]
      if (!serverNonce.startsWith(nonce) || serverNonce === nonce || !salt || !(rounds >= 1 && rounds <= 10_000_000))
        throw new Error('the server sent a SCRAM challenge that is not valid')
      const keyBytes = createHash(hash).digest().length
      const salted = await derive(user.password.normalize('NFKC'), Buffer.from(salt, 'base64'), rounds, keyBytes, hash)
      const withoutProof = `c=${bound},r=${serverNonce}`
      const signed = `${clientFirst},${challenge},${withoutProof}`
      const clientKey = hmac(salted, 'Client Key')
      const signature = hmac(createHash(hash).update(clientKey).digest(), signed)
      const proof = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] ?? 0)))
      serverSignature = hmac(hmac(salted, 'Server Key'), signed)
      return `${withoutProof},p=${proof.toString('base64')}`
    },
    verify: success => {
      const shown = Buffer.from(fields(success).get('v') ?? '', 'base64')
      return (
        serverSignature !== undefined &&
        shown.length === serverSignature.length &&
        timingSafeEqual(shown, serverSignature)
      )
    },
  }
}

function fields(text: string): Map<string, string> {
  return new Map(text.split(',').map(part => [part.slice(0, 1), part.slice(2)]))
}
