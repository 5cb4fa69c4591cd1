import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { findConnectionForUpdate, leaseConnections } from './connections.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const lease = async (holder: ReturnType<typeof newId<'Node'>>, now: Date) => {
  const until = new Date(now.getTime() + 15_000)
  const held = await acrossWorkspaces(database.db, tx => leaseConnections(tx, holder, now, until, 500))
  return held.map(({ id }) => id)
}

test('a connection stays with its node while a message is being stored, and goes to another only when the lease ran out', async () => {
  const { workspace, connection } = await seedConnection(database.db)
  const [holder, other] = [newId<'Node'>(), newId<'Node'>()]
  const now = new Date()
  expect(await lease(holder, now)).toEqual([connection])
  let renewed: Promise<string[]> | undefined
  await inWorkspace(database.db, workspace, async tx => {
    await findConnectionForUpdate(tx, workspace, connection)
    renewed = lease(holder, now)
    // Long enough for the renewal to meet the lock.
    await new Promise(resolve => setTimeout(resolve, 300))
  })
  expect(await renewed).toEqual([connection])
  expect(await lease(other, now)).toEqual([])
  expect(await lease(other, new Date(now.getTime() + 16_000))).toEqual([connection])
  expect(await lease(holder, new Date(now.getTime() + 16_000))).toEqual([])
})
