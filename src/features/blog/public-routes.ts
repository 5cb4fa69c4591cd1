import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type Answers,
  answerFrom,
  type Feed,
  type FeedFormat,
  feedTypes,
  findAskedSite,
  type Site,
  writeFeed,
} from '#features/site/index.ts'
import { idOf } from '#kernel/schema.ts'
import type { App } from '#platform/routes.ts'
import { readImage } from './actions/images.ts'
import { type MentionRefusal, readMentions, receiveMention } from './actions/mentions.ts'
import { readShownPost, readShownPosts } from './actions/posts.ts'
import type { BlogDeps } from './deps.ts'
import { authorUrl, blogFeeds, blogHtml, postHtml, postPageHtml, postUrl, shownAt, summaryOf } from './html.ts'
import { postLimits, tagSlug } from './model.ts'
import type { Post } from './store/posts.ts'
import { blogWords } from './words.ts'

const html = 'text/html; charset=utf-8'
const hidden = { access: 'public', hidden: true } as const
const newestOf = (posts: readonly Post[], otherwise: Date) =>
  posts.reduce((latest, post) => {
    const at = post.revisedAt ?? shownAt(post)
    return at > latest ? at : latest
  }, otherwise)

/** Ids name no address: a blog that moves to another host keeps its readers. */
export function blogFeed(site: Site, posts: readonly Post[], path: string): Feed {
  const words = blogWords[site.lang]
  return {
    id: `urn:uuid:${site.workspace}:blog`,
    title: `${words.blog} · ${site.name}`,
    description: site.tagline || words.lead,
    lang: site.lang,
    home: `${site.base}/blog`,
    self: `${site.base}/blog/${path}`,
    hub: site.hub,
    updatedAt: newestOf(posts, site.updatedAt),
    entries: posts.slice(0, 30).map(post => ({
      id: `urn:uuid:${post.id}`,
      url: `${postUrl(site, post)}?via=blog-feed`,
      title: post.content.title,
      summary: summaryOf(post),
      html: postHtml(post, postUrl(site, post)),
      tags: post.content.tags,
      author: { name: post.authorName, url: authorUrl(site, post) },
      publishedAt: shownAt(post),
      updatedAt: post.revisedAt ?? shownAt(post),
    })),
  }
}

type Refuse = (reply: FastifyReply, refusal: MentionRefusal) => FastifyReply

export function publicBlogRoutes(app: App, deps: BlogDeps, refuse: Refuse): void {
  const siteOf = (request: FastifyRequest) => findAskedSite(deps, request.host)
  type Write = Parameters<typeof answerFrom>[3]
  const answer = async (request: FastifyRequest, reply: FastifyReply, write: Write) => {
    const answers: Answers | undefined = deps.answers
    if (!(await answerFrom(answers, request, reply, write))) reply.callNotFound()
    return reply
  }

  app.get('/blog', { config: hidden }, (request, reply) =>
    answer(request, reply, async () => {
      const site = await siteOf(request)
      if (!site) return undefined
      const { workspace } = site
      const posts = await readShownPosts(deps, workspace, postLimits.listed)
      const name = (await deps.name?.(workspace))?.address
      return { status: 200, type: html, body: blogHtml(site, posts, { kind: 'all', name }), workspace }
    }),
  )
  app.get(
    '/blog/tag/:tag',
    { schema: { params: z.object({ tag: z.string().max(200) }) }, config: hidden },
    (request, reply) =>
      answer(request, reply, async () => {
        const site = await siteOf(request)
        if (!site) return undefined
        const { workspace } = site
        const slug = tagSlug(request.params.tag)
        const all = await readShownPosts(deps, workspace, postLimits.listed)
        const posts = all.filter(post => post.content.tags.some(tag => tagSlug(tag) === slug))
        const tag = posts[0]?.content.tags.find(each => tagSlug(each) === slug)
        if (tag === undefined) return undefined
        return { status: 200, type: html, body: blogHtml(site, posts, { kind: 'tag', tag, slug }), workspace }
      }),
  )
  app.get(
    '/blog/by/:author',
    { schema: { params: z.object({ author: idOf<'User'>() }) }, config: hidden },
    (request, reply) =>
      answer(request, reply, async () => {
        const site = await siteOf(request)
        if (!site) return undefined
        const { workspace } = site
        const { author } = request.params
        const posts = await readShownPosts(deps, workspace, postLimits.listed, { author })
        const [first] = posts
        if (!first) return undefined
        const body = blogHtml(site, posts, { kind: 'author', name: first.authorName, id: author })
        return { status: 200, type: html, body, workspace }
      }),
  )
  const feed = (path: string, format: FeedFormat) =>
    app.get(`/blog/${path}`, { config: hidden }, (request, reply) =>
      answer(request, reply, async () => {
        const site = await siteOf(request)
        if (!site) return undefined
        const posts = await readShownPosts(deps, site.workspace, 30)
        const links = [`<${site.base}/blog/${path}>; rel="self"`, ...(site.hub ? [`<${site.hub}>; rel="hub"`] : [])]
        return {
          status: 200,
          type: feedTypes[format],
          body: writeFeed(format, blogFeed(site, posts, path)),
          workspace: site.workspace,
          forMs: 10_000,
          headers: {
            'cache-control': 'public, max-age=300',
            'last-modified': newestOf(posts, site.updatedAt).toUTCString(),
            link: links.join(', '),
          },
        }
      }),
    )
  for (const { path, format } of blogFeeds) feed(path, format)

  app.get(
    '/blog/:slug',
    { schema: { params: z.object({ slug: z.string().max(60) }) }, config: hidden },
    (request, reply) =>
      answer(request, reply, async () => {
        const site = await siteOf(request)
        const post = site && (await readShownPost(deps, site.workspace, request.params.slug))
        if (!site || !post) return undefined
        const { workspace } = site
        const mentions = await readMentions(deps, workspace, post.id, ['shown'])
        const offer = await deps.chatOffer(workspace, post.content.lang)
        const name = await deps.name?.(workspace)
        const told = name && { address: name.address, uri: name.uriOf(post) }
        return {
          status: 200,
          type: html,
          body: postPageHtml(site, post, { mentions, offer, told }),
          workspace,
          about: `post:${post.id}`,
          headers: { link: `<${site.base}/webmention>; rel="webmention"` },
        }
      }),
  )
  app.get(
    '/blog/images/:file',
    { schema: { params: z.object({ file: z.string().max(80) }) }, config: hidden },
    async (request, reply) => {
      const [, id, small] = /^([0-9a-f-]{36})(-small)?\.webp$/.exec(request.params.file) ?? []
      const bytes = id && (await readImage(deps, id, small ? 'small' : 'large'))
      if (!bytes) {
        reply.callNotFound()
        return reply
      }
      return reply
        .type('image/webp')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(bytes)
    },
  )
  app.post(
    '/webmention',
    { config: { ...hidden, anyOrigin: true, rawBody: true, mostPerAddress: 60 }, bodyLimit: 20_000 },
    async (request, reply) => {
      const site = await siteOf(request)
      if (!site) {
        reply.callNotFound()
        return reply
      }
      const body: unknown = request.body
      const form = new URLSearchParams(Buffer.isBuffer(body) ? body.toString() : '')
      const given = { source: form.get('source') ?? '', target: form.get('target') ?? '' }
      const taken = await receiveMention(deps, site, given)
      return taken.ok
        ? reply.code(202).type('text/plain; charset=utf-8').send('Taken. It is looked at, then shown.')
        : refuse(reply, taken.refusal)
    },
  )
}
