import { sql } from 'kysely'
import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'

export type ListedPerson = {
  person_id: PersonId
  display_name: string
  place: string | null
  /** Their own line about themselves, else the position that they hold, else the title of their blog. */
  headline: string | null
  do_not_contact: boolean
  owner_id: UserId | null
  depth: number
  tools: ToolId[]
  tags: string[]
  last_active_at: Date | null
}

/** In the order of `people`. */
export async function listPersonRows(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<ListedPerson[]> {
  if (people.length === 0) return []
  const { rows } = await sql<ListedPerson>`
    select p.person_id, p.display_name, coalesce(p.place, best.place) as place, best.headline,
      p.do_not_contact_at is not null as do_not_contact, p.owner_id, coalesce(best.depth, 0)::int as depth,
      coalesce(best.tools, '{}') as tools, coalesce(tagged.tags, '{}') as tags, s.last_active_at
    from unnest(${[...people]}::uuid[]) with ordinality as w(person_id, n)
      join people p on p.workspace_id = ${workspace} and p.person_id = w.person_id
      left join person_search s on s.workspace_id = ${workspace} and s.person_id = w.person_id
      left join lateral (
        select array_agg(distinct f.tool) filter (where kith_on_tool(f.tool, f.handle)) as tools, max(f.depth) as depth,
          (array_agg(coalesce(f.headline, held.work) order by case
              when f.headline is not null and f.tool <> 'blog' then 0 when held.work is not null then 1 else 2 end, f.depth desc)
            filter (where coalesce(f.headline, held.work) is not null))[1] as headline,
          (array_agg(f.place order by f.depth desc) filter (where f.place is not null))[1] as place
        from profiles f left join lateral (
          select nullif(concat_ws(', ', o->>'title', o->>'organisation'), '') as work
          from jsonb_array_elements(f.facts->'positions') with ordinality as held(o, n)
          order by o->'current' = 'true' desc nulls last, n limit 1) held on true
        where f.workspace_id = ${workspace} and f.person_id = w.person_id) best on true
      left join lateral (
        select array_agg(t.tag order by t.tag) as tags from tags t
        where t.workspace_id = ${workspace} and t.person_id = w.person_id) tagged on true
    order by w.n`.execute(tx)
  return rows
}
