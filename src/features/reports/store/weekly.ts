import { sql } from 'kysely'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { WeeklyPlan } from '../model/weekly.ts'

export type WeeklyReader = WeeklyPlan & {
  user: UserId
  email: string
  name: string
  locale: string
  /** They may not sign in any more. */
  disabled: boolean
}
export type WeeklyMail = {
  week: string
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'unknown'
  node: string | null
  at: Date
  said: string | null
}

/** The plan with whom it is for; off where nothing was chosen yet. `lock`: holds the plan until the transaction ends. */
export async function findReader(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  lock = false,
): Promise<WeeklyReader | undefined> {
  if (lock)
    await sql`select from weekly_reports where workspace_id = ${workspace} and user_id = ${user} for update`.execute(tx)
  const { rows } = await sql<WeeklyReader>`
    select u.user_id as "user", u.email, u.name, u.locale, u.time_zone as timezone, u.disabled_at is not null as disabled,
      coalesce(w.is_on, false) as "on", coalesce(w.weekday, 1) as weekday, coalesce(w.hour, 8) as hour,
      coalesce(w.since, u.created_at) as since
    from users u left join weekly_reports w on w.workspace_id = u.workspace_id and w.user_id = u.user_id
    where u.workspace_id = ${workspace} and u.user_id = ${user}`.execute(tx)
  return rows[0]
}

export async function savePlan(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  plan: Omit<WeeklyPlan, 'timezone'>,
): Promise<void> {
  await sql`insert into weekly_reports as w (workspace_id, user_id, is_on, weekday, hour, since)
    values (${workspace}, ${user}, ${plan.on}, ${plan.weekday}, ${plan.hour}, ${plan.since})
    on conflict (workspace_id, user_id) do update set is_on = excluded.is_on, weekday = excluded.weekday, hour = excluded.hour,
      since = excluded.since`.execute(tx)
}

/** True when there was something to stop. */
export async function stopPlan(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<boolean> {
  const { rows } =
    await sql`update weekly_reports set is_on = false where workspace_id = ${workspace} and user_id = ${user} and is_on
    returning user_id`.execute(tx)
  return rows.length > 0
}

/** Of all workspaces those who get one; needs a transaction across workspaces. */
export async function listReaders(tx: Transaction): Promise<{ workspace: WorkspaceId; user: UserId }[]> {
  const { rows } = await sql<{ workspace: WorkspaceId; user: UserId }>`
    select workspace_id as workspace, user_id as "user" from weekly_reports where is_on`.execute(tx)
  return rows
}

const columns = sql`week::text as week, state, node, at, said`

/** The row of that week, made where there is none, held until the transaction ends. */
export async function findMailForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  week: string,
  now: Date,
): Promise<WeeklyMail> {
  await sql`insert into weekly_report_mails (workspace_id, user_id, week, state, at)
    values (${workspace}, ${user}, ${week}, 'waiting', ${now}) on conflict do nothing`.execute(tx)
  const { rows } = await sql<WeeklyMail>`select ${columns} from weekly_report_mails
    where workspace_id = ${workspace} and user_id = ${user} and week = ${week} for update`.execute(tx)
  const [mail] = rows
  if (!mail) throw new Error('a row that was just made is there')
  return mail
}

export async function updateMail(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  mail: WeeklyMail,
): Promise<void> {
  await sql`update weekly_report_mails set state = ${mail.state}, node = ${mail.node}, at = ${mail.at}, said = ${mail.said}
    where workspace_id = ${workspace} and user_id = ${user} and week = ${mail.week}`.execute(tx)
}

export async function findLastMail(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
): Promise<WeeklyMail | undefined> {
  const { rows } = await sql<WeeklyMail>`select ${columns} from weekly_report_mails
    where workspace_id = ${workspace} and user_id = ${user} order by week desc limit 1`.execute(tx)
  return rows[0]
}
