import type { FastifyRequest } from 'fastify'
import { minuteMs } from '#kernel/clock.ts'
import { networkOf } from '#kernel/network-address.ts'
import { type App, replyRefusal } from '#platform/routes.ts'

const windowMs = 10 * minuteMs
const mostPerAddress = 3_000
/** Beyond so many counters all begin anew: a flood from everywhere must not fill the memory. */
const mostCounters = 100_000

/** Counts in windows of ten minutes; gives the milliseconds to wait once there were too many. */
export function createCounters(now: () => number): (key: string, most: number) => number | undefined {
  const counters = new Map<string, { count: number; endsAt: number }>()
  let sweptAt = now()
  return (key, most) => {
    const at = now()
    if (at - sweptAt > windowMs || counters.size > mostCounters) {
      for (const [name, { endsAt }] of counters) if (endsAt <= at) counters.delete(name)
      if (counters.size > mostCounters) counters.clear()
      sweptAt = at
    }
    const known = counters.get(key)
    const counter = known && known.endsAt > at ? known : { count: 0, endsAt: at + windowMs }
    if (counter !== known) counters.set(key, counter)
    counter.count += 1
    return counter.count > most ? counter.endsAt - at : undefined
  }
}

/** What strangers may ask is bounded by their network address. Each node counts for itself; signing in has its own, shared limits. */
export function addLimits(app: App, now: () => number): void {
  const count = createCounters(now)
  app.addHook('onRequest', async (request: FastifyRequest, reply) => {
    const { config, url } = request.routeOptions
    const ownLimit = config.mostPerAddress
    if (request.is404 || config.access !== 'public' || !(ownLimit || url?.startsWith('/api/'))) return
    const address = networkOf(request.ip)
    const waitMs = count(ownLimit ? `${url} ${address}` : address, ownLimit ?? mostPerAddress)
    if (waitMs === undefined) return
    const minutes = Math.ceil(waitMs / minuteMs)
    reply.header('retry-after', Math.ceil(waitMs / 1_000))
    return replyRefusal(
      reply,
      429,
      'slow-down',
      `A lot was asked from your network in the last minutes. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    )
  })
}
