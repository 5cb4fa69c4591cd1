import { z } from 'zod'
import { minuteMs } from '#kernel/clock.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom } from '#platform/routes.ts'
import {
  changeSite,
  codePath,
  findAskedSite,
  findCode,
  proveDomain,
  readSite,
  type Site,
  type SiteDeps,
  type SiteRefusal,
} from './actions.ts'
import { answerFrom } from './answers.ts'
import { markdownHtml } from './markdown.ts'
import { themeCss } from './theme.ts'
import { type SiteView, siteChange, siteView } from './wire.ts'

const STATUS = {
  'no-host': [400, 'This is no host name. Write it as jobs.example.org, without a path.'],
  'host-taken': [409, 'Another workspace of this installation has this host. Choose a different one.'],
} as const satisfies RefusalTable<SiteRefusal['code']>

const tags = ['site']

const view = ({
  base,
  name,
  tagline,
  about,
  lang,
  accent,
  domain,
  domainProvenAt,
  contact,
  hub,
  answerDays,
}: Site): SiteView => ({
  name,
  tagline,
  about,
  lang,
  accent,
  domain,
  domainProven: domainProvenAt !== null,
  contact,
  hub,
  answerDays,
  url: `${base}/jobs`,
})

/** Changes of these make what was kept for strangers untrue. */
const publicParts = /^\/api\/v1\/(?:site|openings|posts|pages|website-chat|mentions)\b/

const betweenLooksMs = minuteMs

export function siteRoutes(app: App, deps: SiteDeps): void {
  app.get(
    '/api/v1/site',
    {
      schema: { response: { 200: siteView, ...refusals }, summary: 'The public site', tags },
      config: { access: 'viewer' },
    },
    async request => view(await readSite(deps, callerOf(request).workspace)),
  )
  app.patch(
    '/api/v1/site',
    {
      schema: { body: siteChange, response: { 200: siteView, ...refusals }, summary: 'Change the public site', tags },
      config: { access: 'admin' },
    },
    async (request, reply) => {
      const changed = await changeSite(deps, callerOf(request), defined(request.body))
      return changed.ok ? view(changed.value) : replyFrom(reply, STATUS, changed.refusal)
    },
  )
  app.post(
    '/api/v1/site/domain/check',
    {
      schema: {
        response: { 200: siteView, ...refusals },
        summary: 'Look whether the site’s own host leads here',
        tags,
      },
      config: { access: 'admin' },
    },
    async request => {
      const { workspace } = callerOf(request)
      await proveDomain(deps, workspace)
      return view(await readSite(deps, workspace))
    },
  )
  app.get(codePath, { config: { access: 'public', hidden: true } }, async (request, reply) => {
    const code = await findCode(deps, request.host)
    if (code === undefined) return reply.callNotFound()
    return reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store').send(code)
  })
  app.post(
    '/api/v1/site/markdown',
    {
      schema: {
        body: z.object({ text: z.string().max(100_000) }),
        response: { 200: z.object({ html: z.string() }), ...refusals },
        summary: 'What Markdown looks like on the public site, as safe HTML',
        tags,
      },
      config: { access: 'viewer' },
    },
    async request => ({ html: markdownHtml(request.body.text) }),
  )
  app.get('/site/theme.css', { config: { access: 'public', hidden: true } }, async (request, reply) => {
    await answerFrom(deps.answers, request, reply, async () => {
      const site = await findAskedSite(deps, request.host)
      return {
        status: 200,
        type: 'text/css; charset=utf-8',
        body: themeCss(site?.accent ?? null),
        workspace: site?.workspace ?? ('' as const),
        headers: { 'cache-control': 'public, max-age=86400' },
      }
    })
    return reply
  })
  const ownHost = new URL(deps.publicUrl).host
  /** Whoever opens a host that is not believed yet has it looked at, at most so often. */
  const looked = new Map<string, number>()
  const lookAt = ({ workspace }: Site) => {
    const nowMs = deps.clock.now().getTime()
    if (nowMs - (looked.get(workspace) ?? 0) < betweenLooksMs) return
    looked.set(workspace, nowMs)
    proveDomain(deps, workspace).catch(error => app.log.warn(error, 'the host of a site was not looked at'))
  }
  // A host of its own begins with the jobs; at the installation's own address recruiters begin.
  app.addHook('onRequest', async (request, reply) => {
    if (request.url !== '/' || request.method !== 'GET' || request.host === ownHost) return
    const site = await findAskedSite(deps, request.host)
    if (!site || site.domain !== request.host.toLowerCase()) return
    if (!site.domainProvenAt) lookAt(site)
    return reply.redirect('/jobs', 302)
  })
  app.addHook('onResponse', async request => {
    if (request.caller && request.method !== 'GET' && publicParts.test(request.url))
      deps.answers?.forget(request.caller.workspace)
  })
}
