import type { Socket } from 'node:net'
import { attribute, type Element, streamParser, xml } from '../xml.ts'
import { StreamFailure, socketFailure, streamErrorFailure } from './failure.ts'

const answerMs = 30_000

/** The bare stream on a socket: elements in and out, before anything is negotiated. Ends once, with a reason. */
export class Wire {
  /** Called for each top-level element, in order, without waiting. */
  onElement: (element: Element) => void = () => undefined
  readonly closed: Promise<StreamFailure>
  #socket: Socket
  #ending: StreamFailure | undefined
  #settle: (failure: StreamFailure) => void = () => undefined

  constructor(socket: Socket) {
    this.#socket = socket
    this.closed = new Promise(resolve => {
      this.#settle = resolve
    })
  }

  get socket(): Socket {
    return this.#socket
  }

  get ended(): StreamFailure | undefined {
    return this.#ending
  }

  /** Opens (or, after TLS and login, opens anew) the stream on the socket given. */
  open(domain: string, socket: Socket = this.#socket): void {
    this.#socket = socket
    socket.removeAllListeners('data')
    const parser = streamParser({
      open: () => undefined,
      element: element => this.#take(element),
      end: () => this.end(new StreamFailure('server-closed', 'The server closed the connection.', undefined, true)),
      broken: why => this.end(new StreamFailure('not-xmpp', `The server sent ${why}.`)),
    })
    socket.on('data', (bytes: Buffer) => parser.write(bytes))
    if (socket.listenerCount('error') === 0) {
      socket.on('error', error => this.end(socketFailure(error, domain)))
      socket.on('close', () => this.end(new StreamFailure('server-closed', 'The connection was lost.')))
    }
    const header = xml('stream:stream', {
      to: domain,
      version: '1.0',
      'xml:lang': 'en',
      xmlns: 'jabber:client',
      'xmlns:stream': 'http://etherx.jabber.org/streams',
    }).toString()
    this.write(`<?xml version='1.0'?>${header.replace(/\/>$/, '>')}`)
  }

  /** Stops reading here, so that another layer (TLS) can take the socket over. */
  release(): Socket {
    this.#socket.removeAllListeners('data')
    this.#socket.removeAllListeners('error')
    this.#socket.removeAllListeners('close')
    return this.#socket
  }

  send(element: Element): void {
    this.write(element.toString())
  }

  write(text: string): void {
    if (this.#ending || !this.#socket.writable) return
    const socket = this.#socket
    // What is written in one turn of the loop leaves in one piece.
    if (socket.writableCorked === 0) {
      socket.cork()
      process.nextTick(() => socket.uncork())
    }
    socket.write(text)
  }

  /** The next element during negotiation. */
  next(): Promise<Element> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.end(new StreamFailure('no-answer', 'The server did not answer in time.')),
        answerMs,
      )
      this.onElement = element => {
        clearTimeout(timer)
        this.onElement = () => undefined
        resolve(element)
      }
      void this.closed.then(failure => {
        clearTimeout(timer)
        reject(failure)
      })
    })
  }

  end(failure: StreamFailure): void {
    if (this.#ending) return
    if (this.#socket.writable && failure.code !== 'no-answer') this.#socket.write('</stream:stream>')
    this.#ending = failure
    this.#socket.end()
    const socket = this.#socket
    setTimeout(() => socket.destroy(), 1_000).unref()
    this.#settle(failure)
  }

  #take(element: Element): void {
    if (this.#ending) return
    if (element.is('error', 'http://etherx.jabber.org/streams')) {
      const condition = element.getChildElements().find(child => child.getName() !== 'text')
      this.end(streamErrorFailure(condition?.getName() ?? 'undefined-condition', element.getChildText('text') ?? ''))
      return
    }
    this.onElement(element)
  }
}

export function hasFeature(features: Element, name: string, namespace: string): boolean {
  return features.getChild(name, namespace) !== undefined
}

export function stanzaErrorOf(stanza: Element): { condition: string; text: string } {
  const error = stanza.getChild('error')
  const condition = error?.getChildElements().find(child => child.getName() !== 'text')
  return {
    condition: condition?.getName() ?? attribute(error, 'type') ?? 'unknown',
    text: error?.getChildText('text') ?? '',
  }
}
