import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openServer } from '#cli/open-database.ts'
import { findWorkspace, inWords } from '#features/accounts/index.ts'
import { listFollowedFeeds } from '#features/activity/index.ts'
import { opmlFoot, opmlHead, printOutline } from '#features/activity/model.ts'
import { type Counter, printEntity, printEverything, printPeople } from '#features/exports/index.ts'
import type { FeedId, WorkspaceId } from '#kernel/ids.ts'
import type { Settings } from '#platform/settings.ts'
import { type Database, inWorkspace, openDatabase } from '#storage/database.ts'
import { type EntityName, entityNames } from '#storage/export.ts'
import { migrate } from '#storage/migrate.ts'

export type ExportOptions = {
  format?: 'jsonl' | 'json' | 'vcard' | 'csv' | 'opml'
  /** One kind of thing alone, as JSON or CSV. */
  entity?: string
  out?: string
  workspace?: string
  json?: boolean
}

type Io = { out(text: string): void; err(text: string): void; output: NodeJS.WritableStream }

const feedsAtOnce = 500

async function* readFeeds(db: Database, workspace: WorkspaceId) {
  let after: FeedId | undefined
  for (;;) {
    const feeds = await inWorkspace(db, workspace, tx => listFollowedFeeds(tx, workspace, after, feedsAtOnce))
    yield* feeds
    after = feeds.at(-1)?.id
    if (feeds.length < feedsAtOnce) return
  }
}

async function* printed<T>(records: AsyncIterable<T>, print: (record: T) => string, counter: Counter) {
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
  json: ['person', 'people'],
  opml: ['blog', 'blogs'],
} as const

const isEntity = (name: string): name is EntityName => entityNames.some(each => each === name)

/** `kith export [--format …] [--entity NAME] [--out FILE] [--workspace NAME]`; gives the exit code. */
export async function exportCommand(settings: Settings, options: ExportOptions, io: Io): Promise<0 | 1> {
  const { out, entity } = options
  const format = options.format ?? (entity === undefined ? 'jsonl' : 'json')
  if (entity !== undefined && !isEntity(entity)) {
    io.err(`There is no “${entity}” to write out. There is: ${entityNames.join(', ')}.\n`)
    return 1
  }
  if (entity !== undefined && format !== 'json' && format !== 'csv') {
    io.err('One kind of thing alone is written as json or csv: kith export --entity note --format csv.\n')
    return 1
  }
  await using server = await openServer(settings, { mustExist: true })
  await using database = openDatabase({ url: server.url, maxConnections: 2 })
  await migrate(database.pool)
  const { db } = database
  const found = await findWorkspace(database, options.workspace)
  if (!found.ok || !found.value) {
    io.err(`${found.ok ? 'There is no team here yet, so there is nothing to write.' : inWords(found.refusal)}\n`)
    return 1
  }
  const { id, name } = found.value
  const counter = { records: 0 }
  const whole = {
    jsonl: () => printEverything(db, id, counter),
    json: () => printPeople(db, id, 'json', counter),
    vcard: () => printPeople(db, id, 'vcard', counter),
    csv: () => printPeople(db, id, 'csv', counter),
    opml: () =>
      around(opmlHead(`Blogs of ${name}`, new Date()), printed(readFeeds(db, id), printOutline, counter), opmlFoot),
  }
  const parts =
    entity === undefined ? whole[format]() : printEntity(db, id, entity, format === 'csv' ? 'csv' : 'json', counter)
  if (out === undefined) await pipeline(Readable.from(parts), io.output, { end: false })
  else await writeFile(out, parts)
  const things = entity === undefined ? named[format] : named.jsonl
  if (out !== undefined && options.json)
    io.out(`${JSON.stringify({ file: out, format, workspace: name, records: counter.records })}\n`)
  else
    io.err(
      `Wrote ${counter.records} ${things[counter.records === 1 ? 0 : 1]} of “${name}”${out ? ` to ${out}` : ''}.\n`,
    )
  return 0
}
