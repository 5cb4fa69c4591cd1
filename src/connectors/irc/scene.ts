import type { Host, NetworkEvent, RemoteConversation, RemoteId, Signal } from '../contract.ts'
import type { IrcAccount } from './account.ts'
import type { Caps } from './caps.ts'
import type { Cursor } from './cursor.ts'
import type { PeopleBook } from './people.ts'
import type { roomBook } from './rooms.ts'
import type { Link } from './wire/link.ts'
import type { Pace } from './wire/pace.ts'
import type { Support } from './wire/support.ts'

/** What the parts of one connection share. */
export type Scene = {
  account: IrcAccount
  host: Host
  now(): Date
  cursor: Cursor
  link: Link
  caps: Caps
  support(): Support
  fold(name: string): string
  /** Our nick at this moment. */
  me(): string
  people: PeopleBook
  rooms: ReturnType<typeof roomBook>
  pace: Pace
  /** Ends with the connection. */
  signal: AbortSignal
  /** At once, without regard to the pace: only for what the server waits for. */
  write(command: string, ...params: readonly string[]): void
  /** In turn, so that the server is never flooded. Nothing goes out after the connection ended. */
  say(command: string, ...params: readonly string[]): void
  /** Questions that wait for their answer before the next one: they hold themselves back, and so weigh little. */
  ask(command: string, ...params: readonly string[]): void
  push(...events: readonly NetworkEvent[]): void
  tell(...signals: readonly Signal[]): void
}

export function roomConversation(scene: Pick<Scene, 'rooms'>, id: RemoteId): RemoteConversation {
  return { id, kind: 'room', title: scene.rooms.titleOf(id) }
}

/** A server that keeps messages for us, in one of the ways that Kith can read. */
export const keepsHistory = (caps: Caps): boolean =>
  caps.bouncer() !== undefined || caps.has('draft/chathistory') || caps.has('chathistory')
