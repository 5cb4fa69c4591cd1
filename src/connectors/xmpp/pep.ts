import { ns } from './namespaces.ts'
import type { XmppStream } from './stream/stream.ts'
import { type Element, xml } from './xml.ts'

/** Publishes one item for everybody to read (XEP-0163); false where the server has no such place or refused it. */
export async function publish(stream: XmppStream, node: string, id: string, payload: Element): Promise<boolean> {
  const item = () => xml('publish', { node }, xml('item', { id }, payload))
  const field = (name: string, value: string, more = {}) =>
    xml('field', { var: name, ...more }, xml('value', {}, value))
  const options = xml(
    'publish-options',
    {},
    xml(
      'x',
      { xmlns: ns.form, type: 'submit' },
      field('FORM_TYPE', ns.publishOptions, { type: 'hidden' }),
      field('pubsub#persist_items', 'true'),
      field('pubsub#access_model', 'open'),
    ),
  )
  const send = (...children: Element[]) => stream.iq('set', undefined, xml('pubsub', { xmlns: ns.pubsub }, ...children))
  const answer = await send(item(), options)
  if (answer.ok) return true
  // The node is there with other settings: whom it is open to stays as it was set.
  return (await send(item())).ok
}
