import { randomUUID } from 'node:crypto'
import { bareOf } from '../jid.ts'
import { attribute, type Element, xml } from '../xml.ts'
import { StreamFailure } from './failure.ts'
import { stanzaErrorOf, type Wire } from './wire.ts'

const nsSm = 'urn:xmpp:sm:3'
const iqMs = 30_000
const quietMs = 45_000
const silentMs = 20_000
/** After a break: a send waits this long for the same session to go on, then its outcome is unknown. */
const resumeWithinMs = 6_000

export type IqAnswer = { ok: true; iq: Element } | { ok: false; condition: string; text: string }
export type Incoming = { stanza: Element; done(): void }

/** A stanza that the server has not confirmed yet. Without `again` it is not sent a second time, whatever became of it. */
type Sent = { again: Element | undefined; settle(taken: boolean): void }

/** What a broken session leaves behind, so that the next connection can go on with it (XEP-0198). */
export type Suspended = {
  readonly id: string
  readonly jid: string
  /** How many of the server's stanzas were handled. */
  readonly handled: number
  /** How many of ours the server had confirmed, and those after them. */
  readonly confirmed: number
  readonly waiting: readonly Sent[]
  /** The server does not know the session any more: what it said to have taken is taken, the rest is unknown. */
  end(handledThere: number | undefined): void
}

/** Counts, confirms and answers on one wire. */
export class Flow {
  #wire: Wire | undefined
  #managed = false
  #id: string | undefined
  #jid = ''
  #domain = ''
  readonly #onStanza: (incoming: Incoming) => void
  readonly #answers = new Map<string, { from: string | undefined; settle(answer: IqAnswer): void }>()
  /** Sent and not yet confirmed, oldest first. */
  #sent: Sent[] = []
  #confirmed = 0
  #handled = 0
  #owed: { done: boolean }[] = []
  #ackDue = false
  #asking = false
  #closing = false
  #lastHeardMs = performance.now()
  #watch: NodeJS.Timeout | undefined
  #suspended: Suspended | undefined

  constructor(onStanza: (incoming: Incoming) => void) {
    this.#onStanza = onStanza
  }

  attach(wire: Wire): void {
    this.#wire = wire
    wire.onElement = element => this.#take(element)
    void wire.closed.then(failure => this.#ended(failure))
  }

  /** Goes on where the broken session stopped: what the server has is confirmed, the rest is sent again, in order. */
  adopt(before: Suspended, handledThere: number): void {
    this.#handled = before.handled
    this.#confirmed = handledThere
    const taken = (handledThere - before.confirmed) >>> 0
    before.waiting.slice(0, taken).forEach(sent => void sent.settle(true))
    this.#sent = before.waiting.slice(taken).filter(sent => sent.again !== undefined)
  }

  start(session: { managed: boolean; id: string | undefined; jid: string; domain: string }): void {
    this.#managed = session.managed
    this.#id = session.id
    this.#jid = session.jid
    this.#domain = session.domain
    for (const { again } of this.#sent) if (again) this.#wire?.send(again)
    if (this.#sent.length > 0) this.#askForAck()
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

  /** `given` aborts: nobody waits for the answer any more, and the stanza is not sent a second time. */
  send(stanza: Element, given?: AbortSignal): Promise<boolean> {
    const wire = this.#wire
    if (!wire || wire.ended) return Promise.resolve(false)
    wire.send(stanza)
    if (!this.#managed)
      return this.iq('get', undefined, xml('ping', { xmlns: 'urn:xmpp:ping' })).then(() => !wire.ended)
    return new Promise(resolve => {
      const sent: Sent = { again: stanza, settle: resolve }
      given?.addEventListener('abort', () => {
        sent.again = undefined
        resolve(false)
      })
      this.#sent.push(sent)
      this.#askForAck()
    })
  }

  iq(type: 'get' | 'set', to: string | undefined, child: Element, withinMs = iqMs): Promise<IqAnswer> {
    const wire = this.#wire
    if (!wire || wire.ended) return Promise.resolve({ ok: false, condition: 'closed', text: '' })
    const id = randomUUID()
    return new Promise(resolve => {
      const settle = (answer: IqAnswer) => {
        clearTimeout(timer)
        this.#answers.delete(id)
        resolve(answer)
      }
      const timer = setTimeout(() => settle({ ok: false, condition: 'timeout', text: '' }), withinMs)
      this.#answers.set(id, { from: to, settle })
      wire.send(xml('iq', { type, id, ...(to ? { to } : {}) }, child))
      if (this.#managed) this.#sent.push({ again: undefined, settle: () => undefined })
    })
  }

  /** Undefined when the session can't go on: it was closed in order, or the server does not offer it. */
  get suspended(): Suspended | undefined {
    return this.#suspended
  }

  close(): void {
    this.#closing = true
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
    const fresh = (h - this.#confirmed) >>> 0
    if (!Number.isInteger(h) || fresh > this.#sent.length) return
    this.#confirmed = h
    for (const sent of this.#sent.splice(0, fresh)) sent.settle(true)
    if (this.#sent.length > 0) this.#askForAck()
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
    const expected = waiting.from ?? this.#jid
    const genuine =
      from === undefined ||
      from === expected ||
      (expected === this.#jid && (bareOf(from) === bareOf(this.#jid) || from === this.#domain))
    if (!genuine && from !== waiting.from) return false
    waiting.settle(type === 'result' ? { ok: true, iq } : { ok: false, ...stanzaErrorOf(iq) })
    return true
  }

  #probe(): void {
    if (this.#managed) this.#wire?.send(xml('r', { xmlns: nsSm }))
    else void this.iq('get', undefined, xml('ping', { xmlns: 'urn:xmpp:ping' }))
  }

  #ended(failure: StreamFailure): void {
    clearInterval(this.#watch)
    for (const waiting of [...this.#answers.values()]) waiting.settle({ ok: false, condition: 'closed', text: '' })
    const mayGoOn = failure.code === 'unreachable' || failure.code === 'server-closed' || failure.code === 'no-answer'
    if (this.#id === undefined || this.#closing || !mayGoOn || failure.final) {
      for (const sent of this.#sent.splice(0)) sent.settle(false)
      return
    }
    const flow = this
    const waiting = this.#sent
    const giveUp = () => {
      for (const sent of waiting) {
        sent.again = undefined
        sent.settle(false)
      }
    }
    const timer = setTimeout(giveUp, resumeWithinMs)
    timer.unref()
    this.#suspended = {
      id: this.#id,
      jid: this.#jid,
      get handled() {
        return flow.#handled
      },
      confirmed: this.#confirmed,
      waiting,
      end(handledThere) {
        clearTimeout(timer)
        const taken = handledThere === undefined ? 0 : (handledThere - this.confirmed) >>> 0
        if (taken <= waiting.length) for (const sent of waiting.splice(0, taken)) sent.settle(true)
        giveUp()
      },
    }
  }
}
