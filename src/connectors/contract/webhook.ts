import type { NetworkEvent } from './events.ts'

/** What a network sent to the account's own address, untouched: its signature is over these bytes. */
export type WebhookRequest = {
  method: 'GET' | 'POST'
  /** As it was entered at the network, with the query: some signatures cover it. */
  url: string
  query: URLSearchParams
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: Uint8Array
  /** The word that this network was told to say in its handshake: the connections page shows it beside the address. */
  word: string
  at: Date
}

export type WebhookBody = { contentType: string; body: string }

/** `events` are committed first and answered then, with 200 and an empty body unless `answer` is given. */
export type WebhookAnswer =
  | { kind: 'events'; events: readonly NetworkEvent[]; answer?: WebhookBody }
  /** A challenge; nothing is written. */
  | { kind: 'handshake'; answer: WebhookBody }
  /** Forged, too old or unreadable. `why` is for the owner of the connection, in words; the sender gets the status alone. */
  | { kind: 'refused'; status: 400 | 401 | 403; why: string }
