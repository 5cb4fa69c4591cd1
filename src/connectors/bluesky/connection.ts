import { setTimeout as sleep } from 'node:timers/promises'
import { minuteMs, secondMs } from '#kernel/clock.ts'
import type { HttpClient } from '#platform/http.ts'
import { CallFailure } from '../call-failure.ts'
import type { Host, NetworkEvent } from '../contract.ts'
import type { BlueskyAccount } from './account.ts'
import { createClient } from './client.ts'
import { type Cursor, firstCursor, readCursor } from './cursor.ts'
import { openDirectory } from './directory.ts'
import { type Batch, type ReadDeps, readNews, reviewBonds } from './reading.ts'
import { createOutgoing } from './sending.ts'

export type World = {
  http: Pick<HttpClient, 'fetch'>
  now: () => Date
  /** DID and name of the service that keeps the chats. */
  chatService: string
  /** Milliseconds between two readings, and between two looks at who still follows; `pages`: how far one reading goes back. */
  pace: { every: number; bonds: number; pages: number }
}

/** 3,000 requests in five minutes are allowed; a reading makes three. */
export const usualPace = { every: 6 * secondMs, bonds: 10 * minuteMs, pages: 30 }
export const blueskyChat = 'did:web:api.bsky.chat#bsky_chat'

/** One account: the cursor, and the loop that reads. */
export function connection(account: BlueskyAccount, host: Host, world: World, cursorText: string | undefined) {
  const client = createClient(account, world.http, world.now, world.chatService)
  let state: Cursor = readCursor(cursorText) ?? firstCursor()
  // An app password that was changed may open the chat.
  if (state.chat === null) delete state.chat
  let patches: ((cursor: Cursor) => void)[] = []
  let live = false

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
      throw new CallFailure('not-stored', 'What arrived could not be stored; Kith reads it again.', { cause: error })
    }
  }

  const directory = openDirectory(client, () => state)
  const outgoing = createOutgoing({
    client,
    directory,
    cursor: () => state,
    patch,
    commit: events => commit(events, undefined),
    openedAt: world.now(),
    now: world.now,
  })
  const deps: ReadDeps = {
    client,
    directory,
    historyDays: account.historyDays,
    now: world.now,
    mostPages: world.pace.pages,
    settled: outgoing.settled,
    txnOf: outgoing.txnOf,
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

  /** Reads until it fails or `signal` aborts. */
  async function run(signal: AbortSignal, ready: () => void): Promise<void> {
    await client.signIn(signal)
    live = true
    host.state({ kind: 'catching-up' })
    await adopt(before => readNews(deps, before, signal), signal)
    host.state({ kind: 'connected' })
    ready()
    if (state.chat === null) host.log.info({}, 'the app password does not open the chat')
    let reviewedAt = world.now().getTime()
    while (!signal.aborted) {
      await sleep(world.pace.every, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      await adopt(before => readNews(deps, before, signal), signal)
      if (world.now().getTime() - reviewedAt < world.pace.bonds) continue
      await adopt(before => reviewBonds(deps, before, signal), signal)
      reviewedAt = world.now().getTime()
    }
  }

  return { run, patch, commit, client, directory, outgoing, cursor: () => state, isLive: () => live }
}

export type Connection = ReturnType<typeof connection>

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
