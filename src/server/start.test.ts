import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '#platform/settings.ts'
import { type RunningServer, startServer } from '#server/start.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

const stack = new AsyncDisposableStack()
let server: RunningServer
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kith-start-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const database = stack.use(await startTestDatabase())
  const settings = readSettings({
    KITH_DATA: folder,
    KITH_PORT: '0',
    KITH_LOG_LEVEL: 'silent',
    KITH_METRICS_TOKEN: 'a token for the collector',
    DATABASE_URL: database.url,
  })
  server = stack.use(await startServer(settings))
})
afterAll(() => stack.disposeAsync())

async function upgrade(target: string, more = ''): Promise<string> {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write(
    `GET ${target} HTTP/1.1\r\nhost: kith\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n${more}\r\n`,
  )
  return text(socket)
}

test('a WebSocket asked for at an address that is none is refused, and the server goes on', async () => {
  for (const target of ['//', '///x', 'http://[', '*', '/', '/api/v1/nothing', '/api/v1/chat/0/socket'])
    expect(await upgrade(target), target).toMatch(/^HTTP\/1\.1 40[04]/)
  expect(await upgrade('/api/v1/live')).toMatch(/^HTTP\/1\.1 401/)
  expect(await upgrade(`/api/v1/chat/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}/socket`)).toMatch(
    /^HTTP\/1\.1 404/,
  )
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('an address that is none is told so, in words', async () => {
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.write('GET // HTTP/1.1\r\nhost: kith\r\nconnection: close\r\n\r\n')
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 404[\s\S]*"code":"not-found"/)
})

test('the figures are for whoever has the token, once there is one', async () => {
  const ask = async (token?: string) =>
    (await fetch(`${server.url}/metrics`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }))
      .status
  expect([await ask(), await ask('another'), await ask('a token for the collector')]).toEqual([403, 403, 200])
})

test('a second Kith on a taken port says so before it touches any data', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const elsewhere = join(folder, 'second')
  const settings = readSettings({ KITH_DATA: elsewhere, KITH_PORT: String(port), KITH_LOG_LEVEL: 'silent' })
  await expect(startServer(settings)).rejects.toThrow(`Port ${port} is taken`)
  expect(await readdir(elsewhere).catch(() => 'untouched')).toBe('untouched')
  other.close()
})
