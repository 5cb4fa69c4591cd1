import { createHmac, timingSafeEqual } from 'node:crypto'

/** The address as Twilio knows it, then every field of the form, sorted by name: `X-Twilio-Signature`. */
export function isSignedByTwilio(
  url: string,
  form: ReadonlyMap<string, string>,
  given: string | undefined,
  authToken: string,
): boolean {
  const fields = [...form].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const text = url + fields.map(([name, value]) => name + value).join('')
  const right = createHmac('sha1', authToken).update(text).digest()
  const found = Buffer.from(given ?? '', 'base64')
  return found.length === right.length && timingSafeEqual(found, right)
}
