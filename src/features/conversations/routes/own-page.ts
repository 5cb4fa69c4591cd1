import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import { type OwnPageRefusal, readOwnPage, writeOwnPage } from '../actions/own-page.ts'
import { ownPage, ownPageRequest } from '../wire.ts'
import { byId, type ConversationsDeps, tags } from './shared.ts'

const PAGE = {
  'no-such-connection': [404, 'This connection is gone.'],
  'viewers-read': [403, 'You can see this; a recruiter can write it.'],
  'no-own-page': [409, 'Kith can’t write a profile on this network. Copy the fields instead.'],
  'not-connected': [409, 'Kith is not connected there now. Try again when it is.'],
  'no-picture': [409, 'There is no picture of yours in Kith yet. Choose one in My profiles, then write it there.'],
  'not-taken': [409, 'The network did not take it.'],
} as const satisfies RefusalTable<OwnPageRefusal['code']>

/** The account's own profile on its network. */
export function ownPageRoutes(app: App, deps: ConversationsDeps): void {
  app.get(
    '/api/v1/connections/:id/profile',
    {
      schema: {
        params: byId<'Connection'>(),
        response: { 200: ownPage, ...refusals },
        tags,
        summary: 'What everybody sees of this account on its network, read there now',
      },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const result = await readOwnPage(deps, callerOf(request), request.params.id)
      if (result.ok) return viewOf(result.value)
      const { refusal } = result
      if (refusal.code !== 'not-taken') return replyFrom(reply, PAGE, refusal)
      return reply.code(409).send({ error: { code: refusal.code, message: refusal.text } })
    },
  )
  app.put(
    '/api/v1/connections/:id/profile',
    {
      schema: {
        params: byId<'Connection'>(),
        body: ownPageRequest,
        response: { 200: ownPage, ...refusals },
        tags,
        summary:
          'Writes name, text, links or the caller’s picture of this account on its network; public at once. What is left out stays.',
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await writeOwnPage(deps, callerOf(request), request.params.id, defined(request.body))
      if (result.ok) return viewOf(result.value)
      const { refusal } = result
      if (refusal.code !== 'not-taken') return replyFrom(reply, PAGE, refusal)
      return reply.code(409).send({ error: { code: refusal.code, message: refusal.text } })
    },
  )
}

type Page = {
  name: string
  about: string
  headline?: string
  links?: readonly { label: string; value: string }[]
  url?: string
}

const viewOf = ({ name, about, headline, links, url }: Page) => ({
  name,
  about,
  headline: headline ?? null,
  links: [...(links ?? [])],
  url: url ?? null,
})
