import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chmod, link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const keyFile = z.object({
  version: z.literal(1),
  current: z.string().regex(/^[0-9a-f]{8}$/),
  keys: z.record(z.string().regex(/^[0-9a-f]{8}$/), z.string().regex(/^[A-Za-z0-9_-]{43}$/)),
})
type KeyFile = z.infer<typeof keyFile>

/** `message` says what to do; the secret itself is never in it. */
export class SecretsUnreadable extends Error {
  override readonly name = 'SecretsUnreadable'
  readonly code: 'broken-key-file' | 'unknown-key' | 'broken-seal'
  constructor(code: SecretsUnreadable['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type Keyring = {
  /**
   * `k1.<key id>.<nonce, content and tag>`. `context` (such as `connection:` and the id) is bound in: a seal moved to another row
   * does not open.
   */
  seal(plain: string, context: string): string
  unseal(sealed: string, context: string): string
  /** The same secret in the same place under the current key. */
  reseal(sealed: string): string
  /** Whether it was sealed under a key that a rotation has replaced. */
  isStale(sealed: string): boolean
  readonly currentKey: string
}

const freshKey = () => ({ id: randomBytes(4).toString('hex'), key: randomBytes(32).toString('base64url') })

/** Whole or not at all, so neither a power cut nor a second process sees half a file. `exclusive` keeps one that was there first. */
async function writeKeyFile(file: string, keys: KeyFile, exclusive: boolean): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const half = `${file}.${randomBytes(4).toString('hex')}.half`
  const handle = await open(half, 'wx', 0o600)
  try {
    await handle.chmod(0o600)
    await handle.writeFile(`${JSON.stringify(keys, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  if (!exclusive) return rename(half, file)
  await link(half, file)
    .catch(error => {
      if (error.code !== 'EEXIST') throw error
    })
    .finally(() => rm(half, { force: true }))
}

async function readKeyFile(file: string): Promise<KeyFile | undefined> {
  const text = await readFile(file, 'utf8').catch(error => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text === undefined ? undefined : parseKeyFile(file, text)
}

function parseKeyFile(file: string, text: string): KeyFile {
  try {
    return keyFile.parse(JSON.parse(text))
  } catch (cause) {
    throw new SecretsUnreadable(
      'broken-key-file',
      `The key file ${file} is damaged. Put back the copy from your backup.`,
      { cause },
    )
  }
}

const placeBytes = 16
const placeOf = (context: string) => createHash('sha256').update(context).digest().subarray(0, placeBytes)

function toKeyring(file: string, { current, keys }: KeyFile): Keyring {
  const bytesOf = (all: KeyFile['keys']) =>
    new Map(Object.entries(all).map(([id, key]) => [id, Buffer.from(key, 'base64url')]))
  let bytes = bytesOf(keys)
  const keyOf = (id: string) => {
    // Another process may have added a key since.
    if (!bytes.has(id)) bytes = bytesOf(parseKeyFile(file, readFileSync(file, 'utf8')).keys)
    const key = bytes.get(id)
    if (key) return key
    throw new SecretsUnreadable(
      'unknown-key',
      `A secret was sealed with the key ${id}, which ${file} does not have. Put back the key file from your backup.`,
    )
  }
  keyOf(current)
  const close = (content: Buffer) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyOf(current), nonce)
    const sealed = Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
    return `k1.${current}.${sealed.toString('base64url')}`
  }
  const openSeal = (sealed: string) => {
    const [, id = '', data = ''] = /^k1\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/.exec(sealed) ?? []
    const all = Buffer.from(data, 'base64url')
    if (all.length < 12 + placeBytes + 16)
      throw new SecretsUnreadable('broken-seal', 'A stored secret is damaged. Enter it again.')
    const decipher = createDecipheriv('aes-256-gcm', keyOf(id), all.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(all.subarray(-16))
    try {
      return Buffer.concat([decipher.update(all.subarray(12, -16)), decipher.final()])
    } catch (cause) {
      throw new SecretsUnreadable('broken-seal', 'A stored secret is damaged. Enter it again.', { cause })
    }
  }
  return {
    currentKey: current,
    seal: (plain, context) => close(Buffer.concat([placeOf(context), Buffer.from(plain, 'utf8')])),
    unseal(sealed, context) {
      const content = openSeal(sealed)
      if (!content.subarray(0, placeBytes).equals(placeOf(context)))
        throw new SecretsUnreadable('broken-seal', 'A stored secret belongs elsewhere. Enter it again.')
      return content.subarray(placeBytes).toString('utf8')
    },
    reseal: sealed => close(openSeal(sealed)),
    isStale: sealed => !sealed.startsWith(`k1.${current}.`),
  }
}

/** The keys that seal what must be kept but read back: passwords and tokens of networks. The file is made when there is none. */
export async function openKeyring(file: string): Promise<Keyring> {
  const found = await readKeyFile(file)
  if (found) {
    // A copy or a restore may have opened it to others.
    if (process.platform !== 'win32') await chmod(file, 0o600)
    return toKeyring(file, found)
  }
  const { id, key } = freshKey()
  await writeKeyFile(file, { version: 1, current: id, keys: { [id]: key } }, true)
  return toKeyring(file, (await readKeyFile(file)) ?? { version: 1, current: id, keys: { [id]: key } })
}

/** Adds a key and makes it the current one; the earlier ones stay until `dropKeys`. */
export async function addKey(file: string): Promise<Keyring> {
  await openKeyring(file)
  const found = await readKeyFile(file)
  const { id, key } = freshKey()
  const keys: KeyFile = { version: 1, current: id, keys: { ...found?.keys, [id]: key } }
  await writeKeyFile(file, keys, false)
  return toKeyring(file, keys)
}

/** Forgets every key but the current one: only after everything was sealed again. */
export async function dropKeys(file: string): Promise<void> {
  const found = await readKeyFile(file)
  const key = found?.keys[found.current]
  if (found && key) await writeKeyFile(file, { ...found, keys: { [found.current]: key } }, false)
}

/** Adds the keys of a saved key file, so that what they sealed opens here too; this file's own current key stays. */
export async function addKeysFrom(file: string, saved: string): Promise<void> {
  const text = await readFile(saved, 'utf8')
  const found = parseKeyFile(saved, text)
  const own = await readKeyFile(file)
  await writeKeyFile(file, own ? { ...own, keys: { ...found.keys, ...own.keys } } : found, false)
}

/** 256 bits in 43 letters that fit a URL. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token; a token has the strength to go without salt or stretching. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** In a time that does not tell how much agreed. */
export function isSame(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const digest = (value: string | Uint8Array) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(left), digest(right))
}
