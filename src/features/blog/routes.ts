import type { Readable } from 'node:stream'
import { z } from 'zod'
import { readSite, type Site } from '#features/site/index.ts'
import { idOf } from '#kernel/schema.ts'
import { type App, callerOf, defined, type RefusalTable, refusals, replyFrom, replyRefusal } from '#platform/routes.ts'
import { addImage } from './actions/images.ts'
import { judgeMention, type MentionRefusal, readMentions } from './actions/mentions.ts'
import {
  addPost,
  changePost,
  type PostRefusal,
  publishPost,
  readDraft,
  readPosts,
  withdrawPost,
} from './actions/posts.ts'
import type { BlogDeps } from './deps.ts'
import { postPageHtml, postUrl } from './html.ts'
import { postLimits } from './model.ts'
import { publicBlogRoutes } from './public-routes.ts'
import type { Mention } from './store/mentions.ts'
import type { Post } from './store/posts.ts'
import * as wire from './wire.ts'

const STATUS = {
  'no-such-post': [404, 'This post is gone.'],
  'slug-taken': [409, 'Another post has this address, or had it. Choose a different one.'],
  'no-text': [422, 'Write the text first: readers would see an empty page.'],
} as const satisfies RefusalTable<PostRefusal['code']>

const MENTION = {
  'no-source': [400, 'The source is no web address.'],
  'no-target': [400, 'The target is no post of ours.'],
  'same-page': [400, 'The source and the target are the same page.'],
  'too-many': [503, 'Too many mentions wait to be looked at. Try again later.'],
  'no-such-mention': [404, 'This mention is gone.'],
} as const satisfies RefusalTable<MentionRefusal['code']>

const made = z.object({ id: idOf<'Post'>() })
const nothing = z.null()
const tags = ['posts']
const { postParams: params } = wire

const view = (site: Site, post: Post & { mentions: number }): wire.PostView => {
  const content = post.draft ?? post.content
  return {
    id: post.id,
    slug: post.slug,
    url: postUrl(site, post),
    content: { ...content, tags: [...content.tags] },
    changed: post.draft !== null,
    state: post.state,
    author: { id: post.author, name: post.authorName },
    publishedAt: post.publishedAt?.toISOString() ?? null,
    updatedAt: post.updatedAt.toISOString(),
    mentions: post.mentions,
  }
}

const viewMention = (mention: Mention): wire.MentionView => ({
  id: mention.id,
  source: mention.source,
  kind: mention.kind,
  author: mention.authorName,
  authorUrl: mention.authorUrl,
  words: mention.words,
  person: mention.person,
  state: mention.state,
  at: mention.receivedAt.toISOString(),
})

export function blogRoutes(app: App, deps: BlogDeps): void {
  app.get(
    '/api/v1/posts',
    {
      schema: { response: { 200: wire.postList, ...refusals }, summary: 'Posts of the blog', tags },
      config: { access: 'viewer' },
    },
    async request => {
      const caller = callerOf(request)
      const site = await readSite(deps, caller.workspace)
      return { posts: (await readPosts(deps, caller)).map(post => view(site, post)) }
    },
  )
  app.post(
    '/api/v1/posts',
    {
      schema: { body: wire.newPost, response: { 201: made, ...refusals }, summary: 'Begin a post', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => reply.code(201).send({ id: await addPost(deps, callerOf(request), request.body.title) }),
  )
  app.get(
    '/api/v1/posts/:id',
    {
      schema: { params, response: { 200: wire.postDetail, ...refusals }, summary: 'One post with its mentions', tags },
      config: { access: 'viewer' },
    },
    async (request, reply) => {
      const caller = callerOf(request)
      const { id } = request.params
      const post = (await readPosts(deps, caller)).find(each => each.id === id)
      if (!post) return replyFrom(reply, STATUS, { code: 'no-such-post' })
      const mentions = await readMentions(deps, caller.workspace, id, ['waiting', 'shown', 'hidden'])
      return { post: view(await readSite(deps, caller.workspace), post), mentions: mentions.map(viewMention) }
    },
  )
  app.patch(
    '/api/v1/posts/:id',
    {
      schema: {
        params,
        body: wire.postChange,
        response: { 204: nothing, ...refusals },
        summary: 'Change a post; what readers see changes when it is published again',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const changed = await changePost(deps, callerOf(request), request.params.id, defined(request.body))
      return changed.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, changed.refusal)
    },
  )
  app.post(
    '/api/v1/posts/:id/publish',
    {
      schema: {
        params,
        body: wire.publishInput,
        response: { 204: nothing, ...refusals },
        summary: 'Publish now, or at a time to come',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const { at } = request.body
      const out = await publishPost(deps, callerOf(request), request.params.id, at ? new Date(at) : undefined)
      return out.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, out.refusal)
    },
  )
  app.post(
    '/api/v1/posts/:id/withdraw',
    {
      schema: { params, response: { 204: nothing, ...refusals }, summary: 'Take a post out of sight', tags },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const back = await withdrawPost(deps, callerOf(request), request.params.id)
      return back.ok ? reply.code(204).send(null) : replyFrom(reply, STATUS, back.refusal)
    },
  )
  app.put(
    '/api/v1/mentions/:mention/state',
    {
      schema: {
        params: z.object({ mention: idOf<'Mention'>() }),
        body: z.object({ state: z.enum(['shown', 'hidden']) }),
        response: { 204: nothing, ...refusals },
        summary: 'Show a mention below its post, or hide it',
        tags,
      },
      config: { access: 'recruiter' },
    },
    async (request, reply) => {
      const judged = await judgeMention(deps, callerOf(request), request.params.mention, request.body.state)
      return judged.ok ? reply.code(204).send(null) : replyFrom(reply, MENTION, judged.refusal)
    },
  )
  app.post(
    '/api/v1/posts/images',
    {
      schema: {
        response: { 200: wire.imageView, ...refusals },
        summary:
          'Add a picture (the bytes as application/octet-stream): drawn anew, without what the camera wrote into it',
        consumes: ['application/octet-stream'],
        tags,
      },
      config: { access: 'recruiter' },
      bodyLimit: postLimits.imageBytes,
    },
    async (request, reply) => {
      const stream = request.body as Readable | undefined
      const parts: Buffer[] = []
      for await (const part of stream ?? []) parts.push(part)
      const added = await addImage(deps, callerOf(request), Buffer.concat(parts))
      if (!added.ok)
        return replyRefusal(
          reply,
          422,
          'no-image',
          'This is no picture that can be read. Use a JPEG, PNG, WebP or AVIF.',
        )
      const { id, width, height } = added.value
      return { url: `/blog/images/${id}.webp`, width, height }
    },
  )
  app.get(
    '/preview/post/:id',
    { schema: { params }, config: { access: 'viewer', hidden: true, frameable: 'self' } },
    async (request, reply) => {
      const caller = callerOf(request)
      const post = await readDraft(deps, caller.workspace, request.params.id)
      if (!post) return replyRefusal(reply, 404, 'no-such-post', STATUS['no-such-post'][1])
      const site = await readSite(deps, caller.workspace)
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(postPageHtml(site, post, { mentions: [], offer: undefined, preview: true }))
    },
  )
  publicBlogRoutes(app, deps, (reply, refusal) => replyFrom(reply, MENTION, refusal))
}
