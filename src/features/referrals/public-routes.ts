import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readOpenJobs } from '#features/openings/index.ts'
import { findAskedSite, readSite } from '#features/site/index.ts'
import { parseId } from '#kernel/ids.ts'
import { fillWords } from '#kernel/public-words.ts'
import type { App } from '#platform/routes.ts'
import { findQuestion, noteVisit, readByCode, readOwnPage, recommend, sayNo, sayYes } from './actions/referrals.ts'
import type { PublicDeps } from './deps.ts'
import { invitationHtml, ownPageHtml, plainHtml, questionHtml, type Said } from './html.ts'
import { referralWords } from './words.ts'

const html = 'text/html; charset=utf-8'
const hidden = { access: 'public', hidden: true } as const
const byToken = z.object({ token: z.string().regex(/^[\w-]{43}$/) })
const bots = /bot\b|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|monitor|curl|wget/i

const formOf = (request: FastifyRequest): URLSearchParams => {
  const body: unknown = request.body
  return new URLSearchParams(Buffer.isBuffer(body) ? body.toString().replaceAll('%00', '') : '')
}

/** Its address opens everything: never kept, never told to another site, never in a search engine. */
const closed = (reply: FastifyReply) =>
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex')
    .type(html)

/** Pages that read without script: a referrer's link, their own page, and the one question to whom they named. */
export function publicReferralRoutes(app: App, deps: PublicDeps): void {
  const today = () => deps.clock.now().toISOString().slice(0, 10)

  app.get(
    '/r/:code',
    { schema: { params: z.object({ code: z.string().max(40) }) }, config: hidden },
    async (request, reply) => {
      const site = await findAskedSite(deps, request.host)
      const referrer = site && (await readByCode(deps, site.workspace, request.params.code))
      if (!site || !referrer || referrer.doNotContact) {
        reply.callNotFound()
        return reply
      }
      if (request.method === 'GET' && !bots.test(request.headers['user-agent'] ?? 'bot'))
        await noteVisit(deps, referrer)
      const jobs = await readOpenJobs(deps, site.workspace, 50)
      return reply
        .header('cache-control', 'no-store')
        .type(html)
        .send(invitationHtml(site, referrer, jobs, await deps.chatOffer(site.workspace, site.lang)))
    },
  )

  const gone = async (request: FastifyRequest, reply: FastifyReply) => {
    const site = await findAskedSite(deps, request.host)
    if (!site) {
      reply.callNotFound()
      return reply
    }
    const words = referralWords[site.lang]
    return closed(reply)
      .code(410)
      .send(plainHtml(site, words.gone, words.goneLead))
  }
  const limited = { ...hidden, mostPerAddress: 60 }
  const posted = { ...limited, anyOrigin: true, rawBody: true }

  const showOwn = async (
    request: FastifyRequest<{ Params: { token: string } }>,
    reply: FastifyReply,
    said: Said = {},
  ) => {
    const { token } = request.params
    const page = await readOwnPage(deps, token)
    if (!page || page.referrer.doNotContact) return gone(request, reply)
    const site = await readSite(deps, page.referrer.workspace)
    const jobs = await readOpenJobs(deps, page.referrer.workspace, 50)
    return closed(reply)
      .code(said.wrong ? 422 : 200)
      .send(ownPageHtml(site, token, page, jobs, today(), said))
  }
  app.get('/referrer/:token', { schema: { params: byToken }, config: limited }, (request, reply) =>
    showOwn(request, reply),
  )
  app.post(
    '/referrer/:token',
    { schema: { params: byToken }, config: posted, bodyLimit: 20_000 },
    async (request, reply) => {
      const page = await readOwnPage(deps, request.params.token)
      if (!page || page.referrer.doNotContact) return gone(request, reply)
      const words = referralWords[(await readSite(deps, page.referrer.workspace)).lang]
      const form = formOf(request)
      const given = {
        name: form.get('name') ?? '',
        email: form.get('email') ?? '',
        words: form.get('words') ?? '',
      }
      if (form.get('sure') !== 'yes') return showOwn(request, reply, { wrong: words.sureFirst, given })
      const wish = parseId<'Opening'>(form.get('opening') ?? '')
      const jobs = await readOpenJobs(deps, page.referrer.workspace, 50)
      const opening = jobs.find(job => job.id === wish)?.id ?? null
      const done = await recommend(deps, page.referrer, { ...given, opening })
      if (done.ok) return showOwn(request, reply, { said: words.sent })
      const { code } = done.refusal
      const wrong =
        code === 'no-name' || code === 'no-email' || code === 'too-many' ? words.wrong[code] : words.sureFirst
      return showOwn(request, reply, { wrong, given })
    },
  )

  app.get('/consent/:token', { schema: { params: byToken }, config: limited }, async (request, reply) => {
    const question = await findQuestion(deps, request.params.token)
    if (!question) return gone(request, reply)
    const site = await readSite(deps, question.workspace)
    return closed(reply).send(questionHtml(site, request.params.token, question))
  })
  app.post(
    '/consent/:token',
    { schema: { params: byToken }, config: posted, bodyLimit: 5_000 },
    async (request, reply) => {
      const question = await findQuestion(deps, request.params.token)
      if (!question) return gone(request, reply)
      const site = await readSite(deps, question.workspace)
      const words = referralWords[site.lang]
      const form = formOf(request)
      const answer = form.get('answer')
      if (answer === 'no') {
        await sayNo(deps, question)
        return closed(reply).send(plainHtml(site, words.noDone, words.noDoneLead))
      }
      // A link that a program opened or a form without an answer is no consent.
      if (answer !== 'yes')
        return closed(reply)
          .code(422)
          .send(questionHtml(site, request.params.token, question))
      const tell = form.get('tell') === 'yes'
      const wording = [words.yes, tell ? fillWords(words.tell, { referrer: question.referrerName }) : '']
        .join(' ')
        .trim()
      await sayYes(deps, question, { tell, wording })
      return closed(reply).send(plainHtml(site, words.yesDone, words.yesDoneLead))
    },
  )
}
