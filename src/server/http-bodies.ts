import { Transform, type TransformCallback } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { App, ErrorBody } from '#platform/routes.ts'
import { findUnstorable } from '#server/storable.ts'

/** Thrown while an upload streams in; becomes 413. */
class TooLarge extends Error {
  override readonly name = 'TooLarge'
  readonly code = 'FST_ERR_CTP_BODY_TOO_LARGE'
  readonly statusCode = 413
}

/** Passes the stream on and stops it at the route's `bodyLimit`: a client's Content-Length may lie. */
function limited(request: FastifyRequest, payload: NodeJS.ReadableStream): Transform {
  const limit = request.routeOptions.bodyLimit
  let seen = 0
  const gate = new Transform({
    transform(chunk: Buffer, _encoding, next: TransformCallback) {
      seen += chunk.length
      if (seen > limit) next(new TooLarge('upload is larger than its limit'))
      else next(null, chunk)
    },
  })
  payload.on('error', error => gate.destroy(error instanceof Error ? error : new Error(String(error))))
  return payload.pipe(gate)
}

/**
 * JSON is parsed, an octet stream stays a stream (uploads), a `rawBody` route gets its bytes; all else is refused with 415. Text
 * that no database holds is refused before any route sees it.
 */
export function addBodies(app: App): void {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/^application\/(?:[\w.+-]+\+)?json(?:;|$)/, { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.config.rawBody) return done(null, body)
    parseJson(request, body.toString(), done)
  })
  app.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    const declared = Number(request.headers['content-length'])
    if (declared > request.routeOptions.bodyLimit) done(new TooLarge('upload is larger than its limit'), undefined)
    else done(null, limited(request, payload))
  })
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (request.routeOptions.config.rawBody) return done(null, body)
    done(
      Object.assign(new Error('not a type we take'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE', statusCode: 415 }),
      undefined,
    )
  })
  app.addHook('preValidation', async (request, reply) => {
    for (const part of [request.body, request.query, request.params]) {
      const found = findUnstorable(part)
      if (!found) continue
      const message = `${found.path || 'The request'} ${found.message}.`
      const body: ErrorBody = { error: { code: 'unreadable-text', message, fields: [found] } }
      return reply.code(400).send(body)
    }
  })
}
