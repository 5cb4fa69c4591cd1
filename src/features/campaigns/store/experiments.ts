import { sql } from 'kysely'
import type { PageId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { Counted } from '../model/experiment.ts'
import type { LandingContent } from '../model.ts'

export type Experiment = { id: string; page: PageId; variant: LandingContent; startedAt: Date }
export type Version = 'a' | 'b'

export async function findExperiment(
  tx: Transaction,
  workspace: WorkspaceId,
  page: PageId,
): Promise<Experiment | undefined> {
  const { rows } = await sql<Experiment>`select test_id as id, page_id as page, variant, started_at as "startedAt"
    from page_tests where workspace_id = ${workspace} and page_id = ${page} and ended_at is null`.execute(tx)
  return rows[0]
}

export async function insertExperiment(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Experiment & { user: UserId },
): Promise<void> {
  await sql`insert into page_tests (workspace_id, test_id, page_id, variant, started_at, user_id)
    values (${workspace}, ${given.id}, ${given.page}, ${JSON.stringify(given.variant)}::jsonb, ${given.startedAt}, ${given.user})`.execute(
    tx,
  )
}

/** Only figures are kept. */
export async function endExperiment(
  tx: Transaction,
  workspace: WorkspaceId,
  test: string,
  end: { kept: Version; result: object; at: Date },
): Promise<void> {
  await sql`update page_tests set ended_at = ${end.at}, kept = ${end.kept}, result = ${JSON.stringify(end.result)}::jsonb
    where workspace_id = ${workspace} and test_id = ${test}`.execute(tx)
  await sql`delete from page_test_visits where workspace_id = ${workspace} and test_id = ${test}`.execute(tx)
}

/** Of the day, made on first need; those of other days are gone for good. */
export async function ensureSalt(
  tx: Transaction,
  workspace: WorkspaceId,
  day: string,
  fresh: Uint8Array,
): Promise<Uint8Array> {
  const find = async () => {
    const { rows } = await sql<{ salt: Buffer }>`select salt from page_test_salts
      where workspace_id = ${workspace} and on_day = ${day}::date`.execute(tx)
    return rows[0]?.salt
  }
  const known = await find()
  if (known) return known
  await sql`delete from page_test_salts where workspace_id = ${workspace} and on_day <> ${day}::date`.execute(tx)
  await sql`insert into page_test_salts (workspace_id, on_day, salt) values (${workspace}, ${day}::date, ${Buffer.from(fresh)})
    on conflict do nothing`.execute(tx)
  return (await find()) ?? fresh
}

export async function recordVisit(
  tx: Transaction,
  workspace: WorkspaceId,
  seen: { test: string; day: string; visitor: Uint8Array; version: Version },
): Promise<void> {
  await sql`insert into page_test_visits (workspace_id, test_id, on_day, visitor, variant)
    values (${workspace}, ${seen.test}, ${seen.day}::date, ${Buffer.from(seen.visitor)}, ${seen.version}) on conflict do nothing`.execute(
    tx,
  )
}

/** Counts only for a reader who was seen on the page that day. */
export async function recordReached(
  tx: Transaction,
  workspace: WorkspaceId,
  seen: { test: string; day: string; visitor: Uint8Array },
  how: 'chatted' | 'subscribed',
): Promise<void> {
  await sql`update page_test_visits set ${sql.ref(how)} = true
    where workspace_id = ${workspace} and test_id = ${seen.test} and on_day = ${seen.day}::date
      and visitor = ${Buffer.from(seen.visitor)}`.execute(tx)
}

export async function countVersions(
  tx: Transaction,
  workspace: WorkspaceId,
  test: string,
): Promise<Record<Version, Counted>> {
  const { rows } = await sql<Counted & { variant: Version }>`select variant, count(*)::int as visits,
      count(*) filter (where chatted)::int as chats, count(*) filter (where subscribed)::int as subscribes,
      count(*) filter (where chatted or subscribed)::int as reached
    from page_test_visits where workspace_id = ${workspace} and test_id = ${test} group by variant`.execute(tx)
  const none = { visits: 0, chats: 0, subscribes: 0, reached: 0 }
  const of = (version: Version) => {
    const row = rows.find(each => each.variant === version)
    return row ? { visits: row.visits, chats: row.chats, subscribes: row.subscribes, reached: row.reached } : none
  }
  return { a: of('a'), b: of('b') }
}

/** Across workspaces: whether readers of this address get two versions by turns. */
export async function findExperimentAt(
  tx: Transaction,
  slug: string,
): Promise<(Experiment & { workspace: WorkspaceId }) | undefined> {
  const { rows } = await sql<
    Experiment & { workspace: WorkspaceId }
  >`select t.test_id as id, t.page_id as page, t.variant,
      t.started_at as "startedAt", t.workspace_id as workspace
    from page_tests t join lateral (select page_id, workspace_id from pages
      where slug = ${slug} and published_at is not null and removed_at is null order by page_id limit 1) p
      on p.workspace_id = t.workspace_id and p.page_id = t.page_id
    where t.ended_at is null`.execute(tx)
  return rows[0]
}
