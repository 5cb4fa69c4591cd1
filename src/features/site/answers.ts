import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkspaceId } from '#kernel/ids.ts'

/** A finished answer. `headers` in lower case. */
export type Answer = {
  status: number
  type: string
  body: string
  headers?: Readonly<Record<string, string>>
  /** What is read here, as `post:<id>`: its visits are counted. */
  about?: string
}
type Kept = Answer & { etag: string; until: number; workspace: WorkspaceId | '' }

/** Of each process: finished answers for a moment, so that a page asked for a thousand times is written once. */
export type Answers = {
  find(key: string): Kept | undefined
  /** To be taken before an answer is written, and given to `keep`. */
  turn(): number
  /** Kept only when nothing of its workspace was forgotten since `turn`: what was read before a change may be written after it. */
  keep(key: string, answer: Answer & { workspace: WorkspaceId | ''; forMs?: number }, turn: number): Kept
  /** Something of the workspace changed. */
  forget(workspace: string): void
  /** Who counts visits is below: it hears of every answer that was sent. */
  seen?: (request: FastifyRequest, page: { workspace: WorkspaceId; about: string | undefined }) => void
}

const most = 2_000
const usualMs = 2_000

export function createAnswers(now: () => number = Date.now, seen?: Answers['seen']): Answers {
  const kept = new Map<string, Kept>()
  let turns = 0
  const forgottenAt = new Map<string, number>()
  return {
    ...(seen ? { seen } : {}),
    find(key) {
      const found = kept.get(key)
      if (found && found.until > now()) return found
      if (found) kept.delete(key)
      return undefined
    },
    turn: () => turns,
    keep(key, { forMs = usualMs, ...answer }, turn) {
      const entry = { ...answer, etag: etagOf(answer.body), until: now() + forMs }
      if ((forgottenAt.get(answer.workspace) ?? 0) > turn) return entry
      if (kept.size >= most) kept.clear()
      kept.set(key, entry)
      return entry
    },
    forget(workspace) {
      turns += 1
      forgottenAt.set(workspace, turns)
      for (const [key, entry] of kept) if (entry.workspace === workspace) kept.delete(key)
    },
  }
}

const etagOf = (body: string) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`

/** `W/"a", "b"` holds `"b"`; weak and strong are the same for reading (RFC 9110, 13.1.2). */
function holds(header: string, etag: string): boolean {
  return header === '*' || header.split(',').some(each => each.trim().replace(/^W\//, '') === etag)
}

/**
 * Sends the kept answer, or one written now; `304` to who has it. False: there is none, and nothing was sent. Keyed by host and address, so nothing else of the request may matter
 * to `write`, but for what `also` says of it.
 */
export async function answerFrom(
  answers: Answers | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  write: () => Promise<(Answer & { workspace: WorkspaceId | ''; forMs?: number }) | undefined>,
  also = '',
): Promise<boolean> {
  const key = `${request.host} ${request.url}${also && ` ${also}`}`
  let kept = answers?.find(key)
  if (!kept) {
    const turn = answers?.turn() ?? 0
    const written = await write()
    if (!written) return false
    const answer = { ...written, body: carryCode(request.url, written) }
    kept = answers?.keep(key, answer, turn) ?? { ...answer, etag: etagOf(answer.body), until: 0 }
  }
  reply.header('etag', kept.etag)
  for (const [name, value] of Object.entries(kept.headers ?? {})) reply.header(name, value)
  if (!kept.headers?.['cache-control']) reply.header('cache-control', 'public, max-age=30')
  const asked = request.headers['if-none-match']
  if (asked !== undefined && kept.status === 200 && holds(asked, kept.etag)) void reply.code(304).send()
  else void reply.code(kept.status).type(kept.type).send(kept.body)
  if (kept.status === 200 && kept.workspace !== '')
    answers?.seen?.(request, { workspace: kept.workspace, about: kept.about })
  return true
}

/** Whoever came by a link keeps its code from page to page: no cookie remembers it, so the pages' own links do. */
function carryCode(url: string, { type, body }: Answer): string {
  const [, code] = /[?&]via=([a-z0-9][a-z0-9-]{1,39})(?:&|$)/.exec(url) ?? []
  if (code === undefined || !type.startsWith('text/html')) return body
  return body.replaceAll(/(<a\b[^>]*?\bhref="\/(?:p|blog|jobs|l|chat)(?:\/[^"?#]*)?)(")/g, `$1?via=${code}$2`)
}
