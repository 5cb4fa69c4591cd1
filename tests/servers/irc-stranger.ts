import { connect as connectTcp, type Socket } from 'node:net'
import type { Stranger } from '#connectors/conformance/harness.ts'
import { createWatch } from './watch.ts'

const waitMs = 30_000

export type IrcStranger = Stranger & {
  /** Resolves when the friend is on the network. */
  waitForFriend(): Promise<void>
  /** A line as it stands, for what only this test does. */
  raw(line: string | Uint8Array): void
  join(channel: string): Promise<void>
  sayIn(channel: string, text: string): void
  /** Every line from the server, oldest first. */
  readonly lines: readonly string[]
  waitForLine(pattern: RegExp): Promise<string>
}

/** Another person with a few lines of their own instead of a client: nothing here is shared with the connector. */
export function ircStranger(given: {
  port: number
  nick: string
  friend: string
  tags?: boolean
  password?: string
}): IrcStranger {
  const lines: string[] = []
  const heard: string[] = []
  const { changed, until } = createWatch(waitMs, () => `Lines: ${JSON.stringify(lines.slice(-8))}`)
  let socket: Socket | undefined
  let met = false
  let saying: Promise<void> = Promise.resolve()
  let asked = 0

  const write = (line: string | Uint8Array) => {
    socket?.write(line)
    socket?.write('\r\n')
  }
  function hear(line: string): void {
    lines.push(line)
    if (line.startsWith('PING')) write(`PONG${line.slice(4)}`)
    const said = / (?:PRIVMSG|NOTICE) \S+ :(.*)$/.exec(line)
    if (said) heard.push(said[1] ?? '')
    changed()
  }

  async function dial(): Promise<void> {
    const opened = connectTcp({ port: given.port, host: '127.0.0.1', noDelay: true })
    let rest = ''
    opened.setEncoding('utf8')
    opened.on('data', (chunk: string) => {
      rest += chunk
      const parts = rest.split('\n')
      rest = parts.pop() ?? ''
      for (const part of parts) hear(part.replace(/\r$/, ''))
    })
    opened.on('error', () => undefined)
    opened.on('close', () => {
      if (socket === opened) socket = undefined
    })
    socket = opened
    met = false
    const from = lines.length
    if (given.tags) write('CAP REQ :message-tags')
    if (given.password) write(`PASS :${given.password}`)
    write(`NICK ${given.nick}`)
    write(`USER ${given.nick} 0 * :A stranger`)
    if (given.tags) write('CAP END')
    await until('the welcome', () => lines.slice(from).some(line => / (?:376|422) /.test(line)))
  }

  async function disconnect(): Promise<void> {
    const closing = socket
    if (!closing) return
    const gone = new Promise<void>(resolve => closing.once('close', () => resolve()))
    write('QUIT :bye')
    const timer = setTimeout(() => closing.destroy(), 500)
    await gone
    clearTimeout(timer)
  }

  /** Asks whether the friend is there until they are, as a person would who is told “no such nick”. */
  async function waitForFriend(): Promise<void> {
    const deadline = Date.now() + waitMs * 2
    while (Date.now() < deadline) {
      const from = lines.length
      write(`ISON ${given.friend}`)
      await until('ISON', () => lines.slice(from).some(line => / 303 /.test(line)))
      const answer = lines.slice(from).find(line => / 303 /.test(line)) ?? ''
      if (answer.toLowerCase().includes(`:${given.friend.toLowerCase()}`)) {
        met = true
        return
      }
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`The stranger never saw ${given.friend}.`)
  }

  async function settled(): Promise<void> {
    await saying
    const token = `settled-${++asked}`
    write(`PING ${token}`)
    await until('PONG', () => lines.some(line => line.includes('PONG') && line.includes(token)))
  }

  return {
    address: given.nick,
    lines,
    connect: async () => {
      met = false
      if (!socket || socket.destroyed) await dial()
    },
    disconnect,
    say(text) {
      saying = saying.then(async () => {
        if (!met) await waitForFriend()
        write(`PRIVMSG ${given.friend} :${text}`)
      })
      return saying
    },
    settled,
    async typing(on) {
      write(`@+typing=${on ? 'active' : 'done'} TAGMSG ${given.friend}`)
    },
    heard: text => heard.filter(each => each === text).length,
    waitToHear: text => until(`“${text}”`, () => heard.includes(text)),
    async confirmRead() {
      throw new Error('IRC has no read marks')
    },
    async invite() {
      throw new Error('IRC has no contacts')
    },
    async waitToBeInvited() {
      throw new Error('IRC has no contacts')
    },
    async accept() {
      throw new Error('IRC has no contacts')
    },
    async presence(state, status) {
      write(state === 'away' ? `AWAY :${status ?? 'away'}` : 'AWAY')
    },
    waitForFriend,
    raw: write,
    async join(channel) {
      write(`JOIN ${channel}`)
      await until(`entering ${channel}`, () => lines.some(line => line.includes(' 366 ') && line.includes(channel)))
    },
    sayIn: (channel, text) => write(`PRIVMSG ${channel} :${text}`),
    async waitForLine(pattern) {
      await until(String(pattern), () => lines.some(line => pattern.test(line)))
      return lines.find(line => pattern.test(line)) ?? ''
    },
    [Symbol.asyncDispose]: disconnect,
  }
}
