import { access, stat } from 'node:fs/promises'
import { CommandFailed, openServer } from '#cli/open-database.ts'
import { addKeysFrom } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { migrateTasks } from '#platform/worker.ts'
import { openDatabase } from '#storage/database.ts'
import { inspectBackup, restoreBackup } from '#storage/restore.ts'

type Io = { out(text: string): void; err(text: string): void }

/** `kith restore FILE`: checks the file first, then puts all of it in place or changes nothing. */
export async function restore(
  settings: Settings,
  file: string,
  options: { force?: boolean; withKey?: boolean; json?: boolean },
  io: Io,
): Promise<0> {
  const keyCopy = `${file}.keys.json`
  const missing = (path: string) =>
    access(path).catch(() => {
      throw new CommandFailed(`There is no file ${path}, or this user may not read it.`)
    })
  await missing(file)
  if ((await stat(file)).isDirectory()) throw new CommandFailed(`${file} is a folder. Name the backup in it.`)
  if (options.withKey) await missing(keyCopy)
  await inspectBackup(file)
  await using server = await openServer(settings)
  {
    await using database = openDatabase({ url: server.url, maxConnections: 2 })
    await migrateTasks(database.pool)
  }
  const { header, rows } = await restoreBackup({ url: server.url, file, force: options.force === true })
  if (options.withKey) await addKeysFrom(settings.keyFile, keyCopy)
  if (options.json) {
    io.out(`${JSON.stringify({ file, createdAt: header.createdAt, kith: header.kith, rows })}\n`)
    return 0
  }
  const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
  io.err(`Restored ${count} rows, as they were on ${header.createdAt} (Kith ${header.kith}).\n`)
  if (!options.withKey)
    io.err(`If this is another installation, put its key file at ${settings.keyFile} too (or use --with-key).\n`)
  return 0
}
