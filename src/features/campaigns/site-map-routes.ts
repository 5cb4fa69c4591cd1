import { readShownPosts } from '#features/blog/index.ts'
import { jobUrl, readOpenJobs } from '#features/openings/index.ts'
import { answerFrom, findAskedSite, type SiteDeps } from '#features/site/index.ts'
import { escapeXml } from '#kernel/html.ts'
import type { App } from '#platform/routes.ts'
import { inWorkspace } from '#storage/database.ts'
import { listPages } from './store/pages.ts'

const hidden = { access: 'public', hidden: true } as const
/** What search engines take of one file (sitemaps.org). */
const mostAddresses = 50_000
const mostPosts = 10_000

type Line = { url: string; at: Date }

/** What search engines may look at, and where they find everything. */
export function siteMapRoutes(app: App, deps: SiteDeps): void {
  app.get('/robots.txt', { config: hidden }, async (request, reply) => {
    const sent = await answerFrom(deps.answers, request, reply, async () => {
      const site = await findAskedSite(deps, request.host)
      const map = site ? [`Sitemap: ${site.base}/sitemap.xml`] : []
      return {
        status: 200,
        type: 'text/plain; charset=utf-8',
        body: ['User-agent: *', 'Disallow: /api/', 'Disallow: /chat/', 'Disallow: /preview/', ...map, ''].join('\n'),
        workspace: site?.workspace ?? ('' as const),
        headers: { 'cache-control': 'public, max-age=3600' },
      }
    })
    if (!sent) reply.callNotFound()
    return reply
  })
  app.get('/sitemap.xml', { config: hidden }, async (request, reply) => {
    const sent = await answerFrom(deps.answers, request, reply, async () => {
      const site = await findAskedSite(deps, request.host)
      if (!site) return undefined
      const { workspace, base } = site
      const pages = await inWorkspace(deps.db, workspace, tx => listPages(tx, workspace))
      const lines: Line[] = [
        { url: `${base}/jobs`, at: site.updatedAt },
        { url: `${base}/blog`, at: site.updatedAt },
        ...pages
          .filter(page => page.publishedAt !== null)
          .map(page => ({ url: `${base}/p/${page.slug}`, at: page.updatedAt })),
        ...(await readOpenJobs(deps, workspace)).map(job => ({ url: jobUrl(site, job), at: job.updatedAt })),
        ...(await readShownPosts(deps, workspace, mostPosts)).map(post => ({
          url: `${base}/blog/${post.slug}`,
          at: post.revisedAt ?? post.updatedAt,
        })),
      ]
      const body = `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${lines
  .slice(0, mostAddresses)
  .map(({ url, at }) => `<url><loc>${escapeXml(url)}</loc><lastmod>${at.toISOString()}</lastmod></url>`)
  .join('\n')}
</urlset>
`
      return { status: 200, type: 'application/xml; charset=utf-8', body, workspace, forMs: 30_000 }
    })
    if (!sent) reply.callNotFound()
    return reply
  })
}
