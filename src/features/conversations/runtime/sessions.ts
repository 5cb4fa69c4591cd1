import type { Account, ConnectionState, Connector, Host, Session, Signal } from '#connectors/contract.ts'
import { type Clock, dayMs } from '#kernel/clock.ts'
import { type ConnectionId, type Id, newId, type WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { signalBrowsers, tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, type Database, inWorkspace } from '#storage/database.ts'
import { type CommitDeps, commitEvents, LeaseLost } from '../actions/commit.ts'
import { changedIn } from '../actions/commit-scope.ts'
import { saveSecrets, type Vault } from '../actions/connect.ts'
import { wakeForOnline } from '../actions/wake.ts'
import { placeInWeek } from '../model/habit.ts'
import { outboxLimits } from '../model.ts'
import {
  type Connection,
  clearLeases,
  findConnection,
  leaseConnections,
  releaseLeases,
  updateConnectionState,
} from '../store/connections.ts'
import { deletePresence, insertSeenOnline, updatePresenceWeeks, upsertPresence } from '../store/presence.ts'
import { updateTopics } from '../store/rooms.ts'
import { drainOutbox, newBell, type OutboxDeps, recoverOutbox } from './outbox.ts'

/** So many weeks tell a habit; older ones go. */
const habitWeeks = 10

type Log = { info(fields: object, message: string): void; warn(fields: object, message: string): void }

export type SessionsDeps = CommitDeps &
  OutboxDeps & {
    db: Database
    clock: Clock
    log: Log
    connectorOf(tool: ToolId): Promise<Connector | undefined>
    /** The form with its secrets decrypted, and where the network can reach us. */
    accountOf(connection: Connection): Account
    vault: Vault
    /** Broadcasts come after conversations and read what comes back of their mails. */
    reports?(workspace: WorkspaceId): Host['reports']
    /**
     * Wakes on NOTIFY of the outbox channel and on connection changes; without a connection after a time in which nothing was heard,
     * so that what was queued meanwhile leaves. Gives the unsubscribe.
     */
    onWake(wake: (connection: string | undefined) => void): () => void
    /** One node on its own database: a lease that is still held belongs to a dead process. */
    soleNode: boolean
  }

type Running = {
  connection: Connection
  session: Session
  stop: AbortController
  ended: Promise<void>
  wake(): void
  /** Of the row as the session knows it: what it was opened with, and what it has saved itself. */
  known: Set<string>
  /** Of the rooms, as they were last written. */
  topics: Map<string, string | null>
}

/** Live sessions of this node: leases, runs, renews and gives back connections; routes typing and read marks to them. */
export type Sessions = AsyncDisposable & {
  session(connection: ConnectionId): Session | undefined
  /** Looks at the connections at once: after one was added, changed, paused or removed. */
  refresh(): Promise<void>
}

export async function startSessions(deps: SessionsDeps): Promise<Sessions> {
  const holder = newId<'Node'>()
  const running = new Map<ConnectionId, Running>()
  if (deps.soleNode) await acrossWorkspaces(deps.db, tx => clearLeases(tx))

  let noted = ''
  /** Once an hour: who is still online was online in this hour, too. */
  const noteHour = async (now: Date) => {
    const place = placeInWeek(now)
    const hour = `${place.weekOn} ${place.hour}`
    if (hour === noted) return
    noted = hour
    const oldest = placeInWeek(new Date(now.getTime() - habitWeeks * 7 * dayMs)).weekOn
    await acrossWorkspaces(deps.db, tx => updatePresenceWeeks(tx, holder, place, oldest))
  }

  const look = async () => {
    const now = deps.clock.now()
    await noteHour(now)
    const until = new Date(now.getTime() + outboxLimits.leaseMs)
    const held = await acrossWorkspaces(deps.db, tx => leaseConnections(tx, holder, now, until, 500))
    const ours = new Map(held.map(connection => [connection.id, connection]))
    for (const [id, run] of running) {
      const connection = ours.get(id)
      if (connection && run.known.has(fingerprintOf(connection))) continue
      running.delete(id)
      await end(run)
    }
    for (const connection of held) if (!running.has(connection.id)) await begin(connection)
    for (const run of running.values()) await noteTopics(deps, run)
  }

  const begin = async (connection: Connection) => {
    const connector = connection.config.hand === 'yes' ? undefined : await deps.connectorOf(connection.tool)
    if (!connector) return
    const stop = new AbortController()
    const known = new Set([fingerprintOf(connection)])
    const host = hostFor(deps, connection, holder, stop, known)
    const session = connector.open(deps.accountOf(connection), host.host)
    const { pipelinedSend: pipelined = false, idempotentSend: idempotent } = connector.manifest
    const pump = pumpFor(deps, connection, session, { pipelined, idempotent }, stop.signal)
    await recoverOutbox(deps, connection, connector.manifest.idempotentSend)
    host.onConnected = pump.wake
    const ended = session
      .run(connection.cursor ?? undefined, stop.signal)
      .catch(error => deps.log.warn({ err: error, connection: connection.id }, 'session ended'))
      .then(() => host.flush())
    running.set(connection.id, {
      connection,
      session,
      stop,
      ended,
      wake: pump.wake,
      known,
      topics: new Map(),
    })
  }

  const end = async (run: Running) => {
    run.stop.abort()
    await run.session[Symbol.asyncDispose]()
    await run.ended
    const { workspace, id } = run.connection
    await inWorkspace(deps.db, workspace, async tx => {
      await deletePresence(tx, workspace, id)
      tellBrowsers(tx, workspace, { kind: 'presence.reset', payload: { connection: id } })
    }).catch(error => deps.log.warn({ err: error, connection: id }, 'forgetting presence failed'))
  }

  let looking = Promise.resolve()
  const refresh = () => {
    looking = looking.then(look).catch(error => deps.log.warn({ err: error }, 'looking at connections failed'))
    return looking
  }
  const stopWaking = deps.onWake(connection => {
    const woken = connection === undefined ? [...running.values()] : [running.get(connection as ConnectionId)]
    for (const run of woken) run?.wake()
    if (connection === undefined || !running.has(connection as ConnectionId)) void refresh()
  })
  const timer = setInterval(refresh, outboxLimits.renewMs)
  await refresh()

  return {
    session: id => running.get(id)?.session,
    refresh,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      stopWaking()
      await looking
      await Promise.all([...running.values()].map(end))
      running.clear()
      await acrossWorkspaces(deps.db, tx => releaseLeases(tx, holder)).catch(error =>
        deps.log.warn({ err: error }, 'giving back leases failed'),
      )
    },
  }
}

/** Networks tell topics in passing; they are written when they change, for the norms of a room hold without its network, too. */
async function noteTopics(deps: SessionsDeps, { connection, session, topics }: Running): Promise<void> {
  const changed = (session.rooms?.list() ?? []).flatMap(room => {
    const topic = room.subject?.trim() || null
    return room.nick !== undefined && topics.get(room.id) !== topic ? [{ address: room.id, topic }] : []
  })
  if (changed.length === 0) return
  const written = await inWorkspace(deps.db, connection.workspace, async tx => {
    const rooms = await updateTopics(tx, connection.workspace, connection.id, changed)
    for (const { id, changed: other } of rooms)
      if (other) tellBrowsers(tx, connection.workspace, changedIn({ id, person: null }, []))
    return new Set(rooms.map(row => row.address))
  })
  // A room without a conversation is told again once it has one.
  for (const { address, topic } of changed) if (written.has(address)) topics.set(address, topic)
}

const fingerprintOf = (connection: Pick<Connection, 'config' | 'secretsSealed'>) =>
  JSON.stringify([connection.config, connection.secretsSealed])

/** Drains on every wake and when the next row becomes due; never twice at once. */
function pumpFor(
  deps: SessionsDeps,
  connection: Connection,
  session: Session,
  lane: { pipelined: boolean; idempotent: boolean },
  signal: AbortSignal,
): { wake(): void } {
  const bell = newBell()
  let timer: NodeJS.Timeout | undefined
  let busy = false
  let again = false
  const drain = async () => {
    if (busy) {
      again = true
      bell.ring()
      return
    }
    busy = true
    clearTimeout(timer)
    let delayMs: number | undefined
    try {
      do {
        again = false
        const nextAt = await drainOutbox(deps, connection, session, signal, { ...lane, bell })
        delayMs = nextAt ? Math.max(nextAt.getTime() - deps.clock.now().getTime(), 0) + 5 : undefined
      } while (again && !signal.aborted)
    } catch (error) {
      if (!signal.aborted) deps.log.warn({ err: error, connection: connection.id }, 'sending failed')
      delayMs = 2_000
    } finally {
      busy = false
    }
    if (delayMs !== undefined && !signal.aborted) timer = setTimeout(drain, Math.min(delayMs, 60_000))
  }
  signal.addEventListener('abort', () => clearTimeout(timer))
  return { wake: () => void drain() }
}

/** The session's door to the database: commits, the latest state until it is written, and signals in order. */
function hostFor(
  deps: SessionsDeps,
  connection: Connection,
  holder: Id<'Node'>,
  stop: AbortController,
  known: Set<string>,
): { host: Host; onConnected: () => void; flush(): Promise<void> } {
  const { workspace, id } = connection
  const reports = deps.reports?.(workspace)
  let signalled = Promise.resolve()
  let wanted: ConnectionState | undefined
  let writing: Promise<void> | undefined
  const writeWanted = async () => {
    while (wanted) {
      const state = wanted
      try {
        await writeState(deps, workspace, id, state)
        if (wanted === state) wanted = undefined
        if (state.kind === 'connected') door.onConnected()
      } catch (error) {
        deps.log.warn({ err: error, connection: id }, 'writing a state failed')
        if (stop.signal.aborted) return
        // The database is away: the state must not be lost with it.
        await new Promise(resolve => setTimeout(resolve, 500))
      }
    }
  }
  const door = {
    onConnected: () => {},
    flush: async () => {
      await signalled
      await writing
    },
    host: {
      async commit(events, cursor) {
        try {
          await commitEvents(deps, { workspace, connection: id, holder }, events, cursor)
        } catch (error) {
          if (error instanceof LeaseLost) stop.abort()
          throw error
        }
      },
      signal: signals => {
        signalled = signalled
          .then(() => writeSignals(deps, workspace, connection, signals))
          .catch(error => deps.log.warn({ err: error, connection: id }, 'writing signals failed'))
      },
      state: state => {
        wanted = state
        writing ??= writeWanted().finally(() => {
          writing = undefined
        })
      },
      async saveSecrets(replaced) {
        try {
          await saveSecrets(deps, { workspace, connection: id, holder }, replaced, row => known.add(fingerprintOf(row)))
        } catch (error) {
          if (error instanceof LeaseLost) stop.abort()
          throw error
        }
      },
      ...(reports ? { reports } : {}),
      log: {
        info: (fields, message) => deps.log.info({ ...fields, connection: id }, message),
        warn: (fields, message) => deps.log.warn({ ...fields, connection: id }, message),
      },
    } satisfies Host,
  }
  return door
}

async function writeSignals(
  deps: SessionsDeps,
  workspace: WorkspaceId,
  connection: Connection,
  signals: readonly Signal[],
): Promise<void> {
  const now = deps.clock.now()
  await inWorkspace(deps.db, workspace, async tx => {
    const changed = await upsertPresence(
      tx,
      workspace,
      connection.id,
      signals.flatMap(signal =>
        signal.kind === 'presence'
          ? [
              {
                remoteId: signal.person.id,
                state: signal.state,
                status: signal.status ?? null,
                since: signal.since ?? now,
              },
            ]
          : [],
      ),
    )
    await wakeForOnline(tx, workspace, connection.id, changed, now)
    if (connection.tool !== 'website-chat')
      await insertSeenOnline(
        tx,
        workspace,
        connection.id,
        changed.flatMap(row => (row.state === 'online' ? [row.remoteId] : [])),
        placeInWeek(now),
      )
    for (const row of changed.slice(0, 50))
      await signalBrowsers(tx, workspace, {
        kind: 'presence',
        payload: { connection: connection.id, remoteId: row.remoteId, state: row.state },
      })
    for (const signal of signals)
      if (signal.kind === 'typing')
        await signalBrowsers(tx, workspace, {
          kind: 'typing',
          payload: {
            connection: connection.id,
            remoteId: signal.conversation.id,
            person: signal.person.id,
            on: signal.on,
          },
        })
  })
}

async function writeState(
  deps: SessionsDeps,
  workspace: WorkspaceId,
  id: ConnectionId,
  state: ConnectionState,
): Promise<void> {
  const { kind, ...detail } = state
  await inWorkspace(deps.db, workspace, async tx => {
    if (!(await findConnection(tx, workspace, id))) return
    await updateConnectionState(
      tx,
      workspace,
      id,
      { state: kind, detail, caughtUp: kind === 'connected' },
      deps.clock.now(),
    )
    if (kind !== 'connected' && kind !== 'catching-up') await deletePresence(tx, workspace, id)
    tellBrowsers(tx, workspace, { kind: 'connection.changed', payload: { connection: id, state: kind } })
  })
}
