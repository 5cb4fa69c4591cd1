import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import { type App, replyRefusal } from '#platform/routes.ts'
import { pagePolicy } from '#server/security.ts'

/** Where index.html wants this answer's nonce. */
export const noncePlaceholder = '__CSP_NONCE__'

const hashedMaxAgeMs = 365 * 24 * 3600_000
const plainMaxAgeMs = 3600_000

async function filesBelow(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return new Set(files.map(file => relative(folder, file).split(sep).join('/')))
}

/**
 * The web app: files as they are (those under assets/ carry a hash, so they never change), and its one page for every other
 * address that is no file and no API.
 */
export async function addStatic(app: App, options: { folder: string; publicUrl: URL }): Promise<void> {
  const { folder, publicUrl } = options
  const files = await filesBelow(folder)
  if (!files.has('index.html')) throw new Error(`${folder} has no index.html: build the web app first (npm run build).`)
  const index = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, index: false })

  app.get('/*', { config: { access: 'public', hidden: true } }, (request, reply) => {
    let path: string
    try {
      path = decodeURIComponent(new URL(request.url, publicUrl).pathname).slice(1)
    } catch {
      return replyRefusal(reply, 400, 'bad-address', 'This address is not written as an address should be.')
    }
    if (path !== 'index.html' && files.has(path)) {
      const hashed = path.startsWith('assets/')
      // Other sites put the chat's loader on their pages.
      if (path.startsWith('widget/')) reply.header('cross-origin-resource-policy', 'cross-origin')
      return reply.sendFile(path, { maxAge: hashed ? hashedMaxAgeMs : plainMaxAgeMs, immutable: hashed })
    }
    const looksLikeFile = /\.[a-z0-9]{1,8}$/i.test(path) && path !== 'index.html'
    if (path === 'api' || path.startsWith('api/') || path.startsWith('assets/') || looksLikeFile) {
      reply.callNotFound()
      return reply
    }
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header('content-security-policy', pagePolicy(publicUrl, { nonce }))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(index.replaceAll(noncePlaceholder, nonce))
  })
}
