import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { SingleSignOn } from '#features/accounts/deps.ts'
import { accountRoutes, authenticate, createSetupCode } from '#features/accounts/index.ts'
import type { App } from '#platform/routes.ts'
import { openKeyring } from '#platform/secrets.ts'
import { sessionCookieName } from '#server/auth.ts'
import { buildHttp } from '#server/http.ts'
import { startTestDatabase } from '#tests/servers/postgres.ts'

export const goodPassword = 'green kettle over seven hills'

export type TestClock = { now(): Date; pass(ms: number): void }

function startClock(): TestClock {
  let at = Date.now()
  return {
    now: () => new Date(at),
    pass: ms => {
      at += ms
    },
  }
}

/** A browser as far as the server can tell: keeps the session cookie, sends same-origin requests. */
export type Browser = {
  cookie: string | undefined
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<{ status: number; body: unknown; headers: Record<string, unknown> }>
}

export type Accounts = Awaited<ReturnType<typeof startAccounts>>

/** The accounts feature behind the real HTTP server, on a database and key file of its own. */
export async function startAccounts(
  options: { publicUrl?: string; singleSignOn?: SingleSignOn; webFolder?: string } = {},
) {
  const database = await startTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'kith-accounts-'))
  const keyFile = join(folder, 'keys.json')
  const clock = startClock()
  const publicUrl = new URL(options.publicUrl ?? 'http://localhost:4280')
  const cookieName = sessionCookieName(publicUrl.protocol === 'https:')
  const deps = {
    db: database.db,
    clock,
    keyring: await openKeyring(keyFile),
    publicUrl,
    cookieName,
    ...(options.singleSignOn && { singleSignOn: options.singleSignOn }),
  }
  const lines: string[] = []
  const app: App = await buildHttp({
    publicUrl: publicUrl.href,
    version: '0.0.0',
    trustProxy: false,
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    authenticate: credentials => authenticate(deps, credentials),
    ready: async () => undefined,
    routes: app => accountRoutes(app, deps),
    ...(options.webFolder && { webFolder: options.webFolder }),
  })

  function openBrowser(from: { address?: string; agent?: string } = {}): Browser {
    const browser: Browser = {
      cookie: undefined,
      async send(method, url, body) {
        const answer = await app.inject({
          method,
          url,
          remoteAddress: from.address ?? '127.0.0.1',
          headers: {
            'sec-fetch-site': 'same-origin',
            'user-agent': from.agent ?? 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
            ...(browser.cookie && { cookie: `${cookieName}=${browser.cookie}` }),
          },
          ...(body && { payload: body }),
        })
        const set = answer.cookies.find(cookie => cookie.name === cookieName)
        if (set) browser.cookie = set.value || undefined
        return { status: answer.statusCode, body: answer.body ? answer.json() : undefined, headers: answer.headers }
      },
    }
    return browser
  }

  /** A team with its owner, signed in. */
  async function setUpTeam(email: string, workspaceName = 'Northern Nurses'): Promise<Browser> {
    const owner = openBrowser()
    const code = await createSetupCode(deps)
    const answer = await owner.send('POST', '/api/v1/setup', {
      code,
      name: 'Mara Lindt',
      email,
      password: goodPassword,
      workspaceName,
    })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return owner
  }

  /** Invited by `owner` and signed in. */
  async function joinTeam(owner: Browser, email: string, role: string, name = 'Tom Bek'): Promise<Browser> {
    const invited = await owner.send('POST', '/api/v1/team/invitations', { email, role })
    const { link } = invited.body as { link: string }
    const member = openBrowser()
    const answer = await member.send('POST', '/api/v1/invitations/accept', {
      code: new URL(link).hash.slice(1),
      name,
      password: goodPassword,
    })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return member
  }

  return {
    app,
    deps,
    clock,
    keyFile,
    lines,
    pool: database.pool,
    openBrowser,
    setUpTeam,
    joinTeam,
    async [Symbol.asyncDispose]() {
      await app.close()
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
