import { createHash, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

export const mechanisms = ['EXTERNAL', 'SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'] as const
export type Mechanism = (typeof mechanisms)[number]

/** One login. `next` answers each challenge of the server; it throws when the server can't prove that it knows the password. */
export type Login = { mechanism: Mechanism; next(challenge: Buffer): Promise<Buffer> }

export type Credentials = { account: string; password: string; certificate: boolean }

/**
 * Those both sides know, best first; without a list from the server all are tried. PLAIN needs a line nobody can read. A server may refuse
 * SCRAM for an account whose password it keeps in another form, so the next one is worth a try.
 */
export function usableMechanisms(
  offered: readonly string[] | undefined,
  credentials: Credentials,
  confidential: boolean,
): Mechanism[] {
  return mechanisms.filter(mechanism => {
    if (offered && !offered.includes(mechanism)) return false
    if (mechanism === 'EXTERNAL') return credentials.certificate
    if (credentials.password === '') return false
    return mechanism === 'PLAIN' ? confidential : offered !== undefined
  })
}

export function startLogin(mechanism: Mechanism, credentials: Credentials): Login {
  const { account, password } = credentials
  switch (mechanism) {
    case 'EXTERNAL':
      return { mechanism, next: async () => Buffer.from(account) }
    case 'PLAIN':
      return { mechanism, next: async () => Buffer.from(`${account}\0${account}\0${password}`) }
    default:
      return scram(mechanism, account, password, randomBytes(18).toString('base64'))
  }
}

/** RFC 5802 and 7677, without channel binding. */
export function scram(
  mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-512',
  account: string,
  password: string,
  nonce: string,
): Login {
  const hash = mechanism === 'SCRAM-SHA-256' ? 'sha256' : 'sha512'
  const name = account.normalize('NFKC').replaceAll('=', '=3D').replaceAll(',', '=2C')
  const first = `n=${name},r=${nonce}`
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest()
  let serverSignature: Buffer | undefined
  let step = 0
  const answer = async (challenge: string): Promise<string> => {
    const given = fields(challenge)
    const [serverNonce, salt, rounds] = [given.get('r') ?? '', given.get('s') ?? '', Number(given.get('i'))]
    if (!serverNonce.startsWith(nonce) || serverNonce === nonce || !salt || !(rounds >= 1 && rounds <= 1_000_000))
      throw new Error('the server sent a SCRAM challenge that is not valid')
    const bytes = createHash(hash).digest().length
    const salted = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), rounds, bytes, hash)
    const withoutProof = `c=${Buffer.from('n,,').toString('base64')},r=${serverNonce}`
    const signed = `${first},${challenge},${withoutProof}`
    const clientKey = hmac(salted, 'Client Key')
    const signature = hmac(createHash(hash).update(clientKey).digest(), signed)
    const proof = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] ?? 0)))
    serverSignature = hmac(hmac(salted, 'Server Key'), signed)
    return `${withoutProof},p=${proof.toString('base64')}`
  }
  const verify = (success: string) => {
    const shown = Buffer.from(fields(success).get('v') ?? '', 'base64')
    const expected = serverSignature
    if (!expected || shown.length !== expected.length || !timingSafeEqual(shown, expected))
      throw new Error('the server could not prove that it knows the password')
  }
  return {
    mechanism,
    async next(challenge) {
      step += 1
      if (step === 1) return Buffer.from(`n,,${first}`)
      if (step === 2) return Buffer.from(await answer(challenge.toString('utf8')))
      verify(challenge.toString('utf8'))
      return Buffer.alloc(0)
    },
  }
}

function fields(text: string): Map<string, string> {
  return new Map(text.split(',').map(part => [part.slice(0, 1), part.slice(2)]))
}

/** AUTHENTICATE carries base64 in pieces of 400; a last piece of exactly 400 is followed by `+`. */
export function authenticatePieces(response: Buffer): string[] {
  const text = response.toString('base64')
  if (text === '') return ['+']
  const pieces = text.match(/.{1,400}/g) ?? []
  return text.length % 400 === 0 ? [...pieces, '+'] : pieces
}
