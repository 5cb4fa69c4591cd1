import { parseFeed } from '#importers/feeds/parse-feed.ts'
import { type DocumentIo, printDocuments } from './document-targets.ts'

/** `kith feed parse FILE|URL… [--base URL]`; gives the exit code. */
export function feedParse(targets: readonly string[], options: { base?: string }, io: DocumentIo): Promise<0 | 1> {
  return printDocuments(targets, options, io, parseFeed)
}
