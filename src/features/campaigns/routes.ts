import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readListForm } from '#features/broadcasts/index.ts'
import {
  findOpenChat,
  readChatState,
  readOpenRoom,
  readPageLinks,
  type VisitDeps,
} from '#features/conversations/index.ts'
import { answerFrom, readSite, type Site } from '#features/site/index.ts'
import { parseId } from '#kernel/ids.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import { chooseVersion, noteReached, type Reader } from './actions/experiments.ts'
import {
  changeHours,
  changeOrigins,
  changePage,
  createPage,
  type PageRefusal,
  type PagesDeps,
  readDraft,
  readForVisitor,
  readPages,
  readPublished,
  readVersions,
  readWebsiteChat,
  removePage,
  restorePage,
  restoreVersion,
  type WebsiteChat,
} from './actions/pages.ts'
import { chatSettingsRoutes } from './chat-settings-routes.ts'
import { experimentRoutes } from './experiment-routes.ts'
import { chatHtml, landingHtml, plainHtml } from './html.ts'
import { firstLanding, type LandingLanguage, landingLanguages } from './model.ts'
import { siteMapRoutes } from './site-map-routes.ts'
import type { Page } from './store/pages.ts'
import {
  changePageRequest,
  createPageRequest,
  hoursRequest,
  originsRequest,
  type PageView,
  pageList,
  versionList,
  type WebsiteChatView,
  websiteChatView,
} from './wire.ts'

const STATUS = {
  'test-runs': [409, 'Two versions are being tried. Keep one of them first; your changes wait.'],
  'no-such-page': [404, 'This page is gone.'],
  'no-such-version': [404, 'This version is gone.'],
  'slug-taken': [409, 'Another page has this address. Choose a different one.'],
  'no-timezone': [400, 'This is no time zone. It looks like Europe/Berlin.'],
  'no-origin': [400, 'This is no web site. Write it as https://jobs.example.org, one on each line.'],
} as const satisfies RefusalTable<PageRefusal['code']>

const byId = z.object({ id: idOf<'Page'>() })
const nothing = z.object({})
const tags = ['pages']

export type CampaignsDeps = PagesDeps & {
  visit: VisitDeps
  /** Content-Security-Policy for a page that strangers see; `frameOrigins` may put it into a frame. */
  pagePolicy(frameOrigins: readonly string[]): string
}

/** On the host of the site, where it has one of its own. */
const urlOf = ({ base }: Pick<Site, 'base'>, page: Pick<Page, 'slug'>) => `${base}/p/${page.slug}`

function view(site: Site, page: Page & { visitors: number; people: number }): PageView {
  const content = page.draft ?? page.content
  return {
    id: page.id,
    slug: page.slug,
    title: page.title,
    content: { ...content, why: [...content.why], expect: [...content.expect], never: [...content.never] },
    chat: page.connection,
    publishedAt: page.publishedAt?.toISOString() ?? null,
    changed: page.draft !== null,
    updatedAt: page.updatedAt.toISOString(),
    url: urlOf(site, page),
    visitors: page.visitors,
    people: page.people,
  }
}

const chatView = (deps: PagesDeps, { chat, origins, hours }: WebsiteChat): WebsiteChatView => ({
  chat,
  origins: [...origins],
  hours: hours && { ...hours, week: [...hours.week] },
  script: `${deps.publicUrl}/widget/chat.js`,
})

export function campaignsRoutes(app: App, deps: CampaignsDeps): void {
  app.get(
    '/api/v1/pages',
    {
      schema: { summary: 'Landing pages', response: { 200: pageList, ...refusals }, tags },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const site = await readSite(deps, caller.workspace)
      return { pages: (await readPages(deps, caller)).map(page => view(site, page)) }
    },
  )
  app.post(
    '/api/v1/pages',
    {
      schema: { summary: 'Make a landing page', body: createPageRequest, response: { 200: byId, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async request => ({ id: await createPage(deps, callerOf(request), request.body) }),
  )
  app.patch(
    '/api/v1/pages/:id',
    {
      schema: {
        summary: 'Change, publish or take down a landing page',
        params: byId,
        body: changePageRequest,
        response: { 200: byId, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changePage(deps, callerOf(request), request.params.id, defined(request.body))
      return result.ok ? { id: result.value.id } : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.delete(
    '/api/v1/pages/:id',
    {
      schema: { summary: 'Remove a landing page', params: byId, response: { 200: nothing, ...refusals }, tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await removePage(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.post(
    '/api/v1/pages/:id/restore',
    {
      schema: {
        summary: 'Bring a landing page back as it was',
        params: byId,
        response: { 200: nothing, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await restorePage(deps, callerOf(request), request.params.id)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  app.get(
    '/api/v1/pages/:id/versions',
    {
      schema: {
        params: byId,
        response: { 200: versionList, ...refusals },
        summary: 'What readers saw of a page before, newest first',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({
      versions: (await readVersions(deps, callerOf(request), request.params.id)).map(version => ({
        ...version,
        at: version.at.toISOString(),
      })),
    }),
  )
  app.post(
    '/api/v1/pages/:id/versions/:version/restore',
    {
      schema: {
        params: byId.extend({ version: z.uuid() }),
        response: { 200: nothing, ...refusals },
        summary: 'Make a version the draft again; readers see it when it is published',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { id, version } = request.params
      const result = await restoreVersion(deps, callerOf(request), id, version)
      return result.ok ? {} : replyFrom(reply, STATUS, result.refusal)
    },
  )
  experimentRoutes(app, deps)
  app.get(
    '/api/v1/website-chat',
    {
      schema: {
        summary: 'The website chat: where it may stand, hours, code to put into a page',
        response: { 200: websiteChatView, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async request => chatView(deps, await readWebsiteChat(deps, callerOf(request))),
  )
  app.put(
    '/api/v1/website-chat/origins',
    {
      schema: {
        summary: 'Set which websites may open the chat',
        body: originsRequest,
        response: { 200: websiteChatView, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeOrigins(deps, callerOf(request), request.body.origins)
      if (result.ok) return chatView(deps, result.value)
      const { refusal } = result
      if (refusal.code !== 'no-origin') return replyFrom(reply, STATUS, refusal)
      return replyRefusal(reply, 400, refusal.code, `“${refusal.text.slice(0, 60)}”: ${STATUS['no-origin'][1]}`)
    },
  )
  app.put(
    '/api/v1/website-chat/hours',
    {
      schema: {
        summary: 'Set when the chat is answered',
        body: hoursRequest,
        response: { 200: websiteChatView, ...refusals },
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const result = await changeHours(deps, callerOf(request), request.body.hours)
      return result.ok ? chatView(deps, result.value) : replyFrom(reply, STATUS, result.refusal)
    },
  )
  chatSettingsRoutes(app, deps.visit)
  siteMapRoutes(app, deps)
  publicRoutes(app, deps)
}

/** The language of a page without a writer: the one the browser asks for first, among ours. */
function languageOf(accepted: string | undefined): LandingLanguage {
  const wishes = (accepted ?? '').split(',').map(wish => wish.trim().slice(0, 2).toLowerCase())
  return wishes.flatMap(wish => landingLanguages.find(lang => lang === wish) ?? [])[0] ?? 'en'
}

/** What strangers see: plain pages, no cookie, nothing kept before they write. */
const readerOf = (request: FastifyRequest): Reader => ({
  ip: request.ip,
  agent: request.headers['user-agent'] ?? '',
  purpose: String(request.headers['sec-purpose'] ?? request.headers.purpose ?? ''),
})

function publicRoutes(app: App, deps: CampaignsDeps): void {
  const slug = z.object({ slug: z.string().max(60) })
  const linksOf = ({ workspace, connection: chat, id: page, title }: Page) =>
    readPageLinks(deps.visit, { workspace, chat, page, title })
  const formOf = (site: Site, { workspace, content, id, ...page }: Page, preview = false) => {
    const list = parseId<'List'>(content.subscribe ?? '')
    if (!list) return ''
    return readListForm(deps, workspace, list, { page: urlOf(site, page), campaign: `page:${id}`, preview })
  }
  app.get(
    '/p/:slug',
    { schema: { params: slug }, config: { access: 'public', hidden: true } },
    async (request, reply) => {
      reply.header('content-security-policy', deps.pagePolicy([]))
      const chosen = await chooseVersion(deps, request.params.slug, readerOf(request), request.method === 'GET')
      const write = async () => {
        const published = await readPublished(deps, request.params.slug)
        if (!published) return undefined
        const page = chosen?.content ? { ...published, content: chosen.content } : published
        const { workspace } = page
        const state = await readChatState(deps.visit, workspace)
        const site = await readSite(deps, workspace)
        const body = landingHtml(page, state, urlOf(site, page), {
          links: await linksOf(page),
          subscribe: await formOf(site, page),
          accent: site.accent,
        })
        const about = `page:${page.id}`
        // The next reader behind the same cache may get the other one.
        const headers = chosen ? { headers: { 'cache-control': 'private, no-store' } } : {}
        return { status: 200, type: 'text/html; charset=utf-8', body, workspace, about, forMs: 1_000, ...headers }
      }
      if (await answerFrom(deps.answers, request, reply, write, chosen?.version)) return reply
      const missing = plainHtml(languageOf(request.headers['accept-language']), 'noPage')
      return reply.code(404).type('text/html; charset=utf-8').send(missing)
    },
  )
  app.get(
    '/preview/:id',
    { schema: { params: byId }, config: { access: 'viewer', hidden: true, frameable: 'self' } },
    async (request, reply) => {
      const caller = callerOf(request)
      const page = await readDraft(deps, caller.workspace, request.params.id)
      reply.type('text/html; charset=utf-8').header('content-security-policy', deps.pagePolicy(["'self'"]))
      if (!page) return reply.code(404).send(plainHtml(languageOf(request.headers['accept-language']), 'noPage'))
      const state = await readChatState(deps.visit, caller.workspace)
      const site = await readSite(deps, caller.workspace)
      return reply.header('cache-control', 'no-store').send(
        landingHtml(page, state, urlOf(site, page), {
          preview: true,
          links: await linksOf(page),
          subscribe: await formOf(site, page, true),
          accent: site.accent,
        }),
      )
    },
  )
  app.get(
    '/chat/:chat',
    {
      schema: {
        params: z.object({ chat: idOf<'Connection'>() }),
        querystring: z.object({ page: z.string().max(60).optional() }),
      },
      config: { access: 'public', hidden: true, frameable: 'anyone' },
    },
    async (request, reply) => {
      const chat = await findOpenChat(deps, request.params.chat)
      const visitorLang = languageOf(request.headers['accept-language'])
      reply.type('text/html; charset=utf-8')
      if (!chat) {
        reply.code(404).header('content-security-policy', deps.pagePolicy([]))
        return reply.send(plainHtml(visitorLang, 'chatClosed'))
      }
      const id = parseId<'Page'>(request.query.page ?? '')
      const page = id && (await readForVisitor(deps, chat.workspace, id))
      if (page) await noteReached(deps, chat.workspace, `page:${page.id}`, readerOf(request), 'chatted')
      const { greeting, consent, contact } = page?.content ?? firstLanding
      return reply
        .header('content-security-policy', deps.pagePolicy(["'self'", ...chat.origins]))
        .header('cache-control', 'no-store')
        .send(
          chatHtml({
            chat: chat.connection,
            campaign: page ? `page:${page.id}` : '',
            lang: page?.content.lang ?? visitorLang,
            pageLang: page?.content.lang,
            greeting,
            consent,
            contact,
            state: await readChatState(deps.visit, chat.workspace),
            room: await readOpenRoom(deps, chat, page?.id),
          }),
        )
    },
  )
}
