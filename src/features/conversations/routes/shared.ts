import { z } from 'zod'
import type { AssistantDeps } from '#features/assistant/index.ts'
import type { SuppressionKey } from '#features/people/index.ts'
import { type Id, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import type { Events } from '#platform/events.ts'
import { type RefusalTable, refusals } from '#platform/routes.ts'
import type { ConnectDeps } from '../actions/connect.ts'
import type { FileDeps } from '../actions/files.ts'
import type { HandOffDeps } from '../actions/hand-off.ts'
import type { ManageDeps, ManageRefusal, PeopleInPool } from '../actions/manage.ts'
import type { PushDeps } from '../actions/push.ts'
import type { SavedReplyDeps } from '../actions/saved-replies.ts'
import type { SendDeps } from '../actions/send.ts'

export type ConversationsDeps = ConnectDeps &
  ManageDeps &
  SendDeps &
  FileDeps &
  PushDeps &
  SavedReplyDeps &
  HandOffDeps &
  AssistantDeps &
  SuppressionKey & { events: Events; peopleInPool: PeopleInPool }

export const byId = <Kind extends string>() => z.object({ id: idOf<Kind>() })
export const nothing = z.object({})
export const tags = ['conversations']
export const server = { '5xx': refusals['5xx'] }

export const MANAGE = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'no-such-connection': [404, 'This connection is gone.'],
  'no-such-person': [404, 'This person is gone.'],
  'no-address': [400, 'This is no address on that network. It looks like ana@example.org.'],
  'viewers-read': [403, 'You can see this; ask an admin for the role of a recruiter to change it.'],
  'a-room': [409, 'A room is not one person.'],
  'not-a-visitor': [409, 'Only visitors of the website chat can be blocked here.'],
  'somebody-else': [
    409,
    'This address belongs to somebody whom you know from other tools too. Open them and join the two there, if they are one.',
  ],
  suppressed: [
    409,
    'Whoever has this address asked to be forgotten or left alone. Kith writes to them only when they write first.',
  ],
} as const satisfies RefusalTable<ManageRefusal['code']>

/** `2026-…Z_<id>`: where the next page begins. A place that can't be read begins at the start. */
export const placeOf = (at: Date, id: string) => `${at.toISOString()}_${id}`

export function readPlace<Kind extends string>(text: string | undefined): { at: Date; id: Id<Kind> } | undefined {
  const [time, id] = text?.split('_') ?? []
  const at = new Date(time ?? '')
  const parsed = id === undefined ? undefined : parseId<Kind>(id)
  return parsed && !Number.isNaN(at.getTime()) ? { at, id: parsed } : undefined
}

export function parsedId<Kind extends string>(text: string): Id<Kind> {
  const id = parseId<Kind>(text)
  if (!id) throw new Error('an id that passed the schema is one')
  return id
}
