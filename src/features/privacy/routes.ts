import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { answerFrom, findAskedSite, readSite } from '#features/site/index.ts'
import { idOf, instant } from '#kernel/schema.ts'
import { type App, callerOf, refusals, replyRefusal } from '#platform/routes.ts'
import {
  changeWishes,
  correctOwnData,
  eraseOwnData,
  findLink,
  leaveAlone,
  makePrivacyLink,
  type PrivacyDeps,
  readOwnData,
  readWishes,
} from './actions.ts'
import { doneHtml, goneLinkHtml, ownHtml, privacyHtml } from './html.ts'
import { privacyWords } from './words.ts'

const html = 'text/html; charset=utf-8'
const hidden = { access: 'public', hidden: true } as const
function formOf(request: FastifyRequest): URLSearchParams {
  const body: unknown = request.body
  return new URLSearchParams(Buffer.isBuffer(body) ? body.toString().replaceAll('%00', '') : '')
}

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
      if (!site) return undefined
      const { workspace } = site
      const asking = (await deps.mail?.canSend(workspace)) ?? false
      return { status: 200, type: html, body: privacyHtml(site, asking), workspace, forMs: 30_000 }
    })
    if (!sent) reply.callNotFound()
    return reply
  })

  app.post(
    '/privacy',
    // Asked for by anybody for any address: it says the same of each, and sends to proven ones only.
    { config: { ...hidden, anyOrigin: true, rawBody: true, mostPerAddress: 10 }, bodyLimit: 5_000 },
    async (request, reply) => {
      const site = await findAskedSite(deps, request.host)
      if (!site || !(await deps.mail?.canSend(site.workspace))) {
        reply.callNotFound()
        return reply
      }
      const email = (formOf(request).get('email') ?? '').trim().slice(0, 254)
      await deps.mail?.sendLink(site.workspace, email)
      return reply
        .type(html)
        .header('cache-control', 'no-store')
        .send(privacyHtml(site, false, true))
    },
  )

  /** Its address opens everything: never kept, never told to another site, never in a search engine. */
  const open = async (request: FastifyRequest<{ Params: { token: string } }>, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex')
    const link = await findLink(deps, request.params.token)
    const data = link && (await readOwnData(deps, link))
    const site = link ? await readSite(deps, link.workspace) : await findAskedSite(deps, request.host)
    const wishes = link && data && (await readWishes(deps, link, data))
    return { link, own: data && wishes && { data, wishes }, site }
  }
  const gone = (reply: FastifyReply, site: Awaited<ReturnType<typeof open>>['site']) => {
    if (site) return reply.code(410).type(html).send(goneLinkHtml(site))
    reply.callNotFound()
    return reply
  }
  const limited = { ...hidden, mostPerAddress: 60 }

  app.get('/privacy/:token', { schema: { params: byToken }, config: limited }, async (request, reply) => {
    const { link, own, site } = await open(request, reply)
    if (!link || !own || !site) return gone(reply, site)
    return reply.type(html).send(ownHtml(site, request.params.token, own))
  })
  app.get('/privacy/:token/data.json', { schema: { params: byToken }, config: limited }, async (request, reply) => {
    const { link, own, site } = await open(request, reply)
    if (!link || !own || !site) return gone(reply, site)
    return reply
      .header('content-disposition', 'attachment; filename="my-data.json"')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(own.data, null, 1))
  })
  app.post(
    '/privacy/:token',
    // The token is the proof; no cookie is looked at.
    { schema: { params: byToken }, config: { ...limited, anyOrigin: true, rawBody: true }, bodyLimit: 20_000 },
    async (request, reply) => {
      const { link, own, site } = await open(request, reply)
      if (!link || !own || !site) return gone(reply, site)
      const form = formOf(request)
      const text = (name: string, most: number) => (form.get(name) ?? '').trim().slice(0, most)
      const words = privacyWords[site.lang]
      const { token } = request.params
      reply.type(html)
      if (form.get('do') === 'erase') {
        if (form.get('sure') !== 'yes') return reply.code(422).send(ownHtml(site, token, own, words.sureFirst))
        await eraseOwnData(deps, link)
        return reply.send(doneHtml(site, words.eraseDone))
      }
      if (form.get('do') === 'alone') {
        await leaveAlone(deps, link, words.reason)
        return reply.send(doneHtml(site, words.aloneDone))
      }
      const again = async (said: string) => {
        const now = (await open(request, reply)).own ?? own
        return reply.send(ownHtml(site, token, now, said))
      }
      if (form.get('do') === 'wishes') {
        const given = { tool: text('tool', 40), keep: form.getAll('keep').slice(0, 100), ip: request.ip }
        await changeWishes(deps, link, own.wishes, given)
        return again(words.wishesKept)
      }
      const given = { name: text('name', 120), place: text('place', 120), message: text('message', 2_000) }
      await correctOwnData(deps, link, { ...given, noteTitle: words.noteTitle })
      return again(words.kept)
    },
  )
}
