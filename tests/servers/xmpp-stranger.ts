import { Duplex } from 'node:stream'
import { type Agent, createClient } from 'stanza'
import type { Stranger } from '#connectors/conformance/harness.ts'
import { createWatch } from './watch.ts'

const waitMs = 30_000

export type StrangerAccount = {
  jid: string
  password: string
  websocketUrl: string
  /** Whom the stranger talks to. */
  friend: string
  resource?: string
}

/** Another person with another client (Stanza, over websocket): what the connector says is judged by code it does not share. */
export function xmppStranger(account: StrangerAccount): Stranger & {
  /** Addresses that asked this stranger to be connected. */
  readonly invitedBy: readonly string[]
  correct(text: string, corrected: string): Promise<void>
  /** The client itself, for what only one test does. */
  readonly client: () => Agent
  /** Sends XML as it is: what Stanza has no words for, and what an attacker would send. */
  write(xml: string): void
  /** Resolves with the first stanza heard, before or after, that the pattern fits. */
  waitToSee(pattern: RegExp): Promise<string>
} {
  const heard: { text: string; id: string; from: string }[] = []
  const invitedBy: string[] = []
  const said = new Map<string, string>()
  const seen: string[] = []
  const { changed, until } = createWatch(waitMs, () => `Heard: ${JSON.stringify(heard.slice(-5))}`)
  let online = false
  let client = newClient()

  function newClient() {
    const made = createClient({
      jid: account.jid,
      password: account.password,
      resource: account.resource ?? 'stranger',
      transports: { websocket: account.websocketUrl, bosh: false },
      allowResumption: false,
      autoReconnect: false,
      sendReceipts: true,
    })
    made.on('message', message => {
      if (message.type === 'error' || !message.body) return
      heard.push({ text: message.body, id: message.id ?? '', from: message.from })
      changed()
    })
    made.on('raw', (direction, xml) => {
      if (direction !== 'incoming') return
      seen.push(xml)
      changed()
    })
    made.on('disconnected', () => {
      online = false
    })
    made.on('subscribe', presence => {
      invitedBy.push(presence.from.replace(/\/.*$/, ''))
      changed()
    })
    return made
  }

  async function connect(): Promise<void> {
    if (online) client.disconnect()
    client = newClient()
    const started = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('The stranger could not log in.')), waitMs)
      client.once('session:started', () => {
        clearTimeout(timer)
        resolve()
      })
      client.once('auth:failed', () => {
        clearTimeout(timer)
        reject(new Error('The stranger’s password was refused.'))
      })
    })
    client.connect()
    await started
    online = true
    await client.getRoster()
    client.sendPresence()
  }

  async function disconnect(): Promise<void> {
    if (!online) return
    const gone = new Promise<void>(resolve => {
      const timer = setTimeout(resolve, 500)
      client.once('disconnected', () => {
        clearTimeout(timer)
        resolve()
      })
    })
    const line = client.transport
    client.disconnect()
    // Stanza goes on writing what it had queued, into a socket that is closed by then.
    if (line) line.send = async () => undefined
    await gone
  }

  return {
    address: account.jid,
    invitedBy,
    client: () => client,
    write(xml) {
      const line = client.transport
      if (!(line instanceof Duplex)) throw new Error('The stranger is not connected.')
      line.write(xml)
    },
    async waitToSee(pattern) {
      await until(String(pattern), () => seen.some(xml => pattern.test(xml)))
      return seen.find(xml => pattern.test(xml)) ?? ''
    },
    connect,
    disconnect,
    async say(text) {
      const id = client.sendMessage({ to: account.friend, type: 'chat', body: text, receipt: { type: 'request' } })
      said.set(text, id)
    },
    async correct(text, corrected) {
      client.sendMessage({ to: account.friend, type: 'chat', body: corrected, replace: said.get(text) ?? '' })
    },
    async settled() {
      await client.ping(account.jid.replace(/^.*@/, ''))
    },
    async typing(on) {
      client.sendMessage({ to: account.friend, type: 'chat', chatState: on ? 'composing' : 'paused' })
    },
    heard: text => heard.filter(each => each.text === text).length,
    waitToHear: text => until(`“${text}”`, () => heard.some(each => each.text === text)),
    async confirmRead(text) {
      await until(`“${text}”`, () => heard.some(each => each.text === text))
      const message = heard.find(each => each.text === text)
      client.sendMessage({ to: account.friend, type: 'chat', marker: { type: 'displayed', id: message?.id ?? '' } })
    },
    async invite() {
      client.subscribe(account.friend)
    },
    waitToBeInvited: () => until('an invitation', () => invitedBy.includes(account.friend)),
    async accept() {
      client.acceptSubscription(account.friend)
    },
    async presence(state, status) {
      client.sendPresence({ ...(state === 'away' ? { show: 'away' } : {}), ...(status ? { status } : {}) })
    },
    [Symbol.asyncDispose]: disconnect,
  }
}
