import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { arrayBytes } from '#storage/array-bytes.ts'
import { textColumn } from '#storage/columns.ts'
import type { Transaction } from '#storage/database.ts'
import type { ContactKind } from '../../model/contact.ts'

/**
 * Keeps the planner from joining the other way round: a table that an import fills has no statistics yet, and one reading of it for
 * each batch makes a long file slower and slower.
 */
const oneByOne = sql`offset 0`

export type AccountOwner = {
  tool: ToolId
  profile_key: string
  person_id: PersonId
}

/** Whose these accounts are; a person who was merged gives the survivor. */
export async function listAccountOwners(
  tx: Transaction,
  workspace: WorkspaceId,
  accounts: readonly { tool: ToolId; key: string }[],
): Promise<AccountOwner[]> {
  if (accounts.length === 0) return []
  const inOrder = [...accounts].sort((one, other) => (one.key < other.key ? -1 : 1))
  const { rows } = await sql<AccountOwner>`select f.tool, f.profile_key, f.person_id
    from (select ${textColumn(inOrder.map(one => one.tool))} as tool, unnest(${arrayBytes(
      'text',
      inOrder.map(one => one.key),
    )}::text[]) as key) a
      cross join lateral (select * from profiles g
        where g.workspace_id = ${workspace} and g.tool = a.tool and g.profile_key = a.key ${oneByOne}) f`.execute(tx)
  return rows
}

export type AddressOwner = { kind: ContactKind; contact_key: string; person_id: PersonId }

/** Everyone who has one of these addresses; people who were merged away have none. */
export async function listAddressOwners(
  tx: Transaction,
  workspace: WorkspaceId,
  addresses: readonly { kind: ContactKind; key: string }[],
): Promise<AddressOwner[]> {
  if (addresses.length === 0) return []
  const inOrder = [...addresses].sort((one, other) => (one.key < other.key ? -1 : 1))
  const { rows } = await sql<AddressOwner>`select c.kind, c.contact_key, c.person_id
    from (select ${textColumn(inOrder.map(one => one.kind))} as kind, unnest(${arrayBytes(
      'text',
      inOrder.map(one => one.key),
    )}::text[]) as key) a
      cross join lateral (select * from contact_points d
        where d.workspace_id = ${workspace} and d.kind = a.kind and d.contact_key = a.key ${oneByOne}) c
      cross join lateral (select 1 from people p
        where p.workspace_id = ${workspace} and p.person_id = c.person_id and p.merged_into is null ${oneByOne}) here`.execute(
    tx,
  )
  return rows
}

/** Who each of these people is now: themselves, or, after merges, the survivor. Erased people are left out. */
export async function listSurvivors(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<Map<PersonId, PersonId>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ start: PersonId; person_id: PersonId }>`
    with recursive chain as (
      select p.person_id as start, p.person_id, p.merged_into from people p
      where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[])
      union
      select c.start, p.person_id, p.merged_into from chain c
        join people p on p.workspace_id = ${workspace} and p.person_id = c.merged_into
    ) select start, person_id from chain where merged_into is null`.execute(tx)
  return new Map(rows.map(row => [row.start, row.person_id]))
}

/** Whether anybody was erased or is do-not-contact: without one, no address has to be hashed. */
export async function hasSuppressions(tx: Transaction, workspace: WorkspaceId): Promise<boolean> {
  const { rows } = await sql`select 1 from suppressions where workspace_id = ${workspace} limit 1`.execute(tx)
  return rows.length > 0
}
