import type { Signal } from '../contract.ts'
import { bareOf, resourceOf } from './jid.ts'
import { ns } from './namespaces.ts'
import { attribute, type Element } from './xml.ts'

type PresenceSignal = Extract<Signal, { kind: 'presence' }>
type Device = { state: 'online' | 'away'; priority: number; status: string | undefined; since: Date | undefined }

/** One state per person out of all their devices: online beats away, then the higher priority speaks. */
export function presenceBook() {
  const people = new Map<string, Map<string, Device>>()
  const summary = (jid: string): PresenceSignal => {
    const devices = [...(people.get(jid)?.values() ?? [])]
    const best = devices.toSorted(
      (a, b) => Number(b.state === 'online') - Number(a.state === 'online') || b.priority - a.priority,
    )[0]
    if (!best) return { kind: 'presence', person: { id: jid }, state: 'off' }
    return {
      kind: 'presence',
      person: { id: jid },
      state: best.state,
      ...(best.status ? { status: best.status } : {}),
      ...(best.since ? { since: best.since } : {}),
    }
  }
  return {
    take(presence: Element): PresenceSignal | undefined {
      const from = attribute(presence, 'from')
      const type = attribute(presence, 'type')
      if (!from || (type !== undefined && type !== 'unavailable')) return undefined
      const jid = bareOf(from)
      const devices = people.get(jid) ?? new Map<string, Device>()
      const resource = resourceOf(from)
      if (type === undefined) {
        people.set(jid, devices.set(resource ?? '', deviceOf(presence)))
        return summary(jid)
      }
      if (resource === undefined) devices.clear()
      else devices.delete(resource)
      if (devices.size === 0) people.delete(jid)
      const status = presence.getChildText('status')
      const now = summary(jid)
      return now.state === 'off' && status ? { ...now, status } : now
    },
    all: (): PresenceSignal[] => [...people.keys()].map(summary),
    clear(): void {
      people.clear()
    },
  }
}

function deviceOf(presence: Element): Device {
  const show = presence.getChildText('show')
  const since = new Date(attribute(presence.getChild('idle', ns.idle), 'since') ?? Number.NaN)
  return {
    state: show === 'away' || show === 'xa' || show === 'dnd' ? 'away' : 'online',
    priority: Number(presence.getChildText('priority') ?? 0) || 0,
    status: presence.getChildText('status') ?? undefined,
    since: Number.isNaN(since.getTime()) ? undefined : since,
  }
}
