import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type App, callerOf, filesBody, refusals, replyRefusal } from '#platform/routes.ts'
import { type EntityName, entityNames } from '#storage/export.ts'
import { beginExport, type Desk, type ExportDeps, type Wish } from './actions.ts'
import { entityParams, entityQuery, exportList, peopleQuery } from './wire.ts'

const tags = ['export']
const files = {
  csv: { type: 'text/csv', ending: 'csv' },
  vcard: { type: 'text/vcard', ending: 'vcf' },
  json: { type: 'application/json', ending: 'json' },
  lines: { type: 'application/x-ndjson', ending: 'jsonl' },
} as const
const isEntity = (name: string): name is EntityName => entityNames.some(each => each === name)

export function exportRoutes(app: App, deps: ExportDeps): void {
  const desk: Desk = { running: 0 }

  async function send(
    request: FastifyRequest,
    reply: FastifyReply,
    wish: Wish,
    as: { file: keyof typeof files; name: string },
  ): Promise<FastifyReply> {
    const begun = await beginExport(deps, callerOf(request), wish, desk)
    if (!begun.ok)
      return replyRefusal(
        reply,
        429,
        begun.refusal.code,
        'Two exports are running on this server. Try again when one has ended.',
      )
    const { type, ending } = files[as.file]
    const day = deps.clock.now().toISOString().slice(0, 10)
    return reply
      .type(`${type}; charset=utf-8`)
      .header('content-disposition', `attachment; filename="kith-${as.name}-${day}.${ending}"`)
      .header('cache-control', 'private, no-store')
      .send(Readable.from(begun.value))
  }

  app.get(
    '/api/v1/export',
    {
      schema: { response: { 200: exportList, ...refusals }, summary: 'What can be taken along, kind by kind', tags },
      config: { access: 'admin' },
    },
    async () => ({ entities: [...entityNames] }),
  )
  app.get(
    '/api/v1/export/people',
    {
      schema: {
        querystring: peopleQuery,
        response: { 200: filesBody(['text/csv', 'text/vcard', 'application/json']), ...refusals },
        summary: 'Everybody, as CSV, vCards or JSON: for spreadsheets, address books and programs',
        tags,
      },
      config: { access: 'recruiter' },
    },
    (request, reply) => {
      const { format } = request.query
      return send(request, reply, { what: 'people', format }, { file: format, name: 'people' })
    },
  )
  app.get(
    '/api/v1/export/everything',
    {
      schema: {
        response: { 200: filesBody(['application/x-ndjson']), ...refusals },
        summary: 'Everything of the team as of now: a JSON document per line, its kind in `type`; secrets stay',
        tags,
      },
      config: { access: 'admin' },
    },
    (request, reply) => send(request, reply, { what: 'everything' }, { file: 'lines', name: 'everything' }),
  )
  app.get(
    '/api/v1/export/entities/:entity',
    {
      schema: {
        params: entityParams,
        querystring: entityQuery,
        response: { 200: filesBody(['application/json', 'text/csv']), ...refusals },
        summary: 'All of one kind, as JSON or CSV',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const { entity: name } = request.params
      const { format } = request.query
      if (!isEntity(name))
        return replyRefusal(
          reply,
          404,
          'no-such-entity',
          'There is nothing of this name. GET /api/v1/export names what there is.',
        )
      return send(request, reply, { what: 'entity', name, format }, { file: format, name })
    },
  )
}
