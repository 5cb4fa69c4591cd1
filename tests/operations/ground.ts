import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWhatsAppConnector } from '#connectors/whatsapp/index.ts'
import { createHttpClient } from '#platform/http.ts'
import { readSettings } from '#platform/settings.ts'
import type { Example } from '#server/examples.ts'
import { startServer } from '#server/start.ts'
import { startGithub } from '#tests/servers/github.ts'
import { startMastodonApi } from '#tests/servers/mastodon-api.ts'
import { startChatEndpoint } from '#tests/servers/openai.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'
import { freePort } from '#tests/servers/prosody.ts'
import { startSmtpSink } from '#tests/servers/smtp-sink.ts'
import { startWhatsApp } from '#tests/servers/whatsapp.ts'
import { startXmppNetwork } from '#tests/servers/xmpp.ts'
import { type Api, clientFor, done, take, until } from './client.ts'
import { type ApiDocument, readDocument } from './document.ts'

const dayMs = 86_400_000
export const mara = { email: 'mara@kith.example', password: 'a long harbour wall' }

const words = 'The second night shift taught me more than the first month of days: the checklist belongs on the door.'

/** A blog, a page that answers, and a door that takes every event: what Kith goes out to here. */
async function startOutside() {
  const server = createServer((request, response) => {
    if (request.method === 'POST') return response.writeHead(204).end()
    const { port } = server.address() as AddressInfo
    const answers = new URL(request.url ?? '/', 'http://localhost').searchParams.get('answers')
    if (answers !== null)
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<p class="h-entry"><a class="u-in-reply-to" href="${answers}">This</a> is how it is.</p>`)
    const items = ['A checklist for the cold room', 'Frost in the vineyard'].map(
      (title, index) =>
        `<item><title>${title}</title><guid>${index}</guid><link>http://127.0.0.1:${port}/${index}</link><pubDate>${new Date(Date.now() - (index + 1) * dayMs).toUTCString()}</pubDate><description>${words}</description></item>`,
    )
    return response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Night notes</title><link>http://127.0.0.1:${port}/</link>${items.join('')}</channel></rss>`,
      )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    /** A page that answers to another. */
    answerTo: (target: string) => `${url}/?answers=${encodeURIComponent(target)}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

const onGithub = {
  accounts: [{ login: 'vera-lund', type: 'User' as const, name: 'Vera Lund', bio: 'Night shifts and Haskell' }],
  members: {},
  stars: { 'vera-lund': ['norte/shifts'] },
}

export type Ground = Awaited<ReturnType<typeof startGround>>

/** The whole server on an empty database, with the servers of others that its operations go out to. `note` hears every call. */
export async function startGround() {
  const stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'kith-operations-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const [xmpp, whatsApp, mastodon, github, assistant, mail, outside, database] = await Promise.all([
    startXmppNetwork().then(each => stack.use(each)),
    startWhatsApp(createWhatsAppConnector({ http: stack.use(createHttpClient({ allowAddress: () => true })) })).then(
      each => stack.use(each),
    ),
    startMastodonApi().then(each => stack.use(each)),
    startGithub(onGithub).then(each => stack.use(each)),
    startChatEndpoint({ key: 'sk-harbour', model: 'plain' }).then(each => stack.use(each)),
    startSmtpSink().then(each => stack.use(each)),
    startOutside().then(each => stack.use(each)),
    startTestDatabase().then(each => stack.use(each)),
  ])
  const settings = readSettings({
    KITH_DATA: folder,
    KITH_PORT: String(await freePort()),
    KITH_LOG_LEVEL: 'silent',
    KITH_OUTBOUND_ALLOW: '127.0.0.0/8,::1',
    KITH_GITHUB_API: github.url,
    DATABASE_URL: database.url,
  })
  const server = stack.use(await startServer(settings))
  const url = server.forPeople
  const document: ApiDocument = readDocument(await (await fetch(`${url}/api/openapi.json`)).json())
  const calls: Example[] = []
  const wrong: string[] = []
  const note = (call: Example) => {
    calls.push(call)
    for (const why of document.judge(call)) wrong.push(`${call.operation}: ${why}`)
  }
  const clientAs = (who: { token?: string; cookie?: string }): Api => clientFor(url, note, who)
  return {
    url,
    setUpLink: server.setUpLink ?? '',
    db: database.db,
    document,
    calls,
    wrong,
    clientAs,
    stranger: clientAs({}),
    xmpp,
    whatsApp,
    mastodon,
    assistant,
    mail,
    outside,
    /** Signs in and gives a client with the session of a browser. */
    async signIn(who: { email: string; password: string }): Promise<Api> {
      const answer = await done(this.stranger.POST('/api/v1/sign-in', { body: who }))
      return clientAs({ cookie: cookieOf(answer) })
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

export const cookieOf = (answer: Response): string => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

/** Mara's team, with nobody else in it. */
export async function setUpTeam(ground: Ground) {
  const { stranger, clientAs } = ground
  await take(stranger.GET('/api/v1/sign-in/ways'))
  const code = new URL(ground.setUpLink).hash.slice(1)
  await done(stranger.POST('/api/v1/setup/check', { body: { code } }))
  const answer = await done(
    stranger.POST('/api/v1/setup', {
      body: { code, name: 'Mara', ...mara, workspaceName: 'Night jobs', recruitsFor: 'Harbour Clinic', locale: 'en' },
    }),
  )
  const session = clientAs({ cookie: cookieOf(answer) })
  const { token } = await take(session.POST('/api/v1/me/tokens', { body: { name: 'A script of ours' } }))
  const api = clientAs({ token })
  return { api, session }
}

export type Team = Awaited<ReturnType<typeof setUpTeam>>
/** What every chapter stands on. */
export type On = Ground & Team

/** A little of everything, there and gone without a trace. */
export async function callSample({ api }: On) {
  await done(api.POST('/api/v1/sample', { body: { people: 50 } }))
  await until('the sample', async () => {
    const { loaded, loading } = await take(api.GET('/api/v1/sample'))
    return loaded && !loading
  })
  await done(api.DELETE('/api/v1/sample'))
}
