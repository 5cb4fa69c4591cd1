import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Settings } from '#platform/settings.ts'
import { migrateTasks } from '#platform/worker.ts'
import { type Database, openDatabase } from '#storage/database.ts'
import { startEmbedded } from '#storage/embedded.ts'
import { migrate } from '#storage/migrate.ts'

/** A sentence for stderr, and exit code 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly code = 'command-failed'
}

export const embeddedFolder = (settings: Settings): string => join(settings.dataFolder, 'postgres')

const hasData = (settings: Settings) =>
  access(join(embeddedFolder(settings), 'data', 'PG_VERSION')).then(
    () => true,
    () => false,
  )

/**
 * The address of the database: the one of DATABASE_URL, or Kith's own, started if no server runs it now. With `mustExist` nothing
 * is set up in a folder that has no data yet.
 */
export async function openServer(
  settings: Settings,
  options: { mustExist?: boolean } = {},
): Promise<{ url: string } & AsyncDisposable> {
  if (settings.databaseUrl !== undefined)
    return { url: settings.databaseUrl, [Symbol.asyncDispose]: async () => undefined }
  if (options.mustExist && !(await hasData(settings)))
    throw new CommandFailed(
      `There is no database in ${settings.dataFolder}. Set KITH_DATA to the folder of your Kith, or DATABASE_URL to its server.`,
    )
  return startEmbedded({ dataDir: embeddedFolder(settings) })
}

/** The database, brought up to date, for one command. */
export async function openKith(
  settings: Settings,
  options: { mustExist?: boolean } = {},
): Promise<{ db: Database; pool: pg.Pool } & AsyncDisposable> {
  await using stack = new AsyncDisposableStack()
  const { url } = stack.use(await openServer(settings, options))
  const { db, pool } = stack.use(openDatabase({ url, maxConnections: 4 }))
  await migrate(pool)
  await migrateTasks(pool)
  const whole = stack.move()
  return { db, pool, [Symbol.asyncDispose]: () => whole.disposeAsync() }
}
