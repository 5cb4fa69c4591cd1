import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createToken } from '#features/accounts/index.ts'
import { refreshPersonSearch } from '#features/people/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { type ConversationId, newId, type PersonId, type UserId, type WorkspaceId } from '#kernel/ids.ts'
import type { TokenScope } from '#kernel/roles.ts'
import type { ToolId } from '#kernel/tools.ts'
import { inWorkspace } from '#storage/database.ts'
import { seedPerson } from '#tests/conversations.ts'
import { type ApiServer, startApi } from '#tests/servers/api.ts'

const stack = new AsyncDisposableStack()
const program = fileURLToPath(new URL('./main.ts', import.meta.url))
let api: ApiServer
let url: string
let folder: string
let mara: { workspace: WorkspaceId; user: UserId }

/** A conversation with somebody whom nobody has read a word of yet. */
async function talkWith(tool: ToolId, name: string): Promise<{ person: PersonId; conversation: ConversationId }> {
  const key = `${name.toLowerCase()}@talk.example`
  const person = await seedPerson(api.db, mara.workspace, { tool, key, name })
  const connection = newId<'Connection'>()
  const conversation = newId<'Conversation'>()
  await inWorkspace(api.db, mara.workspace, async tx => {
    const now = new Date()
    await sql`insert into connections (workspace_id, connection_id, user_id, tool, label, state_at, created_at)
      values (${mara.workspace}, ${connection}, ${mara.user}, ${tool}, 'Mine', ${now}, ${now})`.execute(tx)
    await sql`insert into conversations (workspace_id, conversation_id, connection_id, tool, kind, remote_id, person_id, created_at)
      values (${mara.workspace}, ${conversation}, ${connection}, ${tool}, 'direct', ${key}, ${person}, ${now})`.execute(
      tx,
    )
    await refreshPersonSearch(tx, mara.workspace, [person])
  })
  return { person, conversation }
}

async function tokenOf(scope: TokenScope): Promise<string> {
  const made = await createToken({ db: api.db, clock: systemClock }, mara, { name: scope, scope })
  if (!made.ok) throw new Error(JSON.stringify(made.refusal))
  return made.value.token
}

/** The command as an MCP client starts it, spoken to by the official client. */
async function startAssistant(token: string) {
  const tokenFile = join(folder, `token-${newId()}`)
  await writeFile(tokenFile, `${token}\n`)
  const client = new Client({ name: 'tests', version: '1.0.0' })
  const args = [program, 'mcp', '--url', url, '--token-file', tokenFile]
  await client.connect(new StdioClientTransport({ command: process.execPath, args, env: { KITH_DATA: folder } }))
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const answer = await client.callTool({ name, arguments: input })
    const [first] = z.array(z.object({ text: z.string() })).parse(answer.content)
    return { text: first?.text ?? '', refused: answer.isError === true }
  }
  return { client, call, [Symbol.asyncDispose]: () => client.close() }
}

beforeAll(async () => {
  api = stack.use(await startApi())
  url = await api.app.listen({ host: '127.0.0.1', port: 0 })
  folder = await mkdtemp(join(tmpdir(), 'kith-mcp-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const me = await api.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${api.token}` } })
  const read = z
    .object({ user: z.object({ id: z.string() }), workspace: z.object({ id: z.string() }) })
    .parse(me.json())
  mara = { workspace: read.workspace.id as WorkspaceId, user: read.user.id as UserId }
}, 120_000)
afterAll(() => stack.disposeAsync())

test('an assistant finds people, reads what Kith knows of them, and leaves a draft that only the recruiter sends', async () => {
  const { person, conversation } = await talkWith('xmpp', 'Ilse')
  await using assistant = await startAssistant(await tokenOf('assistant'))
  const { tools } = await assistant.client.listTools()
  const manual = await readFile(new URL('../../docs/operate/assistants.md', import.meta.url), 'utf8')
  const named = [...manual.matchAll(/^\| (`\w+`.*?) \|/gm)].flatMap(row => row[1]?.match(/\w+/g) ?? [])
  expect(tools.map(tool => tool.name).sort(), 'what the manual names').toEqual(named.sort())
  expect(tools.filter(tool => tool.annotations?.readOnlyHint !== true).map(tool => tool.name)).toEqual(['leave_draft'])

  expect((await assistant.call('find_people', { query: 'Ilse' })).text).toContain(person)
  const known = await assistant.call('read_person', { person })
  expect(known.text).toContain('"rungs"')
  expect(known.text).toContain(conversation)
  expect((await assistant.call('today')).refused).toBe(false)
  expect((await assistant.call('who_could_introduce', { person })).text).toContain('"ways"')
  expect((await assistant.call('read_report', { report: 'answers' })).text).toContain('"columns"')
  expect((await assistant.call('list_todos')).text).toContain('"todos"')
  for (const [tool, at] of [
    ['pool', '/api/v1/pools'],
    ['opening', '/api/v1/openings'],
  ] as const) {
    const payload = tool === 'pool' ? { kind: 'static', name: 'Nurses' } : { title: 'Night nurse' }
    const made = await api.app.inject({
      method: 'POST',
      url: at,
      headers: { authorization: `Bearer ${api.token}` },
      payload,
    })
    const { id } = z.object({ id: z.string() }).parse(made.json())
    expect((await assistant.call(`read_${tool}`, { [tool]: id })).text).toContain(id)
  }

  // Work is brought up to somebody who has never been spoken to: stopped, and the composer stays empty.
  const pitch = await assistant.call('leave_draft', {
    conversation,
    text: 'Hi Ilse, we are hiring a charge nurse in Leeds. Send me your CV and I will put you forward today!',
  })
  expect(pitch.refused).toBe(true)
  expect(pitch.text).toContain('job-before-introduction')
  expect(JSON.parse((await assistant.call('read_conversation', { conversation })).text)).toMatchObject({ draft: '' })

  const connected = await api.app.inject({
    method: 'PUT',
    url: `/api/v1/people/${person}/relationship/stage`,
    headers: { authorization: `Bearer ${api.token}` },
    payload: { stage: 'connected', reason: 'We met at the harbour clinic.' },
  })
  expect(connected.statusCode).toBe(200)
  const kind = 'Good evening, Ilse.'
  expect(JSON.parse((await assistant.call('judge_draft', { conversation, text: kind })).text)).not.toMatchObject({
    verdict: 'block',
  })
  expect(await assistant.call('leave_draft', { conversation, text: kind })).toMatchObject({ refused: false })
  expect(JSON.parse((await assistant.call('read_conversation', { conversation })).text)).toMatchObject({
    draft: kind,
    messages: [],
  })
  // What the recruiter may be writing is not written over.
  const over = await assistant.call('leave_draft', { conversation, text: 'Hello Ilse.' })
  expect(over).toMatchObject({ refused: true })
  expect(over.text).toContain(kind)
})

test('messages of networks that forbid it are not read by an assistant, and a bad id or a wrong token is said in words', async () => {
  const { conversation } = await talkWith('discord', 'Quill')
  await using assistant = await startAssistant(await tokenOf('read'))
  expect((await assistant.call('read_conversation', { conversation })).text).toContain('terms of discord')
  expect(await assistant.call('read_person', { person: newId<'Person'>() })).toMatchObject({ refused: true })
  const made = await assistant.call('read_person', { person: 'Ilse' })
  expect(made).toMatchObject({ refused: true, text: expect.stringContaining('the id of a person, from find_people') })
  expect((await assistant.call('today', { timezone: 'Mars/Base' })).text).toContain('no such time zone')
  await using stranger = await startAssistant('kith_nobody')
  expect((await stranger.call('today')).text).toContain('This API token is unknown')
})

test('a token opens no more than its scope: reading changes nothing, an assistant sends nothing', async () => {
  const { conversation } = await talkWith('xmpp', 'Odo')
  const ask = async (scope: TokenScope, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const headers = { authorization: `Bearer ${await tokenOf(scope)}` }
    const { statusCode } = await api.app.inject({ method, url: path, headers, ...(payload && { payload }) })
    return statusCode
  }
  const draft = [`/api/v1/conversations/${conversation}/draft`, { text: 'Good evening.' }] as const
  const message = [`/api/v1/conversations/${conversation}/messages`, { id: newId(), text: 'Good evening.' }] as const
  expect(await ask('read', 'GET', '/api/v1/people')).toBe(200)
  expect(await ask('read', 'PUT', ...draft)).toBe(403)
  expect(await ask('assistant', 'PUT', ...draft)).toBe(200)
  expect(await ask('assistant', 'POST', ...message)).toBe(403)
  expect(await ask('assistant', 'POST', '/api/v1/people', { name: 'Nobody' })).toBe(403)
  expect(await ask('clipper', 'GET', '/api/v1/people')).toBe(403)
})
