import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayMs } from '#kernel/clock.ts'
import { newId } from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { nodeName, openJournal } from '#platform/mail/journal.ts'
import { migrateTasks } from '#platform/worker.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { mailSettings, startMailDesk } from '#tests/servers/list-mail.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { type SmtpSink, startSmtpSink } from '#tests/servers/smtp-sink.ts'
import { createTestClock, createWorkspace } from '#tests/servers/workspace.ts'
import {
  changeWeekly,
  planWeekly,
  previewWeekly,
  readWeekly,
  sendAgain,
  sendWeekly,
  stopWeekly,
  type WeeklyDeps,
} from './actions/weekly.ts'
import { findMailForUpdate, updateMail, type WeeklyMail } from './store/weekly.ts'
import { stopToken } from './tokens.ts'

let database: Awaited<ReturnType<typeof startTestDatabase>>
beforeAll(async () => {
  database = await startTestDatabase()
  await migrateTasks(database.pool)
})
afterAll(() => database?.[Symbol.asyncDispose]())

type Desk = {
  caller: Caller
  deps: WeeklyDeps
  sink: SmtpSink
  clock: ReturnType<typeof createTestClock>
  other: WeeklyDeps
}
const never = new AbortController().signal

/** Mara in Berlin, who has asked for the mail on Mondays at eight; it is Wednesday. */
async function open(stack: AsyncDisposableStack, args: readonly string[] = []): Promise<Desk> {
  const sink = stack.use(await startSmtpSink({ args }))
  const caller = await createWorkspace(database.db)
  const desk = stack.use(await startMailDesk(database.db, caller, mailSettings(sink.port)))
  const away = await mkdtemp(join(tmpdir(), 'kith-weekly-'))
  stack.defer(() => rm(away, { recursive: true, force: true }))
  const clock = createTestClock('2026-11-25T12:00:00Z')
  const deps: WeeklyDeps = {
    ...desk.deps,
    clock,
    publicUrl: 'https://kith.example',
    listKey: new Uint8Array(32),
    reach: { allowsAddress: () => true },
    outgoing: desk.outgoing,
  }
  await inWorkspace(database.db, caller.workspace, tx =>
    sql`update users set time_zone = 'Europe/Berlin' where user_id = ${caller.user}`.execute(tx),
  )
  expect(await changeWeekly(deps, caller, { on: true, weekday: 1, hour: 8 })).toMatchObject({ ok: true })
  return { caller, deps, sink, clock, other: { ...deps, outgoing: away } }
}

const run = (deps: WeeklyDeps, { workspace, user }: Caller) => sendWeekly(deps, { workspace, user }, never)
const lastOf = async ({ deps, caller }: Desk) => (await readWeekly(deps, caller)).last
const readable = (raw: string) =>
  Buffer.from(
    raw
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
const tasksOf = (caller: Caller) =>
  acrossWorkspaces(database.db, async tx => {
    const { rows } = await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs
      where key = ${`reports.weekly:${caller.workspace}:${caller.user}`}`.execute(tx)
    return rows.map(row => row.at.toISOString())
  })

test('nobody gets a mail before they asked; from then on one a week, at their hour, however often and by how many nodes its time is looked at', async () => {
  await using stack = new AsyncDisposableStack()
  const desk = await open(stack)
  const { caller, deps, other, sink, clock } = desk
  expect(await tasksOf(caller)).toEqual(['2026-11-30T07:00:00.000Z'])
  await run(deps, caller)
  expect(await sink.mails()).toEqual([])
  clock.set('2026-11-30T06:59:59Z')
  await run(deps, caller)
  expect(await sink.mails()).toEqual([])
  clock.set('2026-11-30T07:00:00Z')
  await Promise.all([run(deps, caller), run(other, caller), run(deps, caller)])
  await run(deps, caller)
  await run(other, caller)
  expect((await sink.mails()).map(mail => mail.to)).toEqual([`${caller.user}@kith.example`])
  expect(await lastOf(desk)).toMatchObject({ week: '2026-11-23', state: 'sent' })
  expect(await tasksOf(caller)).toEqual(['2026-12-07T07:00:00.000Z'])
})

test('a server that was down for weeks sends one mail, of the last whole week, as soon as it is back', async () => {
  await using stack = new AsyncDisposableStack()
  const desk = await open(stack)
  const { caller, deps, sink, clock } = desk
  clock.set('2026-12-23T20:00:00Z')
  await planWeekly(deps)
  expect((await tasksOf(caller)).length).toBe(1)
  await run(deps, caller)
  await run(deps, caller)
  expect((await sink.mails()).length).toBe(1)
  expect(await lastOf(desk)).toMatchObject({ week: '2026-12-14', state: 'sent' })
})

test('of a process that was killed: what never left is sent, what was answered is settled, and what may have arrived is not sent twice', async () => {
  await using stack = new AsyncDisposableStack()
  const desk = await open(stack)
  const { caller, deps, sink, clock } = desk
  const { workspace, user } = caller
  const week = '2026-11-23'
  const node = await nodeName(deps.outgoing)
  const killed = async (mail: Partial<WeeklyMail>, write?: (journal: ReturnType<typeof openJournal>) => void) => {
    await inWorkspace(deps.db, workspace, async tx => {
      const row = await findMailForUpdate(tx, workspace, user, week, clock.now())
      await updateMail(tx, workspace, user, { ...row, state: 'sending', node, at: clock.now(), ...mail })
    })
    const journal = openJournal(deps.outgoing, `weekly-${workspace}-${user}-${week}`)
    write?.(journal)
    journal.close()
    await run(deps, caller)
  }
  clock.set('2026-11-30T09:00:00Z')
  await killed({}, journal => {
    journal.offered(week)
    journal.handed(week)
  })
  expect(await lastOf(desk)).toMatchObject({ state: 'unknown' })
  await killed({}, journal => {
    journal.offered(week)
    journal.answered(week, 250, 'Ok: queued')
  })
  expect(await lastOf(desk)).toMatchObject({ state: 'sent', said: 'Ok: queued' })
  // In another node's hands, and then for too long.
  await killed({ node: 'another' })
  expect(await lastOf(desk)).toMatchObject({ state: 'sending' })
  clock.pass(16 * 60_000)
  await run(deps, caller)
  expect(await lastOf(desk)).toMatchObject({ state: 'unknown' })
  expect(await sink.mails()).toEqual([])
  // Only its reader may have it once more.
  expect(await sendAgain(deps, caller)).toMatchObject({ ok: true })
  await run(deps, caller)
  expect(await sendAgain(deps, caller)).toMatchObject({ ok: false, refusal: { code: 'nothing-to-send' } })
  expect((await sink.mails()).length).toBe(1)
  await killed({})
  expect((await sink.mails()).length).toBe(2)
})

test('a mail server that is busy is asked again, and one that refuses is not; both say so', async () => {
  await using stack = new AsyncDisposableStack()
  const busy = await open(stack, ['-r', 'rcpt'])
  busy.clock.set('2026-11-30T09:00:00Z')
  await expect(run(busy.deps, busy.caller)).rejects.toThrow('the mail server said 4')
  expect(await lastOf(busy)).toMatchObject({ state: 'waiting' })
  const deaf = await open(stack, ['-f', 'rcpt'])
  deaf.clock.set('2026-11-30T09:00:00Z')
  await run(deaf.deps, deaf.caller)
  expect(await lastOf(deaf)).toMatchObject({ state: 'refused' })
  expect((await lastOf(deaf))?.said).not.toBe('')
})

test('the mail has figures and no names, reads as plain text first, and ends by its own link or by one click', async () => {
  await using stack = new AsyncDisposableStack()
  const desk = await open(stack)
  const { caller, deps, sink, clock } = desk
  const { workspace, user } = caller
  await inWorkspace(deps.db, workspace, async tx => {
    for (let n = 0; n < 3; n += 1) {
      const person = newId<'Person'>()
      const at = new Date(Date.parse('2026-11-24T10:00:00Z') + n * 1_000)
      await sql`insert into people (workspace_id, person_id, display_name, created_at, updated_at)
        values (${workspace}, ${person}, 'Ana Ruiz', now(), now())`.execute(tx)
      await sql`insert into touches (workspace_id, touch_id, person_id, user_id, kind, tool, at)
        values (${workspace}, ${newId()}, ${person}, ${user}, 'their-message', 'irc', ${at})`.execute(tx)
      await sql`insert into stage_moves (workspace_id, move_id, user_id, person_id, from_stage, to_stage, cause, at)
        values (${workspace}, ${newId()}, ${user}, ${person}, 'found', 'connected', 'their-message', ${at})`.execute(tx)
    }
  })
  clock.set('2026-11-30T07:00:00Z')
  await run(deps, caller)
  const [mail] = await sink.mails()
  const raw = mail?.raw ?? ''
  expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'))
  const text = readable(raw)
  expect(text).toContain('  People: 3  (in the eight weeks before 0 to 0, median 0)')
  expect(text).toContain('  IRC: People 3, Connected 3, Interested 0')
  expect(text).not.toMatch(/Ana|Ruiz/)
  const [, address = ''] = /List-Unsubscribe: <([^>]+)>/.exec(raw.replaceAll('\r\n ', '')) ?? []
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(text).toContain(address)
  const token = address.slice(address.lastIndexOf('/') + 1)
  expect(token).toBe(stopToken(deps, workspace, user))
  expect(await stopWeekly(deps, `${token.slice(0, -2)}xx`)).toBe(false)
  expect(await stopWeekly(deps, token)).toBe(true)
  clock.pass(7 * dayMs)
  await run(deps, caller)
  expect((await sink.mails()).length).toBe(1)
  expect((await readWeekly(deps, caller)).nextAt).toBeNull()
})

test('without a way out for mail nobody can ask for one, and is told what to do', async () => {
  const caller = await createWorkspace(database.db)
  await using stack = new AsyncDisposableStack()
  const { deps } = await open(stack)
  expect(await changeWeekly(deps, caller, { on: true })).toMatchObject({ ok: false, refusal: { code: 'no-mail' } })
  expect((await previewWeekly(deps, caller)).text).toContain('What your team did')
})
