import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
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

/** The best mechanism both sides know; PLAIN only inside TLS. Undefined when there is none. */
export function chooseLogin(
  offered: readonly string[],
  user: { name: string; password: string },
  encrypted: boolean,
): Login | undefined {
  const scramName = strongest.find(name => offered.includes(name))
  if (scramName) return scram(scramName, user, randomBytes(18).toString('base64'))
  if (!encrypted || !offered.includes('PLAIN')) return undefined
  return {
    mechanism: 'PLAIN',
    first: `\0${user.name}\0${user.password}`,
    next: async () => '',
    verify: () => true,
  }
}

/** RFC 5802 and 7677, without channel binding. */
export function scram(
  mechanism: (typeof strongest)[number],
  user: { name: string; password: string },
  nonce: string,
): Login {
  const hash = hashes[mechanism]
  const name = user.name.normalize('NFKC').replaceAll('=', '=3D').replaceAll(',', '=2C')
  const clientFirst = `n=${name},r=${nonce}`
  let serverSignature: Buffer | undefined
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest()
  return {
    mechanism,
    first: `n,,${clientFirst}`,
    next: async challenge => {
      const given = fields(challenge)
      const [serverNonce, salt, rounds] = [given.get('r') ?? '', given.get('s') ?? '', Number(given.get('i'))]
      if (!serverNonce.startsWith(nonce) || serverNonce === nonce || !salt || !(rounds >= 1 && rounds <= 10_000_000))
        throw new Error('the server sent a SCRAM challenge that is not valid')
      const keyBytes = createHash(hash).digest().length
      const salted = await derive(user.password.normalize('NFKC'), Buffer.from(salt, 'base64'), rounds, keyBytes, hash)
      const withoutProof = `c=${Buffer.from('n,,').toString('base64')},r=${serverNonce}`
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
