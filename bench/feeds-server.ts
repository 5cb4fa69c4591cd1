import { createHash } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { parentPort } from 'node:worker_threads'

/**
 * Ten thousand blogs in one process, each under an address of its own in 127.0.0.0/8: what a blog is like follows from its number, so that
 * every run meets the same ones.
 */
type Kind = 'rss' | 'atom' | 'json' | 'slow' | 'silent' | 'gone' | 'busy' | 'broken' | 'failing' | 'moved'

/** Of a hundred blogs. */
const shares: readonly (readonly [Kind, number])[] = [
  ['rss', 48],
  ['atom', 28],
  ['json', 6],
  ['slow', 5],
  ['moved', 3],
  ['busy', 2],
  ['gone', 2],
  ['failing', 2],
  ['broken', 3],
  ['silent', 1],
]

function kindOf(blog: number): Kind {
  let at = (blog * 37) % 100
  for (const [kind, share] of shares) {
    if (at < share) return kind
    at -= share
  }
  return 'rss'
}

const words =
  'frost vineyard harvest night pruning cellar river market kitchen garden letter road winter morning river stone bread window forest train engine valve turbine ledger patient ward shift query index compiler'.split(
    ' ',
  )
const dayMs = 86_400_000

function wordsOf(seed: number, count: number): string {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return words[(state >>> 8) % words.length]
  }).join(' ')
}

const entriesOf = (blog: number) =>
  Array.from({ length: 8 + (blog % 8) }, (_, index) => {
    const paragraphs = Array.from({ length: 4 }, (_, part) => `<p>${wordsOf(blog * 97 + index * 7 + part, 60)}</p>`)
    const at = new Date(Date.UTC(2026, 10, 20) - index * (1 + (blog % 30)) * dayMs)
    return { id: `urn:blog:${blog}:${index}`, title: wordsOf(blog + index, 5), html: paragraphs.join('\n'), at }
  })

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function write(blog: number, kind: Kind, home: string): { type: string; text: string } {
  const entries = entriesOf(blog)
  if (kind === 'json')
    return {
      type: 'application/feed+json',
      text: JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: `Notes ${blog}`,
        home_page_url: home,
        items: entries.map(({ id, title, html, at }) => ({
          id,
          title,
          url: `${home}${encodeURIComponent(id)}`,
          content_html: html,
          date_published: at.toISOString(),
        })),
      }),
    }
  if (kind === 'atom')
    return {
      type: 'application/atom+xml; charset=utf-8',
      text: `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Notes ${blog}</title>
<id>urn:blog:${blog}</id><updated>2026-11-20T00:00:00Z</updated><link href="${home}"/>${entries
        .map(
          ({ id, title, html, at }) =>
            `<entry><id>${id}</id><title>${title}</title><link href="${home}${encodeURIComponent(id)}"/><updated>${at.toISOString()}</updated><content type="html">${escaped(html)}</content></entry>`,
        )
        .join('\n')}</feed>`,
    }
  const text = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Notes ${blog}</title><link>${home}</link>${entries
    .map(
      ({ id, title, html, at }) =>
        `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><link>${home}${encodeURIComponent(id)}</link><pubDate>${at.toUTCString()}</pubDate><content:encoded><![CDATA[${html}]]></content:encoded></item>`,
    )
    .join('\n')}</channel></rss>`
  // Cut off in the middle of a post, as overloaded servers do.
  return { type: 'application/rss+xml', text: kind === 'broken' ? text.slice(0, text.length / 2) : text }
}

const slowMs = 6_000

function answer(blog: number, known: string | undefined, home: string, reply: ServerResponse): void {
  const kind = kindOf(blog)
  switch (kind) {
    case 'silent':
      return
    case 'gone':
      reply.writeHead(410).end()
      return
    case 'busy':
      reply.writeHead(429, { 'retry-after': '3600' }).end()
      return
    case 'failing':
      reply.writeHead(500).end('sorry')
      return
    case 'moved':
      if (!home.endsWith('/now/')) {
        reply.writeHead(302, { location: `${home}now/` }).end()
        return
      }
  }
  const { type, text } = write(blog, kind, home)
  const etag = `"${createHash('sha1').update(text).digest('hex')}"`
  const send = () => {
    if (known === etag) reply.writeHead(304, { etag }).end()
    else
      reply.writeHead(200, { 'content-type': type, etag, 'last-modified': 'Fri, 20 Nov 2026 00:00:00 GMT' }).end(text)
  }
  if (kind === 'slow') setTimeout(send, slowMs)
  else send()
}

let asked = 0
const server = createServer((request, reply) => {
  asked += 1
  const [, second = 0, third = 0, fourth = 0] = (request.headers.host ?? '').split(':')[0]?.split('.').map(Number) ?? []
  const path = request.url === '/now/' ? 'now/' : ''
  answer(
    (second << 16) | (third << 8) | fourth,
    request.headers['if-none-match'],
    `http://${request.headers.host}/${path}`,
    reply,
  )
})
server.listen(0, '0.0.0.0', () => {
  const address = server.address()
  parentPort?.postMessage({ port: typeof address === 'object' && address ? address.port : 0 })
})
parentPort?.on('message', () => parentPort?.postMessage({ asked }))
