import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

type Subscription = { callback: string; topic: string; secret: string | undefined; until: number }

const listenOn = (server: ReturnType<typeof createServer>) =>
  new Promise<number>(resolve =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )

/** What W3C WebSub, section 5.1, asks of a subscriber's request; a hub refuses anything else. */
function readRequest(request: IncomingMessage, body: string): URLSearchParams | string {
  if (request.headers['content-type']?.split(';')[0] !== 'application/x-www-form-urlencoded') return 'wants a form'
  const form = new URLSearchParams(body)
  if (!['subscribe', 'unsubscribe'].includes(form.get('hub.mode') ?? '')) return 'hub.mode is neither'
  if (!URL.canParse(form.get('hub.callback') ?? '')) return 'hub.callback is no address'
  if (!URL.canParse(form.get('hub.topic') ?? '')) return 'hub.topic is no address'
  if (Buffer.byteLength(form.get('hub.secret') ?? '') >= 200) return 'hub.secret is 200 bytes or more'
  if (!/^\d*$/.test(form.get('hub.lease_seconds') ?? '')) return 'hub.lease_seconds is no number'
  return form
}

/**
 * A WebSub hub after the W3C recommendation: asks back before it believes, signs what it sends, forgets whoever answers 410. It hands out
 * the topic as it is at that moment.
 */
export async function startHub(options: { leaseSeconds?: number; method?: 'sha1' | 'sha256' | 'sha512' } = {}) {
  const { leaseSeconds = 3_600, method = 'sha256' } = options
  const subscriptions = new Map<string, Subscription>()
  const keyOf = (callback: string, topic: string) => `${callback} ${topic}`
  let refusing = false

  async function verify(form: URLSearchParams): Promise<void> {
    const [mode = '', callback = '', topic = ''] = ['hub.mode', 'hub.callback', 'hub.topic'].map(
      name => form.get(name) ?? '',
    )
    const challenge = randomBytes(24).toString('base64url')
    const url = new URL(callback)
    url.searchParams.append('hub.mode', mode)
    url.searchParams.append('hub.topic', topic)
    url.searchParams.append('hub.challenge', challenge)
    if (mode === 'subscribe') url.searchParams.append('hub.lease_seconds', String(leaseSeconds))
    const answer = await fetch(url, { redirect: 'manual' })
    if (!answer.ok || (await answer.text()) !== challenge) return
    if (mode === 'unsubscribe') subscriptions.delete(keyOf(callback, topic))
    else
      subscriptions.set(keyOf(callback, topic), {
        callback,
        topic,
        secret: form.get('hub.secret') ?? undefined,
        until: Date.now() + leaseSeconds * 1_000,
      })
  }

  const server = createServer(async (request, reply) => {
    const form = readRequest(request, await text(request))
    if (typeof form === 'string') reply.writeHead(400, { 'content-type': 'text/plain' }).end(form)
    else if (refusing) reply.writeHead(403).end('not for you')
    else {
      reply.writeHead(202).end()
      await verify(form).catch(() => undefined)
    }
  })
  const port = await listenOn(server)
  const url = `http://127.0.0.1:${port}/`

  /** Hands out the topic, or these bytes in its name; gives the statuses that subscribers answered. */
  async function publish(topic: string, told?: { body: string; signature?: string }): Promise<number[]> {
    const source = await fetch(topic)
    const body = told?.body ?? (await source.text())
    const statuses: number[] = []
    for (const [key, { callback, topic: of, secret }] of subscriptions) {
      if (of !== topic) continue
      const signature =
        told?.signature ?? (secret && `${method}=${createHmac(method, secret).update(body).digest('hex')}`)
      const answer = await fetch(callback, {
        method: 'POST',
        body,
        headers: {
          'content-type': source.headers.get('content-type') ?? 'application/octet-stream',
          link: `<${url}>; rel="hub", <${topic}>; rel="self"`,
          ...(signature ? { 'x-hub-signature': signature } : {}),
        },
      })
      if (answer.status === 410) subscriptions.delete(key)
      statuses.push(answer.status)
    }
    return statuses
  }

  return {
    url,
    subscriptions,
    publish,
    refuse: (whether: boolean) => {
      refusing = whether
    },
    [Symbol.asyncDispose]: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
