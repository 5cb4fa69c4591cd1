import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createToken } from '#features/accounts/index.ts'
import { dayMs, hourMs, systemClock } from '#kernel/clock.ts'
import { type ConversationId, newId, parseId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Role } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'
import * as wire from './wire.ts'

type Who = { user: UserId; token: string }

let api: ApiServer
let workspace: WorkspaceId
let mara: Who

beforeAll(async () => {
  api = await startApi()
  workspace = parseId<'Workspace'>(api.token.split('_')[1] ?? '') ?? newId()
  const me = await ask({ token: api.token }, z.object({ user: z.object({ id: z.string() }) }), 'GET', '/me')
  mara = { user: me.user.id as UserId, token: api.token }
})
afterAll(() => api?.[Symbol.asyncDispose]())

async function colleague(role: Role = 'recruiter'): Promise<Who> {
  const user = newId<'User'>()
  await addRecruiter(api.db, { workspace, user, role })
  const made = await createToken({ db: api.db, clock: systemClock }, { workspace, user }, { name: role })
  if (!made.ok) throw new Error(made.refusal.code)
  return { user, token: made.value.token }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
async function answer(who: Pick<Who, 'token'>, method: Method, path: string, body?: object) {
  const reply = await api.app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: `Bearer ${who.token}` },
    ...(body ? { payload: body } : {}),
  })
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() }
}
async function ask<T>(
  who: Pick<Who, 'token'>,
  shape: z.ZodType<T>,
  method: Method,
  path: string,
  body?: object,
): Promise<T> {
  const { status, body: found } = await answer(who, method, path, body)
  if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(found)}`)
  return shape.parse(found)
}

const made = z.object({ id: z.string() })
const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(api.db, workspace, work)

async function chat(who: Who, name: string): Promise<ConversationId> {
  const [connection, conversation] = [newId<'Connection'>(), newId<'Conversation'>()]
  const at = new Date()
  await inside(async tx => {
    await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${workspace}, ${connection}, ${who.user}, 'xmpp', 'xmpp', ${at}, ${at})`.execute(tx)
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, title, assignee_id, created_at, last_message_at)
      values (${workspace}, ${conversation}, ${connection}, 'xmpp', 'direct', ${name}, ${name}, ${who.user}, ${at}, ${at})`.execute(
      tx,
    )
  })
  return conversation
}

test('a calendar program reads to-dos on their day with their reminder, and what was put aside at its time', async () => {
  const tom = await colleague()
  const { url } = await ask(tom, z.object({ url: z.string() }), 'POST', '/me/calendar-link')
  const read = async () => {
    const reply = await api.app.inject({ url: new URL(url).pathname })
    expect(reply.statusCode).toBe(200)
    return new ICAL.Component(ICAL.parse(reply.body)).getAllSubcomponents('vevent')
  }
  expect(await read()).toEqual([])
  const ana = (await ask(tom, made, 'POST', '/people', { name: 'Ana Ruiz' })).id
  const remindAt = new Date(Date.now() + hourMs)
  remindAt.setUTCMilliseconds(0)
  const due = new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 10)
  const given = { text: 'Send the rota', person: ana, dueOn: due, remindAt: remindAt.toISOString() }
  const { id } = await ask(tom, made, 'POST', '/todos', given)
  await ask(tom, made, 'POST', '/todos', { text: 'Some day' })
  await ask(mara, made, 'POST', '/todos', { text: 'Not Tom’s', dueOn: due })
  const conversation = await chat(tom, 'Li Wen')
  const until = new Date(Date.now() + 2 * dayMs)
  until.setUTCMilliseconds(0)
  const snooze = { for: 'time', until: until.toISOString() }
  await ask(tom, z.unknown(), 'PATCH', `/conversations/${conversation}`, { snooze })
  const [todo, back, ...none] = (await read()).map(component => new ICAL.Event(component))
  expect(none).toEqual([])
  expect(todo).toMatchObject({ summary: 'Send the rota (Ana Ruiz)' })
  expect([todo?.startDate.isDate, todo?.startDate.toString()]).toEqual([true, due])
  const alarm = todo?.component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')
  expect(new Date(String(alarm)).getTime()).toBe(remindAt.getTime())
  expect(back?.summary).toBe('↩ Li Wen')
  expect(back?.startDate.toJSDate()).toEqual(until)
  await ask(tom, z.unknown(), 'PATCH', `/todos/${id}`, { done: true })
  const [ticked] = (await read()).map(component => new ICAL.Event(component))
  expect(ticked?.summary).toBe('✓ Send the rota (Ana Ruiz)')
  expect(Number(ticked?.sequence)).toBeGreaterThan(Number(todo?.sequence))
  expect(ticked?.component.getFirstSubcomponent('valarm')).toBeNull()
})

const team = (name: string, members: UserId[]) =>
  ask(mara, wire.teamParams, 'POST', '/teams', { name, members }).then(one => one.team)

test('a team has a name and members; work is looked at by team; only an admin makes one, and it comes back', async () => {
  const [tom, jo] = [await colleague(), await colleague()]
  // Told again, there is such a team already.
  const name = `Nights ${newId().slice(-6)}`
  const nights = await team(name, [tom.user])
  const list = async () => (await ask(tom, wire.teamList, 'GET', '/teams')).teams.filter(each => each.id === nights)
  expect(await list()).toMatchObject([{ name, members: [{ id: tom.user, open: 0 }] }])
  expect((await answer(tom, 'POST', '/teams', { name: 'Days' })).status).toBe(403)
  expect((await answer(mara, 'POST', '/teams', { name: name.toUpperCase() })).body.error.code).toBe('name-taken')
  const unknown = { name: 'Days', members: [newId<'User'>()] }
  expect((await answer(mara, 'POST', '/teams', unknown)).body.error.code).toBe('no-such-member')
  await ask(jo, made, 'POST', '/todos', { text: 'Jo’s' })
  await ask(tom, made, 'POST', '/todos', { text: 'Tom’s' })
  const mine = await chat(tom, 'ana@example.org')
  await chat(jo, 'li@example.org')
  const todos = async (query: string) =>
    (await ask(mara, wire.todoPage, 'GET', `/todos?${query}`)).todos.map(one => one.text)
  expect(await todos(`whose=all&team=${nights}`)).toEqual(['Tom’s'])
  const inbox = z.object({ conversations: z.array(made) })
  const found = await ask(mara, inbox, 'GET', `/conversations?team=${nights}`)
  expect(found.conversations.map(one => one.id)).toEqual([mine])
  expect((await list())[0]?.members).toMatchObject([{ open: 1 }])
  await ask(mara, z.unknown(), 'PATCH', `/teams/${nights}`, { members: [jo.user], name: `${name} shift` })
  expect(await todos(`whose=all&team=${nights}`)).toEqual(['Jo’s'])
  await ask(mara, z.unknown(), 'PATCH', `/teams/${nights}`, { removed: true })
  expect(await list()).toEqual([])
  await ask(mara, z.unknown(), 'PATCH', `/teams/${nights}`, { removed: false })
  expect(await list()).toMatchObject([{ name: `${name} shift`, members: [{ id: jo.user }] }])
})

test('what was done is told by whom, page by page, by recruiter and team; what is for admins others are not told', async () => {
  const [tom, jo] = [await colleague(), await colleague()]
  const group = await team(`Feed ${newId().slice(-6)}`, [tom.user])
  const ana = (await ask(tom, made, 'POST', '/people', { name: 'Ana Ruiz' })).id
  const { id } = await ask(tom, made, 'POST', '/todos', { text: 'Secret words', person: ana, assignee: jo.user })
  await ask(jo, z.unknown(), 'PATCH', `/todos/${id}`, { done: true })
  await ask(mara, z.unknown(), 'PATCH', `/team/${jo.user}`, { role: 'admin' })
  await ask(mara, z.unknown(), 'PATCH', `/team/${jo.user}`, { role: 'recruiter' })
  await ask(tom, z.unknown(), 'POST', `/people/${ana}/touches`, { kind: 'met' })
  const feed = (who: Who, query = '') => ask(who, wire.feedPage, 'GET', `/feed?${query}`)
  const whatOf = async (who: Who, query: string) => (await feed(who, query)).items.map(item => item.what)
  expect(await whatOf(tom, `user=${tom.user}`)).toEqual(['touch.met', 'todo.made'])
  expect(await whatOf(tom, `team=${group}`)).toEqual(['touch.met', 'todo.made'])
  expect(await whatOf(tom, `user=${tom.user}&kind=talk`)).toEqual(['touch.met'])
  expect(await whatOf(tom, `user=${tom.user}&kind=work`)).toEqual(['todo.made'])
  const [met, noted] = (await feed(tom, `user=${tom.user}`)).items
  expect(met).toMatchObject({ person: { name: 'Ana Ruiz' }, user: { id: tom.user } })
  expect(noted).toMatchObject({ person: { id: ana }, colleague: 'Mara' })
  const job = (await ask(tom, made, 'POST', '/openings', { title: 'Night nurse' })).id
  await ask(tom, z.unknown(), 'POST', `/openings/${job}/people`, { people: [ana] })
  expect(await whatOf(tom, `user=${tom.user}&kind=talk`)).toEqual(['touch.met'])
  expect((await feed(tom, `user=${tom.user}&kind=work`)).items).toMatchObject([
    { what: 'moved.considered', person: { id: ana }, opening: { id: job, name: 'Night nurse' } },
    { what: 'todo.made', opening: null },
  ])
  expect(JSON.stringify(await feed(mara)), 'never what it was').not.toContain('Secret words')
  expect(await whatOf(mara, `user=${mara.user}`)).toContain('member.role-changed')
  expect(await whatOf(jo, `user=${mara.user}`)).not.toContain('member.role-changed')
  for (let n = 0; n < 60; n += 1) await ask(jo, made, 'POST', '/todos', { text: `Step ${n}` })
  const first = await feed(tom, `user=${jo.user}`)
  const second = await feed(tom, `user=${jo.user}&cursor=${first.next}`)
  const seen = [...first.items, ...second.items].map(item => item.id)
  expect([first.items.length, seen.length, new Set(seen).size, second.next]).toEqual([50, 61, 61, null])
})

test('whoever is named in a note finds it, unread and then read, with its words', async () => {
  const tom = await colleague()
  const conversation = await chat(mara, 'ana@example.org')
  const note = { id: newId<'ThreadNote'>(), text: '@Mara she asks for nights', mentions: [tom.user] }
  await ask(mara, z.unknown(), 'POST', `/conversations/${conversation}/notes`, note)
  const shape = z.object({
    notices: z.array(z.object({ id: z.string(), kind: z.string(), words: z.string(), seenAt: z.string().nullable() })),
  })
  const list = async (query: string) => (await ask(tom, shape, 'GET', `/notices?${query}`)).notices
  const [named] = await list('kind=mentioned')
  expect(named).toMatchObject({ words: note.text, seenAt: null })
  await ask(tom, z.unknown(), 'POST', '/notices/seen', { notice: named?.id })
  expect(await list('kind=mentioned')).toEqual([])
  expect(await list('kind=mentioned&show=all')).toMatchObject([{ id: named?.id, seenAt: expect.any(String) }])
  expect(await list('kind=todo&show=all')).toEqual([])
})
