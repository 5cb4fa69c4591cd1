import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { recordingHost } from '../conformance/recording-host.ts'
import { websiteChat } from './connector.ts'
import { manifest } from './manifest.ts'

const never = new AbortController().signal
const account = { id: newId(), values: {} }
const visitor = { id: newId(), kind: 'direct' as const }

function open() {
  const told: { visitor: string; kind: string }[] = []
  const at = new Date('2026-11-22T18:00:00Z')
  const connector = websiteChat({
    clock: { now: () => at },
    tell: async (to, news) => void told.push({ visitor: to, kind: news.kind }),
  })
  const recording = recordingHost()
  return { connector, recording, told, at, session: connector.open(account, recording.host) }
}

test('it is connected at once and until it is stopped', async () => {
  const { session, recording } = open()
  const stop = new AbortController()
  const running = session.run(undefined, stop.signal)
  expect(recording.states.map(state => state.kind)).toEqual(['connected'])
  stop.abort()
  await running
  const before = new AbortController()
  before.abort()
  await session.run(undefined, before.signal)
})

test('what we send is accepted under the key it was sent with, so a second send after a crash is the same message', async () => {
  const { session, at } = open()
  const txn = newId()
  const send = () => session.send({ txn, to: visitor, text: 'Hello' }, never)
  expect(await send()).toEqual({ kind: 'accepted', key: txn, at })
  expect(await send()).toEqual({ kind: 'accepted', key: txn, at })
  expect(manifest.idempotentSend).toBe(true)
})

test('typing and read marks reach the visitor they are for', async () => {
  const { session, told } = open()
  await session.signals?.typing(visitor, true)
  await session.signals?.read(visitor, 'key')
  expect(told).toEqual([
    { visitor: visitor.id, kind: 'typing' },
    { visitor: visitor.id, kind: 'read' },
  ])
})

test('each visitor has a queue of their own, and nobody can be written to first', () => {
  const { session, connector } = open()
  expect(session.bucket(visitor)).not.toBe(session.bucket({ id: newId(), kind: 'direct' }))
  expect(connector.parseAddress('ana@example.org')).toBeUndefined()
  expect(manifest.policy.firstContact).toBe('recipient-first')
})
