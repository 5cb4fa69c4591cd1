import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asksAboutWork, isDecline, isIntroduction } from '#features/etiquette/model.ts'
import { findContact, recordSpoken, recordTouches } from '#features/relationships/index.ts'
import { optsOut } from '#features/relationships/model.ts'
import { hourMs } from '#kernel/clock.ts'
import { type ConversationId, newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { createEvents } from '#platform/events.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter, createTestClock } from '#tests/servers/workspace.ts'
import { commitEvents } from './commit.ts'
import { checkHandOff } from './hand-off.ts'
import { runLater, sendLater } from './later.ts'
import { sendMessage } from './send.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('nobody writes unknowingly to whom a colleague wrote on another tool; who knows of it does, and is not asked again', async () => {
  const { workspace, connection, user } = await seedConnection(database.db)
  const mara: Caller = { workspace, user, role: 'recruiter' }
  const jonas: Caller = { workspace, user: newId(), role: 'recruiter' }
  await addRecruiter(database.db, jonas)
  const clock = createTestClock('2026-05-07T09:00:00Z')
  const touches = {
    events: createEvents(),
    suppressionKey: new Uint8Array(32),
    readText: { introduces: isIntroduction, asksAboutWork, declines: isDecline, optsOut },
  }
  const deps = {
    db: database.db,
    clock,
    recordSpoken: (tx: Parameters<typeof recordSpoken>[0], spoken: Parameters<typeof recordSpoken>[2]) =>
      recordSpoken(tx, touches, spoken, clock.now()),
    connectorOf: async () => undefined,
    session: () => undefined,
  }
  const ana = await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana Ruiz' })
  await commitEvents(deps, { workspace, connection }, [
    {
      kind: 'message',
      key: newId(),
      otherKeys: [],
      conversation: { id: 'ana@example.org', kind: 'direct' },
      from: { id: 'ana@example.org' },
      own: false,
      text: 'Hello, is the workshop on Friday?',
      sentAt: clock.now(),
      history: false,
    },
  ])
  const within = <T>(work: (tx: Parameters<typeof findContact>[0]) => Promise<T>) =>
    inWorkspace(database.db, workspace, work)
  const { rows } = await within(tx =>
    sql<{
      id: ConversationId
    }>`select conversation_id as id from conversations where workspace_id = ${workspace}`.execute(tx),
  )
  const conversation = rows[0]?.id ?? newId<'Conversation'>()
  const wrote = (caller: Caller, tool: 'linkedin' | 'xmpp') =>
    within(tx =>
      recordTouches(
        tx,
        touches,
        workspace,
        [{ person: ana, user: caller.user, kind: 'our-message', tool, surface: 'direct', at: clock.now() }],
        clock.now(),
      ),
    )
  const send = (caller: Caller, more: object = {}) =>
    sendMessage(deps, caller, conversation, {
      id: newId<'Message'>(),
      text: 'Hello Ana, I am Mara and I recruit. Yes, on Friday at six.',
      action: 'message',
      ...more,
    })
  const contact = () => within(tx => findContact(tx, workspace, mara.user, ana, new Date('2026-04-10T00:00:00Z')))

  await wrote(jonas, 'linkedin')
  clock.pass(60_000)
  expect(await contact()).toMatchObject({ colleague: { user: jonas.user, tool: 'linkedin' }, mineAt: null })
  expect(await send(mara)).toMatchObject({ ok: false, refusal: { code: 'colleague-wrote', by: { tool: 'linkedin' } } })
  const known = (await contact())?.colleague?.touch
  expect(await send(mara, { knownTouch: newId<'Touch'>() })).toMatchObject({ refusal: { code: 'colleague-wrote' } })
  expect(await send(mara, { knownTouch: known })).toMatchObject({ ok: true })
  await wrote(mara, 'xmpp')
  expect(await send(mara)).not.toMatchObject({ refusal: { code: 'colleague-wrote' } })

  // What the colleague says after that is news again.
  clock.pass(60_000)
  await wrote(jonas, 'linkedin')
  expect(await send(mara)).toMatchObject({ refusal: { code: 'colleague-wrote' } })
  await within(tx => sql`update people set owner_id = ${mara.user} where person_id = ${ana}`.execute(tx))
  expect(await send(mara), 'their own contact').not.toMatchObject({ refusal: { code: 'colleague-wrote' } })

  // Not for later either, nor by hand on another page.
  await within(tx => sql`update people set owner_id = null where person_id = ${ana}`.execute(tx))
  const plan = { id: newId<'Message'>(), text: 'See you on Friday.', action: 'message' as const }
  const sendAt = new Date(clock.now().getTime() + hourMs)
  const later = (more: object) => sendLater(deps, mara, conversation, { ...plan, sendAt, ...more })
  expect(await later({})).toMatchObject({ refusal: { code: 'colleague-wrote' } })
  expect(await later({ knownTouch: (await contact())?.colleague?.touch })).toMatchObject({ ok: true })
  const byHand = { person: ana, tool: 'linkedin', surface: 'direct', text: 'Hello Ana.' } as const
  const check = (action: 'message' | 'comment') =>
    checkHandOff({ ...deps, takeBackSpoken: async () => undefined }, mara, { ...byHand, action })
  expect(await check('message')).toMatchObject({ value: { colleague: { tool: 'linkedin' } } })
  expect(await check('comment'), 'in public everybody sees who answers').toMatchObject({ value: { colleague: null } })

  // What was known when it was planned holds nothing back; what came since does.
  clock.pass(hourMs)
  await wrote(jonas, 'linkedin')
  clock.pass(60_000)
  await runLater(deps, { workspace, message: plan.id })
  const held = await within(tx =>
    sql<{ code: string }>`select held_why->>'code' as code from later_messages where message_id = ${plan.id}`.execute(
      tx,
    ),
  )
  expect(held.rows).toEqual([{ code: 'colleague-wrote' }])
})
