import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type Known = {
  uri: string
  /** `@ana@example.org`, in small letters, as profiles keep it. */
  address: string
  name: string
  /** Their page. */
  url: string
  inbox: string
  sharedInbox: string | null
}
export type KnownRow = Known & { followsSince: Date | null; lastPublic: string | null; lastDirect: string | null }

const columns = sql`uri, address, name, url, inbox, shared_inbox as "sharedInbox", follows_since as "followsSince",
  last_public as "lastPublic", last_direct as "lastDirect"`

export async function upsertKnown(tx: Transaction, workspace: WorkspaceId, who: Known, now: Date): Promise<void> {
  await sql`insert into fediverse_people (workspace_id, uri, address, name, url, inbox, shared_inbox, seen_at)
    values (${workspace}, ${who.uri}, ${who.address}, ${who.name}, ${who.url}, ${who.inbox}, ${who.sharedInbox}, ${now})
    on conflict (workspace_id, uri) do update set address = excluded.address, name = excluded.name, url = excluded.url,
      inbox = excluded.inbox, shared_inbox = excluded.shared_inbox, seen_at = excluded.seen_at`.execute(tx)
}

export async function findKnown(tx: Transaction, workspace: WorkspaceId, uri: string): Promise<KnownRow | undefined> {
  const { rows } = await sql<KnownRow>`select ${columns} from fediverse_people
    where workspace_id = ${workspace} and uri = ${uri}`.execute(tx)
  return rows[0]
}

/** Who moved to another account of the same name counts as the one last heard of. */
export async function findKnownAt(
  tx: Transaction,
  workspace: WorkspaceId,
  address: string,
): Promise<KnownRow | undefined> {
  const { rows } = await sql<KnownRow>`select ${columns} from fediverse_people
    where workspace_id = ${workspace} and address = ${address} order by seen_at desc, uri limit 1`.execute(tx)
  return rows[0]
}

/** True when they follow only now. */
export async function updateFollows(
  tx: Transaction,
  workspace: WorkspaceId,
  uri: string,
  since: Date | null,
): Promise<boolean> {
  const { rows } = await sql`update fediverse_people set follows_since = ${since}
    where workspace_id = ${workspace} and uri = ${uri} and (follows_since is null) = ${since !== null}
    returning uri`.execute(tx)
  return rows.length > 0
}

export async function updateLastSaid(
  tx: Transaction,
  workspace: WorkspaceId,
  uri: string,
  said: { note: string; isPublic: boolean },
): Promise<void> {
  await sql`update fediverse_people set ${said.isPublic ? sql`last_public` : sql`last_direct`} = ${said.note}
    where workspace_id = ${workspace} and uri = ${uri}`.execute(tx)
}

export async function deleteKnown(tx: Transaction, workspace: WorkspaceId, uri: string): Promise<void> {
  await sql`delete from fediverse_people where workspace_id = ${workspace} and uri = ${uri}`.execute(tx)
}

/** Nobody is left at an inbox whose server says that it is gone. */
export async function updateInboxGone(tx: Transaction, workspace: WorkspaceId, inbox: string): Promise<void> {
  await sql`update fediverse_people set follows_since = null
    where workspace_id = ${workspace} and follows_since is not null and coalesce(shared_inbox, inbox) = ${inbox}`.execute(
    tx,
  )
}

export async function countFollowers(tx: Transaction, workspace: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from fediverse_people
    where workspace_id = ${workspace} and follows_since is not null`.execute(tx)
  return rows[0]?.n ?? 0
}

/** Newest first, with the person each belongs to. */
export async function listFollowers(
  tx: Transaction,
  workspace: WorkspaceId,
  most: number,
): Promise<(KnownRow & { followsSince: Date; person: PersonId | null })[]> {
  const { rows } = await sql<KnownRow & { followsSince: Date; person: PersonId | null }>`select ${columns},
      (select p.person_id from profiles p where p.workspace_id = f.workspace_id and p.tool = 'mastodon' and p.profile_key = f.address) as person
    from fediverse_people f where workspace_id = ${workspace} and follows_since is not null
    order by follows_since desc, uri limit ${most}`.execute(tx)
  return rows
}

/** Each inbox once: a server takes one copy for all its people who follow. */
export async function listInboxes(
  tx: Transaction,
  workspace: WorkspaceId,
): Promise<{ inbox: string; uri: string; address: string }[]> {
  const { rows } = await sql<{
    inbox: string
    uri: string
    address: string
  }>`select distinct on (coalesce(shared_inbox, inbox))
      coalesce(shared_inbox, inbox) as inbox, uri, address
    from fediverse_people where workspace_id = ${workspace} and follows_since is not null
    order by coalesce(shared_inbox, inbox), uri`.execute(tx)
  return rows
}
