import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Settings } from '#platform/settings.ts'
import { type RunningServer, startServer } from '#server/start.ts'

const webFolder = fileURLToPath(new URL('../../dist/web/', import.meta.url))
const forceAfterMs = 40_000
/** One wish to stop may arrive several times: from the terminal or the service manager, and passed on by npm and its shell. */
const sameRequestMs = 1_000

/** Runs until SIGINT or SIGTERM, then ends its work; a second signal ends at once. Gives the exit code. */
export async function serve(
  settings: Settings,
  options: { quiet?: boolean },
  io: { err(text: string): void },
): Promise<number> {
  const built = await access(join(webFolder, 'index.html')).then(
    () => true,
    () => false,
  )
  if (!built) io.err('The web pages are not built: only the API answers. Start with "npm start", which builds them.\n')
  for (const name of settings.unknown) io.err(`${name} is no setting of Kith; docs/operate/settings.md lists them.\n`)
  const server = await startServer(settings, built ? { webFolder } : {})
  if (!options.quiet) io.err(greeting(server))
  const stop = new Promise<void>(resolve => {
    let askedAt: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        askedAt ??= performance.now()
        if (performance.now() - askedAt > sameRequestMs) process.exit(1)
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

/** One link, whoever reads it. */
const greeting = ({ setUpLink, forPeople }: RunningServer): string =>
  setUpLink
    ? `Kith is ready. Nobody has an account yet: make yours here. The link works once.\n\n  ${setUpLink}\n\n`
    : `Kith is ready: ${forPeople}\n`
