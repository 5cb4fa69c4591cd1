import { bareOf } from '../jid.ts'
import { ns } from '../namespaces.ts'
import type { XmppStream } from '../stream/stream.ts'
import { attribute, type Element, xml } from '../xml.ts'

export type Bookmark = { room: string; name: string | undefined; nick: string | undefined; autojoin: boolean }

const isOn = (value: string | undefined) => value === 'true' || value === '1'

/** XEP-0402; where there are none, those that older programs kept in private storage (XEP-0048). */
export async function readBookmarks(stream: XmppStream): Promise<Bookmark[]> {
  const asked = xml('pubsub', { xmlns: ns.pubsub }, xml('items', { node: ns.bookmarks }))
  const answer = await stream.iq('get', undefined, asked)
  const items = answer.ok ? answer.iq.getChild('pubsub', ns.pubsub)?.getChild('items') : undefined
  const found = (items?.getChildren('item') ?? []).flatMap(bookmarkOf)
  return found.length > 0 ? found : readOld(stream)
}

async function readOld(stream: XmppStream): Promise<Bookmark[]> {
  const asked = xml('query', { xmlns: ns.privateStore }, xml('storage', { xmlns: ns.oldBookmarks }))
  const answer = await stream.iq('get', undefined, asked)
  const storage = answer.ok
    ? answer.iq.getChild('query', ns.privateStore)?.getChild('storage', ns.oldBookmarks)
    : undefined
  return (storage?.getChildren('conference') ?? []).flatMap(conference => {
    const room = attribute(conference, 'jid')
    return room ? [read(bareOf(room), conference)] : []
  })
}

function bookmarkOf(item: Element): Bookmark[] {
  const room = attribute(item, 'id')
  const conference = item.getChild('conference', ns.bookmarks)
  return room && conference ? [read(bareOf(room), conference)] : []
}

function read(room: string, conference: Element): Bookmark {
  return {
    room,
    name: attribute(conference, 'name'),
    nick: conference.getChildText('nick') ?? undefined,
    autojoin: isOn(attribute(conference, 'autojoin')),
  }
}

/** What another program of ours changed; undefined when the message is about something else or not from our own account. */
export function bookmarkNews(
  message: Element,
  own: string,
): { changed: readonly Bookmark[]; removed: readonly string[] } | undefined {
  const from = attribute(message, 'from')
  if (from !== undefined && bareOf(from) !== own) return undefined
  const items = message.getChild('event', ns.pubsubEvent)?.getChild('items')
  if (attribute(items, 'node') !== ns.bookmarks) return undefined
  return {
    changed: (items?.getChildren('item') ?? []).flatMap(bookmarkOf),
    removed: (items?.getChildren('retract') ?? []).flatMap(each => bareOf(attribute(each, 'id') ?? '')),
  }
}

/** For our other programs, and for a Kith that starts anew. A server that keeps none loses nothing. */
export async function writeBookmark(stream: XmppStream, bookmark: Bookmark): Promise<boolean> {
  const { room, name, nick, autojoin } = bookmark
  const conference = xml('conference', { xmlns: ns.bookmarks, autojoin: String(autojoin), ...(name ? { name } : {}) })
  if (nick) conference.append(xml('nick', {}, nick))
  const publish = () => xml('publish', { node: ns.bookmarks }, xml('item', { id: room }, conference))
  const field = (name: string, value: string, more = {}) =>
    xml('field', { var: name, ...more }, xml('value', {}, value))
  const options = (...more: Element[]) =>
    xml(
      'publish-options',
      {},
      xml(
        'x',
        { xmlns: ns.form, type: 'submit' },
        field('FORM_TYPE', ns.publishOptions, { type: 'hidden' }),
        field('pubsub#persist_items', 'true'),
        field('pubsub#access_model', 'whitelist'),
        ...more,
      ),
    )
  const send = (...children: Element[]) => stream.iq('set', undefined, xml('pubsub', { xmlns: ns.pubsub }, ...children))
  const whole = [field('pubsub#max_items', 'max'), field('pubsub#send_last_published_item', 'never')]
  let answer = await send(publish(), options(...whole))
  // ejabberd 23 knows no more options than these two.
  if (!answer.ok && answer.condition !== 'conflict') answer = await send(publish(), options())
  // The node is there with other settings: what it holds is still ours.
  if (!answer.ok && answer.condition === 'conflict') answer = await send(publish())
  return answer.ok
}
