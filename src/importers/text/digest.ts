import { createHash } from 'node:crypto'

/** A short, stable name for a thing without an id of its own; parts are kept apart, so ('ab','c') differs from ('a','bc'). */
export function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:${part}`)
  return hash.digest('hex').slice(0, 32)
}
