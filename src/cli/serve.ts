import { access } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Settings } from '#platform/settings.ts'
import { startServer } from '#server/start.ts'

const webFolder = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const forceAfterMs = 40_000

/** Runs until SIGINT or SIGTERM, then ends its work; a second signal ends at once. Gives the exit code. */
export async function serve(settings: Settings, io: { err(text: string): void }): Promise<number> {
  const built = await access(webFolder).then(
    () => true,
    () => false,
  )
  if (!built) io.err('The web pages are not built: only the API answers. Start with "npm start", which builds them.\n')
  for (const name of settings.unknown) io.err(`${name} is no setting of Kith; docs/operate/settings.md lists them.\n`)
  const server = await startServer(settings, built ? { webFolder } : {})
  io.err(`Kith is at ${server.url}\n`)
  if (server.setUpLink)
    io.err(`\nNobody has an account yet. Make yours here (the link works once):\n\n  ${server.setUpLink}\n\n`)
  const stop = new Promise<void>(resolve => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        resolve()
      })
  })
  await stop
  io.err('Stopping …\n')
  const late = setTimeout(() => process.exit(1), forceAfterMs)
  late.unref()
  await server[Symbol.asyncDispose]()
  return 0
}
