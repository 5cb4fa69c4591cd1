import { afterEach, describe, expect, test } from 'vitest'
import { checkerFor } from './check.ts'
import { readVendorFile, type VendorFile } from './description.ts'
import { describeOpenApi } from './openapi.ts'
import { findPublished } from './published.ts'
import { startVendorApi, type VendorApi, type VendorApiOptions } from './server.ts'
import { slackApi } from './slack-shapes.ts'
import { describeTelegram } from './telegram-types.ts'
import { xApi } from './x-shapes.ts'

let api: VendorApi | undefined
afterEach(async () => {
  api?.forgive()
  await api?.[Symbol.asyncDispose]()
  api = undefined
})

async function start(options: VendorApiOptions): Promise<VendorApi> {
  api = await startVendorApi(options)
  return api
}

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })

test('every vendor’s description is read whole, and what it takes can be checked', () => {
  const described = {
    discord: describeOpenApi(readVendorFile('discord')),
    github: describeOpenApi(readVendorFile('github')),
    slack: slackApi,
    telegram: describeTelegram(readVendorFile('telegram')),
    twilio: describeOpenApi(readVendorFile('twilio')),
    whatsapp: describeOpenApi(readVendorFile('whatsapp')),
    x: xApi,
  } satisfies Record<VendorFile | 'slack' | 'x', unknown>
  for (const [name, { document, operations }] of Object.entries(described)) {
    const checker = checkerFor(document)
    for (const { id, parameters, bodies } of operations)
      for (const schema of [...parameters.map(each => each.schema), ...(bodies?.types.values() ?? [])])
        expect(() => checker.problem(schema, null, 'x'), `${name} ${id}`).not.toThrow()
  }
  expect(Object.values(described).map(each => each.operations.length)).toMatchInlineSnapshot(`
    [
      242,
      3,
      17,
      360,
      197,
      113,
      8,
    ]
  `)
}, 120_000)

describe('Discord (OpenAPI 3.1)', () => {
  const description = describeOpenApi(readVendorFile('discord'))
  const options = { description, base: '/api/v10', answers: { create_message: () => ({ status: 200, json: {} }) } }

  test('a field of the wrong kind, one too long and one that does not exist are refused with the reason', async () => {
    const { url, problems } = await start(options)
    const post = (body: unknown) => fetch(`${url}/api/v10/channels/123456/messages`, json(body))
    expect((await post({ content: 7 })).status).toBe(400)
    expect((await post({ content: 'x'.repeat(4_001) })).status).toBe(400)
    expect((await post({ contents: 'x' })).status).toBe(400)
    expect(problems[0]).toContain('POST /channels/{channel_id}/messages: body/content must be string')
    expect(problems[1]).toContain('must NOT have more than 4000 characters')
    expect(problems[2]).toContain('contents')
  })

  test('an answer that the vendor would never give is found', async () => {
    const { url, problems } = await start(options)
    await fetch(`${url}/api/v10/channels/123456/messages`, json({ content: 'hello' }))
    expect(problems.join()).toContain(
      "our answer is none of the vendor's: create_message answer must have required property",
    )
  })

  test('an address, a method or a query that the vendor does not have is refused', async () => {
    const { url, problems } = await start(options)
    expect((await fetch(`${url}/api/v10/channels/1/letters`)).status).toBe(404)
    expect((await fetch(`${url}/api/v10/channels/1/messages?before_id=3`)).status).toBe(400)
    expect(problems).toHaveLength(2)
  })

  test('files are taken beside their JSON', async () => {
    const { url, calls } = await start(options)
    const body = new FormData()
    body.set('payload_json', JSON.stringify({ content: 'look', attachments: [{ id: '0', filename: 'a.txt' }] }))
    body.set('files[0]', new File(['abc'], 'a.txt', { type: 'text/plain' }))
    await fetch(`${url}/api/v10/channels/123456/messages`, { method: 'POST', body })
    expect(calls[0]?.body).toMatchObject({ content: 'look' })
    expect(await calls[0]?.files.get('files[0]')?.text()).toBe('abc')
  })
})

test('disposing fails when a request did not fit, and says why', async () => {
  const started = await startVendorApi({ description: slackApi, base: '/api', answers: {} })
  await fetch(`${started.url}/api/chat.postMessage`, form({ text: 'to nobody', link_names: 'perhaps' }))
  await expect(started[Symbol.asyncDispose]()).rejects.toThrow(/link_names must be boolean[\s\S]*channel/)
})

describe('Slack (written from its reference pages)', () => {
  const refusing = () => ({ status: 200, as: 'default', json: { ok: false, error: 'no_such_error' } })

  test('forms are read with their kinds, and an error that a method does not give is found', async () => {
    const { url, calls, problems } = await start({
      description: slackApi,
      base: '/api',
      answers: { chat_postMessage: refusing },
    })
    await fetch(`${url}/api/chat.postMessage`, form({ channel: 'C1', text: 'hi', link_names: 'true' }))
    expect(calls[0]?.body).toEqual({ channel: 'C1', text: 'hi', link_names: true })
    expect(problems.join()).toContain('chat_postMessage answer/error must be equal to one of the allowed values')
  })

  test('a field that is none, a number of a message that is none and a query that is none are refused', async () => {
    const { url, problems } = await start({ description: slackApi, base: '/api', answers: {} })
    await fetch(`${url}/api/chat.postMessage`, form({ channel: 'C1', txt: 'hi' }))
    await fetch(`${url}/api/chat.delete`, form({ channel: 'C1', ts: 'yesterday' }))
    await fetch(`${url}/api/conversations.history?channel=C1&before=3`)
    await fetch(`${url}/api/users.conversations?types=im,letters`)
    for (const words of ['txt', 'body/ts must match pattern', 'query before', 'query types'])
      expect(problems.join('\n')).toContain(words)
  })
})

test('X (written from its reference pages): what it does not take is refused, in query, path and body', async () => {
  const { url, problems } = await start({ description: xApi, answers: {} })
  await fetch(`${url}/2/dm_events?max_results=101`)
  await fetch(`${url}/2/dm_events?event_types=MessageCreate,Whisper`)
  await fetch(`${url}/2/users/ana/mentions`)
  await fetch(`${url}/2/dm_conversations/with/22/messages`, json({ text: '' }))
  await fetch(`${url}/2/tweets`, json({ text: 'hi', in_reply_to: '1' }))
  expect(problems).toHaveLength(5)
  for (const [n, word] of [
    'max_results must be <= 100',
    'event_types',
    'path id',
    'fewer than 1',
    'in_reply_to',
  ].entries())
    expect(problems[n]).toContain(word)
})

test('Telegram (its own format): types are checked in JSON, form and multipart, down to nested objects', async () => {
  const { url, calls, problems, forgive } = await start({
    description: describeTelegram(readVendorFile('telegram')),
    answers: {
      sendMessage: () => ({
        status: 400,
        json: { ok: false, error_code: 400, description: 'Bad Request: chat not found' },
      }),
      sendDocument: () => ({
        status: 400,
        json: { ok: false, error_code: 400, description: 'Bad Request: chat not found' },
      }),
    },
  })
  await fetch(`${url}/bot1:a/sendMessage`, json({ chat_id: 5, text: 'hi', reply_parameters: { message_id: 3 } }))
  await fetch(`${url}/bot1:a/sendMessage`, form({ chat_id: '5', text: '7', reply_parameters: '{"message_id":3}' }))
  const body = new FormData()
  body.set('chat_id', '5')
  body.set('document', new File(['abc'], 'a.txt'))
  await fetch(`${url}/bot1:a/sendDocument`, { method: 'POST', body })
  expect(problems).toEqual([])
  expect(calls.map(each => each.body)).toMatchObject([
    { chat_id: 5, text: 'hi' },
    { chat_id: '5', text: '7', reply_parameters: { message_id: 3 } },
    { chat_id: '5' },
  ])
  await fetch(`${url}/bot1:a/sendMessage`, json({ chat_id: 5, text: 'hi', reply_parameters: { message: 3 } }))
  await fetch(`${url}/bot1:a/sendMessage`, json({ chat_id: 5, text: '' }))
  await fetch(
    `${url}/bot1:a/setMessageReaction`,
    json({ chat_id: 5, message_id: 1, reaction: [{ type: 'emoji', emoji: '🦭' }] }),
  )
  const said = forgive()
  expect(said).toHaveLength(3)
  expect(said[0]).toContain('body/reply_parameters')
  expect(said[1]).toContain('must NOT have fewer than 1 characters')
})

test('Twilio (OpenAPI 3.0): a form field that is none is refused', async () => {
  const { url, problems } = await start({
    description: describeOpenApi(readVendorFile('twilio')),
    answers: { CreateMessage: () => ({ status: 201, json: { sid: 'SM00000000000000000000000000000000' } }) },
  })
  const at = `${url}/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json`
  await fetch(at, form({ To: '+15005550006', From: '+15005550001', Body: 'hi' }))
  expect(problems).toEqual([])
  await fetch(at, form({ To: '+15005550006', Form: '+15005550001', Body: 'hi' }))
  expect(problems.join()).toContain('Form')
})

test('what Slack and X publish themselves holds too, where it is at hand', async context => {
  const [slack, x] = [findPublished('slack'), findPublished('x')]
  if (!slack || !x) return context.skip('set KITH_TEST_DESCRIPTIONS to a folder with them')
  await using posted = await startVendorApi({ description: slackApi, published: slack, answers: {} })
  await fetch(`${posted.url}/chat.postMessage`, form({ channel: 'C0123456789', text: 'hi', unfurl_links: 'false' }))
  expect(posted.forgive().filter(each => each.startsWith('published'))).toEqual([])
  expect([...posted.fitted]).toEqual(['chat_postMessage'])
  await using strict = await startVendorApi({ description: slack, answers: {} })
  await fetch(`${strict.url}/chat.postMessage`, form({ text: 'to nobody' }))
  expect(strict.forgive().join()).toContain("must have required property 'channel'")
  await using sent = await startVendorApi({ description: x, answers: {} })
  await fetch(`${sent.url}/2/dm_conversations/with/2200/messages`, json({ text: 7 }))
  expect(sent.forgive().join()).toContain('body')
})
