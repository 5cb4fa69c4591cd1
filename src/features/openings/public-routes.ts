import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  answerFrom,
  type Feed,
  type FeedFormat,
  feedTypes,
  findAskedSite,
  plainFrom,
  type Site,
  writeFeed,
} from '#features/site/index.ts'
import type { App } from '#platform/routes.ts'
import { apply, countReferral, type Form, referralFrom } from './actions/apply.ts'
import { readJob, readOpenJobs } from './actions/read.ts'
import { indeedXml, linkedinXml } from './boards.ts'
import type { PublicDeps } from './deps.ts'
import { goneHtml, jobFeeds, jobHtml, jobsHtml, placeText, thanksHtml } from './job-html.ts'
import { jobTextHtml, jobUrl } from './job-posting.ts'
import { resumeLimitBytes } from './resume-file.ts'
import type { Opening } from './store/openings.ts'
import { jobWords } from './words.ts'

const html = 'text/html; charset=utf-8'
const xml = 'application/xml; charset=utf-8'
const hidden = { access: 'public', hidden: true } as const
const bots = /bot\b|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|monitor|curl|wget/i

/** The ids name no address: a site that moves to another host keeps them. */
export function jobFeed(site: Site, openings: readonly Opening[], path: string): Feed {
  const words = jobWords[site.lang]
  return {
    id: `urn:uuid:${site.workspace}`,
    title: `${words.jobs} · ${site.name}`,
    description: site.tagline || words.lead,
    lang: site.lang,
    home: `${site.base}/jobs`,
    self: `${site.base}/jobs/${path}`,
    hub: site.hub,
    updatedAt: openings.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), site.updatedAt),
    entries: openings.slice(0, 100).map(opening => ({
      id: `urn:uuid:${opening.id}`,
      url: `${jobUrl(site, opening)}?via=jobs-feed`,
      title: `${opening.title}, ${opening.organisation}`,
      summary: [placeText(opening), plainFrom(opening.description, 240)].join('. '),
      html: jobTextHtml(opening, jobUrl(site, opening)),
      tags: [jobWords[opening.lang].employment[opening.employment]],
      author: undefined,
      publishedAt: opening.openedAt ?? opening.createdAt,
      updatedAt: opening.updatedAt,
    })),
  }
}

export function publicJobRoutes(app: App, deps: PublicDeps): void {
  const siteOf = (request: FastifyRequest) => findAskedSite(deps, request.host)

  const writeGone = async (site: Site, opening: Opening) => {
    const { workspace } = site
    const at = { page: jobUrl(site, opening), campaign: `opening:${opening.id}` }
    return goneHtml(site, opening, {
      others: await readOpenJobs(deps, workspace, 20),
      offer: await deps.chatOffer(workspace, opening.lang),
      subscribe: (await deps.subscribeForm?.(workspace, opening.lang, at)) ?? '',
    })
  }

  app.get('/jobs', { config: hidden }, async (request, reply) => {
    const sent = await answerFrom(deps.answers, request, reply, async () => {
      const site = await siteOf(request)
      if (!site) return undefined
      const openings = await readOpenJobs(deps, site.workspace)
      const offer = await deps.chatOffer(site.workspace, site.lang)
      const at = { page: `${site.base}/jobs`, campaign: 'jobs' }
      const subscribe = (await deps.subscribeForm?.(site.workspace, site.lang, at)) ?? ''
      return { status: 200, type: html, body: jobsHtml(site, openings, offer, subscribe), workspace: site.workspace }
    })
    if (!sent) reply.callNotFound()
    return reply
  })

  const list = (path: string, type: string, write: (site: Site, openings: readonly Opening[]) => string) =>
    app.get(`/jobs/${path}`, { config: hidden }, async (request, reply) => {
      const sent = await answerFrom(deps.answers, request, reply, async () => {
        const site = await siteOf(request)
        if (!site) return undefined
        const openings = await readOpenJobs(deps, site.workspace)
        const newest = openings.reduce((at, { updatedAt }) => (updatedAt > at ? updatedAt : at), site.updatedAt)
        const links = [`<${site.base}/jobs/${path}>; rel="self"`, ...(site.hub ? [`<${site.hub}>; rel="hub"`] : [])]
        return {
          status: 200,
          type,
          body: write(site, openings),
          workspace: site.workspace,
          forMs: 10_000,
          headers: {
            'cache-control': 'public, max-age=300',
            'last-modified': newest.toUTCString(),
            link: links.join(', '),
          },
        }
      })
      if (!sent) reply.callNotFound()
      return reply
    })
  const feed = (path: string, format: FeedFormat) =>
    list(path, feedTypes[format], (site, openings) => writeFeed(format, jobFeed(site, openings, path)))
  for (const { path, format } of jobFeeds) feed(path, format)
  list('indeed.xml', xml, indeedXml)
  list('linkedin.xml', xml, linkedinXml)

  app.get(
    '/jobs/:slug',
    { schema: { params: z.object({ slug: z.string().max(60) }) }, config: hidden },
    async (request, reply) => {
      const asked = new URL(request.url, 'http://kith').searchParams
      const referral = referralFrom(asked.get('ref') ?? asked.get('via') ?? undefined)
      let counted: Opening | undefined
      const sent = await answerFrom(deps.answers, request, reply, async () => {
        const site = await siteOf(request)
        const job = site && (await readJob(deps, site.workspace, request.params.slug))
        if (!site || !job) return undefined
        const { workspace } = site
        if (job.kind === 'gone') {
          return { status: 410, type: html, body: await writeGone(site, job.opening), workspace }
        }
        counted = job.opening
        const { lang } = job.opening
        const about = `opening:${job.opening.id}`
        const offer = await deps.chatOffer(workspace, lang)
        const at = { page: jobUrl(site, job.opening), campaign: about }
        const subscribe = (await deps.subscribeForm?.(workspace, lang, at)) ?? ''
        const body = jobHtml(site, job.opening, offer, { referral, subscribe })
        return { status: 200, type: html, body, workspace, about }
      })
      if (!sent) {
        reply.callNotFound()
        return reply
      }
      if (
        referral &&
        asked.has('ref') &&
        request.method === 'GET' &&
        !bots.test(request.headers['user-agent'] ?? 'bot')
      )
        await countVisit(request, referral, counted)
      return reply
    },
  )

  const countVisit = async (request: FastifyRequest<{ Params: { slug: string } }>, code: string, known?: Opening) => {
    const site = known ? undefined : await siteOf(request)
    const opening = known ?? (site && (await readJob(deps, site.workspace, request.params.slug))?.opening)
    if (opening?.state === 'open') await countReferral(deps, opening, code)
  }

  app.post(
    '/jobs/:slug/apply',
    {
      schema: { params: z.object({ slug: z.string().max(60) }) },
      // No cookie is looked at, so another site's form can do no more than its visitor.
      config: { ...hidden, anyOrigin: true, rawBody: true, mostPerAddress: 30 },
      bodyLimit: resumeLimitBytes + 1_000_000,
    },
    async (request, reply) => {
      const site = await siteOf(request)
      const job = site && (await readJob(deps, site.workspace, request.params.slug))
      if (!site || !job) {
        reply.callNotFound()
        return reply
      }
      const { opening } = job
      reply.header('cache-control', 'no-store').type(html)
      if (job.kind === 'gone' || !opening.form) return reply.code(410).send(await writeGone(site, opening))
      const form = await readForm(request)
      if (!form) return refuseForm(reply)
      const applied = await apply(deps, opening, form, jobWords[opening.lang].consent)
      const offer = await deps.chatOffer(site.workspace, opening.lang)
      if (applied.ok) return reply.send(thanksHtml(site, opening, offer, deps.clock.now()))
      const wrong = { refusal: applied.refusal, form }
      return reply.code(422).send(jobHtml(site, opening, offer, { referral: form.referral, wrong }))
    },
  )
}

const refuseForm = (reply: FastifyReply) =>
  reply
    .code(400)
    .type('text/plain; charset=utf-8')
    .send('This is no form that a browser sends. Open the page of the job and use its form.')

/** Undefined when the body is no form. */
async function readForm(request: FastifyRequest): Promise<Form | undefined> {
  const type = request.headers['content-type'] ?? ''
  const body: unknown = request.body
  if (!/^multipart\/form-data|^application\/x-www-form-urlencoded/i.test(type) || !Buffer.isBuffer(body))
    return undefined
  const data = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => undefined)
  if (!data) return undefined
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.replaceAll('\u0000', '') : ''
  }
  const file = data.get('resume')
  const isFile = file !== null && typeof file !== 'string' && file.size > 0
  return {
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    message: text('message'),
    consent: text('consent') === 'yes',
    trap: text('website'),
    referral: referralFrom(text('ref') || undefined),
    resume: isFile ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : undefined,
  }
}
