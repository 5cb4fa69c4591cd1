import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, fileBody, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  type FileRefusal,
  moveFiles,
  openMessageFile,
  readPreview,
  removeFile,
  type StoreRefusal,
  storeFile,
} from '../actions/files.ts'
import { fileLimits } from '../model.ts'
import { viewFile } from '../views.ts'
import { fileView, storeFileQuery } from '../wire.ts'
import { byId, type ConversationsDeps, nothing, parsedId, tags } from './shared.ts'

const FILE = {
  'no-such-file': [404, 'This file is gone from where it was kept.'],
  'not-connected': [409, 'Kith is not connected there now. Try again when it is.'],
  'file-too-large': [413, 'This file is too large to be fetched.'],
} as const satisfies RefusalTable<FileRefusal['code']>

const STORE = {
  'no-such-conversation': [404, 'This conversation is gone.'],
  'viewers-read': [403, 'You can see this; a recruiter can send files.'],
  'no-files': [409, 'This network takes no files here. Send a link instead.'],
  'file-too-large': [413, 'This file is larger than the network takes.'],
  'file-type': [415, 'The network does not take files of this kind.'],
  'empty-file': [400, 'This file is empty.'],
  'id-taken': [409, 'Another file has this id. Choose the file again.'],
} as const satisfies RefusalTable<StoreRefusal['code']>

/** Whoever sent a file decides what is in it: no browser may run it. */
export const sealedFile = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
} as const

const fileAt = z.object({ id: idOf<'Message'>(), index: z.coerce.number().int().min(0).max(200) })

export function fileRoutes(app: App, deps: ConversationsDeps): void {
  app.post(
    '/api/v1/conversations/:id/files',
    {
      schema: {
        params: byId<'Conversation'>(),
        querystring: storeFileQuery,
        response: { 200: fileView, ...refusals },
        tags,
        consumes: ['application/octet-stream'],
        summary: 'Keeps a file for the message that is written. The body is the file; its kind is read from its bytes.',
      },
      config: { access: 'recruiter' },
      bodyLimit: fileLimits.maxBytes,
    },
    async (request, reply) => {
      const data = request.body instanceof Readable ? await buffer(request.body) : Buffer.alloc(0)
      const { id, name } = request.query
      const file = { id: parsedId<'File'>(id), name, data }
      const result = await storeFile(deps, callerOf(request), request.params.id, file)
      return result.ok ? viewFile(result.value) : replyFrom(reply, STORE, result.refusal)
    },
  )
  app.post(
    '/api/v1/conversations/:id/files/move',
    {
      schema: {
        params: byId<'Conversation'>(),
        body: z.object({ to: idOf<'Conversation'>() }),
        response: { 200: nothing, ...refusals },
        tags,
        summary: 'What waits to be sent here goes along to another conversation with the same person.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await moveFiles(deps, callerOf(request), request.params.id, request.body.to)
      return result.ok ? {} : replyFrom(reply, STORE, result.refusal)
    },
  )
  app.delete(
    '/api/v1/files/:id',
    {
      schema: {
        summary: 'Remove a file that was not sent yet',
        params: byId<'File'>(),
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => {
      await removeFile(deps, callerOf(request), parsedId<'File'>(request.params.id))
      return {}
    },
  )
  // Saved by the browser, never shown by it: whoever sent the file decides what is in it.
  app.get(
    '/api/v1/messages/:id/files/:index',
    {
      schema: {
        summary: 'A file of a message, as a download',
        params: fileAt,
        response: { 200: fileBody('application/octet-stream'), ...refusals },
        tags,
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const ending = new AbortController()
      reply.raw.once('close', () => ending.abort())
      const { id, index } = request.params
      const found = await openMessageFile(deps, callerOf(request), parsedId<'Message'>(id), index, ending.signal)
      if (!found.ok) return replyFrom(reply, FILE, found.refusal)
      return reply
        .headers(sealedFile)
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.value.name)}`)
        .header('cache-control', 'private, no-store')
        .send(Readable.from(found.value.bytes, { objectMode: false }))
    },
  )
  app.get(
    '/api/v1/messages/:id/files/:index/preview',
    {
      schema: {
        params: fileAt,
        response: { 200: fileBody('image/webp'), ...refusals },
        tags,
        summary: 'A picture small and drawn anew by Kith; 404 for what is none.',
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const ending = new AbortController()
      reply.raw.once('close', () => ending.abort())
      const { id, index } = request.params
      const drawn = await readPreview(deps, callerOf(request), parsedId<'Message'>(id), index, ending.signal)
      if (!drawn) return replyFrom(reply, FILE, { code: 'no-such-file' })
      return reply
        .headers(sealedFile)
        .header('content-type', 'image/webp')
        .header('cache-control', 'private, max-age=86400')
        .send(drawn)
    },
  )
}
