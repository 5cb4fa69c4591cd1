import { randomUUID } from 'node:crypto'
import { minuteMs } from '#kernel/clock.ts'
import { delayOf, type Received } from './inbound.ts'
import { bareOf } from './jid.ts'
import { ns } from './namespaces.ts'
import type { XmppStream } from './stream/stream.ts'
import { attribute, type Element, xml } from './xml.ts'

export type PageQuery = {
  /** A room's archive; absent: our own. */
  room?: string
  with?: string
  start?: Date
  end?: Date
  after?: string
  /** An empty text means: from the end. */
  before?: string
  max: number
}

export type Page =
  | { ok: true; items: readonly Received[]; last: string | undefined; complete: boolean }
  | { ok: false; condition: string }

/**
 * A server that walks through a long archive for every page may need a while, above all when it is busy. Who gives up and begins anew
 * only gives it more to do, and would never get through; a server that is gone is noticed by its silence.
 */
const pageMs = 3 * minuteMs

/** Asks archives (XEP-0313) page by page and picks their results out of what arrives. */
export function archiveReader(stream: () => XmppStream | undefined, own: string) {
  const open = new Map<string, { from: string; items: Received[] }>()
  return {
    /** True when the stanza was a result of a query of ours. */
    take(stanza: Element): boolean {
      const result = stanza.getChild('result', ns.mam)
      const query = open.get(attribute(result, 'queryid') ?? '')
      const forwarded = result?.getChild('forwarded', ns.forward)
      const message = forwarded?.getChild('message')
      if (!result || !query || !message || bareOf(attribute(stanza, 'from') ?? own) !== query.from) return false
      query.items.push({ message, archiveId: attribute(result, 'id'), sentAt: delayOf(forwarded), live: false })
      return true
    },
    async page(query: PageQuery): Promise<Page> {
      const id = randomUUID()
      const items: Received[] = []
      open.set(id, { from: query.room ?? own, items })
      try {
        const answer = await stream()?.iq('set', query.room, queryElement(id, query), pageMs)
        if (!answer?.ok) return { ok: false, condition: answer?.condition ?? 'closed' }
        const fin = answer.iq.getChild('fin', ns.mam)
        const last = fin?.getChild('set', ns.rsm)?.getChildText('last') ?? undefined
        return { ok: true, items, last, complete: attribute(fin, 'complete') === 'true' || items.length === 0 }
      } finally {
        open.delete(id)
      }
    },
  }
}

function queryElement(id: string, query: PageQuery): Element {
  const field = (name: string, value: string) => xml('field', { var: name }, xml('value', {}, value))
  const form = xml('x', { xmlns: ns.form, type: 'submit' }, field('FORM_TYPE', ns.mam))
  if (query.with) form.append(field('with', query.with))
  if (query.start) form.append(field('start', query.start.toISOString()))
  if (query.end) form.append(field('end', query.end.toISOString()))
  const set = xml('set', { xmlns: ns.rsm }, xml('max', {}, String(query.max)))
  if (query.after !== undefined) set.append(xml('after', {}, query.after))
  if (query.before !== undefined) set.append(xml('before', {}, query.before))
  return xml('query', { xmlns: ns.mam, queryid: id }, form, set)
}
