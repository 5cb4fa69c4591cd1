import { newId } from '#kernel/ids.ts'
import { startInspircd } from '../servers/irc.ts'
import { ircStranger } from '../servers/irc-stranger.ts'
import { eventually, type KithServer } from '../servers/kith.ts'
import { connect, readInbox, readThread, untilConnected } from './kith-side.ts'
import { type Lane, pause, sendUntilAnswered } from './lane.ts'

const channel = '#soak'
const together = 25

/**
 * A channel that keeps its last lines (+H), for plain IRC says everything once. Kith writes at its own pace there, a line every two
 * seconds, so that the outward lane is the short one.
 */
export async function ircLanes(kith: KithServer, want: { in: number; out: number }) {
  const server = await startInspircd({ keptLines: want.in + want.out + 100 })
  let stranger = ircStranger({ port: server.port, nick: 'ana', friend: 'mara', tags: true })
  const heard: string[] = []
  const enter = async () => {
    stranger = ircStranger({ port: server.port, nick: 'ana', friend: 'mara', tags: true })
    await stranger.connect()
    await stranger.join(channel)
    stranger.raw(`MODE ${channel} +H ${want.in + want.out + 100}:1d`)
    await stranger.settled()
  }
  await enter()
  const connection = await connect(kith, 'irc', {
    server: '127.0.0.1',
    port: String(server.port),
    nick: 'mara',
    channels: channel,
    allowPlain: 'true',
    network: 'soak.example',
  })
  stranger.sayIn(channel, 'who is there')
  const conversation = await eventually(async () => {
    const id = [...(await readInbox(kith, 'irc'))].find(([address]) => address.startsWith(channel))?.[1]
    if (!id) throw new Error('The channel is not in the inbox.')
    return id
  }, 60_000)

  /** Lines of the recruiter that the stranger saw, also before its server was struck. */
  const keepHeard = () => {
    for (const line of stranger.lines) {
      const said = /^(?:@\S+ )?:mara!\S+ PRIVMSG #soak :(.*)$/.exec(line)
      if (said?.[1] !== undefined) heard.push(said[1])
    }
  }
  const incoming: Lane = {
    name: 'IRC in',
    way: 'in',
    network: 'irc',
    want: want.in,
    acknowledged: [],
    unsure: new Set(),
    async step() {
      const from = this.acknowledged.length
      const texts = Array.from({ length: Math.min(together, want.in - from) }, (_, n) => `irc in ${from + n}`)
      for (const text of texts) stranger.sayIn(channel, text)
      await stranger.settled()
      this.acknowledged.push(...texts)
    },
    arrived: async () =>
      (await readThread(kith, conversation)).filter(message => !message.own).map(message => message.text),
  }
  const outgoing: Lane = {
    name: 'IRC out',
    way: 'out',
    network: 'irc',
    want: want.out,
    acknowledged: [],
    unsure: new Set(),
    async step() {
      const text = `irc out ${this.acknowledged.length}`
      await sendUntilAnswered(kith.api, conversation, { id: newId(), text })
      this.acknowledged.push(text)
      await pause(1_000)
    },
    async arrived() {
      keepHeard()
      return heard
    },
  }
  return {
    lanes: [incoming, outgoing],
    conversation,
    /** The channel's memory dies with its server, so it is struck when everything said has been taken over. */
    async strike() {
      await eventually(async () => {
        const shown = await readThread(kith, conversation)
        const texts = new Set(shown.map(message => message.text))
        const missing = incoming.acknowledged.find(text => !texts.has(text))
        if (missing) throw new Error(`“${missing}” has not come yet.`)
        const waiting = shown.find(message => message.own && ['queued', 'sending', 'later'].includes(message.delivery))
        if (waiting) throw new Error(`“${waiting.text}” is still ${waiting.delivery}.`)
      }, 300_000)
      keepHeard()
      await server.kill()
      await server.restart()
      await enter()
      await untilConnected(kith, connection)
      await stranger.waitForFriend()
    },
    async [Symbol.asyncDispose]() {
      await stranger[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}
