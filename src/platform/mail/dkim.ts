import { createHash, createPrivateKey, generateKeyPair, hash, type KeyObject, sign } from 'node:crypto'
import { promisify } from 'node:util'

export type DkimKey = {
  readonly algorithm: 'rsa-sha256' | 'ed25519-sha256'
  readonly selector: string
  readonly key: KeyObject
}

/** In the order they stand in a mail. Both one-click headers are among them: unsigned, no provider believes them (RFC 8058). */
const signedNames = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
]

const relaxed = (value: string) =>
  (/[\t\r]| {2}/.test(value) ? value.replaceAll(/\r\n(?=[ \t])/g, '').replaceAll(/[ \t]+/g, ' ') : value).trim()

/**
 * The signatures of one mail (RFC 6376, RFC 8463), relaxed headers and simple body, ready to stand before its headers. The arithmetic
 * runs in Node's thread pool, so that a 2048-bit key does not hold up the loop that talks to the mail server.
 */
export async function signMail(
  keys: readonly DkimKey[],
  domain: string,
  headers: readonly (readonly [name: string, value: string])[],
  body: string,
  at: Date,
): Promise<string> {
  const bodyHash = hash('sha256', Buffer.from(body, 'latin1'), 'base64')
  const values = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))
  const present = signedNames.filter(name => values.has(name))
  // From once more than it stands there: nobody can add a second one on the way.
  const names = [...present, 'from']
  const canonical = present.map(name => `${name}:${relaxed(values.get(name) ?? '')}\r\n`).join('')
  const signatures = await Promise.all(
    keys.map(async ({ algorithm, selector, key }) => {
      const parts = [
        `v=1; a=${algorithm}; c=relaxed/simple; d=${domain}; s=${selector};`,
        `t=${Math.floor(at.getTime() / 1_000)}; h=${names.join(':')};`,
        `bh=${bodyHash};`,
        'b=',
      ]
      const input = `${canonical}dkim-signature:${parts.join(' ')}`
      const signature = await signText(algorithm, key, input)
      const folded = (signature.match(/.{1,72}/g) ?? []).join('\r\n ')
      return `DKIM-Signature: ${parts.join('\r\n ')}${folded}\r\n`
    }),
  )
  return signatures.join('')
}

function signText(algorithm: DkimKey['algorithm'], key: KeyObject, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, signature: Buffer) =>
      error ? reject(error) : resolve(signature.toString('base64'))
    if (algorithm === 'rsa-sha256') sign('sha256', Buffer.from(input, 'latin1'), key, done)
    // RFC 8463 signs the hash of what RFC 6376 would.
    else sign(null, createHash('sha256').update(input, 'latin1').digest(), key, done)
  })
}

const makeKeys = promisify(generateKeyPair)

/** A fresh pair: the private key in PEM, and what the DNS record says of it. */
export async function newDkimKey(kind: 'rsa' | 'ed25519'): Promise<{ privatePem: string; publicText: string }> {
  const { privateKey, publicKey } =
    kind === 'rsa' ? await makeKeys('rsa', { modulusLength: 2048 }) : await makeKeys('ed25519')
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    // An Ed25519 key stands in DNS as its bare 32 bytes, the last of its DER form.
    publicText: (kind === 'rsa' ? der : der.subarray(-32)).toString('base64'),
  }
}

export const readDkimKey = (algorithm: DkimKey['algorithm'], selector: string, privatePem: string): DkimKey => ({
  algorithm,
  selector,
  key: createPrivateKey(privatePem),
})

export const dkimRecord = (kind: 'rsa' | 'ed25519', publicText: string): string => `v=DKIM1; k=${kind}; p=${publicText}`

/** Whether a record in DNS holds this key; spaces and the order of its tags don't matter. */
export function isDkimRecord(record: string, publicText: string): boolean {
  const key = /(?:^|;)\s*p\s*=\s*([^;]*)/.exec(record)?.[1]?.replaceAll(/\s+/g, '')
  return key === publicText
}
