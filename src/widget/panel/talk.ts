import type { ChatMessageView, FromVisitor, ToVisitor } from '#features/conversations/chat-wire.ts'
import { newId } from '#kernel/ids.ts'
import { type Api, createApi } from './api.ts'
import { forget, keep, readKept } from './keep.ts'
import type { Place } from './place.ts'
import { type Line, openLine } from './socket.ts'
import type { Inside, Said, View } from './view.ts'

type RoomId = NonNullable<Extract<FromVisitor, { type: 'room' }>['room']>

const overlapMs = 30_000
const stateEveryMs = 60_000
const typingEveryMs = 4_000

export type Talk = ReturnType<typeof createTalk>

/** One visitor's side of the thread: what is written, what the server has, and the line between. */
export function createTalk(place: Place) {
  const api: Api = createApi(place.chat)
  // Whoever is signed in on the page is found again by that, and nothing is kept for the next one at this machine.
  const stored = place.signsIn ? undefined : readKept(place.chat)
  let token = stored?.token
  let line: Line | undefined
  let shown = place.parentOrigin === undefined
  let draining = false
  let failures = 0
  let fetching: Promise<void> | undefined
  let fetchAgain = false
  let whole = false
  /** Their bytes are here only: a page that is closed before they left forgets them. */
  const files = new Map<string, File>()
  let typedAt = 0
  let toldSeen = ''
  let watch: { room: RoomId; changed(): void } | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let typingEnds: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  let view: View = {
    begun: token !== undefined,
    // What was written before the page was closed still goes out, under the id it had.
    said: (stored?.waiting ?? []).map(each => ({ ...each, mine: true, sender: null, state: 'waiting' as const })),
    who: place.state,
    typing: false,
    lost: false,
    slow: false,
    over: undefined,
    kept: token === undefined ? undefined : true,
    email: stored?.email,
    name: undefined,
    notice: undefined,
    wentOn: [],
  }

  const set = (change: Partial<View>) => {
    view = { ...view, ...change }
    for (const listener of listeners) listener()
  }
  const mark = (key: string, change: Partial<Said>) =>
    set({ said: view.said.map(each => (each.key === key ? { ...each, ...change } : each)) })

  const end = (over: 'ended' | 'closed') => {
    line?.close()
    line = undefined
    if (over === 'ended') forget(place.chat)
    set({ over, lost: false, typing: false })
  }
  const refused = (code: string): boolean => {
    if (code !== 'no-such-visitor' && code !== 'no-such-chat' && code !== 'blocked') return false
    end(code === 'no-such-visitor' ? 'ended' : 'closed')
    return true
  }

  const connect = () => {
    if (!token || line) return
    line = openLine({
      chat: place.chat,
      token,
      page: place.page,
      heard,
      lost: () => set({ lost: true, typing: false }),
      unknown: () => end('ended'),
      blocked: () => end('closed'),
    })
  }

  const heard = (message: ToVisitor) => {
    if (message.type === 'ready') {
      set({ lost: false })
      failures = 0
      if (!isWatched()) line?.send({ type: 'away', on: true })
      if (watch) line?.send({ type: 'room', room: watch.room })
      watch?.changed()
      // While the line was gone also what is old may have changed.
      void load(view.said.length > 0)
      void drain()
    } else if (message.type === 'news') {
      if (view.said.every(each => each.key !== message.key)) void load(message.all)
    } else if (message.type === 'room') {
      watch?.changed()
    } else if (message.type === 'typing') {
      clearTimeout(typingEnds)
      set({ typing: message.on })
      // Whoever stops without a word (a closed lid) doesn't type for ever.
      if (message.on) typingEnds = setTimeout(() => set({ typing: false }), 15_000)
    }
  }

  /** From before what may still change: a message may be committed a little after a later one, and ours become seen. */
  const placeToReadFrom = (): string | undefined => {
    const known = view.said.filter(each => each.place !== undefined)
    const newest = known.at(-1)
    if (!newest) return undefined
    const until = new Date(newest.at).getTime() - overlapMs
    const open = known.findIndex(each => (each.mine && each.state === 'sent') || new Date(each.at).getTime() >= until)
    return known[open - 1]?.place
  }

  async function load(all = false): Promise<void> {
    whole ||= all
    if (fetching) {
      fetchAgain = true
      return fetching
    }
    fetching = (async () => {
      do {
        fetchAgain = false
        if (!token) return
        const from = whole ? undefined : placeToReadFrom()
        whole = false
        const answer = await api.messages(token, from)
        if (answer.ok) take(answer.value.messages, answer.value.wentOn)
        else if (!answer.gone) refused(answer.code)
      } while (fetchAgain)
    })()
    await fetching
    fetching = undefined
  }

  const take = (messages: readonly ChatMessageView[], wentOn: readonly string[]) => {
    const known = new Map(view.said.map(each => [each.key, each]))
    const news = messages.filter(message => !message.mine && !known.has(message.key))
    for (const message of messages) {
      const before = known.get(message.key)
      known.set(message.key, {
        ...message,
        at: message.sentAt,
        state: message.read || before?.state === 'seen' ? 'seen' : 'sent',
        place: `${message.sentAt}_${message.id}`,
      })
    }
    set({
      said: [...known.values()].sort((a, b) =>
        a.place && b.place ? (a.place < b.place ? -1 : 1) : a.place ? -1 : b.place ? 1 : 0,
      ),
      ...(news.length > 0 ? { typing: false } : {}),
      ...(wentOn.join() === view.wentOn.join() ? {} : { wentOn }),
    })
    for (const message of news) if (!message.read) line?.send({ type: 'seen', message: message.id, state: 'delivered' })
    saySeen()
    if (!isWatched()) tellParent({ kith: 'unread', unread: unseen() })
  }

  const unseen = () => view.said.filter(each => !each.mine && each.state !== 'seen' && each.key > toldSeen).length
  const isWatched = () => shown && document.visibilityState === 'visible'
  const tellParent = (message: object) => {
    if (place.parentOrigin) window.parent.postMessage(message, place.parentOrigin)
  }

  /** Only what stands before the visitor's eyes is read. */
  const saySeen = () => {
    const last = view.said.findLast(each => !each.mine)
    const id = last?.place?.split('_')[1]
    if (!last || !id || !isWatched() || last.state === 'seen' || toldSeen === last.key) return
    toldSeen = last.key
    line?.send({ type: 'seen', message: id as ChatMessageView['id'], state: 'read' })
  }

  async function drain(): Promise<void> {
    if (draining || !token) return
    draining = true
    clearTimeout(retry)
    for (;;) {
      const next = view.said.find(each => each.mine && (each.state === 'waiting' || each.state === 'sending'))
      if (!next || !token || view.over) break
      mark(next.key, { state: 'sending' })
      const file = files.get(next.key)
      const answer = file
        ? await api.sayFile(token, next.key, file)
        : await api.say(token, {
            id: next.key,
            text: next.text,
            ...(place.page ? { page: place.page } : {}),
          })
      if (answer.ok) {
        failures = 0
        if (files.delete(next.key)) void load()
        mark(next.key, { state: 'sent', at: answer.value.at })
        remember()
        if (view.slow) set({ slow: false })
        continue
      }
      mark(next.key, { state: 'waiting' })
      if (answer.gone || answer.code === 'slow-down') {
        const slow = !answer.gone
        failures += 1
        set({ slow, lost: view.lost || !slow })
        retry = setTimeout(() => void drain(), slow ? 30_000 : Math.min(30_000, 500 * 2 ** failures))
        break
      }
      if (refused(answer.code)) break
      mark(next.key, { state: 'refused' })
    }
    draining = false
    if (!view.said.some(each => each.state === 'waiting') && view.lost && line === undefined) set({ lost: false })
  }

  /** The first message is the moment from which the visitor would miss the thread. */
  const remember = () => {
    if (!token || place.signsIn) return
    const { email, said } = view
    const waiting = said
      .filter(each => each.mine && !each.files && (each.state === 'waiting' || each.state === 'sending'))
      .map(({ key, text, at }) => ({ key, text, at }))
    set({ kept: keep(place.chat, { token, ...(email ? { email } : {}), ...(waiting.length > 0 ? { waiting } : {}) }) })
  }

  const adopt = (given: string) => {
    token = given
    set({ begun: true, over: undefined, said: [], kept: undefined, email: undefined })
    connect()
  }
  const leftAddress = (email: string) => {
    set({ email })
    if (view.kept) remember()
  }
  const watchRoom: Inside['watchRoom'] = (room, changed) => {
    watch = { room: room as RoomId, changed }
    line?.send({ type: 'room', room: watch.room })
    return () => {
      watch = undefined
      line?.send({ type: 'room', room: null })
    }
  }
  const inside: Inside = {
    call: (path, body) => api.call(path, token, body),
    tellParent,
    adopt,
    set,
    reload: () => load(true),
    watchRoom,
    leftAddress,
  }
  const signIn = place.signsIn
    ? import('./more/index.ts').then(more => more.signIn(place, inside)).catch(() => undefined)
    : undefined

  const refresh = async () => {
    const answer = await api.state()
    if (answer.ok) set({ who: answer.value })
  }
  setInterval(() => isWatched() && void refresh(), stateEveryMs)
  addEventListener('online', () => {
    line?.hurry()
    void drain()
  })
  const watched = () => {
    line?.send({ type: 'away', on: !isWatched() })
    if (!isWatched()) return
    line?.hurry()
    saySeen()
    tellParent({ kith: 'unread', unread: 0 })
  }
  document.addEventListener('visibilitychange', watched)
  connect()
  void refresh()
  const openedAt = performance.now()

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => view,
    /** `away`, `slow`: nothing was begun, for there was no server, or too many began from this network. */
    async begin(name: string, trap: string): Promise<'begun' | 'away' | 'slow'> {
      const identity = await (await signIn)?.ask()
      const answer = await api.begin({
        trap: trap.slice(0, 200),
        tookMs: Math.round(performance.now() - openedAt),
        ...(identity ? { identity } : {}),
        consent: place.consent,
        ...(name.trim() ? { name: name.trim().slice(0, 120) } : {}),
        ...(place.page ? { page: place.page } : {}),
        ...(place.referrer ? { referrer: place.referrer } : {}),
        ...(place.campaign ? { campaign: place.campaign } : {}),
      })
      if (!answer.ok) {
        if (!answer.gone) refused(answer.code)
        return !answer.gone && answer.code === 'slow-down' ? 'slow' : 'away'
      }
      adopt(answer.value.token)
      return 'begun'
    },
    say(text: string): void {
      const key = newId<'Message'>()
      const at = new Date().toISOString()
      set({ said: [...view.said, { key, mine: true, sender: null, text, at, state: 'waiting' }] })
      // Only a chat that is kept already keeps what waits: before the first arrival nothing is stored.
      if (view.kept) remember()
      typedAt = 0
      line?.send({ type: 'typing', on: false })
      void drain()
    },
    sayFile(file: File): void {
      const key = newId<'Message'>()
      files.set(key, file)
      const about = { name: file.name, bytes: file.size, picture: false }
      const at = new Date().toISOString()
      set({
        said: [...view.said, { key, mine: true, sender: null, text: file.name, at, state: 'waiting', files: [about] }],
      })
      void drain()
    },
    /** Undefined when it can't be had now. */
    async open(said: Said, index: number, preview = ''): Promise<Blob | undefined> {
      const id = said.place?.split('_')[1]
      return token && id ? api.open(token, `/messages/${id}/files/${index}${preview}`) : undefined
    },
    again(key: string): void {
      mark(key, { state: 'waiting' })
      void drain()
    },
    typed(on: boolean): void {
      const now = Date.now()
      if (on && now - typedAt < typingEveryMs) return
      typedAt = on ? now : 0
      line?.send({ type: 'typing', on })
    },
    inside,
    /** This browser forgets; the thread stays with the recruiter until its erasure is asked for. */
    forget(): void {
      forget(place.chat)
      line?.close()
      line = undefined
      token = undefined
      set({ begun: false, over: undefined, said: [], kept: undefined, email: undefined, lost: false })
    },
    shown(on: boolean): void {
      shown = on
      watched()
    },
    close: () => tellParent({ kith: 'close' }),
    ready: () => tellParent({ kith: 'ready' }),
  }
}
