import { Readable } from 'node:stream'

export type Unstorable = { path: string; message: string }

const deepest = 60
const why = {
  null: 'holds a null character, which can’t be stored. Leave it out',
  half: 'holds half a character (a lone surrogate). Send the text again as it was written',
  deep: `is nested more than ${deepest} levels deep. Send it flatter`,
} as const

const textProblem = (text: string): string | undefined =>
  text.includes('\u0000') ? why.null : text.isWellFormed() ? undefined : why.half

/**
 * The first text in what was sent that a database can't hold, or where it nests too deep for those who walk through it by calling
 * themselves. Bytes and streams are somebody else's to judge.
 */
export function findUnstorable(sent: unknown): Unstorable | undefined {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value: sent, path: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next
    if (typeof value === 'string') {
      const message = textProblem(value)
      if (message) return { path, message }
    }
    if (typeof value !== 'object' || value === null || value instanceof Readable || ArrayBuffer.isView(value)) continue
    if (depth >= deepest) return { path: path.split('.').slice(0, 3).join('.'), message: why.deep }
    for (const [name, inner] of Object.entries(value)) {
      const message = textProblem(name)
      if (message) return { path, message: `has a field whose name ${message}` }
      waiting.push({ value: inner, path: path === '' ? name : `${path}.${name}`, depth: depth + 1 })
    }
  }
  return undefined
}
