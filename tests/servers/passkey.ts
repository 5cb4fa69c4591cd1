import { createHash, createSign, generateKeyPairSync, type KeyPairKeyObjectResult, randomBytes } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const flags = { present: 0x01, verified: 0x04, attested: 0x40 }

/** CBOR of what an authenticator writes: small integers, bytes, texts and maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  const entries = [...value].flatMap(([key, each]) => [
    cbor(key),
    cbor(each as number | string | Buffer | Map<number, unknown>),
  ])
  return Buffer.concat([head(5, value.size), ...entries])
}

type Credential = { pair: KeyPairKeyObjectResult; credential: Buffer }

/** An authenticator in software, after WebAuthn Level 3: one ES256 credential. `as` shares another's key, on another site. */
export function softwarePasskey(options: { origin: string; rpId: string; as?: Credential }) {
  const pair = options.as?.pair ?? generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential: Buffer = options.as?.credential ?? randomBytes(32)
  const id = credential.toString('base64url')
  let counter = options.as ? 1000 : 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: options.origin, crossOrigin: false }))
  const authenticatorData = (bits: number, count: number, rest: Buffer = Buffer.alloc(0)) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(count)
    return Buffer.concat([sha256(options.rpId), Buffer.from([bits]), counted, rest])
  }

  return {
    pair,
    credential,
    id,
    register(challenge: string, _user: string) {
      const jwk = pair.publicKey.export({ format: 'jwk' })
      const cose = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(jwk.x ?? '', 'base64url')],
          [-3, Buffer.from(jwk.y ?? '', 'base64url')],
        ]),
      )
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.length]), credential, cose])
      counter += 1
      const authData = authenticatorData(flags.present | flags.verified | flags.attested, counter, attested)
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      )
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    assert(challenge: string, changed: { verified?: boolean; counter?: number } = {}) {
      counter += 1
      const bits = changed.verified === false ? flags.present : flags.present | flags.verified
      const authData = authenticatorData(bits, changed.counter ?? counter, Buffer.alloc(0))
      const data = clientData('webauthn.get', challenge)
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(pair.privateKey)
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}
