import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Answers } from '#features/site/index.ts'
import type { App } from '#platform/routes.ts'
import { followLink } from './actions/click.ts'
import { choose, leave, readChoices, readLeaving } from './actions/leave.ts'
import { confirm, readConfirmation, readOpenList, type SubscribeDeps, subscribe } from './actions/subscribe.ts'
import { type ListLanguage, listLanguages } from './model/lists.ts'
import { listNumberIn } from './model/reference.ts'
import { choicesPage, confirmPage, leavePage, sentencePage, subscribePage } from './render/pages.ts'

/** Fields of a form, or of a one-click unsubscribe: both spellings that RFC 8058 allows. */
function fieldsOf(request: Pick<FastifyRequest, 'body' | 'headers'>): URLSearchParams {
  const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : ''
  const type = request.headers['content-type'] ?? ''
  if (!/^multipart\/form-data/i.test(type)) return new URLSearchParams(text)
  const fields = new URLSearchParams()
  for (const found of text.matchAll(/name="?([\w-]+)"?[^\r\n]*(?:\r?\n[^\r\n]+)*\r?\n\r?\n([^\r\n]*)/g))
    fields.append(found[1] ?? '', found[2] ?? '')
  return fields
}

function languageOf(request: Pick<FastifyRequest, 'headers'>): ListLanguage {
  const wishes = (request.headers['accept-language'] ?? '')
    .split(',')
    .map(wish => wish.trim().slice(0, 2).toLowerCase())
  return wishes.flatMap(wish => listLanguages.find(lang => lang === wish) ?? [])[0] ?? 'en'
}

const html = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** From anywhere, without cookie or script: a mail program's one click, a form on our pages or on another site. */
const open = { access: 'public', hidden: true, anyOrigin: true, rawBody: true } as const
const look = { access: 'public', hidden: true } as const
const byToken = z.object({ token: z.string().max(200) })
const words = (text: string | null, most: number) => (text ?? '').slice(0, most)

/** The pages that readers of lists see. A GET shows, a POST acts: programs that look at links change nothing. */
export function publicListRoutes(app: App, deps: SubscribeDeps & { publicUrl: string; seen?: Answers['seen'] }): void {
  const byAddress = z.object({ list: z.string().max(80) })
  app.get('/l/:list', { schema: { params: byAddress }, config: look }, async (request, reply) => {
    const number = listNumberIn(request.params.list)
    const list = number === undefined ? undefined : await readOpenList(deps, number)
    if (!list) return html(reply, 404, sentencePage(languageOf(request), 'noList'))
    const page = words(request.headers.referer ?? '', 500)
    const campaign = words(new URL(request.url, 'http://kith').searchParams.get('via'), 40)
    deps.seen?.(request, { workspace: list.workspace, about: `list:${list.id}` })
    return html(reply, 200, subscribePage(list, { email: '', name: '', place: '', page, campaign }))
  })
  app.post(
    '/l/:list',
    { schema: { params: byAddress }, bodyLimit: 20_000, config: { ...open, mostPerAddress: 60 } },
    async (request, reply) => {
      const number = listNumberIn(request.params.list)
      const list = number === undefined ? undefined : await readOpenList(deps, number)
      if (!list) return html(reply, 404, sentencePage(languageOf(request), 'noList'))
      const fields = fieldsOf(request)
      const form = {
        email: words(fields.get('email'), 254),
        name: words(fields.get('name'), 120),
        place: words(fields.get('place'), 120),
        page: words(fields.get('page') || (request.headers.referer ?? ''), 500),
        campaign: words(fields.get('campaign'), 200),
      }
      const sent = () => html(reply, 200, sentencePage(list.lang, 'looked', 'lookedWords'))
      // A field that people don't see was filled in: it gets the same answer as everyone.
      if (words(fields.get('website'), 10) !== '') return sent()
      if (fields.get('consent') !== 'yes')
        return html(reply, 400, subscribePage(list, { ...form, wrong: 'consentFirst' }))
      const { campaign, ...given } = form
      const result = await subscribe(
        deps,
        { workspace: list.workspace, list: list.id },
        {
          ...given,
          interests: fields.getAll('interest').slice(0, 50),
          ip: request.ip,
          source: 'form',
          ...(campaign === '' ? {} : { campaign }),
        },
      )
      if (result.ok && campaign !== '')
        await deps.asked?.(list.workspace, campaign, { ip: request.ip, agent: request.headers['user-agent'] ?? '' })
      if (result.ok) return sent()
      return html(reply, 400, subscribePage(list, { ...form, wrong: 'wrongEmail' }))
    },
  )

  app.get('/l/yes/:token', { schema: { params: byToken }, config: look }, async (request, reply) => {
    const { token } = request.params
    const found = await readConfirmation(deps, token)
    if (!found.ok) return html(reply, 410, sentencePage(languageOf(request), 'usedLink', 'usedWords'))
    return html(reply, 200, confirmPage(found.value.list, found.value.subscriber.email, token))
  })
  app.post('/l/yes/:token', { schema: { params: byToken }, bodyLimit: 5_000, config: open }, async (request, reply) => {
    const found = await confirm(deps, request.params.token, { ip: request.ip })
    if (!found.ok) return html(reply, 410, sentencePage(languageOf(request), 'usedLink', 'usedWords'))
    const { list, subscriber, blocked } = found.value
    const values = { list: list.name, email: subscriber.email }
    return html(reply, 200, sentencePage(list.lang, 'confirmed', blocked ? 'confirmedBlocked' : undefined, values))
  })

  const bad = (request: FastifyRequest, reply: FastifyReply) =>
    html(reply, 404, sentencePage(languageOf(request), 'badLink', 'badWords'))
  app.get('/l/leave/:token', { schema: { params: byToken }, config: look }, async (request, reply) => {
    const { token } = request.params
    const found = await readLeaving(deps, token)
    if (!found.ok) return bad(request, reply)
    const { list, subscriber } = found.value
    const values = { list: list.name, email: subscriber.email }
    if (subscriber.state === 'left' || subscriber.state === 'stopped')
      return html(reply, 200, sentencePage(list.lang, 'left', undefined, values))
    return html(reply, 200, leavePage(list, subscriber.email, token))
  })
  app.post(
    '/l/leave/:token',
    { schema: { params: byToken }, bodyLimit: 5_000, config: open },
    async (request, reply) => {
      const oneClick = fieldsOf(request).get('List-Unsubscribe') === 'One-Click'
      const found = await leave(deps, request.params.token, { how: oneClick ? 'one-click' : 'page', ip: request.ip })
      if (!found.ok) return bad(request, reply)
      const { list, subscriber } = found.value
      return html(
        reply,
        200,
        sentencePage(list.lang, 'left', 'leftWords', { list: list.name, email: subscriber.email }),
      )
    },
  )

  app.get('/l/choose/:token', { schema: { params: byToken }, config: look }, async (request, reply) => {
    const found = await readChoices(deps, request.params.token)
    return found.ok ? html(reply, 200, choicesPage(found.value, request.params.token)) : bad(request, reply)
  })
  app.post(
    '/l/choose/:token',
    { schema: { params: byToken }, bodyLimit: 20_000, config: open },
    async (request, reply) => {
      const fields = fieldsOf(request)
      const act = fields.get('do')
      const found = await choose(deps, request.params.token, {
        keep: act === 'save' ? fields.getAll('keep').slice(0, 200) : [],
        interests: fields.getAll('interest').slice(0, 500),
        never: act === 'never',
        ip: request.ip,
      })
      if (!found.ok) return bad(request, reply)
      return html(
        reply,
        200,
        choicesPage(found.value, request.params.token, act === 'never' ? 'prefsNeverDone' : 'prefsSaved'),
      )
    },
  )

  app.get(
    '/l/go/:token/:link',
    { schema: { params: byToken.extend({ link: z.string().regex(/^\d{1,4}$/) }) }, config: look },
    async (request, reply) => {
      const followed = await followLink(
        deps,
        request.params.token,
        Number(request.params.link),
        request.method === 'GET',
      )
      if (!followed) return bad(request, reply)
      const { target, workspace, issue } = followed
      deps.seen?.(request, { workspace, about: `issue:${issue.id}` })
      return reply
        .code(302)
        .header('location', taggedTarget(target, issue.number, [new URL(deps.publicUrl).host, request.host]))
        .header('cache-control', 'no-store')
        .header('referrer-policy', 'no-referrer')
        .send()
    },
  )
}

/** Our own page is told by which issue its reader came; others' addresses stay as they were written. */
function taggedTarget(target: string, issue: number, hosts: readonly string[]): string {
  if (!URL.canParse(target)) return target
  const url = new URL(target)
  if (!hosts.includes(url.host) || !/^\/(?:p|blog|jobs|l)(?:\/|$)/.test(url.pathname)) return target
  url.searchParams.set('via', `issue-${issue.toString(36)}`)
  return url.href
}
