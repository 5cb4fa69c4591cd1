import { createCipheriv, createECDH, createPrivateKey, hkdfSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const curve = 'prime256v1'
const recordBytes = 4096
/** What fits one record beside its tag and its end mark; push services take no more than one. */
export const maxPushBytes = recordBytes - 16 - 1 - 86
const tokenSeconds = 12 * 3600

export type PushTarget = { endpoint: string; publicKey: string; auth: string }

/** Who sends, as push services know it (RFC 8292). */
export type PushSender = { readonly publicKey: string; authorization(endpoint: string, now: Date): string }

const derive = (salt: Uint8Array, secret: Uint8Array, info: Uint8Array, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))

/** From the installation's own 32 bytes: the same key after every start. `contact`: where the push service can complain. */
export function pushSender(seed: Uint8Array, contact: string): PushSender {
  const pair = createECDH(curve)
  // 32 bytes are a key but for one chance in four billion, which the counter takes away.
  for (let counter = 0; ; counter++) {
    try {
      pair.setPrivateKey(derive(Buffer.from([counter]), seed, Buffer.from('kith web push'), 32))
      break
    } catch (error) {
      if (counter > 3) throw error
    }
  }
  const point = pair.getPublicKey()
  const part = (from: number) => point.subarray(from, from + 32).toString('base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: part(1), y: part(33), d: pair.getPrivateKey().toString('base64url') }
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const publicKey = point.toString('base64url')
  return {
    publicKey,
    authorization: (endpoint, now) => `vapid t=${token(key, endpoint, contact, now)}, k=${publicKey}`,
  }
}

function token(key: KeyObject, endpoint: string, contact: string, now: Date): string {
  const json = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1_000) + tokenSeconds,
    sub: contact,
  }
  const head = `${json({ typ: 'JWT', alg: 'ES256' })}.${json(claims)}`
  return `${head}.${sign('sha256', Buffer.from(head), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

/** One record that only the browser with these keys can read (RFC 8291, aes128gcm of RFC 8188). */
export function sealPush(target: Pick<PushTarget, 'publicKey' | 'auth'>, text: string): Buffer {
  const data = Buffer.from(text)
  if (data.length > maxPushBytes) throw new Error(`a push carries ${maxPushBytes} bytes at most`)
  const theirs = Buffer.from(target.publicKey, 'base64url')
  const pair = createECDH(curve)
  const ours = pair.generateKeys()
  const about = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours])
  const secret = derive(Buffer.from(target.auth, 'base64url'), pair.computeSecret(theirs), about, 32)
  const salt = randomBytes(16)
  const key = derive(salt, secret, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(salt, secret, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = Buffer.concat([
    cipher.update(data),
    cipher.update(Buffer.from([2])),
    cipher.final(),
    cipher.getAuthTag(),
  ])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordBytes)
  return Buffer.concat([salt, size, Buffer.from([ours.length]), ours, sealed])
}
