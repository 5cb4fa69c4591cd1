import { access, constants, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import type pg from 'pg'
import { openServer } from '#cli/open-database.ts'
import { findConnector } from '#connectors/registry.ts'
import { dnsOver, listMailSettings, runChecks } from '#features/broadcasts/index.ts'
import { checkConnections, hooksUnder } from '#features/conversations/index.ts'
import { systemClock } from '#kernel/clock.ts'
import { allowNetworks, createHttpClient } from '#platform/http.ts'
import { installationKey } from '#platform/installation.ts'
import { openKeyring } from '#platform/secrets.ts'
import type { Settings } from '#platform/settings.ts'
import { acrossWorkspaces, type Database, openDatabase } from '#storage/database.ts'
import { listPendingNames } from '#storage/migrate.ts'

type Finding = { check: string; state: 'ok' | 'warn' | 'fail'; text: string }

const gibibyte = 1_073_741_824
const mostClockSkewMs = 2_000
const connectionsWithinMs = 60_000

const finding = (check: string, state: Finding['state'], text: string): Finding => ({ check, state, text })
const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function judgeSettings(settings: Settings): Finding {
  if (settings.unknown.length > 0)
    return finding(
      'settings',
      'warn',
      `${settings.unknown.join(', ')}: no such setting. docs/operate/settings.md lists them.`,
    )
  const { protocol, hostname } = new URL(settings.publicUrl)
  const local = hostname === 'localhost' || hostname === '127.0.0.1'
  if (protocol === 'http:' && !local)
    return finding(
      'settings',
      'warn',
      `KITH_PUBLIC_URL is ${settings.publicUrl}: without https, sign-ins can be read on the way.`,
    )
  return finding('settings', 'ok', `Kith is ${settings.publicUrl}.`)
}

async function judgeDataFolder(settings: Settings): Promise<Finding> {
  try {
    let place = settings.dataFolder
    while (!(await exists(place)) && dirname(place) !== place) place = dirname(place)
    await access(place, constants.W_OK)
    const { bavail, bsize } = await statfs(place)
    const free = bavail * bsize
    const text = `${settings.dataFolder} has ${(free / gibibyte).toFixed(1)} GiB free.`
    return finding('disk', free < gibibyte ? 'fail' : free < 5 * gibibyte ? 'warn' : 'ok', text)
  } catch (error) {
    return finding('disk', 'fail', `${settings.dataFolder} can't be used: ${reasonOf(error)}.`)
  }
}

async function judgeKeyFile(settings: Settings): Promise<Finding> {
  const found = await stat(settings.keyFile).catch(() => undefined)
  if (!found) return finding('key file', 'ok', `${settings.keyFile} is made on the first start.`)
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    return finding('key file', 'fail', `${settings.keyFile} can be read by others. Run: chmod 600 ${settings.keyFile}`)
  return finding('key file', 'ok', `${settings.keyFile} is for its owner only. Keep a copy apart from the backups.`)
}

async function judgePort(settings: Settings): Promise<Finding> {
  const probe = createServer()
  const problem = await new Promise<NodeJS.ErrnoException | undefined>(resolve => {
    probe.once('error', resolve).listen(settings.port, settings.host, () => probe.close(() => resolve(undefined)))
  })
  const place = `${settings.host}:${settings.port}`
  if (!problem) return finding('port', 'ok', `${place} is free.`)
  if (problem.code === 'EADDRINUSE')
    return finding('port', 'warn', `${place} is taken: fine if that is Kith running, else set KITH_PORT.`)
  if (problem.code === 'EACCES')
    return finding('port', 'fail', `This user may not listen on ${place}. Choose a KITH_PORT above 1023.`)
  return finding('port', 'fail', `Kith can't listen on ${place}: ${problem.message}.`)
}

async function judgeDatabase(pool: pg.Pool): Promise<Finding[]> {
  const before = Date.now()
  const { rows } = await pool.query<{
    number: number
    version: string
    role: string
    unbound: boolean
    now: Date
    owns: boolean
  }>(`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_user as role, (rolsuper or rolbypassrls) as unbound, clock_timestamp() as now,
      has_database_privilege(current_database(), 'create') as owns
    from pg_roles where rolname = current_user`)
  const [row] = rows
  if (!row) return [finding('database', 'fail', 'The database does not know the role it was opened with.')]
  const skewMs = Math.abs(row.now.getTime() - (before + Date.now()) / 2)
  const pending = await listPendingNames(pool)
  return [
    row.number >= 150_000
      ? finding('database', 'ok', `PostgreSQL ${row.version}.`)
      : finding('database', 'fail', `PostgreSQL ${row.version} is too old: Kith needs 15 or newer.`),
    row.unbound
      ? finding(
          'role',
          'warn',
          `The role ${row.role} is above row-level security, the wall between workspaces. Use one without superuser and bypassrls.`,
        )
      : finding('role', 'ok', `The role ${row.role} is bound by row-level security.`),
    pending.length === 0
      ? finding('schema', 'ok', 'The schema is up to date.')
      : row.owns
        ? finding('schema', 'ok', `The next start applies ${pending.length} migrations.`)
        : finding('schema', 'fail', `${pending.length} migrations wait, and ${row.role} may not create tables here.`),
    skewMs > mostClockSkewMs
      ? finding(
          'clock',
          'warn',
          `The database's clock is ${Math.round(skewMs / 1000)} s off this machine's. Use NTP on both.`,
        )
      : finding('clock', 'ok', "The database's clock agrees with this machine's."),
  ]
}

/** Each connected network is asked: credentials, permissions, and whether it can reach us. */
async function judgeConnections(settings: Settings, db: Database): Promise<Finding[]> {
  // Without a key file there is no secret to try, and looking must not make one.
  if (!(await exists(settings.keyFile))) return []
  const keyring = await openKeyring(settings.keyFile)
  const allowAddress = allowNetworks(settings.outboundAllow)
  await using http = createHttpClient({ allowAddress })
  const checks = await checkConnections(
    {
      db,
      vault: keyring,
      hooks: hooksUnder(new URL(settings.publicUrl), await installationKey(db, keyring, 'hooks')),
      connectorOf: tool => findConnector(tool, { http, allowAddress }),
    },
    AbortSignal.timeout(connectionsWithinMs),
  )
  return checks.map(({ tool, label, name, ok, text }) =>
    finding(`${tool} “${label}” ${name}`, ok ? 'ok' : 'fail', text),
  )
}

/** What big providers look at, for each workspace that sends to lists; nothing is asked of DNS where none does. */
async function judgeListMail(db: Database): Promise<Finding[]> {
  // Of every workspace: the doctor looks at the installation.
  const senders = await acrossWorkspaces(db, listMailSettings)
  const findings: Finding[] = []
  for (const { workspace, fromAddress } of senders) {
    const checks = await runChecks({ db, clock: systemClock, dns: dnsOver() }, workspace)
    if (!checks.ok) continue
    for (const { id, state, record, seen } of checks.value)
      findings.push(
        finding(
          `list mail ${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)} ${id}`,
          state,
          [
            seen ? `Found: ${seen}.` : '',
            record && state !== 'ok' ? `Set: ${record.name} ${record.type} ${record.value}` : '',
          ]
            .filter(Boolean)
            .join(' ') || 'Fine.',
        ),
      )
  }
  return findings
}

async function openAndJudge(settings: Settings): Promise<Finding[]> {
  try {
    await using server = await openServer(settings)
    await using database = openDatabase({ url: server.url, maxConnections: 2 })
    const findings = await judgeDatabase(database.pool)
    const upToDate = (await listPendingNames(database.pool)).length === 0
    return upToDate
      ? [...findings, ...(await judgeConnections(settings, database.db)), ...(await judgeListMail(database.db))]
      : findings
  } catch (error) {
    return [finding('database', 'fail', `The database can't be used: ${reasonOf(error)}`)]
  }
}

/** `kith doctor`: what would keep Kith from running well here. Exit code 1 when something fails; warnings alone are 0. */
export async function doctor(
  settings: Settings,
  options: { json?: boolean },
  io: { out(text: string): void },
): Promise<0 | 1> {
  const findings = [
    judgeSettings(settings),
    await judgeDataFolder(settings),
    await judgeKeyFile(settings),
    await judgePort(settings),
    ...(await openAndJudge(settings)),
  ]
  const failed = findings.some(({ state }) => state === 'fail')
  if (options.json) io.out(`${JSON.stringify({ ok: !failed, findings })}\n`)
  else
    for (const { check, state, text } of findings)
      io.out(`${state.toUpperCase().padEnd(5)} ${check.padEnd(9)} ${text}\n`)
  return failed ? 1 : 0
}
