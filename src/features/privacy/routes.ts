import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answerFrom, findAskedSite, readSite } from '#features/site/index.ts'
import { idOf, instant } from '#kernel/schema.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import {
  correctOwnData,
  eraseOwnData,
  findLink,
  leaveAlone,
  makePrivacyLink,
  type PrivacyDeps,
  readOwnData,
} from './actions.ts'
import { doneHtml, goneLinkHtml, ownHtml, privacyHtml } from './html.ts'
import { privacyWords } from './words.ts'

const html = 'text/html; charset=utf-8'
const hidden = { access: 'public', hidden: true } as const
const byToken = z.object({ token: z.string().max(60) })

export function privacyRoutes(app: App, deps: PrivacyDeps): void {
  app.post(
    '/api/v1/people/:id/privacy-link',
    {
      schema: {
        params: z.object({ id: idOf<'Person'>() }),
        response: { 200: z.object({ url: z.string(), expiresAt: instant() }), ...refusals },
        summary:
          'A link for the person themselves: see, take along, correct, be left alone, be erased. It is shown once',
        tags: ['people'],
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const made = await makePrivacyLink(deps, caller, request.params.id)
      if (!made.ok) return replyRefusal(reply, 404, 'no-such-person', 'This person is gone.')
      const { base } = await readSite(deps, caller.workspace)
      return { url: `${base}/privacy/${made.value.token}`, expiresAt: made.value.expiresAt.toISOString() }
    },
  )
  app.get('/privacy', { config: hidden }, async (request, reply) => {
    const sent = await answerFrom(deps.answers, request, reply, async () => {
      const site = await findAskedSite(deps, request.host)
      return site && { status: 200, type: html, body: privacyHtml(site), workspace: site.workspace, forMs: 30_000 }
    })
    if (!sent) reply.callNotFound()
    return reply
  })

  /** Its address opens everything: never kept, never told to another site, never in a search engine. */
  const open = async (request: FastifyRequest<{ Params: { token: string } }>, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex')
    const link = await findLink(deps, request.params.token)
    const data = link && (await readOwnData(deps, link))
    const site = link ? await readSite(deps, link.workspace) : await findAskedSite(deps, request.host)
    return { link, data, site }
  }
  const gone = (reply: FastifyReply, site: Awaited<ReturnType<typeof open>>['site']) => {
    if (site) return reply.code(410).type(html).send(goneLinkHtml(site))
    reply.callNotFound()
    return reply
  }
  const limited = { ...hidden, mostPerAddress: 60 }

  app.get('/privacy/:token', { schema: { params: byToken }, config: limited }, async (request, reply) => {
    const { link, data, site } = await open(request, reply)
    if (!link || !data || !site) return gone(reply, site)
    return reply.type(html).send(ownHtml(site, request.params.token, data))
  })
  app.get('/privacy/:token/data.json', { schema: { params: byToken }, config: limited }, async (request, reply) => {
    const { link, data, site } = await open(request, reply)
    if (!link || !data || !site) return gone(reply, site)
    return reply
      .header('content-disposition', 'attachment; filename="my-data.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(data, null, 1))
  })
  app.post(
    '/privacy/:token',
    // The token is the proof; no cookie is looked at.
    { schema: { params: byToken }, config: { ...limited, anyOrigin: true, rawBody: true }, bodyLimit: 20_000 },
    async (request, reply) => {
      const { link, data, site } = await open(request, reply)
      if (!link || !data || !site) return gone(reply, site)
      const body: unknown = request.body
      const form = new URLSearchParams(Buffer.isBuffer(body) ? body.toString().replaceAll('%00', '') : '')
      const text = (name: string, most: number) => (form.get(name) ?? '').trim().slice(0, most)
      const words = privacyWords[site.lang]
      const { token } = request.params
      reply.type(html)
      if (form.get('do') === 'erase') {
        if (form.get('sure') !== 'yes') return reply.code(422).send(ownHtml(site, token, data, words.sureFirst))
        await eraseOwnData(deps, link)
        return reply.send(doneHtml(site, words.eraseDone))
      }
      if (form.get('do') === 'alone') {
        await leaveAlone(deps, link, words.reason)
        return reply.send(doneHtml(site, words.aloneDone))
      }
      const given = { name: text('name', 120), place: text('place', 120), message: text('message', 2_000) }
      await correctOwnData(deps, link, { ...given, noteTitle: words.noteTitle })
      return reply.send(ownHtml(site, token, (await readOwnData(deps, link)) ?? data, words.kept))
    },
  )
}
