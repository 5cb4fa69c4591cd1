import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { assess, type Policy } from '#features/etiquette/model.ts'
import {
  type BadPolicy,
  caseLine,
  contextOf,
  type ErrorLine,
  policyOf,
  type VerdictLine,
  verdictOf,
} from '#features/etiquette/wire.ts'
import type { Clock } from '#kernel/clock.ts'
import { type Result, refuse } from '#kernel/result.ts'

/** JSON lines in, one JSON line out for each, in the same order; empty lines are skipped. A bad line is answered, not fatal. */
export async function checkEtiquetteLines(
  input: AsyncIterable<string | Uint8Array>,
  write: (line: string) => void,
  clock: Clock,
  policy?: Policy,
): Promise<{ lines: number; bad: number }> {
  const count = { lines: 0, bad: 0 }
  // As an editor counts them: empty lines too.
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (typeof line === 'string' && line.trim() === '') continue
    count.lines++
    const answer = line === TOO_LONG ? tooLong(number) : checkLine(line, number, clock, policy)
    if ('error' in answer) count.bad++
    write(JSON.stringify(answer))
  }
  return count
}

/** What `GET /api/v1/etiquette/policy` gives, kept as a file. */
export async function readPolicyFile(path: string): Promise<Result<Policy, BadPolicy>> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(path, 'utf8'))
  } catch (cause) {
    const why = cause instanceof SyntaxError ? 'is no JSON' : 'can’t be read'
    return refuse({ code: 'bad-policy', message: `${path} ${why}. Nothing was judged.` })
  }
  const policy = policyOf(value)
  return policy.ok ? policy : refuse({ code: 'bad-policy', message: `${path}: ${policy.refusal.message}` })
}

/** Stands for a line that was dropped while it came in. */
const TOO_LONG = Symbol('a line too long to keep')
const LONGEST_LINE = 4_000_000

const tooLong = (number: number): ErrorLine => ({
  error: `Line ${number} is longer than ${LONGEST_LINE / 1_000_000} million characters. One line is one case; check that the lines end with a line break.`,
})

function checkLine(line: string, number: number, clock: Clock, policy: Policy | undefined): VerdictLine | ErrorLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return {
      ...idInside(line),
      error: `Line ${number} is no JSON. Each line is one object: {"id", "tool", "surface", "stage", "draft", …}.`,
    }
  }
  const parsed = caseLine.safeParse(value)
  if (!parsed.success) return { ...idOf(value), error: `Line ${number}: ${explain(parsed.error)}` }
  const context = contextOf(parsed.data, clock.now())
  if (!context.ok) return { ...idOf(value), error: `Line ${number}: ${context.refusal.message}` }
  return verdictOf(parsed.data.id, assess(parsed.data.draft, { ...context.value, ...(policy && { policy }) }))
}

/** The id of a line that breaks off or breaks somewhere behind it. */
function idInside(line: string): { id?: string | number } {
  const found = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,200}"|-?\d{1,15})\s*[,}]/.exec(line)
  return found?.[1] === undefined ? {} : idOf(readId(found[1]))
}

function readId(written: string): unknown {
  try {
    return { id: JSON.parse(written) }
  } catch {
    return {}
  }
}

const withId = z.object({ id: z.union([z.string(), z.number()]) })

function idOf(value: unknown): { id?: string | number } {
  const parsed = withId.safeParse(value)
  return parsed.success ? { id: parsed.data.id } : {}
}

function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(issue => `${issue.path.join('.') || 'the line'}: ${issue.message}`)
    .join('; ')
}

async function* linesOf(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string | typeof TOO_LONG> {
  const decoder = new TextDecoder()
  let parts: string[] = []
  let length = 0
  const keep = (part: string) => {
    length += part.length
    if (length <= LONGEST_LINE) parts.push(part)
    else parts = []
  }
  const take = () => {
    const line = length > LONGEST_LINE ? TOO_LONG : parts.join('').replace(/^\ufeff/, '')
    parts = []
    length = 0
    return line
  }
  for await (const chunk of input) {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split(
      '\n',
    )
    keep(first)
    for (const other of others) {
      yield take()
      keep(other)
    }
  }
  keep(decoder.decode())
  if (length > 0) yield take()
}
