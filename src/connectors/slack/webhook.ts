import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { NetworkEvent, WebhookAnswer, WebhookRequest } from '../contract.ts'
import { wrapper } from './objects.ts'

const oldestMs = 5 * minuteMs

/** Slack's signature (docs: authentication/verifying-requests-from-slack): what is older than five minutes may be a replay. */
export function isSigned(
  secret: string,
  { headers, body, at }: Pick<WebhookRequest, 'headers' | 'body' | 'at'>,
): boolean {
  const stamp = headers['x-slack-request-timestamp'] ?? ''
  const given = Buffer.from(headers['x-slack-signature'] ?? '')
  if (!/^\d{1,12}$/.test(stamp) || Math.abs(at.getTime() - Number(stamp) * secondMs) > oldestMs) return false
  const hmac = createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')
  const expected = Buffer.from(`v0=${hmac}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const challenge = z.object({ type: z.literal('url_verification'), challenge: z.string().max(500) })

export async function receive(
  secret: string | undefined,
  request: WebhookRequest,
  eventsOf: (given: z.infer<typeof wrapper>) => Promise<NetworkEvent[]>,
): Promise<WebhookAnswer> {
  if (secret === undefined)
    return {
      kind: 'refused',
      status: 403,
      why: 'Slack delivers here, but the form has no signing secret to know it by.',
    }
  if (!isSigned(secret, request))
    return {
      kind: 'refused',
      status: 401,
      why: 'A delivery was not signed with the signing secret of the form, or was older than five minutes.',
    }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder().decode(request.body))
  } catch {
    return { kind: 'refused', status: 400, why: 'A delivery was no JSON.' }
  }
  const asked = challenge.safeParse(body)
  if (asked.success) return { kind: 'handshake', answer: { contentType: 'text/plain', body: asked.data.challenge } }
  const read = wrapper.safeParse(body)
  if (!read.success) return { kind: 'refused', status: 400, why: 'A delivery was no event of Slack.' }
  return { kind: 'events', events: await eventsOf(read.data) }
}
