import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { ContactCard } from '../model/card.ts'

/**
 * People with their addresses, profiles, tags and notes, by id, after `after`. Neither merged ones nor, while `among` names nobody,
 * sample people.
 */
export async function listContactCards(
  tx: Transaction,
  workspace: WorkspaceId,
  after: PersonId | undefined,
  limit: number,
  among?: readonly PersonId[],
): Promise<ContactCard[]> {
  const { rows } = await sql<ContactCard>`select p.person_id as "personId", p.display_name as "displayName",
      p.given_name as "givenName", p.family_name as "familyName", p.place, p.birth_date as "birthDate",
      p.do_not_contact_at is not null as "doNotContact",
      coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'value', c.value) order by c.kind, c.created_at, c.contact_key)
        from contact_points c where c.workspace_id = p.workspace_id and c.person_id = p.person_id), '[]') as contacts,
      coalesce((select jsonb_agg(jsonb_build_object('tool', f.tool, 'handle', f.handle, 'url', f.url, 'headline', f.headline,
        'facts', f.facts, 'depth', f.depth) order by f.depth desc, f.profile_id)
        from profiles f where f.workspace_id = p.workspace_id and f.person_id = p.person_id), '[]') as profiles,
      coalesce((select jsonb_agg(t.tag order by t.tag)
        from tags t where t.workspace_id = p.workspace_id and t.person_id = p.person_id), '[]') as tags,
      coalesce((select jsonb_agg(n.text order by n.created_at, n.note_id)
        from notes n where n.workspace_id = p.workspace_id and n.person_id = p.person_id and n.deleted_at is null), '[]') as notes
    from people p where p.workspace_id = ${workspace} and p.merged_into is null
      and ${among ? sql`p.person_id = any(${[...among]}::uuid[])` : sql`not p.sample`}
      and (${after ?? null}::uuid is null or p.person_id > ${after ?? null}::uuid)
    order by p.person_id limit ${limit}`.execute(tx)
  return rows
}
