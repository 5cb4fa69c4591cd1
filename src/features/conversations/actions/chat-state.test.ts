import { afterAll, beforeAll, expect, test } from 'vitest'
import { minuteMs } from '#kernel/clock.ts'
import { seedConnection } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { noteAwake } from './reach/awake.ts'
import { readChatState } from './visit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('visitors read that somebody is here while a recruiter touches an open page, however long ago the session was noted', async () => {
  const { db } = database
  const { workspace, user } = await seedConnection(db)
  const at = (minutes: number) => ({
    db,
    clock: { now: () => new Date(Date.parse('2026-05-04T09:00:00Z') + minutes * minuteMs) },
  })
  const isHere = async (minutes: number) => (await readChatState(at(minutes), workspace)).online
  expect(await isHere(0)).toBe(false)
  await noteAwake(at(4), { workspace, user, role: 'owner' })
  expect(await isHere(4)).toBe(true)
  expect(await isHere(5)).toBe(true)
  expect(await isHere(7)).toBe(false)
})
