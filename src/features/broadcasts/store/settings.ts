import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Check } from '../model/checks.ts'

export type MailSettings = {
  workspace: WorkspaceId
  host: string
  port: number
  security: 'tls' | 'starttls' | 'plain'
  username: string
  passwordSealed: string | null
  connections: number
  fromName: string
  fromAddress: string
  replyTo: string
  returnAddress: string
  imprint: string
  domainLimit: number
  domainLimits: Readonly<Record<string, number>>
  selector: string
  rsaSealed: string
  rsaPublic: string
  edSealed: string
  edPublic: string
  checks: readonly Check[] | null
  checkedAt: Date | null
}

const columns = sql`workspace_id as workspace, host, port, security, username, password_sealed as "passwordSealed", connections,
  from_name as "fromName", from_address as "fromAddress", reply_to as "replyTo", return_address as "returnAddress", imprint,
  domain_limit as "domainLimit", domain_limits as "domainLimits", dkim_selector as selector, dkim_rsa_sealed as "rsaSealed",
  dkim_rsa_public as "rsaPublic", dkim_ed_sealed as "edSealed", dkim_ed_public as "edPublic", checks, checked_at as "checkedAt"`

export async function findMailSettings(tx: Transaction, workspace: WorkspaceId): Promise<MailSettings | undefined> {
  const { rows } =
    await sql<MailSettings>`select ${columns} from mail_settings where workspace_id = ${workspace}`.execute(tx)
  return rows[0]
}

/** Of every workspace that sends; needs a transaction across workspaces. */
export async function listMailSettings(tx: Transaction): Promise<MailSettings[]> {
  const { rows } =
    await sql<MailSettings>`select ${columns} from mail_settings order by workspace_id limit 1000`.execute(tx)
  return rows
}

export async function saveMailSettings(
  tx: Transaction,
  one: Omit<MailSettings, 'checks' | 'checkedAt'>,
  now: Date,
): Promise<void> {
  await sql`insert into mail_settings (workspace_id, host, port, security, username, password_sealed, connections, from_name,
      from_address, reply_to, return_address, imprint, domain_limit, domain_limits, dkim_selector, dkim_rsa_sealed, dkim_rsa_public,
      dkim_ed_sealed, dkim_ed_public, updated_at)
    values (${one.workspace}, ${one.host}, ${one.port}, ${one.security}, ${one.username}, ${one.passwordSealed}, ${one.connections},
      ${one.fromName}, ${one.fromAddress}, ${one.replyTo}, ${one.returnAddress}, ${one.imprint}, ${one.domainLimit},
      ${JSON.stringify(one.domainLimits)}::jsonb, ${one.selector}, ${one.rsaSealed}, ${one.rsaPublic}, ${one.edSealed}, ${one.edPublic},
      ${now})
    on conflict (workspace_id) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      username = excluded.username, password_sealed = excluded.password_sealed, connections = excluded.connections,
      from_name = excluded.from_name, from_address = excluded.from_address, reply_to = excluded.reply_to,
      return_address = excluded.return_address, imprint = excluded.imprint, domain_limit = excluded.domain_limit,
      domain_limits = excluded.domain_limits, dkim_selector = excluded.dkim_selector, dkim_rsa_sealed = excluded.dkim_rsa_sealed,
      dkim_rsa_public = excluded.dkim_rsa_public, dkim_ed_sealed = excluded.dkim_ed_sealed, dkim_ed_public = excluded.dkim_ed_public,
      updated_at = excluded.updated_at`.execute(tx)
}

export async function updateChecks(
  tx: Transaction,
  workspace: WorkspaceId,
  checks: readonly Check[],
  now: Date,
): Promise<void> {
  await sql`update mail_settings set checks = ${JSON.stringify(checks)}::jsonb, checked_at = ${now}
    where workspace_id = ${workspace}`.execute(tx)
}
