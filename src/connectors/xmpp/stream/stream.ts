import type { XmppAccount } from '../account.ts'
import type { Element } from '../xml.ts'
import type { Network } from './dial.ts'
import type { StreamFailure } from './failure.ts'
import { Flow, type Incoming, type IqAnswer, type Suspended } from './flow.ts'
import { negotiate } from './negotiate.ts'

export type { Incoming, IqAnswer, Suspended } from './flow.ts'

/** A logged-in stream. The server is told that a stanza was handled only when `done` was called for it (XEP-0198). */
export type XmppStream = {
  readonly jid: string
  /** The session of the connection before goes on: presence, rooms and what was under way are still there. */
  readonly resumed: boolean
  /** The server's address. */
  readonly peer: string | undefined
  readonly closed: Promise<StreamFailure>
  /** After `closed`: what the next connection needs to go on. */
  readonly suspended: Suspended | undefined
  /** Resolves true when the server has taken the stanza, false when nobody can know whether it did. */
  send(stanza: Element, given?: AbortSignal): Promise<boolean>
  /** Without waiting for anything: presence, typing, receipts. */
  post(stanza: Element): void
  /** Half a minute is given for the answer unless `withinMs` says more. */
  iq(type: 'get' | 'set', to: string | undefined, child: Element, withinMs?: number): Promise<IqAnswer>
  close(): void
}

export type StreamOptions = {
  account: XmppAccount
  network: Network
  signal: AbortSignal
  onStanza(incoming: Incoming): void
  before?: Suspended | undefined
}

export async function openStream({ account, network, signal, onStanza, before }: StreamOptions): Promise<XmppStream> {
  const flow = new Flow(onStanza)
  const { wire, jid, resumed, managed, id, peer } = await negotiate(account, network, signal, before, {
    ready: (wire, handledThere) => {
      if (before && handledThere !== undefined) flow.adopt(before, handledThere)
      flow.attach(wire)
    },
  })
  flow.start({ managed, id, jid, domain: account.domain })
  const abort = () => flow.close()
  signal.addEventListener('abort', abort)
  void wire.closed.then(() => signal.removeEventListener('abort', abort))
  if (signal.aborted) abort()
  return {
    jid,
    resumed,
    peer,
    closed: wire.closed,
    get suspended() {
      return flow.suspended
    },
    send: (stanza, given) => flow.send(stanza, given),
    post: stanza => void flow.send(stanza),
    iq: (type, to, child, withinMs) => flow.iq(type, to, child, withinMs),
    close: () => flow.close(),
  }
}
