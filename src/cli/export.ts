import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openServer } from '#cli/open-database.ts'
import { findWorkspace, inWords } from '#features/accounts/index.ts'
import { listContactCards } from '#features/people/index.ts'
import { type ContactCard, contactCsvHeader, printContactCsvRow, printVCard } from '#features/people/model.ts'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Settings } from '#platform/settings.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { readWorkspace } from '#storage/export.ts'
import { migrate } from '#storage/migrate.ts'

export type ExportOptions = {
  format: 'jsonl' | 'vcard' | 'csv'
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

async function* printed<T>(records: AsyncIterable<T>, print: (record: T) => string, counter: { records: number }) {
  for await (const record of records) {
    counter.records += 1
    yield print(record)
  }
}

async function* after(head: string, rest: AsyncIterable<string>) {
  yield head
  yield* rest
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

/** `kith export [--format jsonl|vcard|csv] [--out FILE] [--workspace NAME]`; gives the exit code. */
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
    csv: () => after(contactCsvHeader, printed(readCards(database.db, id), printContactCsvRow, counter)),
  }[format]()
  if (out === undefined) await pipeline(Readable.from(parts), io.output, { end: false })
  else await writeFile(out, parts)
  if (out !== undefined && options.json)
    io.out(`${JSON.stringify({ file: out, format, workspace: name, records: counter.records })}\n`)
  else
    io.err(
      `Wrote ${counter.records} ${format === 'jsonl' ? 'records' : 'people'} of “${name}”${out ? ` to ${out}` : ''}.\n`,
    )
  return 0
}
