import type { Line } from './wire/line.ts'

export type Batch = {
  kind: string
  params: readonly string[]
  tags: ReadonlyMap<string, string>
  lines: readonly Line[]
}

const maxLines = 5_000

/** Keeps the lines of a batch (IRCv3) until it is complete; an inner one's lines belong to the outer one too. */
export function batchBook() {
  const open = new Map<
    string,
    { kind: string; params: readonly string[]; tags: ReadonlyMap<string, string>; lines: Line[] }
  >()
  return {
    /** `kept`: wait for more. A batch: it is complete. Undefined: the line stands alone. */
    take(line: Line): 'kept' | Batch | undefined {
      const reference = line.params[0] ?? ''
      if (line.command === 'BATCH' && reference.startsWith('+')) {
        open.set(reference.slice(1), {
          kind: (line.params[1] ?? '').toLowerCase(),
          params: line.params.slice(2),
          tags: line.tags,
          lines: [],
        })
        return 'kept'
      }
      if (line.command === 'BATCH' && reference.startsWith('-')) {
        const batch = open.get(reference.slice(1))
        open.delete(reference.slice(1))
        if (!batch) return 'kept'
        const outer = open.get(batch.tags.get('batch') ?? '')
        if (!outer) return batch
        outer.lines.push(...batch.lines)
        return 'kept'
      }
      const batch = open.get(line.tags.get('batch') ?? '')
      if (!batch) return undefined
      if (batch.lines.length < maxLines) batch.lines.push(line)
      return 'kept'
    },
  }
}

export const isPlayback = (kind: string): boolean =>
  kind === 'chathistory' || kind === 'znc.in/playback' || kind === 'playback'
