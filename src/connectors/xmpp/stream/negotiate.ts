import type { XmppAccount } from '../account.ts'
import { attribute, type Element, xml } from '../xml.ts'
import { dial, encrypt, type Network } from './dial.ts'
import { loginFailure, StreamFailure } from './failure.ts'
import type { Suspended } from './flow.ts'
import { bindingOf, chooseLogin } from './sasl.ts'
import { hasFeature, Wire } from './wire.ts'

const nsTls = 'urn:ietf:params:xml:ns:xmpp-tls'
const nsSasl = 'urn:ietf:params:xml:ns:xmpp-sasl'
const nsBind = 'urn:ietf:params:xml:ns:xmpp-bind'
const nsSm = 'urn:xmpp:sm:3'

export type Negotiated = {
  wire: Wire
  jid: string
  resumed: boolean
  managed: boolean
  /** Names the session when it can go on after a break. */
  id: string | undefined
  peer: string | undefined
}

/** Puts the reader in place; `handledThere`: the session before goes on, and the server has this many of its stanzas. */
type Doors = { ready(wire: Wire, handledThere?: number): void }

/** Connects, encrypts, logs in, then resumes or binds and enables stream management: what comes back is ready for stanzas. */
export async function negotiate(
  account: XmppAccount,
  network: Network,
  signal: AbortSignal,
  before: Suspended | undefined,
  doors: Doors,
): Promise<Negotiated> {
  const socket = await dial(account, network, signal)
  const peer = socket.remoteAddress
  const wire = new Wire(socket)
  const abort = () => wire.end(new StreamFailure('server-closed', 'Stopped.'))
  signal.addEventListener('abort', abort)
  try {
    const firstFeatures = wire.next()
    wire.open(account.domain)
    let features = await featuresOf(firstFeatures)
    let encrypted = 'encrypted' in socket && socket.encrypted === true
    if (!encrypted && hasFeature(features, 'starttls', nsTls)) {
      features = await startTls(wire, account, signal)
      encrypted = true
    }
    if (!encrypted && !account.allowPlain)
      throw new StreamFailure(
        'insecure',
        'The server offers no encryption, so Kith did not send your password. Use a server with TLS.',
      )
    features = await logIn(wire, account, features, encrypted)
    const offered = hasFeature(features, 'sm', nsSm)
    if (before && offered && (await resume(wire, before, doors)))
      return { wire, jid: before.jid, resumed: true, managed: true, id: before.id, peer }
    if (before && !offered) before.end(undefined)
    const jid = await bind(wire, account)
    const { managed, id } = offered ? await enable(wire, doors) : { managed: false, id: undefined }
    if (!managed) doors.ready(wire)
    return { wire, jid, resumed: false, managed, id, peer }
  } catch (error) {
    wire.end(new StreamFailure('server-closed', 'The login did not succeed.'))
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

async function startTls(wire: Wire, account: XmppAccount, signal: AbortSignal): Promise<Element> {
  const answer = wire.next()
  wire.send(xml('starttls', { xmlns: nsTls }))
  if (!(await answer).is('proceed', nsTls))
    throw new StreamFailure('insecure', 'The server offered encryption, then refused it.')
  const secure = await encrypt(wire.release(), account.domain, account.domain, signal)
  const features = wire.next()
  wire.open(account.domain, secure)
  return featuresOf(features)
}

async function logIn(wire: Wire, account: XmppAccount, features: Element, encrypted: boolean): Promise<Element> {
  const offered =
    features
      .getChild('mechanisms', nsSasl)
      ?.getChildren('mechanism')
      .map(each => each.getText()) ?? []
  const types =
    features
      .getChild('sasl-channel-binding', 'urn:xmpp:sasl-cb:0')
      ?.getChildren('channel-binding')
      .flatMap(each => attribute(each, 'type') ?? []) ?? []
  const binding = encrypted ? bindingOf(wire.socket, types) : undefined
  const login = chooseLogin(offered, { name: account.local, password: account.password }, { encrypted, binding })
  if (!login)
    throw new StreamFailure(
      'forbidden',
      `The server offers no way to log in that Kith knows (${offered.join(', ') || 'none'}).`,
    )
  let answer = wire.next()
  wire.send(xml('auth', { xmlns: nsSasl, mechanism: login.mechanism }, base64(login.first)))
  for (;;) {
    const element = await answer
    if (element.is('success', nsSasl)) {
      if (!login.verify(fromBase64(element.getText())))
        throw new StreamFailure(
          'insecure',
          'The server could not prove that it knows your password. It may not be the real one.',
        )
      break
    }
    if (!element.is('challenge', nsSasl)) {
      const reason = element.getChildElements().find(child => child.getName() !== 'text')
      throw loginFailure(reason?.getName() ?? 'not-authorized', account.jid)
    }
    const response = await login.next(fromBase64(element.getText()))
    answer = wire.next()
    wire.send(xml('response', { xmlns: nsSasl }, base64(response)))
  }
  const next = wire.next()
  wire.open(account.domain)
  return featuresOf(next)
}

async function bind(wire: Wire, account: XmppAccount): Promise<string> {
  const answer = wire.next()
  const wanted = xml('bind', { xmlns: nsBind }, xml('resource', {}, account.resource))
  wire.send(xml('iq', { type: 'set', id: 'bind' }, wanted))
  const jid = (await answer).getChild('bind', nsBind)?.getChildText('jid')
  if (!jid)
    throw new StreamFailure(
      'conflict',
      `The server does not give the resource “${account.resource}”. Choose another one.`,
    )
  return jid
}

/** Stanzas may follow the answer in the same packet, so the reader is put in place before the answer is awaited. */
function answerTo<T>(
  wire: Wire,
  request: Element,
  late: () => T,
  read: (element: Element) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (value: T) => {
      clearTimeout(timer)
      resolve(value)
    }
    const timer = setTimeout(() => settle(late()), 10_000)
    wire.onElement = element => {
      const value = read(element)
      if (value !== undefined) settle(value)
    }
    void wire.closed.then(failure => {
      clearTimeout(timer)
      reject(failure)
    })
    wire.send(request)
  })
}

function enable(wire: Wire, doors: Doors): Promise<{ managed: boolean; id: string | undefined }> {
  const without = { managed: false, id: undefined }
  return answerTo(
    wire,
    xml('enable', { xmlns: nsSm, resume: 'true' }),
    () => without,
    element => {
      if (element.is('failed', nsSm)) return without
      if (!element.is('enabled', nsSm)) return undefined
      doors.ready(wire)
      const mayGoOn = /^(true|1)$/.test(attribute(element, 'resume') ?? '')
      return { managed: true, id: mayGoOn ? attribute(element, 'id') : undefined }
    },
  )
}

/** False: the server has forgotten the session, and a new one has to begin. */
function resume(wire: Wire, before: Suspended, doors: Doors): Promise<boolean> {
  const forgotten = (handledThere: number | undefined) => {
    before.end(handledThere)
    return false
  }
  return answerTo(
    wire,
    xml('resume', { xmlns: nsSm, h: String(before.handled >>> 0), previd: before.id }),
    () => forgotten(undefined),
    element => {
      const h = attribute(element, 'h')
      if (element.is('failed', nsSm)) return forgotten(h === undefined ? undefined : Number(h))
      if (!element.is('resumed', nsSm)) return undefined
      doors.ready(wire, Number(h ?? before.confirmed))
      return true
    },
  )
}

async function featuresOf(arriving: Promise<Element>): Promise<Element> {
  const element = await arriving
  if (!element.is('features', 'http://etherx.jabber.org/streams'))
    throw new StreamFailure('not-xmpp', 'What answers there is not an XMPP server. Check server and port.')
  return element
}

const base64 = (text: string) => (text === '' ? '=' : Buffer.from(text).toString('base64'))
const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString()
