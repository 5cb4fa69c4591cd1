import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** `whsec_` and 32 random bytes in base64. */
export const newSigningSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The three headers of Standard Webhooks 1.0; one signature per secret, the current one first. */
export function signDelivery(delivery: { id: string; at: Date; body: string; secrets: readonly string[] }) {
  const { id, at, body, secrets } = delivery
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map(secret => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
