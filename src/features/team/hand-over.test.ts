import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createToken } from '#features/accounts/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { type ConversationId, newId, parseId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { Role } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'
import { addRecruiter } from '#tests/servers/workspace.ts'
import { deal } from './model.ts'
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

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'
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
const codeOf = async (who: Who, method: Method, path: string, body?: object) => {
  const { status, body: found } = await answer(who, method, path, body)
  return status >= 400 ? found.error.code : status
}

const made = z.object({ id: z.string() })
const added = (who: Who, name: string) => ask(who, made, 'POST', '/people', { name }).then(one => one.id)
const ownerOf = async (person: string) =>
  (await ask(mara, z.object({ owner: z.string().nullable() }), 'GET', `/people/${person}`)).owner
const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(api.db, workspace, work)
const noticesOf = async (who: Who) =>
  (
    await ask(
      who,
      z.object({ notices: z.array(z.object({ kind: z.string(), words: z.string(), person: z.string().nullable() })) }),
      'GET',
      '/notices',
    )
  ).notices

async function chat(who: Who, name: string): Promise<ConversationId> {
  const [connection, conversation] = [newId<'Connection'>(), newId<'Conversation'>()]
  const at = new Date()
  await inside(async tx => {
    await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${workspace}, ${connection}, ${who.user}, 'xmpp', 'xmpp', ${at}, ${at})`.execute(tx)
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, title, assignee_id, created_at)
      values (${workspace}, ${conversation}, ${connection}, 'xmpp', 'direct', ${name}, ${name}, ${who.user}, ${at})`.execute(
      tx,
    )
    await sql`insert into later_messages (workspace_id, message_id, conversation_id, user_id, action, text, send_at, seen_version, created_at)
      values (${workspace}, ${newId<'Message'>()}, ${conversation}, ${who.user}, 'message', 'See you on Friday.', ${new Date(at.getTime() + 86_400_000)},
        0, ${at})`.execute(tx)
  })
  return conversation
}

const page = (who: Who, of: Who) => ask(who, wire.handOverPage, 'GET', `/team/${of.user}/hand-over`)
const give = (who: Who, of: Who, parts: object[]) =>
  ask(who, wire.handedOver, 'POST', `/team/${of.user}/hand-over`, { parts })
const countsOf = async (of: Who) =>
  Object.fromEntries((await page(mara, of)).parts.map(each => [each.part, each.count]))

test('what somebody leaves behind is handed over part by part, told to whoever gets it, and comes back whole', async () => {
  const [tom, jo, li] = [await colleague(), await colleague(), await colleague()]
  const people = [await added(tom, 'Ana Ruiz'), await added(tom, 'Tom Bek'), await added(tom, 'Li Wen')]
  await ask(tom, made, 'POST', '/todos', { text: 'Call Ana', person: people[0] })
  await ask(tom, made, 'POST', '/pools', { kind: 'static', name: 'Growers' })
  await ask(jo, made, 'POST', '/pools', { kind: 'static', name: 'growers' })
  const opening = (await ask(tom, made, 'POST', '/openings', { title: 'Night packer' })).id
  await chat(tom, 'ana@example.org')
  const before = { people: 3, conversations: 1, messages: 1, todos: 1, pools: 1, openings: 1, connections: 1 }
  expect(await countsOf(tom)).toEqual(before)
  expect(await codeOf(mara, 'POST', `/team/${tom.user}/disable`)).toBe(204)
  const { moved, handOvers } = await give(mara, tom, [
    { part: 'people', to: [jo.user, li.user] },
    { part: 'conversations', to: [jo.user] },
    { part: 'messages', to: [jo.user] },
    { part: 'pools', to: [jo.user] },
    { part: 'openings', to: [li.user] },
    { part: 'todos', to: [] },
    { part: 'connections', to: [jo.user] },
  ])
  expect(moved).toBe(9)
  expect(await countsOf(tom)).toEqual({})
  const owners = await Promise.all(people.map(ownerOf))
  expect(owners.filter(each => each === jo.user)).toHaveLength(2)
  expect(owners.filter(each => each === li.user)).toHaveLength(1)
  expect(JSON.parse((await noticesOf(jo))[0]?.words ?? '{}')).toMatchObject({ people: 2, conversations: 1, pools: 1 })
  expect((await noticesOf(li)).map(each => each.kind)).toEqual(['handed-over'])
  const held = await inside(tx =>
    sql<{ code: string | null }>`select held_why->>'code' as code from later_messages where workspace_id = ${workspace}
      and user_id = ${jo.user}`.execute(tx),
  )
  expect(held.rows, 'another’s words wait until they were looked at').toEqual([{ code: 'writer-gone' }])
  const [first] = people
  await ask(jo, z.unknown(), 'PATCH', `/people/${people[owners.indexOf(jo.user)] ?? first}`, { owner: li.user })
  for (const id of handOvers) await ask(mara, wire.handOverUndone, 'POST', `/hand-overs/${id}/undo`)
  expect(await countsOf(tom), 'what was given on since stays').toEqual({ ...before, people: 2 })
  expect(await codeOf(mara, 'POST', `/hand-overs/${handOvers[0]}/undo`)).toBe('undone-already')
  const shown = await page(mara, tom)
  expect(shown.done).toHaveLength(8)
  expect(shown.done.every(each => each.undoneAt !== null)).toBe(true)
  const log = z.object({ entries: z.array(z.object({ action: z.string() })) })
  const { entries } = await ask(mara, log, 'GET', `/audit?subject=${tom.user}`)
  expect(entries.filter(each => each.action === 'member.handed-over')).toHaveLength(8)
  expect(
    await ask(mara, z.object({ opening: z.object({ title: z.string() }) }), 'GET', `/openings/${opening}`),
  ).toBeDefined()
})

test('an account that Kith signs in to is looked after by whoever takes it; what is written from by hand, and what acts in their name, stays', async () => {
  const [tom, jo] = [await colleague(), await colleague()]
  await chat(tom, 'ana@example.org')
  await inside(tx =>
    sql`insert into connections (workspace_id, connection_id, user_id, tool, label, config, state_at, created_at)
      values (${workspace}, ${newId<'Connection'>()}, ${tom.user}, 'linkedin', 'LinkedIn', '{"hand":"yes"}', now(), now())`.execute(
      tx,
    ),
  )
  expect((await page(mara, tom)).stays).toEqual({ byHand: 1, tokens: 1, reach: 0 })
  const accountsOf = async ({ user }: Who) =>
    (
      await inside(tx =>
        sql<{
          id: string
        }>`select connection_id as id from connections where workspace_id = ${workspace} and user_id = ${user}
          and tool = 'xmpp'`.execute(tx),
      )
    ).rows.map(row => row.id)
  const [own] = await accountsOf(tom)
  expect(await codeOf(jo, 'PATCH', `/connections/${own}`, { paused: true })).toBe('not-yours')
  expect(await codeOf(tom, 'POST', `/team/${tom.user}/hand-over`, { parts: [{ part: 'connections', to: [] }] })).toBe(
    'needs-somebody',
  )
  const { moved, handOvers } = await give(mara, tom, [{ part: 'connections', to: [jo.user] }])
  expect(moved).toBe(1)
  expect([await accountsOf(jo), await accountsOf(tom)]).toEqual([[own], []])
  expect(await codeOf(jo, 'PATCH', `/connections/${own}`, { paused: true })).toBe(200)
  await ask(mara, wire.handOverUndone, 'POST', `/hand-overs/${handOvers[0]}/undo`)
  expect(await accountsOf(tom)).toEqual([own])
})

test('somebody hands over what is theirs; a colleague’s only an admin, and only to whoever is here and may work', async () => {
  const [tom, jo, viewer] = [await colleague(), await colleague(), await colleague('viewer')]
  await added(tom, 'Una Vik')
  const people = (to: UserId[]) => ({ parts: [{ part: 'people', to }] })
  expect(await codeOf(jo, 'GET', `/team/${tom.user}/hand-over`)).toBe('not-yours')
  expect(await codeOf(jo, 'POST', `/team/${tom.user}/hand-over`, people([jo.user]))).toBe('not-yours')
  expect(await codeOf(tom, 'POST', `/team/${tom.user}/hand-over`, people([viewer.user]))).toBe('no-such-colleague')
  expect(await codeOf(tom, 'POST', `/team/${tom.user}/hand-over`, people([tom.user]))).toBe('no-such-colleague')
  const nobodys = { parts: [{ part: 'pools', to: [] }] }
  expect(await codeOf(tom, 'POST', `/team/${tom.user}/hand-over`, nobodys)).toBe('needs-somebody')
  expect(await codeOf(mara, 'GET', `/team/${newId()}/hand-over`)).toBe('no-such-member')
  const { handOvers } = await give(tom, tom, people([jo.user]).parts)
  expect(await codeOf(jo, 'POST', `/hand-overs/${handOvers[0]}/undo`)).toBe('not-yours')
  expect(await codeOf(tom, 'POST', `/hand-overs/${handOvers[0]}/undo`)).toBe(200)
})

test('nobody’s contact is taken; a colleague’s is asked for, and whoever gains or loses one hears of it', async () => {
  const [tom, jo, li] = [await colleague(), await colleague(), await colleague()]
  const ana = await added(tom, 'Ana Ruiz')
  const own = (who: Who, owner: UserId | null) => codeOf(who, 'PATCH', `/people/${ana}`, { owner })
  const asked = async () => (await ask(jo, wire.takeOverList, 'GET', `/people/${ana}/take-overs`)).asked
  expect(await own(jo, jo.user)).toBe('a-colleagues-contact')
  expect(await own(tom, newId())).toBe('no-such-colleague')
  expect(await ownerOf(ana)).toBe(tom.user)
  expect(await codeOf(tom, 'POST', `/people/${ana}/take-overs`), 'they are yours').toBe('free-to-take')
  for (const who of [jo, jo, li]) expect(await codeOf(who, 'POST', `/people/${ana}/take-overs`)).toBe(204)
  expect(await noticesOf(tom)).toMatchObject([
    { kind: 'take-over-asked', person: ana },
    { kind: 'take-over-asked', person: ana },
  ])
  const [byJo, byLi] = await asked()
  expect(await codeOf(li, 'PUT', `/take-overs/${byJo?.id}/state`, { state: 'granted' })).toBe('not-yours')
  expect(await codeOf(tom, 'PUT', `/take-overs/${byJo?.id}/state`, { state: 'granted' })).toBe(204)
  expect(await ownerOf(ana)).toBe(jo.user)
  expect((await noticesOf(jo)).map(each => each.kind)).toEqual(['contact-given'])
  expect(await asked(), 'who still waits asks the new owner').toMatchObject([{ id: byLi?.id, owner: { id: jo.user } }])
  expect(await codeOf(jo, 'PUT', `/take-overs/${byLi?.id}/state`, { state: 'declined' })).toBe(204)
  expect((await noticesOf(li)).map(each => each.kind)).toEqual(['take-over-declined'])
  expect(await codeOf(jo, 'PUT', `/take-overs/${byLi?.id}/state`, { state: 'granted' })).toBe('no-such-take-over')
  expect(await own(mara, li.user), 'an admin gives whom they will').toBe(204)
  expect((await noticesOf(jo)).map(each => each.kind)).toEqual(['contact-taken', 'contact-given'])
  expect(await codeOf(mara, 'POST', `/team/${li.user}/disable`)).toBe(204)
  expect(await own(tom, tom.user), 'who left holds nobody back').toBe(204)
  const log = z.object({ entries: z.array(z.object({ action: z.string(), userName: z.string().nullable() })) })
  const { entries } = await ask(mara, log, 'GET', `/audit?subject=${ana}&action=person`)
  expect(entries.filter(each => each.action === 'person.owner-changed')).toHaveLength(3)
})

test('what is dealt out is dealt evenly, and all of it', () => {
  const shares = deal([1, 2, 3, 4, 5, 6, 7], ['a', 'b', 'c'])
  expect(shares.map(share => share.things.length)).toEqual([3, 2, 2])
  expect(shares.flatMap(share => share.things).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7])
})
