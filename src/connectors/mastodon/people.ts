import { z } from 'zod'
import { asOutcome, CallFailure } from '../call-failure.ts'
import type { NetworkEvent, RemoteId, SendOutcome } from '../contract.ts'
import type { Connection, Live } from './connection.ts'
import { moveBond } from './contacts.ts'
import type { Bond } from './cursor.ts'
import { rememberBond } from './cursor.ts'
import { relationship } from './shapes.ts'

const nobody = (person: RemoteId): SendOutcome => ({
  kind: 'refused',
  code: 'no-such-person',
  text: `Nobody is found under ${person}. Check how it is written, or whether their server still runs.`,
})

/** Following is how people connect here. */
export function createPeople(
  connection: Connection,
  withLive: (act: (live: Live) => Promise<SendOutcome>) => Promise<SendOutcome>,
  signal: AbortSignal,
  now: () => Date,
) {
  async function tell(person: RemoteId, id: string, state: Bond['state']): Promise<void> {
    let events: NetworkEvent[] = []
    connection.patch(cursor => {
      // Applied again to a cursor that was read meanwhile: the state it came to is what counts.
      if (events.length === 0) events = moveBond(cursor, { id: person }, id, state, now())
      else
        rememberBond(cursor, person, {
          id,
          state,
          count: (cursor.bonds[person]?.count ?? 0) + (cursor.bonds[person]?.state === state ? 0 : 1),
        })
    })
    if (events.length > 0) await connection.commit(events, undefined).catch(() => undefined)
  }

  const follow = ({ client }: Live, id: string) =>
    client.call(`/api/v1/accounts/${encodeURIComponent(id)}/follow`, relationship, {}, signal)

  return {
    /** The words of an invitation are left out: a follow carries none. */
    invite: (person: RemoteId, _: { txn: string; text?: string }) =>
      withLive(live =>
        asOutcome(async () => {
          const id = await live.directory.findPerson(person, signal)
          if (id === undefined) return nobody(person)
          const before = connection.cursor().bonds[person]?.state
          const relation = await follow(live, id)
          const back = relation.followed_by === true || before === 'asks-us'
          await tell(person, id, back ? 'connected' : relation.requested ? 'asked-locked' : 'asked')
          return { kind: 'accepted', key: `follow:${id}:${now().getTime()}`, at: now() }
        }),
      ),
    answer: (person: RemoteId, accept: boolean) =>
      withLive(live =>
        asOutcome(async () => {
          const id = connection.cursor().bonds[person]?.id ?? (await live.directory.findPerson(person, signal))
          if (id === undefined) return nobody(person)
          if (live.server.locked) {
            const answer = accept ? 'authorize' : 'reject'
            await live.client
              .call(`/api/v1/follow_requests/${encodeURIComponent(id)}/${answer}`, z.unknown(), {}, signal)
              .catch(error => {
                // They follow already, or took it back.
                if (!(error instanceof CallFailure) || error.code !== 'not-found') throw error
              })
          }
          if (accept) await follow(live, id)
          await tell(person, id, accept ? 'connected' : 'none')
          return { kind: 'accepted', key: `answer:${id}:${now().getTime()}`, at: now() }
        }),
      ),
  }
}
