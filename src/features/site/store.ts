import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { SiteSettings } from './model.ts'

export type SiteRow = SiteSettings & {
  workspace: WorkspaceId
  updatedAt: Date
  /** When Kith last found itself under `domain`; null until then. */
  domainProvenAt: Date | null
}

const columns = sql`w.workspace_id as workspace, coalesce(s.name, w.name) as name, coalesce(s.tagline, '') as tagline,
  coalesce(s.about, '') as about, coalesce(s.lang, 'en') as lang, s.accent, s.domain, coalesce(s.contact, '') as contact, s.hub,
  coalesce(s.answer_days, 7) as "answerDays",
  s.domain_proven_at as "domainProvenAt",
  coalesce(s.updated_at, w.created_at) as "updatedAt"`
const source = sql`workspaces w left join sites s on s.workspace_id = w.workspace_id`

export async function findSite(tx: Transaction, workspace: WorkspaceId): Promise<SiteRow | undefined> {
  const { rows } = await sql<SiteRow>`select ${columns} from ${source} where w.workspace_id = ${workspace}`.execute(tx)
  return rows[0]
}

/** Across workspaces: whose host it is; else whoever was here first. */
export async function findSiteOf(tx: Transaction, host: string): Promise<SiteRow | undefined> {
  const { rows } = await sql<SiteRow>`select ${columns} from ${source}
    order by (s.domain = ${host}) is true desc, w.created_at, w.workspace_id limit 1`.execute(tx)
  return rows[0]
}

export async function upsertSite(
  tx: Transaction,
  workspace: WorkspaceId,
  site: SiteSettings,
  now: Date,
): Promise<void> {
  await sql`insert into sites
      (workspace_id, name, tagline, about, lang, accent, domain, contact, hub, answer_days, updated_at)
    values (${workspace}, ${site.name}, ${site.tagline}, ${site.about}, ${site.lang}, ${site.accent}, ${site.domain}, ${site.contact},
      ${site.hub}, ${site.answerDays}, ${now})
    on conflict (workspace_id) do update set name = excluded.name, tagline = excluded.tagline, about = excluded.about,
      lang = excluded.lang, accent = excluded.accent, domain = excluded.domain, contact = excluded.contact, hub = excluded.hub,
      answer_days = excluded.answer_days, updated_at = excluded.updated_at`.execute(tx)
}

/** Across workspaces: a host can be one site's only. Nobody else can take it until the transaction ends. */
export async function findDomainHolder(tx: Transaction, domain: string): Promise<WorkspaceId | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('site of ' || ${domain}::text, 0))`.execute(tx)
  const { rows } = await sql<{ workspace: WorkspaceId }>`select workspace_id as workspace from sites
    where domain = ${domain}`.execute(tx)
  return rows[0]?.workspace
}

/** A new host is not believed yet; the code is what Kith looks for there. */
export async function updateDomainCode(tx: Transaction, workspace: WorkspaceId, code: string | null): Promise<void> {
  await sql`update sites set domain_code = ${code}, domain_proven_at = null where workspace_id = ${workspace}`.execute(
    tx,
  )
}

/** Across workspaces: what stands for whoever asks at this host whether it leads here. */
export async function findDomainCode(tx: Transaction, domain: string): Promise<string | undefined> {
  const { rows } = await sql<{
    code: string | null
  }>`select domain_code as code from sites where domain = ${domain}`.execute(tx)
  return rows[0]?.code ?? undefined
}

export async function updateDomainProven(
  tx: Transaction,
  workspace: WorkspaceId,
  { domain, provenAt }: { domain: string; provenAt: Date | null },
): Promise<void> {
  await sql`update sites set domain_proven_at = ${provenAt} where workspace_id = ${workspace} and domain = ${domain}`.execute(
    tx,
  )
}
