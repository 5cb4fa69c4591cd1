import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Embedded } from '#storage/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that answers with the address of the run's PostgreSQL. */
    testPostgres: string
  }
}

async function startShared(): Promise<Embedded> {
  const { createTemplate, startScratchServer } = await import('#tests/servers/postgres.ts')
  const server = await startScratchServer()
  await createTemplate(server)
  return server
}

/** One PostgreSQL for the whole run, started by the first test file that asks, so runs without database tests don't pay. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let shared: Promise<Embedded> | undefined
  const folder = await mkdtemp(join(tmpdir(), 'kith-run-'))
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${folder.replaceAll('\\', '-')}` : join(folder, 'ask')
  const door = createServer(socket => {
    socket.on('error', () => undefined)
    shared ??= startShared()
    shared.then(
      ({ url, adminUrl }) => socket.end(JSON.stringify({ url, adminUrl })),
      error => socket.end(JSON.stringify({ error: String(error) })),
    )
  })
  await new Promise<void>((resolve, reject) => door.once('error', reject).listen(path, resolve))
  project.provide('testPostgres', path)
  return async () => {
    door.close()
    const server = await shared?.catch(() => undefined)
    await server?.[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  }
}
