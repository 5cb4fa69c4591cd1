import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import type { Embedded } from '#storage/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that is asked for `postgres`, `pages` or `kith` and answers with where they are, as JSON. */
    shared: string
  }
}

async function startShared(): Promise<Embedded> {
  const { createTemplate, startScratchServer } = await import('#tests/servers/postgres.ts')
  const server = await startScratchServer()
  await createTemplate(server)
  return server
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The pages as `npm start` has them: built when they are missing or older than what they are made from. */
async function buildPages(): Promise<{ folder: string }> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root })
  return { folder: join(root, 'dist', 'web') }
}

/** Made when the first asks for it; what could not be made is tried again for the next. */
function once<Made>(make: () => Promise<Made>): { ask(): Promise<Made>; made(): Promise<Made | undefined> } {
  let made: Promise<Made> | undefined
  return {
    ask() {
      made ??= make()
      const asked = made
      asked.catch(() => {
        if (made === asked) made = undefined
      })
      return asked
    },
    made: async () => made?.catch(() => undefined),
  }
}

/** What a run has once, made when the first test file asks for it, so that runs without such tests don't pay. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = once(startShared)
  const pages = once(buildPages)
  const kith = once(async () => (await import('#tests/servers/kith.ts')).prepareKith())
  const find = async (name: string): Promise<object> => {
    if (name === 'pages') return pages.ask()
    if (name === 'kith') return kith.ask()
    const { url, adminUrl } = await postgres.ask()
    return { url, adminUrl }
  }
  const folder = await mkdtemp(join(tmpdir(), 'kith-run-'))
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${folder.replaceAll('\\', '-')}` : join(folder, 'ask')
  const door = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', name =>
      find(String(name)).then(
        found => socket.end(JSON.stringify(found)),
        error => socket.end(JSON.stringify({ error: String(error) })),
      ),
    )
  })
  await new Promise<void>((resolve, reject) => door.once('error', reject).listen(path, resolve))
  project.provide('shared', path)
  return async () => {
    door.close()
    await (await postgres.made())?.[Symbol.asyncDispose]()
    for (const made of [folder, (await kith.made())?.folder]) if (made) await rm(made, { recursive: true, force: true })
  }
}
