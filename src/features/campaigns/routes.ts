import { z } from 'zod'
import { findOpenChat, readChatState, type VisitDeps } from '#features/conversations/index.ts'
import { parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  changePage,
  createPage,
  type PageRefusal,
  type PagesDeps,
  readDraft,
  readPages,
  readPublished,
  removePage,
} from './actions.ts'
import { chatHtml, landingHtml } from './html.ts'
import { firstLanding } from './model.ts'
import type { Page } from './store.ts'
import { changePageRequest, createPageRequest, type PageView, pageList } from './wire.ts'

const STATUS = {
  'no-such-page': [404, 'This page is gone.'],
  'slug-taken': [409, 'Another page has this address. Choose a different one.'],
} as const satisfies RefusalTable<PageRefusal['code']>

const byId = z.object({ id: idOf<'Page'>() })
const tags = ['pages']

export type CampaignsDeps = PagesDeps & {
  visit: VisitDeps
  /** Content-Security-Policy for a page that strangers see; `frameOrigins` may put it into a frame. */
  pagePolicy(frameOrigins: readonly string[]): string
}

const urlOf = (deps: PagesDeps, page: Pick<Page, 'slug'>) => `${deps.publicUrl}/p/${page.slug}`

function view(deps: PagesDeps, page: Page & { visitors: number; people: number }): PageView {
  return {
    id: page.id,
    slug: page.slug,
    title: page.title,
    content: {
      ...page.content,
      why: [...page.content.why],
      expect: [...page.content.expect],
      never: [...page.content.never],
    },
    chat: page.connection,
    publishedAt: page.publishedAt?.toISOString() ?? null,
    updatedAt: page.updatedAt.toISOString(),
    url: urlOf(deps, page),
    visitors: page.visitors,
    people: page.people,
  }
}

export function campaignsRoutes(app: App, deps: CampaignsDeps): void {
  app.get(
    '/api/v1/pages',
    { schema: { response: { 200: pageList, ...refusals }, tags }, config: { access: 'viewer' } },
    async request => ({ pages: (await readPages(deps, callerOf(request))).map(page => view(deps, page)) }),
  )
  app.post(
    '/api/v1/pages',
    {
      schema: { body: createPageRequest, response: { 200: byId, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async request => ({ id: await createPage(deps, callerOf(request), request.body) }),
  )
  app.patch(
    '/api/v1/pages/:id',
    {
      schema: { params: byId, body: changePageRequest, response: { 200: byId, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changePage(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? { id: result.value.id } : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/pages/:id',
    { schema: { params: byId, response: { 200: z.object({}), ...refusals }, tags }, config: { access: 'recruiter' } },
    async request => {
      await removePage(deps, callerOf(request), request.params.id)
      return {}
    },
  )
  publicRoutes(app, deps)
}

/** What strangers see: plain pages, no cookie, nothing kept before they write. */
function publicRoutes(app: App, deps: CampaignsDeps): void {
  const slug = z.object({ slug: z.string().max(60) })
  app.get(
    '/p/:slug',
    { schema: { params: slug }, config: { access: 'public', hidden: true } },
    async (request, reply) => {
      const page = await readPublished(deps, request.params.slug)
      reply.type('text/html; charset=utf-8').header('content-security-policy', deps.pagePolicy([]))
      if (!page)
        return reply.code(404).send('<!doctype html><title>Not here</title><p>There is no page at this address.</p>')
      const state = await readChatState(deps.visit, page.workspace)
      return reply.header('cache-control', 'public, max-age=30').send(landingHtml(page, state, urlOf(deps, page)))
    },
  )
  app.get(
    '/preview/:id',
    { schema: { params: byId }, config: { access: 'viewer', hidden: true } },
    async (request, reply) => {
      const caller = callerOf(request)
      const page = await readDraft(deps, caller, request.params.id)
      reply.type('text/html; charset=utf-8').header('content-security-policy', deps.pagePolicy([deps.publicUrl]))
      if (!page) return reply.code(404).send('<!doctype html><title>Not here</title><p>This page is gone.</p>')
      const state = await readChatState(deps.visit, caller.workspace)
      return reply.header('cache-control', 'no-store').send(landingHtml(page, state, urlOf(deps, page)))
    },
  )
  app.get(
    '/chat/:chat',
    {
      schema: {
        params: z.object({ chat: idOf<'Connection'>() }),
        querystring: z.object({ page: z.string().max(60).optional() }),
      },
      config: { access: 'public', hidden: true },
    },
    async (request, reply) => {
      const chat = await findOpenChat(deps, request.params.chat)
      reply.type('text/html; charset=utf-8')
      if (!chat) {
        reply.code(404).header('content-security-policy', deps.pagePolicy([]))
        return reply.send('<!doctype html><title>Closed</title><p>This chat is closed.</p>')
      }
      const id = parseId<'Page'>(request.query.page ?? '')
      const page = id && (await readDraft(deps, { workspace: chat.workspace, user: chat.user, role: 'viewer' }, id))
      const { greeting, consent } = page?.content ?? firstLanding
      return reply
        .header('content-security-policy', deps.pagePolicy([deps.publicUrl, ...chat.origins]))
        .header('cache-control', 'no-store')
        .send(
          chatHtml({
            chat: chat.connection,
            campaign: page ? `page:${page.id}` : '',
            greeting,
            consent,
            state: await readChatState(deps.visit, chat.workspace),
          }),
        )
    },
  )
}
