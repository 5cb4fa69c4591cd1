import { z } from 'zod'
import type { RemoteId, SendOutcome } from '../../contract.ts'
import { isUserId } from '../address.ts'
import type { Room, RoomBook } from '../read/rooms.ts'
import { type Api, pathOf } from '../wire/api.ts'
import { MatrixFailure } from '../wire/failure.ts'
import { directRooms, nothing, roomAnswer } from '../wire/shapes.ts'
import { outcomeOf, refuse } from './outcome.ts'

type Deps = { api: Api; me: string; book: RoomBook }

export type RoomFound = { ok: true; room: Room } | { ok: false; outcome: SendOutcome }

/** Rooms that are conversations between two: found, made, and entered into the account's own list of them. */
export function directDoor({ api, me, book }: Deps) {
  const making = new Map<RemoteId, Promise<RoomFound>>()

  /** The one used last in which the person is, or is asked to be. */
  function find(person: RemoteId): Room | undefined {
    return book.roomsWith(person).find(room => {
      const membership = book.membershipOf(room, person)
      return membership === undefined || membership === 'join' || membership === 'invite'
    })
  }

  async function make(person: RemoteId): Promise<RoomFound> {
    if (!isUserId(person))
      return {
        ok: false,
        outcome: refuse('no-address', `“${person}” is no Matrix address. It looks like this: @ana:example.org.`),
      }
    try {
      const { room_id: id } = await api.call('/_matrix/client/v3/createRoom', roomAnswer, {
        method: 'POST',
        body: { preset: 'trusted_private_chat', visibility: 'private', is_direct: true, invite: [person] },
      })
      const room = book.enter(id)
      room.invitedWith = person
      // What the sync has told meanwhile is newer.
      for (const [user, membership] of [
        [me, 'join'],
        [person, 'invite'],
      ] as const)
        if (!room.members.has(user)) room.members.set(user, { membership, name: undefined })
      // Some servers encrypt every conversation between two: nothing goes out before that is known.
      room.encrypted ||= await isEncrypted(id)
      await remember(person, id)
      return { ok: true, room }
    } catch (error) {
      return { ok: false, outcome: outcomeOf(error) }
    }
  }

  async function isEncrypted(id: RemoteId): Promise<boolean> {
    try {
      await api.call(pathOf`/_matrix/client/v3/rooms/${id}/state/m.room.encryption`, nothing)
      return true
    } catch (error) {
      if (error instanceof MatrixFailure && error.errcode === 'M_NOT_FOUND') return false
      throw error
    }
  }

  /** Other programs of the account show the room among people and not among rooms. Without this nothing is lost. */
  async function remember(person: RemoteId, id: RemoteId): Promise<void> {
    const path = pathOf`/_matrix/client/v3/user/${me}/account_data/m.direct`
    try {
      const before = await api.call(path, directRooms).catch((error: unknown) => {
        if (error instanceof MatrixFailure && error.errcode === 'M_NOT_FOUND') return {}
        throw error
      })
      const listed = z.record(z.string(), z.array(z.string())).parse(before)[person] ?? []
      if (listed.includes(id)) return
      const body = { ...before, [person]: [...listed, id] }
      await api.call(path, nothing, { method: 'PUT', body })
      book.takeDirect(body)
    } catch (error) {
      if (!(error instanceof MatrixFailure)) throw error
    }
  }

  return {
    find,
    remember,
    /** Finds or makes; two sends at once to somebody new get the same room. */
    async open(person: RemoteId): Promise<RoomFound> {
      const room = find(person)
      if (room) return { ok: true, room }
      const under = making.get(person) ?? make(person).finally(() => making.delete(person))
      making.set(person, under)
      return under
    },
  }
}

export type DirectDoor = ReturnType<typeof directDoor>
