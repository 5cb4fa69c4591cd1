import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { ApiError } from '#web/api/client.ts'
import type { SendRequestBody } from '../wire.ts'
import type { MessageView } from './api.ts'
import { createOutbox, type Outcome, type Waiting } from './outbox.ts'

const ana = newId<'Conversation'>()
const offline = new Error('The server could not be reached.')
const moved: ApiError = {
  name: 'ApiError',
  code: 'thread-moved',
  status: 409,
  message: 'Someone wrote here meanwhile.',
  body: undefined,
}

let kept: Map<string, string>
let arrived: SendRequestBody[]
let outcomes: [string, Outcome['kind']][]
let answer: (body: SendRequestBody) => unknown

beforeEach(() => {
  kept = new Map()
  arrived = []
  outcomes = []
  answer = () => undefined
})

const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}

function openOutbox(user = 'mara') {
  const outbox = createOutbox({
    store,
    refusalOf: error => (error === moved ? moved : undefined),
    send: async (_, body) => {
      const problem = answer(body)
      if (problem !== undefined) throw problem
      arrived.push(body)
      return { id: body.id, text: body.text } as MessageView
    },
    onOutcome: (waiting, outcome) => outcomes.push([waiting.body.text, outcome.kind]),
  })
  outbox.open(user)
  return outbox
}

const write = (text: string, version = 5): Waiting => ({
  conversation: ana,
  at: new Date().toISOString(),
  body: { id: newId<'Message'>(), text, action: 'message', version },
})

test('messages written offline wait, survive a reload and go later in order with the same ids', async () => {
  answer = () => offline
  const before = openOutbox()
  const [one, two] = [write('one'), write('two')]
  before.add(one)
  before.add(two)
  await before.drain()
  expect(arrived).toEqual([])

  answer = () => undefined
  const after = openOutbox()
  expect(after.list()).toHaveLength(2)
  await after.drain()
  expect(arrived.map(body => body.id)).toEqual([one.body.id, two.body.id])
  expect(after.list()).toEqual([])
  expect(kept.size).toBe(0)
})

test('what waits behind an own message is not refused because that message moved the thread', async () => {
  const outbox = openOutbox()
  outbox.add(write('one', 5))
  outbox.add(write('two', 5))
  await outbox.drain()
  expect(arrived.map(body => body.version)).toEqual([5, 6])
})

test('a refusal gives the text back and does not hold up the others', async () => {
  answer = body => (body.text === 'one' ? moved : undefined)
  const outbox = openOutbox()
  outbox.add(write('one'))
  outbox.add(write('two'))
  await outbox.drain()
  expect(outcomes).toEqual([
    ['one', 'refused'],
    ['two', 'sent'],
  ])
})

test('a second drain while one runs sends nothing twice', async () => {
  const outbox = openOutbox()
  outbox.add(write('one'))
  await Promise.all([outbox.drain(), outbox.drain()])
  expect(arrived).toHaveLength(1)
})

test('what waits can be taken back until it is on its way', async () => {
  answer = () => offline
  const outbox = openOutbox()
  const one = write('one')
  outbox.add(one)
  await outbox.drain()
  expect(outbox.take(one.body.id)).toBe(true)
  expect(outbox.take(one.body.id)).toBe(false)
  expect(outbox.list()).toEqual([])
})

test('nobody sends what another wrote on the same computer', async () => {
  answer = () => offline
  const mara = openOutbox('mara')
  mara.add(write('one'))
  await mara.drain()
  answer = () => undefined
  const tom = openOutbox('tom')
  await tom.drain()
  expect(arrived).toEqual([])
  expect(tom.list()).toEqual([])
})

test('a spoilt storage is an empty outbox', () => {
  kept.set('kith.outbox.mara', '[{"conversation":7},null,{"conversation":"x","body":{"id":1}}]')
  expect(openOutbox().list()).toEqual([])
  kept.set('kith.outbox.mara', 'not json')
  expect(openOutbox().list()).toEqual([])
})
