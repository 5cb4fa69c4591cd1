import { chmod, copyFile } from 'node:fs/promises'
import { openServer } from '#cli/open-database.ts'
import type { Settings } from '#platform/settings.ts'
import { writeBackup } from '#storage/backup.ts'

type Io = { out(text: string): void; err(text: string): void }

/** `kith backup`: one file for the whole database; with `withKey` the key file beside it. Kith may go on running. */
export async function backup(
  settings: Settings,
  options: { out?: string; withKey?: boolean; json?: boolean },
  deps: { version: string; now: Date },
  io: Io,
): Promise<0> {
  const file = options.out ?? `kith-${deps.now.toISOString().slice(0, 16).replaceAll(/[:T]/g, '-')}.backup`
  await using server = await openServer(settings, { mustExist: true })
  const report = await writeBackup({ url: server.url, file, kith: deps.version, now: deps.now })
  const keyCopy = options.withKey ? `${file}.keys.json` : undefined
  if (keyCopy) {
    await copyFile(settings.keyFile, keyCopy)
    await chmod(keyCopy, 0o600)
  }
  if (options.json) {
    io.out(`${JSON.stringify({ file, keyFile: keyCopy ?? null, bytes: report.bytes, rows: report.rows })}\n`)
    return 0
  }
  const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0)
  io.err(
    `Wrote ${file}: ${rows} rows of ${Object.keys(report.rows).length} tables, ${Math.ceil(report.bytes / 1024)} kB.\n`,
  )
  io.err(
    keyCopy
      ? `Wrote ${keyCopy}, the key to the passwords in it. Keep the two in different places.\n`
      : `The key file is not in it (${settings.keyFile}): without that, passwords of networks can't be opened again. Save it too, apart, or use --with-key.\n`,
  )
  return 0
}
