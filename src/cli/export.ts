import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openServer } from '#cli/open-database.ts'
import { findWorkspace, inWords } from '#features/accounts/index.ts'
import { listFollowedFeeds } from '#features/activity/index.ts'
import { opmlFoot, opmlHead, printOutline } from '#features/activity/model.ts'
import { listContactCards } from '#features/people/index.ts'
import { type ContactCard, contactCsvHeader, printContactCsvRow, printVCard } from '#features/people/model.ts'
import type { FeedId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Settings } from '#platform/settings.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { readWorkspace } from '#storage/export.ts'
import { migrate } from '#storage/migrate.ts'

export type ExportOptions = {
  format: 'jsonl' | 'vcard' | 'csv' | 'opml'
  out?: string
  workspace?: string
  json?: boolean
}

type Io = { out(text: string): void; err(text: string): void; output: NodeJS.WritableStream }

const cardsAtOnce = 500

async function* readCards(db: Database, workspace: WorkspaceId): AsyncGenerator<ContactCard> {
  let after: PersonId | undefined
  for (;;) {
    const cards = await inWorkspace(db, workspace, tx => listContactCards(tx, workspace, after, cardsAtOnce))
    yield* cards
    after = cards.at(-1)?.personId
    if (cards.length < cardsAtOnce) return
  }
}

async function* readFeeds(db: Database, workspace: WorkspaceId) {
  let after: FeedId | undefined
  for (;;) {
    const feeds = await inWorkspace(db, workspace, tx => listFollowedFeeds(tx, workspace, after, cardsAtOnce))
    yield* feeds
    after = feeds.at(-1)?.id
    if (feeds.length < cardsAtOnce) return
  }
}

async function* printed<T>(records: AsyncIterable<T>, print: (record: T) => string, counter: { records: number }) {
  for await (const record of records) {
    counter.records += 1
    yield print(record)
  }
}

async function* around(head: string, rest: AsyncIterable<string>, foot = '') {
  yield head
  yield* rest
  yield foot
}

/** Beside the file first, so that one that bears the name is whole. */
async function writeFile(file: string, parts: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.part`
  try {
    await using handle = await open(partial, 'w', 0o600)
    await pipeline(Readable.from(parts), handle.createWriteStream({ flush: true }))
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  await rename(partial, file)
}

const named = {
  jsonl: ['record', 'records'],
  vcard: ['person', 'people'],
  csv: ['person', 'people'],
  opml: ['blog', 'blogs'],
} as const
const things = (format: ExportOptions['format'], count: number) => named[format][count === 1 ? 0 : 1]

/** `kith export [--format jsonl|vcard|csv|opml] [--out FILE] [--workspace NAME]`; gives the exit code. */
export async function exportCommand(settings: Settings, options: ExportOptions, io: Io): Promise<0 | 1> {
  const { format, out } = options
  await using server = await openServer(settings, { mustExist: true })
  await using database = openDatabase({ url: server.url, maxConnections: 2 })
  await migrate(database.pool)
  const found = await findWorkspace(database, options.workspace)
  if (!found.ok || !found.value) {
    io.err(`${found.ok ? 'There is no team here yet, so there is nothing to write.' : inWords(found.refusal)}\n`)
    return 1
  }
  const { id, name } = found.value
  const counter = { records: 0 }
  const parts = {
    jsonl: () => printed(readWorkspace(database.pool, id), line => `${line}\n`, counter),
    vcard: () => printed(readCards(database.db, id), printVCard, counter),
    csv: () => around(contactCsvHeader, printed(readCards(database.db, id), printContactCsvRow, counter)),
    opml: () =>
      around(
        opmlHead(`Blogs of ${name}`, new Date()),
        printed(readFeeds(database.db, id), printOutline, counter),
        opmlFoot,
      ),
  }[format]()
  if (out === undefined) await pipeline(Readable.from(parts), io.output, { end: false })
  else await writeFile(out, parts)
  if (out !== undefined && options.json)
    io.out(`${JSON.stringify({ file: out, format, workspace: name, records: counter.records })}\n`)
  else io.err(`Wrote ${counter.records} ${things(format, counter.records)} of “${name}”${out ? ` to ${out}` : ''}.\n`)
  return 0
}
