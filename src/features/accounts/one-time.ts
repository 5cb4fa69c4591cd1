import { randomInt } from 'node:crypto'
import { parseId, type WorkspaceId } from '#kernel/ids.ts'

/** Sessions, invitations and links carry their workspace, so that the look-up happens behind its wall. */
export type WorkspaceSecret = { workspace: WorkspaceId; secret: string }

export const writeSecret = ({ workspace, secret }: WorkspaceSecret): string => `${workspace}.${secret}`

export function readSecret(text: string): WorkspaceSecret | undefined {
  const workspace = parseId<'Workspace'>(text.slice(0, 36))
  const secret = text.slice(37)
  return workspace && text[36] === '.' && /^[\w-]{40,60}$/.test(secret) ? { workspace, secret } : undefined
}

export const writeToken = ({ workspace, secret }: WorkspaceSecret): string => `kith_${workspace}_${secret}`

export function readToken(text: string): WorkspaceSecret | undefined {
  if (!text.startsWith('kith_') || text[41] !== '_') return undefined
  return readSecret(`${text.slice(5, 41)}.${text.slice(42)}`)
}

// No vowels, no look-alikes: nothing to misread, no words by chance.
const alphabet = '23456789bcdfghjkmnpqrstvwxz'

/** Sixteen letters and digits in four groups, about 76 bits: made to be written on paper. */
export function newRecoveryCode(): string {
  const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)] ?? '')
  return [0, 4, 8, 12].map(at => letters.slice(at, at + 4).join('')).join('-')
}

/** Eight letters and digits in two groups, good for minutes and one use, few tries per address. */
export function newPairingCode(): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)] ?? '').join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** As a person may type it: any case, any grouping. */
export const cleanCode = (typed: string): string => typed.toLowerCase().replaceAll(/[\s-]/g, '')
