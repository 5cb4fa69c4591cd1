import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personErasing, personMoved, personMoveUndone } from '#features/people/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { commitEvents } from './actions/commit.ts'
import { hearForConversations } from './subscriptions.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function start() {
  const place = await seedConnection(database.db)
  const { workspace } = place
  const ana = await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana' })
  const other = await seedPerson(database.db, workspace, {
    tool: 'linkedin',
    key: 'linkedin.com/in/ana',
    name: 'Ana María',
  })
  const events = createEvents()
  hearForConversations(events)
  await commitEvents({ db: database.db, clock: systemClock, recordSpoken: async () => {} }, place, [
    {
      kind: 'message',
      key: 'k1',
      otherKeys: [],
      conversation: { id: 'ana@example.org', kind: 'direct' },
      from: { id: 'ana@example.org' },
      own: false,
      text: 'Is it only nights?',
      sentAt: new Date(),
      history: false,
    },
  ])
  const owners = () =>
    inWorkspace(database.db, workspace, async tx => {
      const { rows } = await sql<{
        person: string
      }>`select person_id as person from conversations where workspace_id = ${workspace}
        union all select person_id from messages where workspace_id = ${workspace}`.execute(tx)
      return rows.map(row => row.person)
    })
  return { workspace, ana, other, events, owners }
}

test('a thread goes with its person when two are found to be one, and back when that is undone', async () => {
  const { workspace, ana, other, events, owners } = await start()
  const move = { workspace, move: newId(), kind: 'merge' as const, from: ana, to: other, user: null, at: new Date() }
  await inWorkspace(database.db, workspace, async tx => {
    await sql`insert into person_moves (workspace_id, move_id, kind, from_id, to_id, probability, evidence, decided_by, decided_at)
      values (${workspace}, ${move.move}, 'merge', ${ana}, ${other}, 1, '[]', 'recruiter', now())`.execute(tx)
    await events.announce(tx, personMoved, { ...move, profiles: [] })
  })
  expect(await owners()).toEqual([other, other])
  await inWorkspace(database.db, workspace, tx => events.announce(tx, personMoveUndone, move))
  expect(await owners()).toEqual([ana, ana])
})

test('nothing they wrote is left when a person is erased', async () => {
  const { workspace, ana, events, owners } = await start()
  await inWorkspace(database.db, workspace, tx =>
    events.announce(tx, personErasing, { workspace, people: [ana], at: new Date() }),
  )
  expect(await owners()).toEqual([])
})
