import type { Api } from '../servers/kith.ts'

export const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** One direction of one conversation: texts in the order in which they were said. */
export type Lane = {
  readonly name: string
  readonly way: 'in' | 'out'
  readonly network: 'xmpp' | 'irc' | 'widget'
  readonly want: number
  /** Taken over: from now on each of these must be on the other side exactly once, in this order. */
  readonly acknowledged: string[]
  /** Nobody said whether these were taken: on the other side once or not at all. */
  readonly unsure: Set<string>
  /** Says some more; returns after they were acknowledged or given up on. */
  step(): Promise<void>
  /** What the other side has, in its order, as a program that shares nothing with the sender reads it. */
  arrived(): Promise<string[]>
  /** What the peer itself was seen to lose: on its disk it had taken them over and not passed them on when it was killed. */
  readonly lostByPeer?: ReadonlySet<string>
}

export type LaneResult = {
  lane: string
  acknowledged: number
  unsure: number
  missing: string[]
  lostByPeer: string[]
  repeated: string[]
  /** First places at which the order is another. */
  disordered: string[]
}

export const isWhole = (result: LaneResult) =>
  result.missing.length + result.repeated.length + result.disordered.length === 0

/** Holds what was acknowledged against what arrived; what the other side has besides both is no message of this lane. */
export function compare(
  lane: Pick<Lane, 'name' | 'acknowledged' | 'unsure' | 'lostByPeer'>,
  arrived: readonly string[],
): LaneResult {
  const sure = new Set(lane.acknowledged)
  const counts = new Map<string, number>()
  for (const text of arrived) if (sure.has(text) || lane.unsure.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const gone = lane.acknowledged.filter(text => !counts.has(text))
  const lostByPeer = gone.filter(text => lane.lostByPeer?.has(text))
  const missing = gone.filter(text => !lane.lostByPeer?.has(text))
  const here = new Set(arrived)
  const expected = lane.acknowledged.filter(text => here.has(text))
  const seen = new Set<string>()
  const order = arrived.filter(text => sure.has(text) && !seen.has(text) && seen.add(text))
  return {
    lane: lane.name,
    acknowledged: lane.acknowledged.length,
    unsure: lane.unsure.size,
    missing,
    lostByPeer,
    repeated: [...counts].filter(([, count]) => count > 1).map(([text]) => text),
    disordered: order.filter((text, at) => text !== expected[at]).slice(0, 5),
  }
}

/** A recruiter's browser: the same id until there is an answer, whatever dies meanwhile. */
export async function sendUntilAnswered(
  api: Api,
  conversation: string,
  message: { id: string; text: string },
): Promise<void> {
  const body = { ...message, overrideReason: 'a test of the wire, not of manners' }
  for (;;) {
    const { status, body: said } = await api
      .ask('POST', `/api/v1/conversations/${conversation}/messages`, body)
      .catch(() => ({ status: 0, body: undefined }))
    if (status === 200) return
    if (![0, 500, 503].includes(status)) throw new Error(`Send was answered ${status}: ${JSON.stringify(said)}`)
    await pause(50)
  }
}
