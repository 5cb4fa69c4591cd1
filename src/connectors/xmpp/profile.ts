import { createHash } from 'node:crypto'
import { secondMs } from '#kernel/clock.ts'
import type { OwnProfile, PictureOutcome, ProfileChange, ProfileOutcome } from '../contract.ts'
import { pictureOf } from '../own-picture.ts'
import { ns } from './namespaces.ts'
import { publish } from './pep.ts'
import type { IqAnswer, XmppStream } from './stream/stream.ts'
import { type Element, legalText, xml } from './xml.ts'

// RFC 6350 sets no limits; servers cut stanzas at a few dozen kilobytes.
const limits = {
  nameCodePoints: 100,
  aboutCodePoints: 2_000,
  links: 10,
  pictureBytes: 60_000,
  pictureType: 'image/png',
} as const
type Failed = Exclude<ProfileOutcome, { kind: 'done' }>

/**
 * The account's card as every client can read it: vcard-temp (XEP-0054), and beside it vCard4 (XEP-0292), nick (XEP-0172) and
 * avatar (XEP-0084) over PEP, so far as the server has it. What the card says elsewhere stays.
 */
export function profileOver(stream: XmppStream, own: string) {
  async function readCard(): Promise<{ ok: true; card: Element } | { ok: false; outcome: Failed }> {
    const answer = await stream.iq('get', undefined, xml('vCard', { xmlns: ns.vcard }))
    if (answer.ok) return { ok: true, card: answer.iq.getChild('vCard', ns.vcard) ?? xml('vCard', { xmlns: ns.vcard }) }
    // Nobody has written one yet.
    if (answer.condition === 'item-not-found') return { ok: true, card: xml('vCard', { xmlns: ns.vcard }) }
    return { ok: false, outcome: outcomeOf(answer) }
  }

  return {
    async read(): Promise<ProfileOutcome> {
      const found = await readCard()
      return found.ok ? { kind: 'done', profile: view(found.card, own) } : found.outcome
    },
    async picture(): Promise<PictureOutcome> {
      const found = await readCard()
      if (!found.ok) return found.outcome
      const text = found.card.getChild('PHOTO')?.getChildText('BINVAL') ?? ''
      return pictureOf(Buffer.from(text, 'base64'), limits.pictureBytes)
    },
    async write(change: ProfileChange): Promise<ProfileOutcome> {
      const refusal = refuse(change)
      if (refusal) return refusal
      const found = await readCard()
      if (!found.ok) return found.outcome
      const card = changed(found.card, change)
      const answer = await stream.iq('set', undefined, card)
      if (!answer.ok) return outcomeOf(answer)
      const { name, picture } = change
      // Some servers (Prosody) make these of the card themselves; what we publish then says the same.
      if (name !== undefined)
        await publish(stream, ns.nick, 'current', xml('nick', { xmlns: ns.nick }, legalText(name)))
      if (picture) await publishAvatar(stream, picture)
      // Empty metadata says that there is none (XEP-0084, 3.4).
      if (picture === null) await publish(stream, ns.avatarMeta, 'none', xml('metadata', { xmlns: ns.avatarMeta }))
      await publishCard4(stream, change)
      return { kind: 'done', profile: view(card, own) }
    },
  }
}

const textOf = (card: Element, name: string) => card.getChildText(name)?.trim() ?? ''

function view(card: Element, own: string): OwnProfile {
  const urls = card.getChildren('URL').map(url => url.getText().trim())
  return {
    name: textOf(card, 'NICKNAME') || textOf(card, 'FN'),
    // Prosody makes this card of the newer one, whose note it keeps by that name.
    about: textOf(card, 'DESC') || textOf(card, 'NOTE'),
    links: urls.filter(url => url !== '').map(value => ({ label: hostOf(value), value })),
    url: `xmpp:${own}`,
    limits,
  }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url)

function changed(given: Element, { name, about, links, picture }: ProfileChange): Element {
  const card = xml('vCard', { xmlns: ns.vcard })
  const replaced = new Set<string>()
  const fresh: Element[] = []
  const put = (tag: string, ...texts: string[]) => {
    replaced.add(tag)
    for (const text of texts) if (text !== '') fresh.push(xml(tag, {}, legalText(text)))
  }
  if (name !== undefined) {
    put('FN', name)
    put('NICKNAME', name)
  }
  if (about !== undefined) {
    put('DESC', about)
    put('NOTE')
  }
  if (links !== undefined) put('URL', ...links.map(link => link.value))
  if (picture !== undefined) replaced.add('PHOTO')
  if (picture) {
    const photo = xml('PHOTO', {}, xml('TYPE', {}, picture.mimeType))
    photo.append(xml('BINVAL', {}, Buffer.from(picture.bytes).toString('base64')))
    fresh.push(photo)
  }
  for (const child of given.getChildElements()) if (!replaced.has(child.getName())) card.append(child)
  for (const child of fresh) card.append(child)
  return card
}

/** The same facts in the newer card; other parts of it stay. */
async function publishCard4(stream: XmppStream, { name, about, links }: ProfileChange): Promise<void> {
  const item = xml('items', { node: ns.vcard4Node })
  const answer = await stream.iq('get', undefined, xml('pubsub', { xmlns: ns.pubsub }, item))
  const known = answer.ok ? answer.iq.getChild('pubsub', ns.pubsub)?.getChild('items') : undefined
  const before = known?.getChild('item')?.getChild('vcard', ns.vcard4)
  const replaced = new Set<string>()
  const card = xml('vcard', { xmlns: ns.vcard4 })
  const fresh: Element[] = []
  const put = (tag: string, kind: 'text' | 'uri', ...texts: string[]) => {
    replaced.add(tag)
    for (const text of texts) if (text !== '') fresh.push(xml(tag, {}, xml(kind, {}, legalText(text))))
  }
  if (name !== undefined) {
    put('fn', 'text', name)
    put('nickname', 'text', name)
  }
  if (about !== undefined) put('note', 'text', about)
  if (links !== undefined) put('url', 'uri', ...links.map(link => link.value))
  if (replaced.size === 0) return
  for (const child of before?.getChildElements() ?? []) if (!replaced.has(child.getName())) card.append(child)
  for (const child of fresh) card.append(child)
  await publish(stream, ns.vcard4Node, 'current', card)
}

async function publishAvatar(stream: XmppStream, { mimeType, bytes }: { mimeType: string; bytes: Uint8Array }) {
  const id = createHash('sha1').update(bytes).digest('hex')
  const data = xml('data', { xmlns: ns.avatarData }, Buffer.from(bytes).toString('base64'))
  if (!(await publish(stream, ns.avatarData, id, data))) return
  const info = xml('info', { bytes: String(bytes.length), id, type: mimeType })
  await publish(stream, ns.avatarMeta, id, xml('metadata', { xmlns: ns.avatarMeta }, info))
}

function outcomeOf(answer: Extract<IqAnswer, { ok: false }>): Failed {
  const { condition, text } = answer
  if (condition === 'closed' || condition === 'timeout' || condition === 'resource-constraint')
    return {
      kind: 'later',
      retryAfterMs: 10 * secondMs,
      code: condition,
      text: text || 'Your XMPP server is slow. Try again.',
    }
  if (condition === 'feature-not-implemented' || condition === 'service-unavailable')
    return { kind: 'refused', code: condition, text: 'Your XMPP server keeps no profiles.' }
  return { kind: 'refused', code: condition, text: text || `Your XMPP server refused it (${condition}).` }
}

function refuse({ name, about, headline, links, picture }: ProfileChange): ProfileOutcome | undefined {
  const no = (code: string, text: string): ProfileOutcome => ({ kind: 'refused', code, text })
  if (name !== undefined && [...name].length > limits.nameCodePoints)
    return no('too-long', `The name may have ${limits.nameCodePoints} characters. Please shorten it.`)
  if (about !== undefined && [...about].length > limits.aboutCodePoints)
    return no('too-long', `The text may have ${limits.aboutCodePoints} characters. Please shorten it.`)
  if (headline) return no('no-place', 'An XMPP profile has a name, a text and links.')
  if (links && links.length > limits.links) return no('too-many-links', `A profile may have ${limits.links} links.`)
  if (links?.some(link => !/^https?:\/\//i.test(link.value))) return no('bad-link', 'A link begins with https://.')
  if (picture && picture.mimeType !== 'image/png') return no('bad-picture', 'XMPP takes a PNG file as a picture.')
  if (picture && picture.bytes.length > limits.pictureBytes)
    return no('too-big', 'A picture may have 60 kB: servers cut longer stanzas. 256 by 256 points are enough.')
  return undefined
}
