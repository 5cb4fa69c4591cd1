import { randomUUID } from 'node:crypto'
import type { XmppAccount } from '../account.ts'
import { bareOf } from '../jid.ts'
import { attribute, type Element, xml } from '../xml.ts'
import { StreamFailure } from './failure.ts'
import { negotiate } from './negotiate.ts'
import { stanzaErrorOf, type Wire } from './wire.ts'

const nsSm = 'urn:xmpp:sm:3'
const iqMs = 30_000
const quietMs = 45_000
const silentMs = 20_000

export type IqAnswer = { ok: true; iq: Element } | { ok: false; condition: string; text: string }

/** A logged-in stream. The server is told that a stanza was handled only when `done` was called for it (XEP-0198). */
export type XmppStream = {
  readonly jid: string
  readonly closed: Promise<StreamFailure>
  /** Resolves true when the server has taken the stanza, false when the stream ended before it said so. */
  send(stanza: Element): Promise<boolean>
  /** Without waiting for anything: presence, typing, receipts. */
  post(stanza: Element): void
  iq(type: 'get' | 'set', to: string | undefined, child: Element): Promise<IqAnswer>
  close(): void
}

export type Incoming = { stanza: Element; done(): void }

export async function openStream(
  account: XmppAccount,
  signal: AbortSignal,
  onStanza: (incoming: Incoming) => void,
): Promise<XmppStream> {
  const flow = new Flow(onStanza)
  const { wire, jid, managed } = await negotiate(account, signal, wire => flow.attach(wire))
  flow.start(managed, account)
  const abort = () => flow.close()
  signal.addEventListener('abort', abort)
  void wire.closed.then(() => signal.removeEventListener('abort', abort))
  if (signal.aborted) abort()
  return {
    jid,
    closed: wire.closed,
    send: stanza => flow.send(stanza),
    post: stanza => void flow.send(stanza),
    iq: (type, to, child) => flow.iq(type, to, child),
    close: () => flow.close(),
  }
}

class Flow {
  #wire: Wire | undefined
  #managed = false
  #account: XmppAccount | undefined
  readonly #onStanza: (incoming: Incoming) => void
  readonly #answers = new Map<string, { from: string | undefined; settle(answer: IqAnswer): void }>()
  /** Sent and not yet acknowledged, oldest first. */
  readonly #unacked: ((taken: boolean) => void)[] = []
  #ackedOut = 0
  #handled = 0
  #owed: { done: boolean }[] = []
  #ackDue = false
  #asking = false
  #lastHeardMs = performance.now()
  #watch: NodeJS.Timeout | undefined

  constructor(onStanza: (incoming: Incoming) => void) {
    this.#onStanza = onStanza
  }

  attach(wire: Wire): void {
    this.#wire = wire
    wire.onElement = element => this.#take(element)
    void wire.closed.then(() => this.#ended())
  }

  start(managed: boolean, account: XmppAccount): void {
    this.#managed = managed
    this.#account = account
    let probing = false
    this.#watch = setInterval(() => {
      const silence = performance.now() - this.#lastHeardMs
      if (silence < quietMs) probing = false
      else if (!probing) {
        probing = true
        this.#probe()
      } else if (silence > quietMs + silentMs)
        this.#wire?.end(new StreamFailure('no-answer', 'The server stopped answering.'))
    }, 5_000)
    this.#watch.unref()
  }

  send(stanza: Element): Promise<boolean> {
    const wire = this.#wire
    if (!wire || wire.ended) return Promise.resolve(false)
    wire.send(stanza)
    if (!this.#managed)
      return this.iq('get', undefined, xml('ping', { xmlns: 'urn:xmpp:ping' })).then(() => !wire.ended)
    return new Promise(resolve => {
      this.#unacked.push(resolve)
      this.#askForAck()
    })
  }

  iq(type: 'get' | 'set', to: string | undefined, child: Element): Promise<IqAnswer> {
    const wire = this.#wire
    if (!wire || wire.ended) return Promise.resolve({ ok: false, condition: 'closed', text: '' })
    const id = randomUUID()
    return new Promise(resolve => {
      const settle = (answer: IqAnswer) => {
        clearTimeout(timer)
        this.#answers.delete(id)
        resolve(answer)
      }
      const timer = setTimeout(() => settle({ ok: false, condition: 'timeout', text: '' }), iqMs)
      this.#answers.set(id, { from: to, settle })
      wire.send(xml('iq', { type, id, ...(to ? { to } : {}) }, child))
      if (this.#managed) this.#unacked.push(() => undefined)
    })
  }

  close(): void {
    if (this.#managed && this.#wire && !this.#wire.ended) this.#acknowledge(this.#wire)
    this.#wire?.end(new StreamFailure('server-closed', 'Closed.'))
  }

  #take(element: Element): void {
    this.#lastHeardMs = performance.now()
    const name = element.getName()
    if (name === 'r' && element.getNS() === nsSm) {
      if (this.#wire) this.#acknowledge(this.#wire)
      this.#ackDue = this.#owed.length > 0
    } else if (name === 'a' && element.getNS() === nsSm) this.#acked(Number(attribute(element, 'h')))
    else if (name === 'iq' || name === 'message' || name === 'presence') this.#stanza(name, element)
  }

  #stanza(name: string, stanza: Element): void {
    const slot = { done: false }
    this.#owed.push(slot)
    const done = () => {
      slot.done = true
      this.#settleOwed()
    }
    if (name === 'iq' && this.#answered(stanza)) done()
    else this.#onStanza({ stanza, done })
  }

  /** Only an unbroken run of handled stanzas counts, as the protocol has one number for all. */
  #settleOwed(): void {
    const before = this.#handled
    while (this.#owed[0]?.done) {
      this.#owed.shift()
      this.#handled += 1
    }
    if (this.#ackDue && this.#handled > before && this.#wire) {
      this.#ackDue = this.#owed.length > 0
      this.#acknowledge(this.#wire)
    }
  }

  #acknowledge(wire: Wire): void {
    wire.send(xml('a', { xmlns: nsSm, h: String(this.#handled >>> 0) }))
  }

  #acked(h: number): void {
    this.#asking = false
    const fresh = (h - this.#ackedOut) >>> 0
    if (!Number.isInteger(h) || fresh > this.#unacked.length) return
    this.#ackedOut = h
    for (const settle of this.#unacked.splice(0, fresh)) settle(true)
    if (this.#unacked.length > 0) this.#askForAck()
  }

  /** One request for a run of stanzas sent in the same turn. */
  #askForAck(): void {
    if (this.#asking) return
    this.#asking = true
    setImmediate(() => this.#wire?.send(xml('r', { xmlns: nsSm })))
  }

  #answered(iq: Element): boolean {
    const type = attribute(iq, 'type')
    const waiting = this.#answers.get(attribute(iq, 'id') ?? '')
    if (!waiting || (type !== 'result' && type !== 'error')) return false
    const from = attribute(iq, 'from')
    const own = this.#account?.jid
    const expected = waiting.from ?? own
    const genuine =
      from === undefined ||
      from === expected ||
      (expected === own && (bareOf(from) === own || from === this.#account?.domain))
    if (!genuine && from !== waiting.from) return false
    waiting.settle(type === 'result' ? { ok: true, iq } : { ok: false, ...stanzaErrorOf(iq) })
    return true
  }

  #probe(): void {
    if (this.#managed) this.#wire?.send(xml('r', { xmlns: nsSm }))
    else void this.iq('get', undefined, xml('ping', { xmlns: 'urn:xmpp:ping' }))
  }

  #ended(): void {
    clearInterval(this.#watch)
    for (const settle of this.#unacked.splice(0)) settle(false)
    for (const waiting of [...this.#answers.values()]) waiting.settle({ ok: false, condition: 'closed', text: '' })
  }
}
