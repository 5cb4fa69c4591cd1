import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient, Reach } from '#platform/http.ts'
import { CallFailure } from '../call-failure.ts'
import type { Host, NetworkEvent } from '../contract.ts'
import type { MastodonAccount } from './account.ts'
import { type Client, createClient } from './client.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { type Directory, openDirectory } from './directory.ts'
import { conversationOf, editOf, personOf } from './events.ts'
import { statusKey } from './keys.ts'
import { type Batch, type ReadDeps, readNews, reviewBonds } from './reading.ts'
import { createOutgoing, type Outgoing } from './sending.ts'
import { meetServer, type Server } from './server.ts'
import { followStream, type StreamNews } from './stream.ts'

export type World = {
  http: Pick<HttpClient, 'fetch'>
  reach: Reach
  now: () => Date
  /**
   * How often the server is asked, in milliseconds: without its stream, beside its stream, and how things stand with people. `pages`: how
   * far one reading goes back.
   */
  pace: { alone: number; streaming: number; bonds: number; pages: number }
}

export const usualPace = { alone: 20 * secondMs, streaming: 3 * minuteMs, bonds: 5 * minuteMs, pages: 50 }

/** What is known of a server once it answered; outlives a broken line, so that a send can be tried. */
export type Live = { client: Client; server: Server; directory: Directory; outgoing: Outgoing }

/** One account's place on its server: the cursor, and the loop that reads. */
export function connection(
  account: MastodonAccount,
  host: Host,
  world: World,
  cursorText: string | undefined,
  closing: AbortSignal,
) {
  const client = createClient(account, world.http, world.now)
  const openedAt = world.now()
  let state: Cursor = readCursor(cursorText) ?? firstCursor()
  let patches: ((cursor: Cursor) => void)[] = []
  let live: Live | undefined
  let streaming = false
  let hear = () => {}
  let rung = false

  /** Heard once, also when it was rung while nobody waited. */
  function ring(): void {
    rung = true
    hear()
  }

  function patch(change: (cursor: Cursor) => void): void {
    change(state)
    patches.push(change)
  }

  async function commit(
    events: readonly NetworkEvent[],
    cursor: string | undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      // A commit that never returns must not keep a session from ending.
      await (signal ? Promise.race([host.commit(events, cursor), aborted(signal)]) : host.commit(events, cursor))
    } catch (error) {
      if (signal?.aborted) throw error
      throw new CallFailure('not-stored', 'What arrived could not be stored; Kith reads it again.', {
        cause: error,
      })
    }
  }

  /** What was patched meanwhile, by sends, is not lost when the cursor that was read from is replaced. */
  async function adopt(read: (before: Cursor) => Promise<Batch>, signal: AbortSignal): Promise<void> {
    patches = []
    const { events, cursor } = await read(state)
    for (const change of patches) change(cursor)
    const text = JSON.stringify(cursor)
    const moved = events.length > 0 || text !== JSON.stringify(state)
    // A send that answers what is just being told goes on from there.
    state.tails = cursor.tails
    if (moved) await commit(events, text, signal)
    for (const change of patches) change(cursor)
    state = cursor
    patches = []
  }

  function heard(news: StreamNews, { server }: Live): void {
    if (news.kind === 'something') {
      ring()
      return
    }
    const found = news.kind === 'edited' ? editOf(news.status, server.reading) : retracted(news.id)
    if (found) void commit([found], undefined).catch(() => undefined)
  }

  /** A deletion names the post alone: its writer is taken for whom the database knows. */
  function retracted(id: string): NetworkEvent | undefined {
    const known = seen.get(id)
    if (!known) return undefined
    return { kind: 'retract', key: `retract:${id}`, target: statusKey(id), ...known, at: world.now() }
  }

  /** Of the posts that were told in this session or stand at the end of a thread: who wrote them, and where. */
  const seen = new Map<string, Pick<Extract<NetworkEvent, { kind: 'retract' }>, 'conversation' | 'from' | 'own'>>()

  async function meet(signal: AbortSignal): Promise<Live> {
    const server = await meetServer(client, account, signal)
    const directory = live?.directory ?? openDirectory(client, () => server.reading.host)
    const outgoing =
      live?.outgoing ??
      createOutgoing({
        client,
        server,
        directory,
        cursor: () => state,
        patch,
        commit: events => commit(events, undefined),
        openedAt,
        now: world.now,
        signal: closing,
      })
    live = { client, server, directory, outgoing }
    return live
  }

  function readDeps({ server, outgoing, directory }: Live): ReadDeps {
    return {
      client,
      reading: server.reading,
      historyDays: account.historyDays,
      now: world.now,
      ownPath: server.ownPath,
      mostPages: world.pace.pages,
      settled: outgoing.settled,
      txnOf: outgoing.txnOf,
      met(post) {
        directory.learn(personOf(post.account, server.reading).id, post.account.id)
        const conversation = conversationOf(post, server.reading)
        if (!conversation) return
        const own = post.account.id === server.reading.me.id
        seen.set(post.id, { conversation, from: personOf(post.account, server.reading), ...(own ? { own } : {}) })
        if (seen.size > 5_000) seen.delete(seen.keys().next().value ?? '')
      },
    }
  }

  /** Reads until it fails or `signal` aborts. */
  async function run(signal: AbortSignal, ready: () => void): Promise<void> {
    const ending = new AbortController()
    const inner = AbortSignal.any([signal, ending.signal])
    try {
      const current = await meet(inner)
      const deps = readDeps(current)
      host.state({ kind: 'catching-up' })
      await adopt(before => readNews(deps, before, inner), inner)
      host.state({ kind: 'connected' })
      ready()
      const { streaming: address } = current.server
      if (address && URL.canParse(address))
        void followStream(
          {
            account,
            address,
            reach: world.reach,
            tell: news => heard(news, current),
            live: on => {
              streaming = on
            },
          },
          inner,
        ).catch(error => host.log.warn({ why: String(error) }, 'the stream of a fediverse server ended'))
      let reviewedAt = 0
      while (!inner.aborted) {
        if (world.now().getTime() - reviewedAt >= world.pace.bonds) {
          await adopt(before => reviewBonds(deps, before, inner), inner)
          reviewedAt = world.now().getTime()
        }
        const reviewMs = world.pace.bonds - (world.now().getTime() - reviewedAt)
        await waitForBell(Math.min(streaming ? world.pace.streaming : world.pace.alone, Math.max(0, reviewMs)), inner)
        if (!inner.aborted) await adopt(before => readNews(deps, before, inner), inner)
      }
    } finally {
      ending.abort()
    }
  }

  async function waitForBell(atMostMs: number, signal: AbortSignal): Promise<void> {
    if (!rung) {
      const heard = new AbortController()
      hear = () => heard.abort()
      await sleep(atMostMs, undefined, { signal: AbortSignal.any([signal, heard.signal]) }).catch(() => undefined)
    }
    rung = false
  }

  return {
    run,
    patch,
    commit,
    cursor: () => state,
    live: () => live,
    /** Looks again now. */
    wake: ring,
  }
}

export type Connection = ReturnType<typeof connection>

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
