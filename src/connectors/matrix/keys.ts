/** Our own ids (UUIDv7, and one for each further part of a message) as they come back in an event's transaction id. */
const txn = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isTxn = (text: string): boolean => txn.test(text)

export const isEventId = (key: string): boolean => key.startsWith('$')
