import type { RemoteId, Signal } from '../contract.ts'
import { isRoom } from './address.ts'
import type { Scene } from './scene.ts'
import { byteLength } from './wire/bytes.ts'
import type { Line } from './wire/line.ts'
import { sourceOf } from './wire/line.ts'

const pollMs = 60_000
/** ISON answers in one line, so it asks for no more than fit. */
const isonBytes = 400

type State = 'online' | 'away' | 'off'

/** Whether the people we talk with are there: MONITOR where the server has it, ISON now and then where not; away as it is told. */
export function presenceBook(
  scene: Pick<Scene, 'cursor' | 'fold' | 'people' | 'tell' | 'pace' | 'write' | 'say' | 'support' | 'account' | 'me'>,
) {
  const { cursor, fold } = scene
  const states = new Map<RemoteId, { state: State; status: string | undefined }>()
  const watched = new Set<string>()
  const here = new Set<string>()
  let asked: string[] = []
  let timer: NodeJS.Timeout | undefined

  const peersWith = (nick: string): RemoteId[] =>
    Object.entries(cursor.peers).flatMap(([id, peer]) => (fold(peer.nick) === fold(nick) ? [id] : []))

  function set(id: RemoteId, state: State, status?: string): void {
    const before = states.get(id)
    if (before?.state === state && before.status === status) return
    states.set(id, { state, status })
    scene.tell(signalOf(id, state, status))
  }

  function online(nick: string): void {
    for (const id of peersWith(nick)) if ((states.get(id)?.state ?? 'off') === 'off') set(id, 'online')
  }

  function watch(nicks: readonly string[]): void {
    const limit = scene.support().monitor
    if (limit === 0) return
    const fresh = nicks.filter(nick => !watched.has(fold(nick))).slice(0, Math.max(0, limit - watched.size))
    for (const nick of fresh) watched.add(fold(nick))
    for (const list of groups(fresh, 400, ',')) scene.say('MONITOR', '+', list)
  }

  function poll(): void {
    const nicks = Object.values(cursor.peers).map(peer => peer.nick)
    const [list] = groups(nicks.reverse(), isonBytes, ' ')
    if (list === undefined || !scene.pace.spare(0.5)) return
    asked = list.split(' ')
    scene.write('ISON', ...asked)
  }

  return {
    start(): void {
      const nicks = Object.values(cursor.peers).map(peer => peer.nick)
      if (scene.support().monitor > 0) {
        watch([...nicks.reverse(), scene.account.nick])
        return
      }
      poll()
      timer = setInterval(poll, pollMs)
      timer.unref()
    },
    stop: () => clearInterval(timer),
    /** MONITOR says that they are there, and would say when they go. */
    watches: (nick: string): boolean => here.has(fold(nick)),
    /** Somebody we talk with: they are here now. */
    met(id: RemoteId, nick: string, wrote: boolean): void {
      if (isRoom(id)) return
      watch([nick])
      if (wrote) set(id, 'online')
    },
    away(nick: string, words: string | undefined): void {
      for (const id of peersWith(nick)) set(id, words === undefined ? 'online' : 'away', words)
    },
    left(nick: string): void {
      for (const id of peersWith(nick)) set(id, 'off')
    },
    renamed(from: string, to: string): void {
      for (const id of peersWith(from)) {
        const peer = cursor.peers[id]
        if (peer && scene.people.idOf(to) === id) peer.nick = to
        else set(id, 'off')
      }
      online(to)
      watch([to])
    },
    /** True when the line tells who is there. */
    take(line: Line): boolean {
      const list = (line.params.at(-1) ?? '').split(/[ ,]+/).filter(Boolean)
      switch (line.command) {
        case '730':
          for (const source of list) {
            here.add(fold(sourceOf(source).nick))
            online(sourceOf(source).nick)
          }
          return true
        case '731':
          for (const source of list) {
            const { nick } = sourceOf(source)
            here.delete(fold(nick))
            scene.people.left(nick, false)
            for (const id of peersWith(nick)) set(id, 'off')
          }
          return true
        case '732':
        case '733':
        case '734':
          return true
        case '303': {
          const here = new Set(list.map(fold))
          for (const nick of asked) {
            if (here.has(fold(nick))) online(nick)
            else for (const id of peersWith(nick)) set(id, 'off')
          }
          asked = []
          return true
        }
        default:
          return false
      }
    },
    /** With the connection gone nobody is known to be there. */
    clear(): Signal[] {
      const known = [...states].filter(([, { state }]) => state !== 'off').map(([id]) => signalOf(id, 'off', undefined))
      states.clear()
      return known
    },
  }
}

const signalOf = (id: RemoteId, state: State, status: string | undefined): Signal => ({
  kind: 'presence',
  person: { id },
  state,
  ...(status ? { status } : {}),
})

function groups(words: readonly string[], maxBytes: number, between: string): string[] {
  const lists: string[] = []
  for (const word of words) {
    const last = lists.at(-1)
    const longer = last === undefined ? undefined : `${last}${between}${word}`
    if (longer !== undefined && byteLength(longer) <= maxBytes) lists[lists.length - 1] = longer
    else lists.push(word)
  }
  return lists
}
