import { type ByteSource, UnreadableFile } from '#importers/contract.ts'

export type JsonPath = readonly (string | number)[]
/** A value at a path, as it is written. */
export type JsonPiece = { path: JsonPath; text: string }

const limits = { maxDepth: 300, maxPieceChars: 32 << 20, maxKeyChars: 100_000 }

type Frame = { isArray: boolean; key: string; index: number }

const damaged = (at: number) =>
  new UnreadableFile('broken', `This JSON is damaged near character ${at + 1}. Export it again and retry.`)

/**
 * Reads JSON of any size piece by piece: gives the text of each value whose path is wanted and keeps nothing else. A wanted value is
 * given whole, so nothing inside it is asked for.
 */
export function createJsonReader(wants: (path: JsonPath) => boolean): {
  push(text: string): JsonPiece[]
  end(): JsonPiece[]
} {
  const stack: Frame[] = []
  let expects: 'value' | 'key' | 'colon' | 'comma' = 'value'
  let inString: 'no' | 'key' | 'value' = 'no'
  let escaped = false
  let inScalar = false
  let keyParts = ''
  let captured: { path: JsonPath; depth: number; parts: string[]; chars: number } | undefined
  let total = 0

  const pathHere = (): JsonPath => stack.map(frame => (frame.isArray ? frame.index : frame.key))

  function push(text: string): JsonPiece[] {
    const found: JsonPiece[] = []
    let from = 0
    const keep = (end: number) => {
      if (!captured) return
      captured.chars += end - from
      if (captured.chars > limits.maxPieceChars)
        throw new UnreadableFile(
          'too-big',
          'One entry of this JSON is larger than 32 million characters, so reading stopped. Check where the file comes from.',
        )
      captured.parts.push(text.slice(from, end))
    }
    /** The value that just ended was the captured one, or one inside or outside of it. */
    const valueEnds = (end: number) => {
      expects = 'comma'
      if (!captured || captured.depth !== stack.length) return
      keep(end)
      found.push({ path: captured.path, text: captured.parts.join('') })
      captured = undefined
    }
    const valueStarts = (at: number) => {
      if (captured) return
      const path = pathHere()
      if (!wants(path)) return
      captured = { path, depth: stack.length, parts: [], chars: 0 }
      from = at
    }
    for (let i = 0; i < text.length; i++) {
      const char = text[i] ?? ''
      if (inString !== 'no') {
        if (escaped) escaped = false
        else if (char === '\\') escaped = true
        else if (char === '"') {
          const which = inString
          inString = 'no'
          if (which === 'value') {
            valueEnds(i + 1)
            continue
          }
          const frame = stack[stack.length - 1]
          if (frame && !captured) frame.key = readKey(keyParts)
          expects = 'colon'
          continue
        }
        if (inString === 'key' && !captured) {
          keyParts += char
          if (keyParts.length > limits.maxKeyChars) throw damaged(total + i)
        }
        continue
      }
      if (inScalar) {
        if (!/[\s,\]}]/.test(char)) continue
        inScalar = false
        valueEnds(i)
      }
      if (char === ' ' || char === '\n' || char === '\r' || char === '\t' || char === '\ufeff') continue
      if (char === '"') {
        if (expects === 'key') {
          inString = 'key'
          keyParts = ''
        } else if (expects === 'value') {
          valueStarts(i)
          inString = 'value'
        } else throw damaged(total + i)
      } else if (char === '{' || char === '[') {
        if (expects !== 'value') throw damaged(total + i)
        valueStarts(i)
        stack.push({ isArray: char === '[', key: '', index: 0 })
        if (stack.length > limits.maxDepth)
          throw new UnreadableFile('unsafe', 'This JSON is nested hundreds of levels deep, so it was not read.')
        expects = char === '{' ? 'key' : 'value'
      } else if (char === '}' || char === ']') {
        const frame = stack.pop()
        if (!frame || frame.isArray !== (char === ']')) throw damaged(total + i)
        valueEnds(i + 1)
      } else if (char === ',') {
        const frame = stack[stack.length - 1]
        if (expects !== 'comma' || !frame) throw damaged(total + i)
        if (frame.isArray) frame.index++
        expects = frame.isArray ? 'value' : 'key'
      } else if (char === ':') {
        if (expects !== 'colon') throw damaged(total + i)
        expects = 'value'
      } else {
        if (expects !== 'value') throw damaged(total + i)
        valueStarts(i)
        inScalar = true
      }
    }
    keep(text.length)
    total += text.length
    return found
  }

  return {
    push,
    end() {
      const found = push(' ')
      if (stack.length > 0 || inString !== 'no')
        throw new UnreadableFile('broken', 'This JSON ends in the middle. Export it again and retry.')
      return found
    },
  }
}

function readKey(raw: string): string {
  if (!raw.includes('\\')) return raw
  try {
    const key: unknown = JSON.parse(`"${raw}"`)
    return typeof key === 'string' ? key : raw
  } catch {
    return raw
  }
}

/** Text of a file as UTF-8, piece by piece. */
export async function* utf8Chunks(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of bytes) {
    signal?.throwIfAborted()
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder.decode()
}

/** The wanted values of a JSON file, streamed in its order. */
export async function* jsonPieces(
  source: Pick<ByteSource, 'stream'>,
  wants: (path: JsonPath) => boolean,
  signal?: AbortSignal,
): AsyncGenerator<JsonPiece> {
  const reader = createJsonReader(wants)
  for await (const text of utf8Chunks(source.stream(), signal)) yield* reader.push(text)
  yield* reader.end()
}

/** Names of the members of the root object that stand in the head of a file, or `[]` and the members of its first entry. */
export function rootKeys(head: string): { root: 'object' | 'array' | 'none'; keys: readonly string[] } {
  const start = /^[\ufeff\s]*([{[])/.exec(head)?.[1]
  if (!start) return { root: 'none', keys: [] }
  const keys: string[] = []
  const isArray = start === '['
  const reader = createJsonReader(path => {
    if (isArray && path[0] === 0 && path.length === 2 && typeof path[1] === 'string') keys.push(path[1])
    if (!isArray && path.length === 1 && typeof path[0] === 'string') keys.push(path[0])
    return false
  })
  try {
    reader.push(head)
  } catch {
    // What stands before the damage is enough to know the file by.
  }
  return { root: isArray ? 'array' : 'object', keys }
}
