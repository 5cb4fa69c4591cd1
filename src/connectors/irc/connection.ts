import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { Reach } from '#platform/http.ts'
import type { Host, NetworkEvent, RemoteConversation, RemoteId, SendOutcome, SendRequest, Signal } from '../contract.ts'
import type { IrcAccount } from './account.ts'
import { isRoom, networkName, personId, readPerson } from './address.ts'
import { batchBook } from './batches.ts'
import { committer } from './committer.ts'
import { type Cursor, rememberNick } from './cursor.ts'
import { historyReader } from './history.ts'
import { joinBook } from './joins.ts'
import { msgidIn } from './keys.ts'
import { type LoggedIn, logIn } from './login.ts'
import { membership } from './membership.ts'
import { peopleBook } from './people.ts'
import { presenceBook } from './presence.ts'
import { roomBook } from './rooms.ts'
import type { Scene } from './scene.ts'
import { sender } from './send.ts'
import { nickServ } from './services.ts'
import { talk } from './talk.ts'
import { whoisBook } from './whois.ts'
import { closingFailure, IrcFailure } from './wire/failure.ts'
import { formatLine, type Line, sourceOf } from './wire/line.ts'
import { quit } from './wire/link.ts'
import { type PaceRule, pacer } from './wire/pace.ts'
import { fold as foldBy } from './wire/support.ts'

type Deps = {
  account: IrcAccount
  reach: Reach
  host: Host
  now: () => Date
  cursor: Cursor
  /** Nothing was committed for this account before. */
  first: boolean
  rule: PaceRule
  away: () => string | undefined
}

export type Connection = Awaited<ReturnType<typeof openConnection>>

const quietMs = 75 * secondMs
const silentMs = 30 * secondMs
const keepMs = 2 * minuteMs

/** Signs in and takes the connection into use: `live` resolves when what was missed is read, `closed` when it ended. */
export async function openConnection(deps: Deps, signal: AbortSignal) {
  const { account, host, now } = deps
  const loggedIn = await logIn(account, deps.reach, signal)
  const { link, caps } = loggedIn
  const cursor = structuredClone(deps.cursor)
  const ending = new AbortController()
  let support = loggedIn.support.view()
  let me = loggedIn.nick
  let ready = false
  let fault: IrcFailure | undefined
  let network = ''
  const fold = (name: string) => foldBy(name, support.casemapping)
  const learn = () => {
    support = loggedIn.support.view()
    network = networkName(account.network, account.endpoint.host, caps.bouncer() !== undefined, support.network)
  }
  learn()
  const pace = pacer(deps.rule)
  const people = peopleBook({
    fold,
    network: () => network,
    accounts: () => caps.has('account-tag'),
    tracked: nick => rooms.sees(nick) || presence.watches(nick),
  })
  const rooms = roomBook({ fold, support: () => support, me: () => me, idOf: nick => people.idOf(nick) })
  const store = committer({ host, cursor, link, now, recovered: () => ready && host.state({ kind: 'connected' }) })
  const inTurn = (line: string, cost: number) => {
    pace.turn(cost, ending.signal).then(
      () => link.write(line),
      () => undefined,
    )
  }
  const scene: Scene = {
    account,
    host,
    now,
    cursor,
    link,
    caps,
    support: () => support,
    fold,
    me: () => me,
    people,
    rooms,
    pace,
    signal: ending.signal,
    write: (command, ...params) => link.write(formatLine(command, params)),
    say: (command, ...params) => inTurn(formatLine(command, params), 1),
    ask: (command, ...params) => inTurn(formatLine(command, params), 0.2),
    push: (...events) => {
      if (events.length > 0) store.push(events)
    },
    tell: (...signals) => host.signal(signals),
  }
  const whois = whoisBook(scene)
  const services = nickServ(scene, whois)
  const joins = joinBook(scene)
  const presence = presenceBook(scene)
  const batches = batchBook()
  const out = sender({ scene, targetOf, keep: () => store.keep(), tell: event => scene.push(event) })
  const chat = talk({
    scene,
    takeEcho: out.takeEcho,
    hearService: services.hear,
    met: presence.met,
  })
  const history = historyReader(scene, chat.played)
  const places = membership({
    scene,
    joins,
    presence,
    renamedOurselves: nick => {
      me = nick
    },
  })
  const fences = new Map<string, () => void>()

  /** Resolves when the server has answered all that was said before. */
  const fence = (name: string) =>
    new Promise<void>(resolve => {
      fences.set(name, resolve)
      void link.closed.then(() => resolve())
      scene.ask('PING', name)
    })

  function take(line: Line): void {
    const batch = batches.take(line)
    if (batch === 'kept') return
    if (batch && history.take(batch)) return
    if (batch) for (const inner of batch.lines) dispatch(withTags(inner, batch.tags))
    else dispatch(line)
  }

  function dispatch(line: Line): void {
    const [first = '', second = ''] = line.params
    switch (line.command) {
      case 'PING':
        link.write(formatLine('PONG', line.params.slice(0, 2)))
        return
      case 'PONG': {
        const token = line.params.at(-1) ?? ''
        fences.get(token)?.()
        fences.delete(token)
        out.takePong(token)
        return
      }
      case 'ERROR':
        link.end(closingFailure(line.params.at(-1) ?? ''))
        return
      case 'CAP':
        caps.take(line)
        return
      case '005':
        loggedIn.support.take(line.params.slice(1))
        learn()
        return
      case '900':
        services.known()
        return
      case '001':
        me = first || me
        return
      case '432':
      case '433':
      case '436':
        return
      case 'INVITE':
        invited(line, first, second)
        return
      default:
    }
    if (chat.take(line) || places.take(line) || whois.take(line) || presence.take(line)) return
    if (joins.takeRefusal(line) || out.takeRefusal(line) || history.takeFailure(line)) return
  }

  function invited(line: Line, nick: string, room: string): void {
    const { nick: from } = sourceOf(line.source)
    if (fold(nick) !== fold(me) || from === '') return
    const id = people.idOf(from, line.tags.get('account'))
    const at = now()
    scene.push(
      ...chat.remembered(
        {
          kind: 'message',
          key: `invite:${id}:${fold(room)}:${at.toISOString()}`,
          otherKeys: [],
          conversation: { id, kind: 'direct' },
          from: { id, name: from },
          own: false,
          text: `[invites you to ${room}]`,
          sentAt: at,
          history: false,
        },
        true,
      ),
    )
  }

  async function targetOf(to: RemoteConversation): Promise<{ target: string } | SendOutcome> {
    if (isRoom(to.id)) {
      if (rooms.has(to.id)) return { target: rooms.titleOf(to.id) }
      const entered = await joins.enter({ name: cursor.rooms[to.id]?.name ?? to.id, key: cursor.rooms[to.id]?.key })
      return entered.kind === 'accepted' ? { target: rooms.titleOf(to.id) } : entered
    }
    const found = people.nickOf(to.id)
    const person = readPerson(to.id)
    if (!found || !person)
      return {
        kind: 'refused',
        code: 'other-network',
        text: `This address is not on ${network}, where this connection is. Use a connection to its own network.`,
      }
    if (found.sure) return { target: found.nick }
    // Only whoever is signed in to that account may get it: a nick alone proves nothing.
    for (const nick of new Set([found.nick, cursor.peers[to.id]?.nick, person.name])) {
      const who = nick === undefined ? undefined : await whois.ask(nick)
      if (!who?.account || fold(who.account) !== person.name) continue
      people.note(who.nick, { account: who.account })
      return { target: who.nick }
    }
    return {
      kind: 'refused',
      code: 'gone',
      text: `Nobody who is signed in as ${person.name} is online now. IRC keeps nothing for later: try again when they are back.`,
    }
  }

  async function settleIn(given: LoggedIn): Promise<void> {
    const away = { from: new Date(cursor.at), to: now() }
    host.state({ kind: 'catching-up', since: away.from })
    rememberNick(cursor, me)
    given.attach(take)
    if (given.account === undefined && !caps.bouncer()) await services.identify()
    if (fold(me) !== fold(account.nick)) services.regain()
    history.askBouncer(deps.first ? undefined : away.from)
    const wanted = joins.wanted()
    const before = new Map(wanted.map(room => [fold(room.name), cursor.rooms[fold(room.name)]?.at]))
    const answers = await joins.enterAll(wanted)
    for (const { room, outcome } of answers) {
      if (outcome.kind === 'accepted' || link.ended) continue
      const why = outcome.kind === 'refused' || outcome.kind === 'later' ? outcome.text : outcome.why
      if (outcome.kind === 'refused') delete cursor.rooms[fold(room.name)]
      const conversation = { id: fold(room.name), kind: 'room' as const, title: room.name }
      scene.push({
        kind: 'gap',
        key: `closed:${fold(room.name)}:${away.to.toISOString()}`,
        conversation,
        from: away.from,
        to: away.to,
        why,
      })
    }
    // Channels and bouncers play back what they keep before they answer this.
    await fence('kith-settled')
    const inside = answers.filter(({ outcome }) => outcome.kind === 'accepted')
    const since = (id: RemoteId) => {
      const at = before.get(id)
      return at === undefined ? undefined : new Date(at)
    }
    await history.catchUp(
      inside.map(({ room }) => ({ id: fold(room.name), since: since(fold(room.name)) })),
      away,
      deps.first,
    )
    if (link.ended) return
    cursor.at = now().toISOString()
    await store.keep()
    presence.start()
    const words = deps.away()
    if (words !== undefined) scene.say('AWAY', words)
    ready = true
    host.state({ kind: 'connected' })
  }

  function watch(): () => void {
    let probed = false
    let keptAtMs = performance.now()
    const timer = setInterval(() => {
      const silence = link.silentMs()
      if (silence < quietMs) probed = false
      else if (!probed) {
        probed = true
        scene.write('PING', 'kith-still-there')
      } else if (silence > quietMs + silentMs) link.end(new IrcFailure('no-answer', 'The server stopped answering.'))
      if (ready && performance.now() - keptAtMs > keepMs) {
        keptAtMs = performance.now()
        cursor.at = now().toISOString()
        void store.keep()
        if (fold(me) !== fold(account.nick) && !caps.bouncer() && pace.spare(1)) scene.write('NICK', account.nick)
      }
    }, 5 * secondMs)
    timer.unref()
    return () => clearInterval(timer)
  }

  return {
    get ready() {
      return ready && !link.ended
    },
    caps,
    rooms,
    /** Runs until the connection ended, and gives the reason. */
    async run(stop: AbortSignal): Promise<IrcFailure> {
      const unwatch = watch()
      const leave = () => {
        link.write(quit('Kith is closing'))
        link.end(new IrcFailure('stopped', 'Stopped.'))
      }
      stop.addEventListener('abort', leave)
      if (stop.aborted) leave()
      void link.closed.then(() => ending.abort())
      settleIn(loggedIn).catch((error: unknown) => {
        fault =
          error instanceof IrcFailure
            ? error
            : new IrcFailure('server-closed', error instanceof Error ? error.message : String(error), { cause: error })
        link.write(quit('Kith can not go on'))
        link.end(fault)
      })
      const failure = await link.closed
      unwatch()
      presence.stop()
      stop.removeEventListener('abort', leave)
      if (ready) cursor.at = new Date(now().getTime() - link.silentMs()).toISOString()
      ready = false
      await store.finish(stop.aborted ? 2 * secondMs : 10 * secondMs)
      return fault ?? failure
    },
    committed: () => store.committed(),
    lostPresence: (): Signal[] => presence.clear(),
    async send(request: SendRequest, stop: AbortSignal): Promise<SendOutcome> {
      const known = people.nickOf(request.to.id)
      const outcome = await out.send(request, stop)
      if (outcome.kind !== 'refused' || outcome.code !== 'gone' || !known || isRoom(request.to.id)) return outcome
      people.left(known.nick, false)
      presence.left(known.nick)
      // The account may be there under another nick than the one that we remembered.
      const person = readPerson(request.to.id)
      const mayMove = known.sure && caps.has('account-tag') && person?.guest === false
      return mayMove ? out.send(request, stop) : outcome
    },
    setAway(words: string | undefined): void {
      scene.say('AWAY', ...(words === undefined ? [] : [words]))
    },
    typing(to: RemoteConversation, on: boolean): void {
      if (!caps.has('message-tags') || !pace.spare(1)) return
      const target = isRoom(to.id) ? rooms.titleOf(to.id) : people.nickOf(to.id)
      const name = typeof target === 'string' ? target : target?.sure ? target.nick : undefined
      if (name) link.write(formatLine('TAGMSG', [name], { '+typing': on ? 'active' : 'done' }))
    },
    async before(
      conversation: RemoteConversation,
      key: string | undefined,
      most: number,
    ): Promise<readonly NetworkEvent[]> {
      const msgid = key === undefined ? undefined : msgidIn(key)
      if (key !== undefined && msgid === undefined) return []
      const target = isRoom(conversation.id) ? rooms.titleOf(conversation.id) : people.nickOf(conversation.id)?.nick
      return target === undefined ? [] : history.before(conversation, target, msgid && `msgid=${msgid}`, most)
    },
    async join(room: RemoteId): Promise<SendOutcome> {
      const [name = '', key] = room.trim().split(/\s+/)
      const outcome = await joins.enter({ name, key })
      await store.keep()
      return outcome
    },
    async leave(room: RemoteId): Promise<SendOutcome> {
      const outcome = joins.leave(fold(room))
      await store.keep()
      return outcome
    },
    /** Our own id on this network. */
    own: () => personId({ name: fold(me), network, guest: false }),
  }
}

const withTags = (line: Line, outer: ReadonlyMap<string, string>): Line => ({
  ...line,
  tags: new Map([...outer, ...line.tags].filter(([name]) => name !== 'batch')),
})
