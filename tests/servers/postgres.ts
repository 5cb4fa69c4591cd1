import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { readTestSettings } from '#platform/settings.ts'
import { migrateTasks } from '#platform/worker.ts'
import { type Database, openDatabase } from '#storage/database.ts'
import { type Embedded, startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'
import { askShared } from '#tests/servers/shared.ts'

export const debianBinaries = '/usr/lib/postgresql/15/bin'
export const templateName = 'kith_template'

/** A PostgreSQL of its own in a folder that goes with it. Fast, not durable. */
export async function startScratchServer(options: { postgres?: 'embedded' | 'debian' } = {}): Promise<Embedded> {
  const postgres = options.postgres ?? readTestSettings().postgres
  const dataDir = await mkdtemp(join(tmpdir(), 'kith-test-'))
  const server = await startEmbedded({
    dataDir,
    durable: false,
    settings: { shared_buffers: '128MB', max_wal_size: '256MB' },
    ...(postgres === 'debian' && { binaries: debianBinaries }),
  })
  return {
    url: server.url,
    adminUrl: server.adminUrl,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

async function asAdmin(adminUrl: string, query: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(query)
  } finally {
    await admin.end()
  }
}

/** An empty database, owned by the role that `url` names. */
export async function createDatabase(
  server: { url: string; adminUrl: string },
  name: string,
  template = 'template1',
): Promise<string> {
  await asAdmin(server.adminUrl, `create database ${name} template ${template} owner kith strategy file_copy`)
  return withDatabase(server.url, name)
}

/** The migrated database that each test database is a copy of. */
export async function createTemplate(server: Embedded): Promise<void> {
  await using database = openDatabase({ url: await createDatabase(server, templateName), maxConnections: 2 })
  await migrate(database.pool)
  await migrateTasks(database.pool)
}

const address = z.object({ url: z.string(), adminUrl: z.string() })

/** The server that all files of this vitest run share; the first to ask has it started. */
const findSharedServer = () => askShared('postgres', address)

let created = 0

/**
 * A fresh, migrated database. `db` and `pool` connect as a role that row-level security binds. `{ empty: true }` leaves out the
 * schema.
 */
export async function startTestDatabase(
  options: { empty?: boolean } = {},
): Promise<{ url: string; db: Database; pool: pg.Pool } & AsyncDisposable> {
  const server = await findSharedServer()
  created += 1
  const name = `test_${process.pid}_${created}_${Math.random().toString(36).slice(2, 8)}`
  const url = await createDatabase(server, name, options.empty ? 'template1' : templateName)
  const database = openDatabase({ url, maxConnections: 10 })
  return {
    url,
    db: database.db,
    pool: database.pool,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]()
      await asAdmin(server.adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}
