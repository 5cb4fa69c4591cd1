import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** What the server allows a page: no inline style or script, nothing from elsewhere. */
export const strictPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'"

export type ServedPages = { url: string; [Symbol.asyncDispose]: () => Promise<void> }

/** Builds the web application with its gallery and serves it like `servePages`. */
export async function serveKit(): Promise<ServedPages> {
  const folder = await mkdtemp(join(tmpdir(), 'kith-kit-'))
  await build({
    mode: 'kit',
    logLevel: 'error',
    build: { outDir: folder, sourcemap: false, reportCompressedSize: false },
  })
  const served = await servePages(folder)
  return {
    url: served.url,
    [Symbol.asyncDispose]: async () => {
      await served[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Serves built pages under the strict policy, without any API behind them. */
export async function servePages(folder: string): Promise<ServedPages> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://kit').pathname)
    if (path.startsWith('/api/')) {
      response.writeHead(503, { 'content-type': 'application/json' })
      return response.end(
        JSON.stringify({ error: { code: 'away', message: 'There is no server behind these pages.' } }),
      )
    }
    const file = extname(path) === '' ? '/index.html' : path
    try {
      const body = await readFile(join(folder, file))
      response.writeHead(200, {
        'content-type': kinds[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': strictPolicy,
      })
      return response.end(body)
    } catch {
      return response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
