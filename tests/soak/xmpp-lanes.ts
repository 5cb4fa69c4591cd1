import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { eventually, type KithServer } from '../servers/kith.ts'
import type { XmppNetwork } from '../servers/xmpp.ts'
import { connect, readInbox, readThread, untilConnected } from './kith-side.ts'
import { type Lane, pause, sendUntilAnswered } from './lane.ts'

const anything = z.unknown()
const together = 25

/** A stranger on Prosody and the recruiter, both talking at once. The server's own archive says what reached it. */
export async function xmppLanes(kith: KithServer, network: XmppNetwork, want: number) {
  const connection = await connect(kith, 'xmpp', network.account.values)
  const { stranger } = network
  await stranger.say('Hello, do you have jobs at the harbour?')
  const conversation = await eventually(async () => {
    const id = (await readInbox(kith, 'xmpp')).get(network.conversation.id)
    if (!id) throw new Error('The stranger is not in the inbox.')
    return id
  }, 60_000)
  await kith.api.call('POST', `/api/v1/conversations/${conversation}/person`, anything, { name: 'Ana Ruiz' })

  const incoming: Lane = {
    name: 'XMPP in',
    way: 'in',
    network: 'xmpp',
    want,
    acknowledged: [],
    unsure: new Set(),
    async step() {
      const from = this.acknowledged.length + this.unsure.size
      const texts = Array.from({ length: Math.min(together, want - from) }, (_, n) => `xmpp in ${from + n}`)
      try {
        for (const text of texts) await stranger.say(text)
        // The server works through a stream in order: once it answers, it has taken all that stood before.
        await stranger.settled()
        this.acknowledged.push(...texts)
      } catch {
        for (const text of texts) this.unsure.add(text)
        await comeBack()
      }
    },
    arrived: async () =>
      (await readThread(kith, conversation)).filter(message => !message.own).map(message => message.text),
  }
  async function comeBack(): Promise<void> {
    for (;;) {
      try {
        await stranger.connect()
        return
      } catch {
        await pause(300)
      }
    }
  }
  const lostByPeer = new Set<string>()
  /**
   * Prosody writes what is sent into its sender's archive first and into its reader's then. Killed between the two it has said by the
   * first that it took the message, and nobody ever gets it: what stands so on its disk is its own loss.
   */
  async function lookAtItsDisk(): Promise<void> {
    const ours = (kept: string) => new Set(kept.match(/\bxmpp out \d+\b/g))
    const [taken, passedOn] = [
      ours(await network.server.archiveOf('recruiter')),
      ours(await network.server.archiveOf('stranger')),
    ]
    if (taken.size === 0) throw new Error('The archive on the disk of Prosody can not be read.')
    for (const text of taken) if (!passedOn.has(text)) lostByPeer.add(text)
  }
  const outgoing: Lane = {
    name: 'XMPP out',
    way: 'out',
    network: 'xmpp',
    want,
    acknowledged: [],
    unsure: new Set(),
    lostByPeer,
    async step() {
      const text = `xmpp out ${this.acknowledged.length}`
      await sendUntilAnswered(kith.api, conversation, { id: newId(), text })
      this.acknowledged.push(text)
    },
    async arrived() {
      await comeBack()
      const texts: string[] = []
      let after: string | undefined
      for (;;) {
        const paging = { max: 100, ...(after ? { after } : {}) }
        // Its library waits 15 seconds for a page, and Prosody walks through its whole archive for each.
        const found = await stranger
          .client()
          .searchHistory({ with: network.account.values.jid ?? '', paging })
          .catch(() => undefined)
        if (!found) {
          await stranger.disconnect().catch(() => undefined)
          await comeBack()
          continue
        }
        for (const { item } of found.results ?? []) {
          const { message } = item
          if (message?.body && message.from?.startsWith(network.account.values.jid ?? '')) texts.push(message.body)
        }
        after = found.paging?.last
        if (found.complete || !after) return texts
      }
    },
  }
  return {
    lanes: [incoming, outgoing],
    conversation,
    /** A power cut of the network's own server, in the middle of everything. */
    async strike() {
      await network.kill()
      await lookAtItsDisk()
      await network.restart()
      await untilConnected(kith, connection)
    },
  }
}
