import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { listConversationsAround } from '../store/conversations.ts'
import { readAssessment, readContext } from './assess.ts'
import { commitEvents } from './commit.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const ana = '@ana@example.org'

test('a public answer may be given before they are connected, and never lets a direct message through', async () => {
  const place = await seedConnection(database.db, 'mastodon')
  await seedPerson(database.db, place.workspace, { tool: 'mastodon', key: ana, name: 'Ana' })
  const deps = { db: database.db, clock: systemClock, recordSpoken: async () => undefined }
  const now = new Date()
  const base = { otherKeys: [], from: { id: ana, name: 'Ana' }, own: false, sentAt: now, history: false }
  await commitEvents(deps, place, [
    {
      kind: 'message',
      key: 'p1',
      conversation: { id: `public ${ana}`, kind: 'public', with: ana },
      text: 'Look at my roses',
      ...base,
    },
    { kind: 'contact', key: 'c1', person: { id: ana }, state: 'refused', at: now },
  ])
  const caller: Caller = { workspace: place.workspace, user: place.user, role: 'recruiter' }
  const found = await inWorkspace(database.db, place.workspace, tx =>
    listConversationsAround(tx, place.workspace, place.connection, new Date(0)),
  )
  const inPublic = found.find(each => each.kind === 'public')
  if (!inPublic) throw new Error('the public conversation is there')
  expect(await readContext(deps, caller, inPublic.id)).toMatchObject({ surface: 'public', stage: 'found', history: [] })
  const draft = { action: 'message', text: 'The red one is lovely, which kind is it?' } as const
  expect(await readAssessment(deps, caller, inPublic.id, draft)).toMatchObject({ verdict: 'allow' })
  const job = { action: 'message', text: 'We need a gardener in our team, 50,000 a year. Apply today!' } as const
  expect(await readAssessment(deps, caller, inPublic.id, job)).toMatchObject({
    verdict: 'block',
    reasons: expect.arrayContaining([expect.objectContaining({ code: 'job-before-introduction' })]),
  })
})
