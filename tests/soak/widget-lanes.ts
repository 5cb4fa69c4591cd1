import { Agent, request } from 'undici'
import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { eventually, type KithServer } from '../servers/kith.ts'
import { readInbox, readThread } from './kith-side.ts'
import { type Lane, pause, sendUntilAnswered } from './lane.ts'

const begun = z.object({ token: z.string(), visitor: z.string() })
const chatView = z.object({ chat: z.string() })
const messages = z.object({ messages: z.array(z.object({ mine: z.boolean(), text: z.string() })) })
const anything = z.unknown()
/** Visitors of one network; Kith lets thirty begin from one address in ten minutes. */
const perAddress = 25

type Visitor = { token: string; agent: Agent; conversation: string; said: string[]; answered: string[] }

/** Many visitors with the chat open, each writing and being answered in their own thread. */
export async function widgetLanes(kith: KithServer, want: number, visitors: number) {
  const { chat } = await kith.api.call('GET', '/api/v1/website-chat', chatView)
  const base = `${kith.url}/api/v1/chat/${chat}`
  const agents: Agent[] = []
  const ask = async (agent: Agent, method: 'GET' | 'POST', path: string, token?: string, body?: unknown) => {
    const answer = await request(`${base}${path}`, {
      dispatcher: agent,
      method,
      headers: {
        origin: kith.url,
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.body.text()
    return { status: answer.statusCode, body: text === '' ? undefined : JSON.parse(text) }
  }
  /** Until Kith has it; too fast is waited for, as the panel does. */
  const insist = async (visitor: Pick<Visitor, 'agent' | 'token'>, text: string) => {
    const id = newId()
    for (;;) {
      const { status, body } = await ask(visitor.agent, 'POST', '/messages', visitor.token, { id, text }).catch(() => ({
        status: 0,
        body: undefined,
      }))
      if (status === 200) return
      if (status === 429) await pause(2_000)
      else if (![0, 500, 503].includes(status))
        throw new Error(`A visitor was answered ${status}: ${JSON.stringify(body)}`)
      else await pause(100)
    }
  }
  const here: Visitor[] = []
  for (let n = 0; n < visitors; n += 1) {
    if (n % perAddress === 0) agents.push(new Agent({ localAddress: `127.0.1.${1 + n / perAddress}`, pipelining: 1 }))
    const agent = agents.at(-1)
    if (!agent) throw new Error('There is an agent.')
    const { status, body } = await ask(agent, 'POST', '/visitors', undefined, { consent: 'Keep what I write here.' })
    if (status !== 200) throw new Error(`Begin was answered ${status}: ${JSON.stringify(body)}`)
    const { token, visitor } = begun.parse(body)
    await insist({ agent, token }, `visitor ${n} says hello`)
    here.push({ token, agent, conversation: visitor, said: [], answered: [] })
  }
  await eventually(async () => {
    const known = await readInbox(kith, 'website-chat')
    for (const visitor of here) {
      const id = known.get(visitor.conversation) ?? (known.has(visitor.conversation) ? '' : undefined)
      if (id) visitor.conversation = id
      else if (![...known.values()].includes(visitor.conversation)) throw new Error('A visitor is not in the inbox.')
    }
  }, 60_000)

  const lane = (
    name: string,
    way: Lane['way'],
    act: (visitor: Visitor, text: string) => Promise<void>,
    arrived: Lane['arrived'],
  ): Lane => ({
    name,
    way,
    network: 'widget',
    want,
    acknowledged: [],
    unsure: new Set(),
    async step() {
      const turn = this.acknowledged.length
      const visitor = here[turn % here.length]
      if (!visitor) throw new Error('There are visitors.')
      const text = `widget ${way} ${turn}`
      await act(visitor, text)
      this.acknowledged.push(text)
    },
    arrived,
  })
  /** Threads in one list: each in its order, and the lane's order between them, which is by turns. */
  const byTurn = (texts: readonly string[][]) => {
    const rows = texts.flat().filter(text => /^widget (?:in|out) \d+$/.test(text))
    const disordered = texts.flatMap(thread => {
      const turns = thread.flatMap(text => /^widget (?:in|out) (\d+)$/.exec(text)?.[1] ?? []).map(Number)
      return turns.flatMap((turn, at) => (at > 0 && turn < (turns[at - 1] ?? 0) ? [`out of order: ${turn}`] : []))
    })
    if (disordered.length > 0) throw new Error(disordered.join(', '))
    return rows.sort((a, b) => Number(a.split(' ')[2]) - Number(b.split(' ')[2]))
  }
  const incoming = lane(
    'widget in',
    'in',
    async (visitor, text) => {
      await insist(visitor, text)
      visitor.said.push(text)
    },
    async () => {
      const threads: string[][] = []
      for (const { conversation } of here)
        threads.push((await readThread(kith, conversation)).filter(each => !each.own).map(each => each.text))
      return byTurn(threads)
    },
  )
  const outgoing = lane(
    'widget out',
    'out',
    async (visitor, text) => {
      await sendUntilAnswered(kith.api, visitor.conversation, { id: newId(), text })
      visitor.answered.push(text)
    },
    async () => {
      const threads: string[][] = []
      for (const { agent, token } of here) {
        const { body } = await ask(agent, 'GET', '/messages', token)
        threads.push(
          messages
            .parse(body)
            .messages.filter(each => !each.mine)
            .map(each => each.text),
        )
      }
      return byTurn(threads)
    },
  )
  const first = here[0]
  if (first) await kith.api.call('GET', `/api/v1/conversations/${first.conversation}`, anything)
  return {
    lanes: [incoming, outgoing],
    conversations: here.map(visitor => visitor.conversation),
    async [Symbol.asyncDispose]() {
      for (const agent of agents) await agent.destroy()
    },
  }
}
