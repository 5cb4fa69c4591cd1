import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { UnreadableFile } from '#importers/contract.ts'
import { NotAFeed } from '#importers/feeds/document.ts'

export type FetchBytes = (url: string) => Promise<{ bytes: Uint8Array; contentType?: string; url?: string }>

/** What a command that reads documents needs of the world around it. */
export type DocumentIo = {
  stdout(text: string): void
  stderr(text: string): void
  fetch: FetchBytes
}

export type Origin = { contentType?: string; url?: string }

const isUrl = (target: string): boolean => /^https?:\/\//i.test(target)

async function load(
  target: string,
  base: string | undefined,
  io: DocumentIo,
): Promise<{ bytes: Uint8Array; origin: Origin }> {
  if (!isUrl(target)) {
    if (/^(?!file:)[a-z][a-z+.-]+:\/\//i.test(target))
      throw new UnreadableFile('not-recognised', 'Only http and https addresses can be opened, and files.')
    const bytes = await readFile(target.startsWith('file:') ? new URL(target) : pathToFileURL(target))
    if (isBinary(bytes)) throw new UnreadableFile('not-recognised', 'This is no text: it holds null bytes.')
    return { bytes, origin: base === undefined ? {} : { url: base } }
  }
  const { bytes, contentType, url } = await io.fetch(target)
  return { bytes, origin: { url: base ?? url ?? target, ...(contentType !== undefined && { contentType }) } }
}

const strayNulls = 3

/** Text in UTF-16 and UTF-32 holds null bytes, too, and says so by its first four. */
function isBinary(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const isBareWide = (first === 0) !== (second === 0) && (third === 0) !== (fourth === 0)
  const isWidest = first === 0 && second === 0 && third === 0xfe && fourth === 0xff
  const isBareWidest = second === 0 && third === 0 && (first === 0) !== (fourth === 0)
  if (isWide || isBareWide || isWidest || isBareWidest) return false
  // A stray one among words is left out by the readers, as browsers do; pictures and archives hold many.
  const head = bytes.subarray(0, 4_096)
  const nulls = head.filter(byte => byte === 0).length
  return nulls > strayNulls || nulls * 20 > head.length
}

function explain(error: unknown): string | undefined {
  if (error instanceof UnreadableFile || error instanceof NotAFeed) return error.message
  if (!(error instanceof Error)) return undefined
  if ('code' in error) {
    if (error.code === 'ENOENT') return 'There is no such file.'
    if (error.code === 'EACCES') return 'This file may not be read by this user.'
    if (error.code === 'EISDIR') return 'This is a folder; name a file.'
  }
  return error.message
}

/**
 * Reads each target with `parse` and prints what it holds: one document pretty-printed, several as one JSON line each, in order; one
 * that could not be read is a line `{source, error}`. Gives the exit code: 1 when any could not be read, with the reason on stderr.
 */
export async function printDocuments(
  targets: readonly string[],
  { base }: { base?: string },
  io: DocumentIo,
  parse: (bytes: Uint8Array, origin: Origin) => unknown,
): Promise<0 | 1> {
  if (base !== undefined && !URL.canParse(base)) {
    io.stderr(`--base ${base}: give a whole address such as https://example.org/blog/.\n`)
    return 1
  }
  let exit: 0 | 1 = targets.length === 0 ? 1 : 0
  if (targets.length === 0) io.stderr('Name at least one file or address.\n')
  for (const target of targets) {
    try {
      const { bytes, origin } = await load(target, base, io)
      const document = parse(bytes, origin)
      io.stdout(`${targets.length === 1 ? JSON.stringify(document, null, 2) : JSON.stringify(document)}\n`)
    } catch (error) {
      const reason = explain(error) ?? 'It could not be read.'
      io.stderr(`${target}: ${reason}\n`)
      if (targets.length > 1) io.stdout(`${JSON.stringify({ source: target, error: reason })}\n`)
      exit = 1
    }
  }
  return exit
}
