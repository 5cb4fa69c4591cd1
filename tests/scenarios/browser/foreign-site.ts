import { createServer } from 'node:http'

/** A web site of somebody else, on a host that is another site for the browser; `answer` gives what stands at a path. */
export async function startForeignSite(
  answer: (path: string) => { type?: string; body: string; policy?: string } | undefined,
) {
  const server = createServer((request, response) => {
    const found = answer(new URL(request.url ?? '/', 'http://foreign').pathname)
    if (!found) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-type', found.type ?? 'text/html; charset=utf-8')
    if (found.policy !== undefined) response.setHeader('content-security-policy', found.policy)
    response.end(found.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    /** Kith calls itself localhost: this number is another site, that name only another origin. */
    origin: `http://127.0.0.1:${port}`,
    sameSiteOrigin: `http://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
