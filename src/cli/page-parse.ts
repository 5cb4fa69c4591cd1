import { parsePage } from '#importers/pages/parse-page.ts'
import { type DocumentIo, printDocuments } from './document-targets.ts'

/** `kith page parse FILE|URL… [--base URL]`; gives the exit code. */
export function pageParse(targets: readonly string[], options: { base?: string }, io: DocumentIo): Promise<0 | 1> {
  return printDocuments(targets, options, io, parsePage)
}
