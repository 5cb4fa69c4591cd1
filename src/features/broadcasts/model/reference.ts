/** What a signed link or a return path speaks of: one subscriber, and the issue it came with; issue 0 is no issue. */
export type Reference = { subscriber: number; issue: number }

const shape = /^([0-9a-z]{1,11})-([0-9a-z]{1,11})-([a-z2-7]{16})$/

export const referenceText = ({ subscriber, issue }: Reference): string =>
  `${subscriber.toString(36)}-${issue.toString(36)}`

/** The parts of a token; whether its signature holds is for the one who has the key. Letters may have changed case on the way. */
export function splitToken(token: string): { reference: Reference; signature: string } | undefined {
  const [, subscriber, issue, signature] = shape.exec(token.toLowerCase()) ?? []
  if (subscriber === undefined || issue === undefined || signature === undefined) return undefined
  return {
    reference: { subscriber: Number.parseInt(subscriber, 36), issue: Number.parseInt(issue, 36) },
    signature,
  }
}

/** `bounces@lists.example.org` and a token → `bounces+5x-1a-…@lists.example.org` (VERP). */
export function returnPath(address: string, token: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${token}${address.slice(at)}`
}

/** The token in the address that a report was sent to; undefined when it is another address. */
export function tokenIn(recipient: string, returnAddress: string): string | undefined {
  const at = returnAddress.lastIndexOf('@')
  const [local, domain] = [returnAddress.slice(0, at).toLowerCase(), returnAddress.slice(at).toLowerCase()]
  const text = recipient.toLowerCase()
  if (!text.startsWith(`${local}+`) || !text.endsWith(domain)) return undefined
  return text.slice(local.length + 1, text.length - domain.length)
}

/** `k3-night-jobs`: the number is what counts, the words are for people. */
export const listAddress = (list: { number: number; slug: string }): string =>
  `${list.number.toString(36)}${list.slug === '' ? '' : `-${list.slug}`}`

export function listNumberIn(address: string): number | undefined {
  const digits = /^([0-9a-z]{1,11})(?:-|$)/.exec(address)?.[1]
  return digits === undefined ? undefined : Number.parseInt(digits, 36)
}
