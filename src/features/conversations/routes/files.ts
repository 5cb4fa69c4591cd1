import { Readable } from 'node:stream'
import { z } from 'zod'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type FileRefusal, openMessageFile } from '../actions/files.ts'
import { type ConversationsDeps, parsedId, tags } from './shared.ts'

const FILE = {
  'no-such-file': [404, 'This file is gone from its mailbox.'],
  'not-connected': [409, 'Kith is not connected there now. Try again when it is.'],
} as const satisfies RefusalTable<FileRefusal['code']>

/** Saved by the browser, never shown by it: whoever sent the file decides what is in it. */
export function fileRoute(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/messages/:id/files/:index',
    {
      schema: {
        params: z.object({ id: idOf<'Message'>(), index: z.coerce.number().int().min(0).max(200) }),
        response: { 200: z.unknown(), ...refusals },
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
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.value.name)}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, no-store')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(Readable.from(found.value.bytes, { objectMode: false }))
    },
  )
}
