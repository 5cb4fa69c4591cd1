import { z } from 'zod'
import { assess } from '#features/etiquette/model.ts'
import { caseLine, contextOf, type ErrorLine, type VerdictLine, verdictOf } from '#features/etiquette/wire.ts'
import type { Clock } from '#kernel/clock.ts'

/** JSON lines in, one JSON line out for each, in the same order; empty lines are skipped. A bad line is answered, not fatal. */
export async function checkEtiquetteLines(
  input: AsyncIterable<string | Uint8Array>,
  write: (line: string) => void,
  clock: Clock,
): Promise<{ lines: number; bad: number }> {
  const count = { lines: 0, bad: 0 }
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue
    count.lines++
    const answer = checkLine(line, count.lines, clock)
    if ('error' in answer) count.bad++
    write(JSON.stringify(answer))
  }
  return count
}

function checkLine(line: string, number: number, clock: Clock): VerdictLine | ErrorLine {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return {
      error: `Line ${number} is no JSON. Each line is one object: {"id", "tool", "surface", "stage", "draft", …}.`,
    }
  }
  const id = idOf(value)
  const parsed = caseLine.safeParse(value)
  if (!parsed.success) return { ...id, error: `Line ${number}: ${explain(parsed.error)}` }
  const context = contextOf(parsed.data, clock.now())
  if (!context.ok) return { ...id, error: `Line ${number}: ${context.refusal.message}` }
  return verdictOf(parsed.data.id, assess(parsed.data.draft, context.value))
}

function idOf(value: unknown): { id?: string | number } {
  const parsed = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value)
  return parsed.success ? { id: parsed.data.id } : {}
}

function explain(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(issue => `${issue.path.join('.') || 'the line'}: ${issue.message}`)
    .join('; ')
}

async function* linesOf(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    yield* lines.map(line => line.replace(/^\ufeff/, ''))
  }
  rest += decoder.decode()
  if (rest !== '') yield rest.replace(/^\ufeff/, '')
}
