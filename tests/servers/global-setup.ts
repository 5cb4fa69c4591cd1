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

/** What a run has once, made when the first test file asks for it, so that runs without such tests don't pay. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let postgres: Promise<Embedded> | undefined
  let pages: Promise<{ folder: string }> | undefined
  let kith: Promise<{ folder: string; token: string }> | undefined
  const find = async (name: string): Promise<object> => {
    if (name === 'pages') {
      pages ??= buildPages()
      return pages
    }
    if (name === 'kith') {
      kith ??= import('#tests/servers/kith.ts').then(({ prepareKith }) => prepareKith())
      return kith
    }
    postgres ??= startShared()
    const { url, adminUrl } = await postgres
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
    const server = await postgres?.catch(() => undefined)
    await server?.[Symbol.asyncDispose]()
    for (const made of [folder, (await kith?.catch(() => undefined))?.folder])
      if (made) await rm(made, { recursive: true, force: true })
  }
}
