import { createServer, type Socket } from 'node:net'
import { expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { accountOn, connector } from '#tests/servers/irc.ts'
import { recordingHost } from '../conformance/recording-host.ts'

type Kept = { at: string; id: string; from: string; to: string; text: string }

const never = new AbortController().signal

/**
 * A network that keeps history (IRCv3 chathistory, as Ergo and soju speak it), for no server of Debian's does. It answers what the
 * specification names, pages of at most three, and nothing else.
 */
async function startKeeper(kept: readonly Kept[], options: { refuses?: boolean } = {}) {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    const say = (line: string) => socket.write(`${line}\r\n`)
    let batch = 0
    const lineOf = (each: Kept, reference: number) =>
      say(`@batch=h${reference};time=${each.at};msgid=${each.id} :${each.from}!u@host PRIVMSG ${each.to} :${each.text}`)
    const play = (target: string, lines: readonly Kept[]) => {
      batch += 1
      say(`:keeper.example BATCH +h${batch} chathistory ${target}`)
      for (const each of lines) lineOf(each, batch)
      say(`:keeper.example BATCH -h${batch}`)
    }
    const history = (words: readonly string[]) => {
      asked.push(words.join(' '))
      const [how = '', target = '', from = ''] = words
      if (options.refuses)
        return say(`FAIL CHATHISTORY MESSAGE_ERROR ${how} ${target} :Messages could not be retrieved`)
      if (how === 'TARGETS') {
        say(':keeper.example BATCH +t draft/chathistory-targets')
        say('@batch=t :keeper.example CHATHISTORY TARGETS ana 2026-11-22T10:00:00.000Z')
        return say(':keeper.example BATCH -t')
      }
      const mine = kept.filter(each => (target.startsWith('#') ? each.to === target : each.from === target))
      const at = mine.findIndex(each => from === `msgid=${each.id}`)
      const after = at === -1 ? mine.filter(each => `timestamp=${each.at}` > from || from === '*') : mine.slice(at + 1)
      const before = mine.slice(0, at === -1 ? undefined : at)
      return play(target, how === 'AFTER' ? after.slice(0, 3) : (how === 'BEFORE' ? before : after).slice(-3))
    }
    let rest = ''
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      rest += chunk
      const lines = rest.split('\r\n')
      rest = lines.pop() ?? ''
      for (const text of lines) {
        const label = /^@(?:.*;)?label=([^; ]+)/.exec(text)?.[1]
        const words = text.replace(/^@\S+ /, '').split(' ')
        const body = text.split(' :').slice(1).join(' :') || (words.at(-1) ?? '')
        if (words[0] === 'CAP' && words[1] === 'LS') {
          say(':keeper.example CAP * LS * :batch cap-notify draft/chathistory echo-message labeled-response')
          say(':keeper.example CAP * LS :message-tags server-time unknown/cap=1')
        } else if (words[0] === 'CAP' && words[1] === 'REQ')
          say(`:keeper.example CAP * ACK :${text.split(' :')[1] ?? words[2]}`)
        else if (words[0] === 'CAP' && words[1] === 'END') {
          say(':keeper.example 001 recruiter :Welcome')
          say(':keeper.example 005 recruiter CHATHISTORY=3 CASEMAPPING=ascii NETWORK=Keeper :are supported')
          say(':keeper.example 422 recruiter :no MOTD')
        } else if (words[0] === 'JOIN') {
          say(`:recruiter!u@host JOIN ${words[1]}`)
          say(`:keeper.example 366 recruiter ${words[1]} :End`)
        } else if (words[0] === 'PING') say(`:keeper.example PONG keeper.example ${body}`)
        else if (words[0] === 'CHATHISTORY') history(words.slice(1))
        else if (words[0] === 'PRIVMSG')
          say(
            `@label=${label};msgid=own-1;time=2026-11-22T12:00:00.000Z :recruiter!u@host PRIVMSG ${words[1]} :${body}`,
          )
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    asked,
    account: accountOn(
      { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 },
      { channels: '#garden' },
    ),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const kept = (count: number, to: string, from = 'ana'): Kept[] =>
  Array.from({ length: count }, (_, at) => ({
    at: new Date(Date.UTC(2026, 10, 22, 10, at)).toISOString(),
    id: `${to}-${from}-${at}`,
    from,
    to,
    text: `${to} ${at}`,
  }))

function open(account: Parameters<typeof connector.open>[0], recording: ReturnType<typeof recordingHost>) {
  const ending = new AbortController()
  const session = connector.open(account, recording.host)
  const before = recording.states.length
  const done = session.run(recording.cursor(), ending.signal)
  const connected = () =>
    recording.until('connected', () => recording.states.slice(before).some(state => state.kind === 'connected'))
  const stop = async () => {
    ending.abort()
    await done
  }
  return { session, connected, stop, [Symbol.asyncDispose]: stop }
}

/** A cursor as it was left an instant ago in 2026-11-22 09:30, with the channel joined. */
const left = JSON.stringify({
  v: 1,
  at: '2026-11-22T09:30:00.000Z',
  since: '2026-11-01T00:00:00.000Z',
  rooms: { '#garden': { name: '#garden', at: '2026-11-22T09:30:00.000Z' } },
  left: [],
  peers: {},
  sent: [],
  nicks: ['recruiter'],
})

test('a server that keeps history is read to its end, page by page, channels and queries, and leaves no gap', async () => {
  const lines = [...kept(8, '#garden'), ...kept(2, 'recruiter')]
  await using keeper = await startKeeper(lines)
  const recording = recordingHost()
  await recording.host.commit([], left)
  await using running = open(keeper.account, recording)
  await running.connected()
  expect(recording.texts()).toEqual(lines.map(line => line.text))
  expect(recording.messages().every(message => !message.history && message.key.startsWith('id:'))).toBe(true)
  expect(recording.events.some(event => event.kind === 'gap')).toBe(false)
  expect(recording.messages().at(-1)?.conversation).toMatchObject({ id: 'ana@keeper', kind: 'direct' })
  expect(keeper.asked.filter(words => words.startsWith('AFTER #garden'))).toHaveLength(3)
})

test('the first time what is kept is history, and older pages are read on demand', async () => {
  await using keeper = await startKeeper(kept(8, '#garden'))
  const recording = recordingHost()
  await using running = open(keeper.account, recording)
  await running.connected()
  expect(recording.texts()).toEqual(['#garden 5', '#garden 6', '#garden 7'])
  expect(recording.messages().every(message => message.history)).toBe(true)
  const oldest = recording.messages()[0]?.key
  const older = await running.session.history?.before({ id: '#garden', kind: 'room' }, oldest, 10)
  expect(older?.map(event => event.kind === 'message' && event.text)).toEqual(['#garden 2', '#garden 3', '#garden 4'])
})

test('history that the server refuses is told as a gap with its reason', async () => {
  await using keeper = await startKeeper(kept(8, '#garden'), { refuses: true })
  const recording = recordingHost()
  await recording.host.commit([], left)
  await using running = open(keeper.account, recording)
  await running.connected()
  const gap = await recording.until('the gap', () => recording.events.find(event => event.kind === 'gap'))
  expect(gap).toMatchObject({ conversation: { id: '#garden' }, why: expect.stringContaining('could not be retrieved') })
})

test('a labelled echo gives our message the server’s id and time', async () => {
  await using keeper = await startKeeper([])
  const recording = recordingHost()
  await using running = open(keeper.account, recording)
  await running.connected()
  const request = { txn: newId(), to: { id: '#garden', kind: 'room' as const }, text: 'to all' }
  const outcome = await running.session.send(request, never)
  expect(outcome).toMatchObject({ kind: 'accepted', at: new Date('2026-11-22T12:00:00.000Z') })
  await recording.until('its echo', () => recording.known('id:own-1'))
  expect(recording.known(request.txn)).toMatchObject({ own: true, text: 'to all' })
})
