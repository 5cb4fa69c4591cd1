import { createServer, type RequestListener, type Server } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { allowNetworks, isPublicAddress } from '#platform/http/addresses.ts'
import { createHttpClient } from '#platform/http.ts'

const loopback = allowNetworks(['127.0.0.1/32'])

async function serve(answer: RequestListener): Promise<string> {
  const server: Server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

function client(options: Parameters<typeof createHttpClient>[0] = { allowAddress: loopback }) {
  const made = createHttpClient(options)
  onTestFinished(() => made[Symbol.asyncDispose]())
  return made
}

/** A name server of our own: what each name resolves to. */
const names = (table: Readonly<Record<string, readonly string[]>>) => ({
  lookup: ((host, _options, callback) =>
    callback(
      null,
      (table[host] ?? []).map(address => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) satisfies NonNullable<Parameters<typeof createHttpClient>[0]>['lookup'],
})

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.251',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:8.8.8.8',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::8.8.8.8',
  '100::1',
  '2001::1',
  '2001:0:4136:e378::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  'localhost',
  '',
])('%s is no public address', address => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each([
  '8.8.8.8',
  '1.1.1.1',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '198.17.255.255',
  '198.20.0.1',
  '223.255.255.255',
  '2606:4700::1111',
  '2a00:1450:4001::200e',
  '64:ff9b::8.8.8.8',
  '64:ff9b::808:808',
])('%s is a public address', address => {
  expect(isPublicAddress(address)).toBe(true)
})

test('an ordinary page comes back with its status, headers and bytes', async () => {
  const base = await serve((request, response) => {
    response.setHeader('content-type', 'text/plain')
    response.statusCode = request.url === '/here' ? 200 : 404
    response.end(`hello ${request.method}`)
  })
  const http = client()
  const found = await http.fetch(`${base}/here#part`)
  expect([found.status, found.headers.get('content-type'), Buffer.from(found.body).toString(), found.url]).toEqual([
    200,
    'text/plain',
    'hello GET',
    `${base}/here`,
  ])
  expect((await http.fetch(`${base}/gone`)).status).toBe(404)
})

test.each([
  ['http://127.0.0.1:9/', 'private-address'],
  ['http://2130706433/', 'private-address'],
  ['http://0x7f.1/', 'private-address'],
  ['http://[::1]/', 'private-address'],
  ['http://[::ffff:a9fe:a9fe]/latest/meta-data/', 'private-address'],
  ['http://169.254.169.254/latest/meta-data/', 'private-address'],
  ['http://inside.example/', 'private-address'],
  ['http://nowhere.example/', 'private-address'],
  ['ftp://files.example/', 'bad-url'],
  ['file:///etc/passwd', 'bad-url'],
  ['not an address', 'bad-url'],
  ['http://me:secret@blog.example/', 'credentials-in-url'],
])('%s is refused as %s', async (url, code) => {
  const http = client(names({ 'inside.example': ['10.0.0.8', 'fd00::8'] }))
  await expect(http.fetch(url, { timeoutMs: 3_000 })).rejects.toMatchObject({ name: 'HttpRefused', code })
})

test('a name with a public and a private address is only reached at the public one', async () => {
  const tried: string[] = []
  const http = client({
    allowAddress: address => {
      tried.push(address)
      return false
    },
    ...names({ 'mixed.example': ['127.0.0.1', '10.0.0.1'] }),
  })
  await expect(http.fetch('http://mixed.example/')).rejects.toMatchObject({ code: 'private-address' })
  expect(tried).toEqual(['127.0.0.1', '10.0.0.1'])
})

test('a name that changes its answer after the check gains nothing: the address that is used is the one that was judged', async () => {
  let asked = 0
  const base = await serve((_request, response) => response.end('inside'))
  const http = client({
    lookup: (_host, _options, callback) => {
      asked += 1
      callback(null, [{ address: asked === 1 ? '10.9.9.9' : '127.0.0.1', family: 4 }])
    },
  })
  const url = `http://rebind.example:${new URL(base).port}/`
  await expect(http.fetch(url)).rejects.toMatchObject({ code: 'private-address' })
  await expect(http.fetch(url)).rejects.toMatchObject({ code: 'private-address' })
})

test('a redirect to a private address is refused, by number and by name', async () => {
  const base = await serve((request, response) => {
    response
      .writeHead(302, { location: request.url === '/number' ? 'http://169.254.169.254/' : 'http://inside.example/' })
      .end()
  })
  const http = client({ allowAddress: loopback, ...names({ 'inside.example': ['192.168.0.1'] }) })
  await expect(http.fetch(`${base}/number`)).rejects.toMatchObject({ code: 'private-address' })
  await expect(http.fetch(`${base}/name`)).rejects.toMatchObject({ code: 'private-address' })
})

test('a redirect to another scheme, or with a password in it, is refused', async () => {
  const base = await serve((request, response) => {
    response
      .writeHead(302, { location: request.url === '/file' ? 'file:///etc/passwd' : 'http://a:b@127.0.0.1/' })
      .end()
  })
  await expect(client().fetch(`${base}/file`)).rejects.toMatchObject({ code: 'bad-url' })
  await expect(client().fetch(`${base}/login`)).rejects.toMatchObject({ code: 'credentials-in-url' })
})

test('secrets stay with their origin when a redirect leaves it', async () => {
  const seen: unknown[] = []
  const other = await serve((request, response) => {
    seen.push([request.headers.authorization, request.headers.cookie, request.headers['x-trace']])
    response.end()
  })
  const base = await serve((request, response) => {
    if (request.url === '/same') response.writeHead(302, { location: '/away' }).end()
    else {
      seen.push(request.headers.authorization)
      response.writeHead(307, { location: other }).end()
    }
  })
  await client().fetch(`${base}/same`, { headers: { Authorization: 'Bearer x', Cookie: 'a=b', 'X-Trace': '1' } })
  expect(seen).toEqual(['Bearer x', [undefined, undefined, '1']])
})

test('a posted form becomes a plain visit after 303, and stays a post after 307', async () => {
  const base = await serve(async (request, response) => {
    if (request.url === '/303' || request.url === '/307') {
      response.writeHead(Number(request.url.slice(1)), { location: '/end' }).end()
      return
    }
    let text = ''
    for await (const chunk of request) text += chunk
    response.end(`${request.method} ${request.headers['content-type']} ${text}`)
  })
  const post = { method: 'POST', body: 'a=1', headers: { 'content-type': 'text/plain' } } as const
  expect(Buffer.from((await client().fetch(`${base}/303`, post)).body).toString()).toBe('GET undefined ')
  expect(Buffer.from((await client().fetch(`${base}/307`, post)).body).toString()).toBe('POST text/plain a=1')
})

test('redirects without end stop', async () => {
  const base = await serve((_request, response) => response.writeHead(302, { location: '/again' }).end())
  await expect(client().fetch(base)).rejects.toMatchObject({ code: 'too-many-redirects' })
})

test('packed answers are unpacked, and a small one that unpacks to much is stopped', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000))
  const base = await serve((request, response) => {
    if (request.url === '/gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'))
    else if (request.url === '/br')
      response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('hello'))
    else if (request.url === '/twice') response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end()
    else if (request.url === '/broken') response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all')
    else response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
  })
  const http = client()
  expect(Buffer.from((await http.fetch(`${base}/gzip`)).body).toString()).toBe('hello')
  expect(Buffer.from((await http.fetch(`${base}/br`)).body).toString()).toBe('hello')
  await expect(http.fetch(`${base}/bomb`, { maxBytes: 1_000_000 })).rejects.toMatchObject({
    code: 'too-big',
    message: expect.stringContaining('1 MB'),
  })
  await expect(http.fetch(`${base}/twice`)).rejects.toMatchObject({ code: 'bad-response' })
  await expect(http.fetch(`${base}/broken`)).rejects.toMatchObject({ code: 'bad-response' })
})

test('an endless answer is cut at the limit, one that never comes at the time', async () => {
  const base = await serve((request, response) => {
    const more = setInterval(() => request.url === '/endless' && response.write(Buffer.alloc(100_000)), 1)
    response.on('close', () => clearInterval(more))
  })
  const http = client()
  await expect(http.fetch(`${base}/endless`, { maxBytes: 1_000_000 })).rejects.toMatchObject({ code: 'too-big' })
  await expect(http.fetch(`${base}/silence`, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'timeout' })
})

test('a name that does not exist and a closed port are told apart', async () => {
  const http = client({
    allowAddress: loopback,
    lookup: (host, _options, callback) =>
      callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), []),
  })
  await expect(http.fetch('http://gone.example/')).rejects.toMatchObject({ code: 'no-such-host' })
  await expect(http.fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'unreachable' })
})

test("stopping the caller stops the exchange with the caller's reason", async () => {
  const base = await serve(() => undefined)
  const stop = new AbortController()
  const waiting = client().fetch(base, { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('server stops')), 50)
  await expect(waiting).rejects.toThrow('server stops')
})
