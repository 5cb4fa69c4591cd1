export const statusKey = (id: string): string => `status:${id}`

export const statusIdIn = (key: string): string | undefined =>
  key.startsWith('status:') ? key.slice('status:'.length) : undefined

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** When the txn was made: a UUIDv7 begins with its milliseconds. */
export function madeAt(txn: string): Date | undefined {
  return uuid.test(txn) ? new Date(Number.parseInt(txn.replaceAll('-', '').slice(0, 12), 16)) : undefined
}
