import { mkdir, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Example } from '#server/examples.ts'
import type { ApiDocument } from './document.ts'

/** Where a run leaves what it saw; `npm run examples` takes from there what is missing or no longer true. */
export const seenFolder = new URL('../../node_modules/.cache/kith/', import.meta.url)
export const seenFile = new URL('examples.jsonl', seenFolder)

const most = { items: 2, characters: 300, lines: 6 }
const secret = new Set(['token', 'secret'])
const entries = z.record(z.string(), z.unknown())

const masked = (text: string) => text.replaceAll(/(?<=.{6})[A-Za-z0-9]/g, 'x')

/** Short enough to read: few items, no long texts, nothing that looks like a secret. */
function shortened(value: unknown, name = ''): unknown {
  if (typeof value === 'string')
    return secret.has(name)
      ? masked(value)
      : value.length > most.characters
        ? `${value.slice(0, most.characters)}…`
        : value
  if (Array.isArray(value)) return value.slice(0, most.items).map(each => shortened(each))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(entries.parse(value)).map(([key, each]) => [key, shortened(each, key)]))
}

function readable(call: Example): Example {
  const { answer } = call
  return {
    ...call,
    body: shortened(call.body),
    answer:
      typeof answer === 'string'
        ? `${answer.split('\n').slice(0, most.lines).join('\n').trimEnd()}\n`
        : shortened(answer),
  }
}

/** Of each operation the call that says most, whole where the short one would not fit the document. */
export function examplesOf(calls: readonly Example[], document: ApiDocument): Example[] {
  const best = new Map<string, { example: Example; size: number }>()
  for (const call of calls) {
    const short = readable(call)
    const example = document.judge(short).length === 0 ? short : call
    const size = JSON.stringify(example).length
    if (size > (best.get(call.operation)?.size ?? 0)) best.set(call.operation, { example, size })
  }
  return document.operations.flatMap(name => best.get(name)?.example ?? [])
}

export async function keepSeen(examples: readonly Example[]): Promise<void> {
  await mkdir(seenFolder, { recursive: true })
  await writeFile(seenFile, examples.map(each => `${JSON.stringify(each)}\n`).join(''))
}
