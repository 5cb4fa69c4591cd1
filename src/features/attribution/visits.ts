import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { isbot } from 'isbot'
import type { Clock } from '#kernel/clock.ts'
import { parseId, type SourceId, type WorkspaceId } from '#kernel/ids.ts'
import type { Log } from '#platform/log.ts'
import { acrossWorkspaces, type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { codesIn, referrerClass, type ThingKind } from './model.ts'
import { ensureThingSource, findOwnHost, resolveCode } from './store/sources.ts'
import { addVisits, ensureSalt, type VisitRow } from './store/visits.ts'

export type Seen = {
  workspace: WorkspaceId
  /** `post:<id>`: what was read; undefined where it is no thing of its own. */
  about: string | undefined
  /** Of the link that led here. */
  codes: readonly string[]
  ip: string
  agent: string
  referrer: string | undefined
}

export type VisitCounter = AsyncDisposable & {
  /** Costs nothing that a reader would notice: the counting itself is done later, in batches. */
  note(seen: Seen): void
  /** Writes what was noted so far. */
  flush(): Promise<void>
}

type Looked = Seen & { at: Date; views: number }

const mostKinds = 200_000
const knownForMs = 60_000
const thing = /^(page|post|opening|list|issue):([0-9a-f-]{36})$/
const isThing = (kind: string | undefined): kind is Exclude<ThingKind, 'feed'> =>
  kind === 'page' || kind === 'post' || kind === 'opening' || kind === 'list' || kind === 'issue'

/** A look of a browser that a person sits before: no program, no page fetched ahead, none of ours who is signed in. */
export function isReaders(request: Pick<FastifyRequest, 'method' | 'headers'>, sessionCookie: string): boolean {
  if (request.method !== 'GET') return false
  const { headers } = request
  const ahead = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''} ${headers['x-purpose'] ?? ''} ${headers['x-moz'] ?? ''}`
  if (/prefetch|prerender|preview/i.test(ahead)) return false
  return !headers.cookie?.includes(`${sessionCookie}=`)
}

/**
 * Counts visits without cookies and without keeping an address: what was noted stands in memory for at most a second and is then
 * written as a mark made with the day's salt. A crash loses that second.
 */
export function createVisitCounter(deps: {
  db: Database
  clock: Clock
  log: Log
  publicHost: string
  everyMs?: number
}): VisitCounter {
  let waiting = new Map<string, Looked>()
  let running = Promise.resolve()
  let salt: { day: string; bytes: Buffer } | undefined
  const agents = new Map<string, boolean>()
  const known = new Map<string, { source: SourceId | undefined; until: number }>()

  const isProgram = (agent: string): boolean => {
    const before = agents.get(agent)
    if (before !== undefined) return before
    if (agents.size > 5_000) agents.clear()
    const found = agent === '' || isbot(agent)
    agents.set(agent, found)
    return found
  }

  const sourceOf = async (tx: Transaction, workspace: WorkspaceId, name: string, now: Date) => {
    const key = `${workspace} ${name}`
    const before = known.get(key)
    if (before && before.until > now.getTime()) return before.source
    const [, kind, id = ''] = thing.exec(name) ?? []
    const source =
      isThing(kind) && parseId(id)
        ? await ensureThingSource(tx, workspace, kind, id, now)
        : await resolveCode(tx, workspace, name, now)
    if (known.size > 20_000) known.clear()
    known.set(key, { source, until: now.getTime() + knownForMs })
    return source
  }

  const write = async (batch: readonly Looked[]) => {
    const now = deps.clock.now()
    const day = now.toISOString().slice(0, 10)
    if (salt?.day !== day)
      salt = { day, bytes: await acrossWorkspaces(deps.db, tx => ensureSalt(tx, day, randomBytes(32))) }
    const { bytes } = salt
    const byWorkspace = Map.groupBy(
      batch.filter(look => !isProgram(look.agent)),
      look => look.workspace,
    )
    for (const [workspace, looks] of byWorkspace)
      await inWorkspace(deps.db, workspace, async tx => {
        const domain = await findOwnHost(tx, workspace)
        const own = [deps.publicHost, ...(domain ? [domain] : [])]
        const rows = new Map<string, VisitRow>()
        for (const look of looks) {
          const visitor = createHmac('sha256', bytes)
            .update(`${workspace}\n${look.ip}\n${look.agent}`)
            .digest()
            .subarray(0, 12)
          const names = new Set([...(look.about ? [look.about] : []), ...look.codes])
          for (const name of names) {
            const source = await sourceOf(tx, workspace, name, now)
            if (!source) continue
            const key = `${source} ${visitor.toString('base64')}`
            const before = rows.get(key)
            const views = look.views + (before?.views ?? 0)
            const referrer = before?.referrer ?? referrerClass(look.referrer, own)
            rows.set(key, { source, day, visitor, at: before?.at ?? look.at, referrer, views })
          }
        }
        if (rows.size > 0) await addVisits(tx, workspace, [...rows.values()])
      })
  }

  const flush = () => {
    const batch = [...waiting.values()]
    waiting = new Map()
    if (batch.length === 0) return running
    running = running.then(() => write(batch)).catch(error => deps.log.warn({ err: error }, 'visits were not counted'))
    return running
  }
  const timer = setInterval(() => void flush(), deps.everyMs ?? 1_000)
  timer.unref()

  return {
    note(seen) {
      const { workspace, about = '', codes, ip, agent, referrer = '' } = seen
      const key = `${workspace} ${about} ${codes.join(' ')} ${ip} ${agent} ${referrer}`
      const before = waiting.get(key)
      if (before) before.views += 1
      else if (waiting.size < mostKinds) waiting.set(key, { ...seen, at: deps.clock.now(), views: 1 })
    },
    flush,
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      await flush()
    },
  }
}

/** What a request for a public page tells; undefined when nobody sits before it. */
export function seenBy(
  request: FastifyRequest,
  page: { workspace: WorkspaceId; about: string | undefined },
  sessionCookie: string,
): Seen | undefined {
  if (!isReaders(request, sessionCookie)) return undefined
  const codes = request.url.includes('?') ? codesIn(request.url) : []
  if (page.about === undefined && codes.length === 0) return undefined
  return {
    ...page,
    codes,
    ip: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, 400),
    referrer: request.headers.referer?.slice(0, 500),
  }
}
