import { hash, verify } from '@node-rs/argon2'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const prefix = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$`

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

let nobody: Promise<string> | undefined

/** Without a hash it works just as long and says no: an answer's time tells nothing about who exists. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('the password of nobody')
  const right = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return right && typeof stored === 'string'
}

/** Made with other costs than today's: to be hashed again at the next sign-in. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(prefix)
