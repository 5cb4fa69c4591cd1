import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePolicy } from '#features/etiquette/index.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller, Role } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedConnection, seedPerson } from '#tests/conversations.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'
import { findConnection } from '../store/connections.ts'
import { upsertConversations } from '../store/conversations.ts'
import { answerQuestion, askAdmin, readOpenQuestions, readQuestions } from './ask.ts'
import { tellBlocked } from './note-block.ts'
import { overridesCsv, readOverrideMonths, readOverrides } from './overrides-report.ts'
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

test('a rule that the team softened to a warning lets Send through, and one it tightened stops it', async () => {
  const { deps, ben, lena, send } = await start()
  expect(await send(ben, jobTalk)).toMatchObject({ refusal: { code: 'not-yet' } })
  const soften = (line: string, value: 'warn' | 'block') =>
    changePolicy(deps, lena, { line, value, reason: 'Everyone here asked for jobs.' })
  for (const line of ['rule.job-before-introduction', 'rule.message-before-connected'])
    expect(await soften(line, 'warn')).toMatchObject({ ok: true })
  expect(await send(ben, jobTalk)).toMatchObject({ ok: true })
  expect(await soften('rule.too-long', 'block')).toMatchObject({ ok: true })
  const long = 'How was the ward tonight, did it go well? '.repeat(12)
  expect(await send(ben, long)).toMatchObject({ refusal: { code: 'not-yet' } })
})

test('the report says per recruiter and month who asked, what was answered and against which rules', async () => {
  const scene = await start()
  const { deps, ben, lena, send } = scene
  await answerQuestion(deps, lena, await ask(scene), { yes: false, reason: '=HYPERLINK("no")' })
  await answerQuestion(deps, lena, await ask(scene, `${jobTalk} Soon.`), {
    yes: true,
    reason: 'She asked at the fair.',
  })
  await send(ben, `${jobTalk} Soon.`)
  const sent = await sendMessage(deps, lena, scene.conversation, {
    id: newId(),
    text: `${jobTalk} Really.`,
    action: 'message',
    overrideReason: 'Her own wish, by phone.',
  })
  expect(sent).toMatchObject({ ok: true })
  await ask(scene, `${jobTalk} Please.`)
  const may = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-06-01T00:00:00Z') }
  const months = await readOverrideMonths(deps, lena, may)
  expect(months).toMatchObject([
    { recruiter: ben.user, month: '2026-05', granted: 1, declined: 1, open: 1, atOnce: 0 },
    { recruiter: lena.user, month: '2026-05', granted: 0, declined: 0, open: 0, atOnce: 1 },
  ])
  expect(months[0]?.codes).toContainEqual({ code: 'job-before-introduction', count: 3 })
  const granted = await readOverrides(deps, lena, { ...may, recruiter: ben.user, outcome: 'granted' }, undefined, 10)
  expect(granted).toMatchObject([
    { sent: true, reason: 'She asked at the fair.', answeredBy: lena.user, draft: `${jobTalk} Soon.` },
  ])
  expect(granted[0]?.because.join(' ')).toContain('A job, before they know who you are.')
  expect(await readOverrides(deps, lena, { ...may, code: 'too-often' }, undefined, 10)).toEqual([])
  const april = { from: new Date('2026-04-01T00:00:00Z'), to: may.from }
  expect(await readOverrideMonths(deps, lena, april)).toEqual([])
  const stranger = await start()
  expect(await readOverrides(stranger.deps, stranger.lena, may, undefined, 10)).toEqual([])
  let csv = ''
  for await (const part of overridesCsv(deps, lena, may)) csv += part
  expect(csv.split('\r\n').length).toBe(6)
  expect(csv).toContain(`"'=HYPERLINK(""no"")"`)
  expect(csv).not.toContain('Lisbon')
  const pages = await readOverrides(deps, lena, may, undefined, 2)
  const last = pages.at(-1)
  expect(last && (await readOverrides(deps, lena, may, last, 10)).length).toBe(2)
})

test('a block that is met counts once a day, thread and rule, whether the server or the browser stopped it, and keeps none of the words', async () => {
  const scene = await start()
  const { deps, ben, lena, send, conversation, workspace } = scene
  const met = () =>
    inWorkspace(database.db, workspace, async tx => {
      const { rows } = await sql<{ user: string; code: string }>`
        select user_id as "user", code from blocks_met where workspace_id = ${workspace} order by code`.execute(tx)
      return rows
    })
  const draft = { action: 'message' as const, text: jobTalk }
  expect(await tellBlocked(deps, ben, conversation, { ...draft, text: '' })).toBe(true)
  const before = (await met()).length
  await send(ben, jobTalk)
  const codes = (await met()).filter(row => row.user === ben.user).map(row => row.code)
  expect(codes).toContain('job-before-introduction')
  await send(ben, `${jobTalk} Really.`)
  expect(await tellBlocked(deps, ben, conversation, draft)).toBe(true)
  expect((await met()).length).toBe(codes.length)
  expect(codes.length).toBeGreaterThanOrEqual(before)
  expect(await tellBlocked(deps, lena, conversation, draft)).toBe(true)
  expect((await met()).filter(row => row.user === lena.user).map(row => row.code)).toEqual(codes)
  expect(await tellBlocked(deps, ben, newId(), draft)).toBe(false)
})
