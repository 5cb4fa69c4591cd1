import { rememberNick } from './cursor.ts'
import type { JoinBook } from './joins.ts'
import { isNetsplit } from './people.ts'
import type { presenceBook } from './presence.ts'
import type { Scene } from './scene.ts'
import { splitBook } from './splits.ts'
import { plainText } from './wire/formatting.ts'
import { type Line, sourceOf } from './wire/line.ts'

type Deps = {
  scene: Scene
  joins: JoinBook
  presence: ReturnType<typeof presenceBook>
  renamedOurselves(nick: string): void
}

/** Who comes, goes, changes name, host, account or rights. */
export function membership({ scene, joins, presence, renamedOurselves }: Deps) {
  const { people, rooms, fold, cursor } = scene
  const splits = splitBook(scene)
  const isMe = (nick: string) => fold(nick) === fold(scene.me())
  const accountOf = (word: string | undefined) => (word === undefined ? undefined : word === '*' ? null : word)

  function joined(line: Line): void {
    const { nick, user, host } = sourceOf(line.source)
    const [name = '', account] = line.params
    const extended = scene.caps.has('extended-join')
    people.note(nick, { user, host, ...(extended ? { account: accountOf(account) } : {}) })
    rooms.joined(name, nick)
    splits.back(nick, fold(name))
    if (isMe(nick)) joins.entered(name)
  }

  function quit(line: Line): void {
    const { nick } = sourceOf(line.source)
    const split = isNetsplit(line.params[0] ?? '')
    const left = rooms.gone(nick)
    // A netsplit is the servers' quarrel: those people are still at their desks, and MONITOR says so when it is otherwise.
    if (split) splits.gone(nick, left)
    else presence.left(nick)
    people.left(nick, split)
    if (fold(nick) === fold(scene.account.nick) && !isMe(nick)) scene.write('NICK', scene.account.nick)
  }

  function renamed(line: Line): void {
    const { nick } = sourceOf(line.source)
    const to = line.params[0] ?? ''
    if (to === '') return
    const ours = isMe(nick)
    people.renamed(nick, to)
    rooms.renamed(nick, to)
    if (ours) {
      rememberNick(cursor, to)
      renamedOurselves(to)
    } else {
      presence.renamed(nick, to)
      if (fold(nick) === fold(scene.account.nick)) scene.write('NICK', scene.account.nick)
    }
  }

  return {
    /** True when the line was about people in places. */
    take(line: Line): boolean {
      const { nick, user, host } = sourceOf(line.source)
      const [first = '', second = ''] = line.params
      switch (line.command) {
        case 'JOIN':
          joined(line)
          return true
        case 'PART':
          rooms.left(first, nick)
          return true
        case 'KICK': {
          rooms.left(first, second)
          const reason = plainText(line.params[2] ?? '').trim()
          if (isMe(second))
            joins.removed(
              first,
              `${nick} removed you from ${first}${reason && reason !== second ? `: “${reason}”` : '.'}`,
            )
          return true
        }
        case 'QUIT':
          quit(line)
          return true
        case 'NICK':
          renamed(line)
          return true
        case 'MODE':
          if (scene.support().channelTypes.includes(first.charAt(0))) rooms.modes(first, second, line.params.slice(2))
          return true
        case 'TOPIC':
          rooms.topic(first, plainText(second))
          return true
        case '331':
        case '332':
          rooms.topic(second, line.command === '332' ? plainText(line.params[2] ?? '') : '')
          return true
        case '353':
          for (const source of rooms.names(line.params[2] ?? '', line.params[3] ?? '')) {
            const named = sourceOf(source)
            if (named.host !== undefined) people.note(named.nick, { user: named.user, host: named.host })
          }
          return true
        case '366':
          rooms.namesEnd(second)
          return true
        case 'AWAY':
          people.note(nick, { user, host, away: first !== '' })
          presence.away(nick, first === '' ? undefined : plainText(first))
          return true
        case '301':
          presence.away(second, plainText(line.params[2] ?? ''))
          return true
        case 'ACCOUNT':
          people.note(nick, { account: accountOf(first) })
          return true
        case 'CHGHOST':
          people.note(nick, { user: first, host: second })
          return true
        case '396':
          people.note(scene.me(), { host: second.replace(/^.*@/s, '') })
          return true
        case 'SETNAME':
          return true
        default:
          return false
      }
    },
  }
}
