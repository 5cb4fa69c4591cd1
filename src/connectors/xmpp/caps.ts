import { createHash } from 'node:crypto'
import { ns } from './namespaces.ts'
import { type Element, xml } from './xml.ts'

const node = 'https://kith.invalid/xmpp'
const identity = { category: 'client', type: 'pc', name: 'Kith' }

/** What other programs may send us; `+notify` has the server tell of changed bookmarks. */
const features = [
  ns.disco,
  ns.caps,
  ns.ping,
  ns.receipts,
  ns.markers,
  ns.chatStates,
  ns.correct,
  ns.reactions,
  ns.reply,
  ns.retract,
  ns.fallback,
  ns.oob,
  ns.muc,
  ns.bookmarks,
  `${ns.bookmarks}+notify`,
].sort()

const written = `${identity.category}/${identity.type}//${identity.name}<${features.map(each => `${each}<`).join('')}`
const version = createHash('sha1').update(written).digest('base64')

/** Names our features in every presence (XEP-0115), so that they are asked for once. */
export const capsElement = (): Element => xml('c', { xmlns: ns.caps, hash: 'sha-1', node, ver: version })

export function discoAnswer(asked: string | undefined): Element {
  return xml(
    'query',
    { xmlns: ns.disco, ...(asked ? { node: asked } : {}) },
    xml('identity', identity),
    ...features.map(each => xml('feature', { var: each })),
  )
}
