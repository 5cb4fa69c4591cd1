import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type ConnectionId, type Id, parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, fileBody, refusals } from '#platform/routes.ts'
import type { Chat, VisitDeps, VisitRefusal } from './actions/chat.ts'
import { openFileOfVisit, readPreviewOfVisit, sendVisitorFile } from './actions/visit-files.ts'
import { chatFileLimits, fileSayQuery, sayAnswer } from './chat-wire.ts'
import { sealedFile } from './routes/files.ts'
import type { Visitor } from './store/visitors.ts'

const ofChat = z.object({ chat: idOf<'Connection'>() })
const fileOf = z.object({
  chat: idOf<'Connection'>(),
  id: idOf<'Message'>(),
  index: z.coerce.number().int().min(0).max(200),
})
const tags = ['chat']

/** The same id, in the words of the kernel. */
function parsed<Kind extends string>(id: string): Id<Kind> {
  const found = parseId<Kind>(id)
  if (!found) throw new Error('a checked id is one')
  return found
}

/** Files of a visitor's own thread. */
export function chatFileRoutes(
  app: App,
  deps: VisitDeps,
  visitOf: (
    request: Pick<FastifyRequest, 'headers'>,
    id: ConnectionId,
    reply: FastifyReply,
  ) => Promise<{ chat: Chat; visitor: Visitor } | undefined>,
  refused: (reply: FastifyReply, refusal: VisitRefusal) => FastifyReply,
): void {
  app.post(
    '/api/v1/chat/:chat/files',
    {
      schema: {
        params: ofChat,
        querystring: fileSayQuery,
        response: { 200: sayAnswer, ...refusals },
        tags,
        consumes: ['application/octet-stream'],
        summary: 'A file as a message. The body is the file; its kind is read from its bytes.',
      },
      config: { access: 'public', mostPerAddress: 120 },
      bodyLimit: chatFileLimits.maxBytes,
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const data = request.body instanceof Readable ? await buffer(request.body) : Buffer.alloc(0)
      const { id, name } = request.query
      const result = await sendVisitorFile(deps, visit.chat, visit.visitor, { id: parsed<'Message'>(id), name, data })
      return result.ok ? result.value : refused(reply, result.refusal)
    },
  )
  app.get(
    '/api/v1/chat/:chat/messages/:id/files/:index',
    {
      schema: {
        summary: 'A file of a message, for the visitor',
        params: fileOf,
        response: { 200: fileBody('application/octet-stream'), ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const { id, index } = request.params
      const found = await openFileOfVisit(deps, visit.chat, visit.visitor, parsed<'Message'>(id), index)
      if (!found) return refused(reply, { code: 'no-such-file' })
      return reply
        .headers(sealedFile)
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(found.bytes, { objectMode: false }))
    },
  )
  app.get(
    '/api/v1/chat/:chat/messages/:id/files/:index/preview',
    {
      schema: {
        summary: 'A picture small and drawn anew, for the visitor',
        params: fileOf,
        response: { 200: fileBody('image/webp'), ...refusals },
        tags,
      },
      config: { access: 'public' },
    },
    async (request, reply) => {
      const visit = await visitOf(request, request.params.chat, reply)
      if (!visit) return reply
      const ending = new AbortController()
      reply.raw.once('close', () => ending.abort())
      const { id, index } = request.params
      const of = { message: parsed<'Message'>(id), index, signal: ending.signal }
      const drawn = await readPreviewOfVisit(deps, visit.chat, visit.visitor, of)
      if (!drawn) return refused(reply, { code: 'no-such-file' })
      return reply
        .headers(sealedFile)
        .header('content-type', 'image/webp')
        .header('cache-control', 'private, max-age=86400')
        .send(drawn)
    },
  )
}
