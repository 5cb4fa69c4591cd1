import { z } from 'zod'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { block, changeFediverse, type FediverseRefusal, readFediverse, unblock } from './actions/settings.ts'
import type { FediverseDeps } from './deps.ts'
import { publicFediverseRoutes } from './public-routes.ts'
import { blockRequest, fediverseChange, fediverseView } from './wire.ts'

const STATUS = {
  'bad-handle': [400, 'A name has 2 to 30 small letters, digits or low lines, as in night_shifts.'],
  'handle-stays': [409, 'People follow the blog under its name already: it can’t change any more.'],
  'no-pattern': [400, 'Write a server as example.org, or a person as @ana@example.org.'],
  'too-many-blocks': [409, 'The list is full. Take away some that matter no more.'],
} as const satisfies RefusalTable<FediverseRefusal['code']>

const tags = ['posts']
const response = { 200: fediverseView, ...refusals }

export function fediverseRoutes(app: App, deps: FediverseDeps): void {
  app.get(
    '/api/v1/fediverse',
    {
      schema: { response, summary: 'The blog in the fediverse, and who follows it', tags },
      config: { access: 'viewer' },
    },
    request => readFediverse(deps, callerOf(request)),
  )
  app.patch(
    '/api/v1/fediverse',
    {
      schema: {
        body: fediverseChange,
        response,
        summary: 'Turn the blog in the fediverse on or off, or name it',
        tags,
      },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const changed = await changeFediverse(deps, callerOf(request), defined(request.body))
      return changed.ok ? changed.value : replyFrom(reply, STATUS, changed.refusal)
    },
  )
  app.post(
    '/api/v1/fediverse/blocks',
    {
      schema: { body: blockRequest, response, summary: 'Block a server or a person for the blog', tags },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const blocked = await block(deps, callerOf(request), request.body.pattern)
      return blocked.ok ? blocked.value : replyFrom(reply, STATUS, blocked.refusal)
    },
  )
  app.delete(
    '/api/v1/fediverse/blocks/:pattern',
    {
      schema: { params: z.object({ pattern: z.string().max(300) }), response, summary: 'Block it no more', tags },
      config: { access: 'admin' },
    },
    request => unblock(deps, callerOf(request), request.params.pattern),
  )
  publicFediverseRoutes(app, deps)
}
