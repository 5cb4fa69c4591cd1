import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'

type Environment = Readonly<Record<string, string | undefined>>

/** The folder where this user's programs keep their data; `/var/lib/kith` for root. */
function defaultDataFolder(env: Environment): string {
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Kith')
  if (process.getuid?.() === 0) return '/var/lib/kith'
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Kith')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'kith')
}

const text = z.string().min(1)
const count = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${low} to ${high}`)
    .transform(Number)
    .pipe(z.number().min(low, `must be ${low} or more`).max(high, `must be ${high} or less`))
const list = z.string().transform(value =>
  value
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== ''),
)
const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address such as https://kith.example.com', abort: true })
  .refine(value => URL.canParse(value) && new URL(value).pathname === '/', 'must be an address without a path')
  .transform(value => new URL(value).origin)
const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'must look like postgres://user:password@host:5432/database')

/** Every setting of Kith. The manual's page is printed from here. */
const table = {
  KITH_DATA: text.optional().describe('Folder for the database, the key file and what the server keeps. Back it up.'),
  KITH_HOST: text.default('127.0.0.1').describe('Address to listen on. `0.0.0.0` for every network of this machine.'),
  KITH_PORT: count(0, 65_535).default(4280).describe('Port to listen on. `0` takes a free one.'),
  KITH_PUBLIC_URL: webAddress
    .optional()
    .describe('The address people use to reach Kith, with https. Links in mails, feeds and sign-in use it.'),
  DATABASE_URL: databaseAddress
    .optional()
    .describe(
      'A PostgreSQL 15 or newer of your own. Unset: Kith runs its own under KITH_DATA. The role must not be a superuser.',
    ),
  KITH_DB_CONNECTIONS: count(2, 500).default(10).describe('Most connections the web server keeps to the database.'),
  KITH_WORKER_TASKS: count(1, 100)
    .default(4)
    .describe('Background tasks run at the same time. `kith serve` on each node.'),
  KITH_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info')
    .describe('How much is logged. Logs hold ids, never messages, names or addresses.'),
  KITH_KEY_FILE: text
    .optional()
    .describe(
      'File with the keys that seal passwords of your networks. Made on first start. Without it they are lost.',
    ),
  KITH_TRUST_PROXY: list
    .default([])
    .describe('Addresses or networks of your reverse proxy, by comma. Only from these is `X-Forwarded-For` believed.'),
  KITH_OUTBOUND_ALLOW: list
    .default([])
    .describe(
      'Private addresses or networks Kith may connect to (feeds, webhooks, chat and mail servers), by comma, such as `10.0.5.0/24`. All others are refused.',
    ),
  KITH_TOKEN: text
    .optional()
    .describe('An API token for `kith mcp`, which talks to a running Kith. Made under Settings, API tokens.'),
  KITH_METRICS_TOKEN: text
    .optional()
    .describe('Lets a collector on another machine read `/metrics` with this bearer token.'),
  KITH_GITHUB_TOKEN: text
    .optional()
    .describe(
      'A token of any GitHub account, without rights: with it GitHub answers 5,000 questions an hour instead of 60.',
    ),
  KITH_GITHUB_API: z
    .url({ error: 'must be the web address of the API' })
    .default('https://api.github.com')
    .describe('The API of your own GitHub Enterprise server, if you have one.'),
  KITH_OIDC_ISSUER: z
    .url({ error: 'must be the web address of your identity provider' })
    .optional()
    .describe('Sign-in with your identity provider (OpenID Connect): its issuer address.'),
  KITH_OIDC_CLIENT_ID: text.optional().describe('The client id that the identity provider gave to Kith.'),
  KITH_OIDC_CLIENT_SECRET: text.optional().describe('The client secret that goes with it.'),
  KITH_OIDC_NAME: text.default('Single sign-on').describe('What the sign-in button calls the identity provider.'),
} as const

const derivedDefaults: Readonly<Partial<Record<keyof typeof table, string>>> = {
  KITH_DATA: "the user's data folder; for root `/var/lib/kith`",
  KITH_PUBLIC_URL: '`http://localhost:` and the port',
  KITH_KEY_FILE: '`keys.json` in KITH_DATA',
}

const shape = z.object(table)

export type Settings = {
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string
  /** Undefined: the embedded server. */
  readonly databaseUrl: string | undefined
  readonly dbConnections: number
  readonly workerTasks: number
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly keyFile: string
  readonly trustProxy: readonly string[]
  readonly outboundAllow: readonly string[]
  readonly token: string | undefined
  readonly metricsToken: string | undefined
  readonly github: { readonly api: string; readonly token: string | undefined }
  readonly oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined
  /** Variables that start with KITH_ and mean nothing: a slip of the pen, worth a line in the log. */
  readonly unknown: readonly string[]
}

/** `message` is one plain sentence per wrong variable; values are not repeated, they may be secrets. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings'
  readonly code = 'wrong-settings'
}

function readOidc(read: z.infer<typeof shape>): Settings['oidc'] {
  const { KITH_OIDC_ISSUER: issuer, KITH_OIDC_CLIENT_ID: clientId, KITH_OIDC_CLIENT_SECRET: clientSecret } = read
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret, name: read.KITH_OIDC_NAME }
  const missing = (['KITH_OIDC_ISSUER', 'KITH_OIDC_CLIENT_ID', 'KITH_OIDC_CLIENT_SECRET'] as const).filter(
    name => !read[name],
  )
  if (missing.length < 3) throw new WrongSettings(`Single sign-on also needs ${missing.join(' and ')}.`)
  return undefined
}

export function readSettings(env: Environment = process.env): Settings {
  // An empty variable (`KITH_PORT=` in a compose file) counts as unset.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = shape.safeParse(given)
  if (!parsed.success)
    throw new WrongSettings(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}.`).join(' '))
  const read = parsed.data
  const dataFolder = resolve(read.KITH_DATA ?? defaultDataFolder(env))
  return {
    dataFolder,
    host: read.KITH_HOST,
    port: read.KITH_PORT,
    publicUrl: read.KITH_PUBLIC_URL ?? `http://localhost:${read.KITH_PORT}`,
    databaseUrl: read.DATABASE_URL,
    dbConnections: read.KITH_DB_CONNECTIONS,
    workerTasks: read.KITH_WORKER_TASKS,
    logLevel: read.KITH_LOG_LEVEL,
    keyFile: resolve(read.KITH_KEY_FILE ?? join(dataFolder, 'keys.json')),
    trustProxy: read.KITH_TRUST_PROXY,
    outboundAllow: read.KITH_OUTBOUND_ALLOW,
    token: read.KITH_TOKEN,
    metricsToken: read.KITH_METRICS_TOKEN,
    github: { api: read.KITH_GITHUB_API.replace(/\/+$/, ''), token: read.KITH_GITHUB_TOKEN },
    oidc: readOidc(read),
    unknown: Object.keys(given).filter(
      name => name.startsWith('KITH_') && !name.startsWith('KITH_TEST_') && !(name in table),
    ),
  }
}

/** The manual's page; `npm run docs` writes it. */
export function printSettingsPage(): string {
  const rows = Object.entries(table).map(([name, schema]) => {
    const fallback = shape.shape[name as keyof typeof table].safeParse(undefined)
    const derived = derivedDefaults[name as keyof typeof table]
    const plain = fallback.success && fallback.data !== undefined ? String(fallback.data) : ''
    return `| \`${name}\` | ${derived ?? (plain ? `\`${plain}\`` : 'unset')} | ${schema.description} |`
  })
  return `<!-- Generated by "npm run docs" from src/platform/settings.ts. Change it there. -->
# Settings

Kith needs none of these to start. Set them in the environment of \`npm start\` or \`kith serve\`; an empty one counts as unset.

| Variable | Default | What it does |
| --- | --- | --- |
${rows.join('\n')}
`
}

const testShape = z.object({
  KITH_TEST_POSTGRES: z.enum(['embedded', 'debian']).default('embedded'),
  KITH_TEST_SKIP: list.default([]),
  KITH_TEST_MATRIX_URL: z.url().optional(),
  KITH_TEST_PENDING: z.string().optional(),
})

/**
 * Settings of a test run: which PostgreSQL, which real servers to do without, a Matrix homeserver with open registration, and a file that
 * is there as long as the real servers are still being installed.
 */
export function readTestSettings(env: Environment = process.env): {
  postgres: 'embedded' | 'debian'
  skip: readonly string[]
  matrixUrl: string | undefined
  pending: string | undefined
} {
  const read = testShape.parse(env)
  return {
    postgres: read.KITH_TEST_POSTGRES,
    skip: read.KITH_TEST_SKIP,
    matrixUrl: read.KITH_TEST_MATRIX_URL,
    pending: read.KITH_TEST_PENDING,
  }
}
