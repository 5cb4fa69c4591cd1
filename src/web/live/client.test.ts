import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws'
import { type LiveState, openLive, parseMessage, retryDelayMs } from './client.ts'

let server: WebSocketServer
let hellos: unknown[]
let serve: (socket: ServerSocket, hello: unknown) => void

beforeEach(async () => {
  hellos = []
  serve = () => undefined
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', socket =>
    socket.once('message', data => {
      const hello: unknown = JSON.parse(String(data))
      hellos.push(hello)
      serve(socket, hello)
    }),
  )
  await new Promise<void>(resolve => server.on('listening', () => resolve()))
})
afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

function url(): string {
  const address = server.address()
  return typeof address === 'object' && address ? `ws://127.0.0.1:${address.port}/` : ''
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) await new Promise(resolve => setTimeout(resolve, 20))
  expect(isSo()).toBe(true)
}

function listen(from?: number) {
  const states: LiveState['kind'][] = []
  const events: string[] = []
  const signals: string[] = []
  let resets = 0
  const handlers = {
    onState: (state: LiveState) => states.push(state.kind),
    onEvent: (kind: string) => events.push(kind),
    onSignal: (kind: string) => signals.push(kind),
    onReset: () => {
      resets += 1
    },
  }
  const line = openLive(url(), handlers, from)
  return { line, states, events, signals, resets: () => resets }
}

test('after a lost line the client asks for what came after the last event, and repeats are heard once', async () => {
  serve = (socket, hello) => {
    if (JSON.stringify(hello).includes('null')) {
      socket.send('{"type":"ready","seq":6}')
      socket.send('{"type":"event","seq":7,"kind":"message.received","payload":{}}')
      setTimeout(() => socket.terminate(), 30)
    } else {
      socket.send('{"type":"event","seq":7,"kind":"message.received","payload":{}}')
      socket.send('{"type":"event","seq":8,"kind":"stage.moved","payload":{}}')
      socket.send('{"type":"ready","seq":8}')
    }
  }
  const heard = listen()
  await until(() => heard.events.length === 2 && heard.states.at(-1) === 'live')
  expect(hellos).toEqual([
    { type: 'hello', after: null },
    { type: 'hello', after: 7 },
  ])
  expect(heard.events).toEqual(['message.received', 'stage.moved'])
  expect(heard.states).toEqual(['connecting', 'live', 'offline', 'live'])
  heard.line.close()
})

test('what happened between the first questions of a page and its open line is heard', async () => {
  serve = socket => {
    socket.send('{"type":"event","seq":5,"kind":"message.received","payload":{}}')
    socket.send('{"type":"ready","seq":5}')
  }
  const heard = listen(4)
  await until(() => heard.states.at(-1) === 'live')
  expect(hellos).toEqual([{ type: 'hello', after: 4 }])
  expect(heard.events).toEqual(['message.received'])
  heard.line.close()
})

test('a ping is answered, a signal is heard, a reset says that everything is stale', async () => {
  let answered = ''
  serve = socket => {
    socket.on('message', data => {
      answered = String(data)
    })
    socket.send('{"type":"ping"}')
    socket.send('{"type":"signal","kind":"presence","payload":{}}')
    socket.send('{"type":"reset","seq":90}')
    socket.send('not json')
  }
  const heard = listen()
  await until(() => answered !== '' && heard.resets() === 1)
  expect(answered).toBe('{"type":"pong"}')
  expect(heard.signals).toEqual(['presence'])
  heard.line.close()
})

test('a page that somebody touched lately says so with its sign of life', async () => {
  const answers: string[] = []
  serve = socket => {
    socket.on('message', data => answers.push(String(data)))
    socket.send('{"type":"ping"}')
  }
  const line = openLive(url(), {
    onState: () => undefined,
    onEvent: () => undefined,
    onSignal: () => undefined,
    onReset: () => undefined,
    isAwake: () => true,
  })
  await until(() => answers.length > 0)
  expect(answers).toEqual(['{"type":"pong","awake":true}'])
  line.close()
})

test('waiting grows to half a minute and is spread', () => {
  expect(retryDelayMs(0, 1)).toBe(500)
  expect(retryDelayMs(20, 1)).toBe(30_000)
  expect(retryDelayMs(3, 0)).toBe(2_000)
})

test('what is no message of the protocol is left alone', () => {
  for (const text of ['', '7', 'null', '{"type":"event"}', '{"type":"event","seq":"1","kind":"x"}', '[]']) {
    expect(parseMessage(text)).toBeUndefined()
  }
})
