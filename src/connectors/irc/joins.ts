import type { RemoteId, SendOutcome } from '../contract.ts'
import { roomConversation, type Scene } from './scene.ts'
import { byteLength } from './wire/bytes.ts'
import type { Line } from './wire/line.ts'
import { isRefusal, patience, refusalOf } from './wire/numerics.ts'

const joinMs = 20_000

type Wanted = { name: string; key?: string | undefined }

/** Entering and leaving channels. Those in the cursor are entered again after every reconnect. */
export function joinBook(scene: Scene) {
  const { cursor, rooms, fold } = scene
  const waiting = new Map<RemoteId, { settle(outcome: SendOutcome): void; key: string | undefined }>()

  function expect({ name, key }: Wanted): Promise<SendOutcome> {
    const id = fold(name)
    return new Promise(resolve => {
      const settle = (outcome: SendOutcome) => {
        clearTimeout(timer)
        waiting.delete(id)
        resolve(outcome)
      }
      const timer = setTimeout(() => settle({ kind: 'unknown', why: `${name} did not answer.` }), joinMs)
      void scene.link.closed.then(() => settle({ kind: 'unknown', why: 'The connection broke.' }))
      waiting.set(id, { settle, key })
    })
  }

  const inside = (id: RemoteId): SendOutcome => ({ kind: 'accepted', key: `joined:${id}`, at: scene.now() })

  return {
    /** Those of the form that were not left since, and those entered later. */
    wanted(): Wanted[] {
      const all = new Map<RemoteId, Wanted>()
      for (const channel of scene.account.channels)
        if (!cursor.left.includes(fold(channel.name))) all.set(fold(channel.name), channel)
      for (const [id, room] of Object.entries(cursor.rooms))
        all.set(id, { name: room.name, key: room.key ?? all.get(id)?.key })
      return [...all.values()]
    },
    /** Many in few lines, those with a key first: keys belong to the first names of a line. */
    enterAll(all: readonly Wanted[]): Promise<{ room: Wanted; outcome: SendOutcome }[]> {
      const wanted = all.toSorted((a, b) => Number(b.key !== undefined) - Number(a.key !== undefined))
      // A bouncer is inside already and says so by itself.
      const inOrder = wanted.filter(room => !rooms.has(fold(room.name)))
      const answers = wanted.map(async room => ({
        room,
        outcome: inOrder.includes(room) ? await expect(room) : inside(fold(room.name)),
      }))
      const most = scene.support().targetsOf('JOIN')
      for (let at = 0; at < inOrder.length; ) {
        const group: Wanted[] = []
        while (at < inOrder.length && group.length < most) {
          const next = inOrder[at]
          if (!next) break
          const bytes = byteLength([...group, next].map(room => `${room.name} ${room.key ?? ''}`).join(','))
          if (group.length > 0 && bytes > 400) break
          group.push(next)
          at += 1
        }
        const keys = group.flatMap(room => room.key ?? [])
        scene.say('JOIN', group.map(room => room.name).join(','), ...(keys.length > 0 ? [keys.join(',')] : []))
      }
      return Promise.all(answers)
    },
    async enter(wanted: Wanted): Promise<SendOutcome> {
      const id = fold(wanted.name)
      if (rooms.has(id)) return inside(id)
      if (
        !scene.support().channelTypes.includes(wanted.name.charAt(0)) ||
        byteLength(wanted.name) > scene.support().channelBytes
      )
        return { kind: 'refused', ...refusalOf('479', wanted.name, '') }
      const answer = expect(wanted)
      scene.say('JOIN', wanted.name, ...(wanted.key ? [wanted.key] : []))
      return answer
    },
    leave(id: RemoteId): SendOutcome {
      const name = rooms.titleOf(id)
      if (rooms.has(id)) scene.say('PART', name)
      rooms.left(name, scene.me())
      delete cursor.rooms[id]
      cursor.left = [...new Set([...cursor.left, id])].slice(-200)
      return { kind: 'accepted', key: `left:${id}`, at: scene.now() }
    },
    /** We are inside. */
    entered(name: string): void {
      const id = fold(name)
      const before = cursor.rooms[id]
      const key = waiting.get(id)?.key ?? before?.key
      cursor.rooms[id] = { name, at: before?.at ?? scene.now().toISOString(), ...(key ? { key } : {}) }
      cursor.left = cursor.left.filter(each => each !== id)
      scene.push({
        kind: 'room',
        key: `room:${id}:${name}`,
        conversation: roomConversation(scene, id),
        at: scene.now(),
      })
      waiting.get(id)?.settle(inside(id))
    },
    /** We were put out: that is told where the messages stand. */
    removed(name: string, why: string): void {
      const id = fold(name)
      delete cursor.rooms[id]
      cursor.left = [...new Set([...cursor.left, id])].slice(-200)
      const now = scene.now()
      scene.push({
        kind: 'gap',
        key: `out:${id}:${now.toISOString()}`,
        conversation: { id, kind: 'room', title: name },
        from: now,
        to: now,
        why,
      })
    },
    /** True when the line refuses to let us in. */
    takeRefusal(line: Line): boolean {
      if (line.command === '470') {
        const [, from = '', to = ''] = line.params
        waiting
          .get(fold(from))
          ?.settle({ kind: 'refused', code: 'forwarded', text: `${from} leads to ${to}; you are in ${to} now.` })
        delete cursor.rooms[fold(from)]
        return true
      }
      const name = line.params.slice(1).find(param => waiting.has(fold(param)))
      if (name === undefined || !(isRefusal(line.command) || patience.has(line.command))) return false
      const said = line.params.at(-1) ?? ''
      waiting.get(fold(name))?.settle({ kind: 'refused', ...refusalOf(line.command, name, said) })
      return true
    },
  }
}

export type JoinBook = ReturnType<typeof joinBook>
