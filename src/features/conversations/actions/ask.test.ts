import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'
import { findConnection } from '../store/connections.ts'
import { upsertConversations } from '../store/conversations.ts'
import { answerQuestion, askAdmin, readOpenQuestions, readQuestions } from './ask.ts'
import { sendMessage } from './send.ts'

const jobTalk = 'We have a job opening for a night nurse in Lisbon, apply now!'
const now = new Date('2026-05-04T09:00:00Z')

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

async function start() {
  const place = await seedConnection(database.db)
  const { workspace } = place
  await seedPerson(database.db, workspace, { tool: 'xmpp', key: 'ana@example.org', name: 'Ana Ruiz' })
  const member = async (role: Role): Promise<Caller> => {
    const caller = { workspace, role, user: newId<'User'>() }
    await addRecruiter(database.db, caller)
    return caller
  }
  const conversation = await inWorkspace(database.db, workspace, async tx => {
    const connection = await findConnection(tx, workspace, place.connection)
    if (!connection) throw new Error('the connection is there')
    const wanted = { id: newId<'Conversation'>(), remoteId: 'ana@example.org', kind: 'direct' as const, title: null }
    const made = await upsertConversations(tx, workspace, connection, [wanted], now)
    return made.get('ana@example.org')?.id ?? wanted.id
  })
  const deps = {
    db: database.db,
    clock: { now: () => now },
    connectorOf: async () => undefined,
    session: () => undefined,
  }
  const trail = () =>
    inWorkspace(database.db, workspace, async tx => {
      const { rows } = await sql<{ action: string; user: string; detail: Record<string, unknown> }>`
        select action, user_id as "user", detail from audit_log where workspace_id = ${workspace} order by action`.execute(
        tx,
      )
      return rows
    })
  const send = (caller: Caller, text: string) =>
    sendMessage(deps, caller, conversation, { id: newId(), text, action: 'message' })
  return {
    deps,
    conversation,
    ben: await member('recruiter'),
    lena: await member('admin'),
    send,
    trail,
    workspace,
  }
}

const ask = async (scene: Awaited<ReturnType<typeof start>>, text = jobTalk) => {
  const asked = await askAdmin(scene.deps, scene.ben, scene.conversation, { text, action: 'message' })
  if (!asked.ok) throw new Error(asked.refusal.code)
  return asked.value
}

test('an admin says yes with a reason, and then exactly that text goes, once', async () => {
  const scene = await start()
  const { deps, ben, lena, send } = scene
  expect(await send(ben, jobTalk)).toMatchObject({ refusal: { code: 'not-yet' } })
  const question = await ask(scene)
  expect(await readOpenQuestions(deps, lena)).toMatchObject([{ id: question, askedBy: ben.user, draft: jobTalk }])
  expect(await send(ben, jobTalk)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await answerQuestion(deps, lena, question, { yes: true, reason: 'too short' })).toMatchObject({
    refusal: { code: 'reason-too-short' },
  })
  const reason = 'She asked me for it at the fair.'
  expect(await answerQuestion(deps, lena, question, { yes: true, reason })).toMatchObject({ ok: true })
  expect(await send(ben, `${jobTalk} Soon.`)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await send(lena, jobTalk)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(await send(ben, jobTalk)).toMatchObject({ ok: true })
  expect(await send(ben, jobTalk)).toMatchObject({ refusal: { code: 'not-yet' } })
  const trail = await scene.trail()
  expect(trail).toMatchObject([
    { action: 'etiquette.allowed', user: lena.user, detail: { reason, askedBy: ben.user } },
    { action: 'etiquette.overridden', user: ben.user, detail: { reason, allowedBy: lena.user } },
  ])
  expect(JSON.stringify(trail)).not.toContain('Lisbon')
})

test('a no is told with its words, and nothing goes', async () => {
  const scene = await start()
  const question = await ask(scene)
  await answerQuestion(scene.deps, scene.lena, question, { yes: false, reason: 'Read her post first.' })
  expect(await readQuestions(scene.deps, scene.ben, scene.conversation)).toMatchObject([
    { state: 'declined', reason: 'Read her post first.', user: scene.lena.user },
  ])
  expect(await scene.send(scene.ben, jobTalk)).toMatchObject({ refusal: { code: 'not-yet' } })
  expect(
    await answerQuestion(scene.deps, scene.lena, question, { yes: true, reason: 'Changed my mind.' }),
  ).toMatchObject({
    refusal: { code: 'answered-already' },
  })
})

test('only admins answer; a recruiter sees their own questions, and a newer one takes the place of the older', async () => {
  const scene = await start()
  const first = await ask(scene)
  expect(
    await answerQuestion(scene.deps, scene.ben, first, { yes: true, reason: 'I allow it to myself.' }),
  ).toMatchObject({
    refusal: { code: 'admins-answer' },
  })
  await ask(scene, `${jobTalk} Please.`)
  expect(await readOpenQuestions(scene.deps, scene.lena)).toMatchObject([{ draft: `${jobTalk} Please.` }])
  const other = { ...scene.ben, user: newId<'User'>() }
  expect(await readQuestions(scene.deps, other, scene.conversation)).toEqual([])
})

test('what nothing holds back needs no question, and what the law forbids has no answer', async () => {
  const scene = await start()
  const { deps, ben, conversation, workspace } = scene
  await inWorkspace(database.db, workspace, tx =>
    sql`update people set do_not_contact_at = now() where workspace_id = ${workspace}`.execute(tx),
  )
  expect(await askAdmin(deps, ben, conversation, { text: 'Hello Ana', action: 'message' })).toMatchObject({
    refusal: { code: 'never' },
  })
})

test('after a yes the server judges again: do-not-contact since then still holds', async () => {
  const scene = await start()
  const question = await ask(scene)
  await answerQuestion(scene.deps, scene.lena, question, { yes: true, reason: 'She asked me for it at the fair.' })
  await inWorkspace(database.db, scene.workspace, tx =>
    sql`update people set do_not_contact_at = now() where workspace_id = ${scene.workspace}`.execute(tx),
  )
  expect(await scene.send(scene.ben, jobTalk)).toMatchObject({ refusal: { code: 'not-yet', verdict: { hard: true } } })
})
