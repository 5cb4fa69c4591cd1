import { randomBytes } from 'node:crypto'
import { audit } from '#features/accounts/index.ts'
import type { Clock } from '#kernel/clock.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { HttpClient } from '#platform/http.ts'
import { tellBrowsers } from '#platform/live.ts'
import { acrossWorkspaces, type Database, inWorkspace } from '#storage/database.ts'
import type { Answers } from './answers.ts'
import { hostFrom, type SiteSettings } from './model.ts'
import {
  findDomainCode,
  findDomainHolder,
  findSite,
  findSiteOf,
  type SiteRow,
  updateDomainCode,
  updateDomainProven,
  upsertSite,
} from './store.ts'

export type SiteDeps = {
  db: Database
  clock: Clock
  /** The installation's own address. */
  publicUrl: string
  answers?: Answers
  /** How Kith looks whether a host leads to it. */
  http?: Pick<HttpClient, 'fetch'>
}

/** A site and where it is read: everything public, and every address in a mail, begins with `base`. */
export type Site = SiteRow & { base: string }

/**
 * The workspace's own host once Kith was found there, else the installation's. Mails, what feed readers keep and what search engines index
 * can't be taken back, so a host that somebody only typed is not enough.
 */
export function baseOf(
  deps: Pick<SiteDeps, 'publicUrl'>,
  site: Pick<SiteRow, 'domain' | 'domainProvenAt'> | undefined,
): string {
  if (!site?.domain || !site.domainProvenAt) return deps.publicUrl
  return `${new URL(deps.publicUrl).protocol}//${site.domain}`
}

const withBase = (deps: Pick<SiteDeps, 'publicUrl'>, row: SiteRow): Site => ({ ...row, base: baseOf(deps, row) })

/** Whose site a stranger asks for, by the host they asked. Undefined before anybody has set Kith up. */
export async function findAskedSite(deps: Pick<SiteDeps, 'db' | 'publicUrl'>, host: string): Promise<Site | undefined> {
  const row = await acrossWorkspaces(deps.db, tx => findSiteOf(tx, host.toLowerCase()))
  return row && withBase(deps, row)
}

export async function readSite(deps: Pick<SiteDeps, 'db' | 'publicUrl'>, workspace: WorkspaceId): Promise<Site> {
  const row = await inWorkspace(deps.db, workspace, tx => findSite(tx, workspace))
  if (!row) throw new Error('the workspace is gone')
  return withBase(deps, row)
}

export const codePath = '/.well-known/kith-site'
const mostMs = 5_000

/** Whether this Kith answers at the site's own host. Of a host that once led here and does not now, nothing speaks any more. */
export async function proveDomain(
  deps: Pick<SiteDeps, 'db' | 'clock' | 'publicUrl' | 'http' | 'answers'>,
  workspace: WorkspaceId,
): Promise<boolean> {
  const { domain } = await readSite(deps, workspace)
  if (domain === null || !deps.http) return false
  const code = await findCode(deps, domain)
  const { protocol } = new URL(deps.publicUrl)
  const found = await deps.http
    .fetch(`${protocol}//${domain}${codePath}`, { timeoutMs: mostMs, maxBytes: 1_000 })
    .then(answer => answer.status === 200 && Buffer.from(answer.body).toString('utf8').trim() === code)
    .catch(() => false)
  const provenAt = found && code !== undefined ? deps.clock.now() : null
  await inWorkspace(deps.db, workspace, tx => updateDomainProven(tx, workspace, { domain, provenAt }))
  deps.answers?.forget(workspace)
  return provenAt !== null
}

export const findCode = (deps: Pick<SiteDeps, 'db'>, host: string): Promise<string | undefined> =>
  acrossWorkspaces(deps.db, tx => findDomainCode(tx, host.toLowerCase()))

export type SiteRefusal = { code: 'no-host' } | { code: 'host-taken' }

export async function changeSite(
  deps: SiteDeps,
  caller: Caller,
  change: Partial<SiteSettings>,
): Promise<Result<Site, SiteRefusal>> {
  const { workspace } = caller
  const named = change.domain?.trim()
  const domain = named ? hostFrom(named) : change.domain === undefined ? undefined : null
  if (named && domain === undefined) return refuse({ code: 'no-host' })
  const now = deps.clock.now()
  // Another workspace's host is none of the rows that this one sees.
  const saved = await acrossWorkspaces(deps.db, async tx => {
    const holder = domain ? await findDomainHolder(tx, domain) : undefined
    if (holder !== undefined && holder !== workspace) return false
    const before = await findSite(tx, workspace)
    if (!before) throw new Error('the workspace is gone')
    const { workspace: _, updatedAt: __, domainProvenAt: ___, ...known } = before
    await upsertSite(tx, workspace, { ...known, ...change, domain: domain === undefined ? known.domain : domain }, now)
    if (domain !== undefined && domain !== known.domain)
      await updateDomainCode(tx, workspace, domain === null ? null : randomBytes(18).toString('base64url'))
    await audit(tx, { caller, at: now, action: 'site.changed', subjectKind: 'site', subject: workspace })
    tellBrowsers(tx, workspace, { kind: 'site.changed', payload: {} })
    return true
  })
  if (!saved) return refuse({ code: 'host-taken' })
  deps.answers?.forget(workspace)
  if (domain) await proveDomain(deps, workspace)
  return done(await readSite(deps, workspace))
}
