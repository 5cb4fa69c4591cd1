import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findShownPostById, readShownPosts } from '#features/blog/index.ts'
import { findAskedSite, type Site } from '#features/site/index.ts'
import { type PostId, parseId } from '#kernel/ids.ts'
import type { App } from '#platform/routes.ts'
import { inWorkspace } from '#storage/database.ts'
import { takeActivity } from './actions/inbox.ts'
import { findSpeaker } from './actions/speaker.ts'
import type { FediverseDeps } from './deps.ts'
import { fediverseLimits } from './model.ts'
import {
  about,
  actorDocument,
  actorUri,
  addressOf,
  oursAt,
  postDocument,
  postUri,
  withContext,
} from './protocol/documents.ts'
import { activityType } from './protocol/remote.ts'
import { type ActorRow, findNote } from './store/actors.ts'
import { countFollowers } from './store/people.ts'

const hidden = { access: 'public', hidden: true } as const
const forServers = { ...hidden, anyOrigin: true } as const
/** A server delivers for all its people at once: fifty a second of each, per node. Above that it tries again later. */
const mostPerAddress = 30_000

/** Read by other servers, without anybody signed in. Whatever is off or not ours is 404. */
export function publicFediverseRoutes(app: App, deps: FediverseDeps): void {
  type Asked = { site: Site; actor: ActorRow }
  const asked = async (request: FastifyRequest): Promise<Asked | undefined> => {
    const site = await findAskedSite(deps, request.host)
    return site && findSpeaker(deps, site.workspace)
  }
  const send = (reply: FastifyReply, body: object, type = activityType) =>
    reply
      .type(`${type}; charset=utf-8`)
      .header('access-control-allow-origin', '*')
      .header('cache-control', 'public, max-age=60')
      .header('vary', 'accept')
      .send(JSON.stringify(body))
  const missing = (reply: FastifyReply) => {
    reply.callNotFound()
    return reply
  }
  /** A person who opens the address in a browser lands on the page that it stands for. */
  const wantsPage = (request: FastifyRequest) => {
    const accept = request.headers.accept ?? ''
    return accept.includes('text/html') && !accept.includes('json')
  }

  app.get(
    '/.well-known/webfinger',
    { schema: { querystring: z.object({ resource: z.string().max(500).optional() }) }, config: forServers },
    async (request, reply) => {
      const found = await asked(request)
      if (!found) return missing(reply)
      const { actor } = found
      const me = actorUri(actor)
      const names = [`acct:${addressOf(actor).slice(1)}`, me, `${actor.base}/blog`]
      const wanted = (request.query.resource ?? '').toLowerCase().replace(/^acct:@/, 'acct:')
      if (!names.some(name => name.toLowerCase() === wanted)) return missing(reply)
      return send(
        reply,
        {
          subject: names[0],
          aliases: [me, `${actor.base}/blog`],
          links: [
            { rel: 'self', type: activityType, href: me },
            { rel: 'http://webfinger.net/rel/profile-page', type: 'text/html', href: `${actor.base}/blog` },
          ],
        },
        'application/jrd+json',
      )
    },
  )
  app.get('/fediverse/actor', { config: forServers }, async (request, reply) => {
    const found = await asked(request)
    if (!found) return missing(reply)
    if (wantsPage(request)) return reply.redirect('/blog', 303)
    return send(reply, actorDocument(found.site, found.actor))
  })
  const collection = (path: string, body: (found: Asked) => Promise<object>) =>
    app.get(`/fediverse/${path}`, { config: forServers }, async (request, reply) => {
      const found = await asked(request)
      if (!found) return missing(reply)
      const id = `${found.actor.base}/fediverse/${path}`
      return send(reply, withContext({ id, type: 'OrderedCollection', ...(await body(found)) }))
    })
  // How many, and not who: whom somebody reads is theirs to tell.
  collection('followers', async ({ actor: { workspace } }) => ({
    totalItems: await inWorkspace(deps.db, workspace, tx => countFollowers(tx, workspace)),
  }))
  collection('following', async () => ({ totalItems: 0 }))
  collection('outbox', async ({ site, actor }) => {
    const posts = await readShownPosts(deps, site.workspace, fediverseLimits.outbox)
    const items = posts.map(post => {
      const { '@context': _, ...activity } = about('Create', actor, postDocument(site, actor, post), 'create')
      return activity
    })
    return { totalItems: items.length, orderedItems: items }
  })
  app.get(
    '/fediverse/posts/:id',
    { schema: { params: z.object({ id: z.string().max(80) }) }, config: forServers },
    async (request, reply) => {
      const found = await asked(request)
      const uri = `${found?.actor.base}/fediverse/posts/${request.params.id}`
      const ours = found && oursAt(found.actor, uri)
      const id = ours?.kind === 'post' ? parseId<'Post'>(ours.id) : undefined
      if (!found || !id) return missing(reply)
      const { site, actor } = found
      const post = await inWorkspace(deps.db, site.workspace, tx => findShownPostById(tx, site.workspace, id as PostId))
      if (!post || postUri(actor, post) !== uri) return missing(reply)
      if (wantsPage(request)) return reply.redirect(`/blog/${post.slug}`, 303)
      return send(reply, withContext(postDocument(site, actor, post)))
    },
  )
  app.get(
    '/fediverse/notes/:id',
    { schema: { params: z.object({ id: z.string().max(80) }) }, config: forServers },
    async (request, reply) => {
      const found = await asked(request)
      const id = parseId<'Note'>(request.params.id)
      if (!found || !id) return missing(reply)
      const { workspace } = found.site
      const note = await inWorkspace(deps.db, workspace, tx => findNote(tx, workspace, id))
      if (!note?.isPublic) return missing(reply)
      if (note.goneAt)
        return send(
          reply.code(410),
          withContext({ id: note.body.id, type: 'Tombstone', deleted: note.goneAt.toISOString() }),
        )
      return send(reply, withContext(note.body))
    },
  )
  app.post(
    '/fediverse/inbox',
    { config: { ...forServers, rawBody: true, mostPerAddress }, bodyLimit: fediverseLimits.bodyBytes },
    async (request, reply) => {
      const found = await asked(request)
      if (!found) return missing(reply)
      const { body } = request
      const headers = new Headers()
      for (const [name, value] of Object.entries(request.headers))
        for (const each of typeof value === 'string' ? [value] : (value ?? [])) headers.append(name, each)
      const taken = await takeActivity(deps, found.actor, {
        // What the sender signed: the address it was told, whatever stands before this process.
        url: `${found.actor.base}${request.originalUrl}`,
        headers,
        body: Buffer.isBuffer(body) ? new Uint8Array(body) : new Uint8Array(),
      })
      const { words, status } = {
        taken: { status: 202, words: 'Taken.' },
        forged: { status: 401, words: 'The signature does not fit.' },
        blocked: { status: 403, words: 'Nothing is taken from there.' },
        unreadable: { status: 400, words: 'This is no activity.' },
      }[taken]
      return reply.code(status).type('text/plain; charset=utf-8').send(words)
    },
  )
}
