import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

/** Tools whose handles are chosen by their owner; elsewhere the handle is an address or a number. */
const chosenHandles = [
  'github',
  'twitter',
  'mastodon',
  'bluesky',
  'telegram',
  'myspace',
  'facebook',
  'instagram',
  'irc',
  'xmpp',
  'matrix',
  'discord',
  'slack',
]

/**
 * What is known of everyone who is not part of another, some thousands at a time, each as one text: the columns of
 * `factColumns`, cells and rows with their separators between them.
 */
export async function* readFacts(
  tx: Transaction,
  workspace: WorkspaceId,
  separators: { field: string; row: string },
): AsyncGenerator<string> {
  await sql`declare everyone no scroll cursor for
    with contacts as materialized (
      select person_id, min(contact_key) filter (where kind = 'email') as mail,
        max(contact_key) filter (where kind = 'email') as other_mail,
        min(contact_key) filter (where kind = 'phone') as phone, min(contact_key) filter (where kind = 'url') as page
      from contact_points where workspace_id = ${workspace} group by person_id
    ), accounts as materialized (
      select person_id, min(url) filter (where tool = 'linkedin') as linkedin,
        min(handle) filter (where tool = any(${chosenHandles})) as handle,
        (array_agg(facts -> 'positions' -> 0 ->> 'organisation' order by depth desc))[1] as employer,
        (array_agg(coalesce(facts -> 'positions' -> 0 ->> 'title', headline) order by depth desc))[1] as title
      from profiles where workspace_id = ${workspace} group by person_id
    )
    select array_to_string(array[p.person_id::text, p.display_name, p.given_name, p.family_name, p.birth_date, p.place, c.mail,
      nullif(c.other_mail, c.mail), c.phone, coalesce(a.linkedin, c.page), a.handle, a.employer, a.title], ${separators.field}, '') as facts
    from people p left join contacts c using (person_id) left join accounts a using (person_id)
    where p.workspace_id = ${workspace} and p.merged_into is null order by p.person_id`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ facts: string }>`fetch 10000 from everyone`.execute(tx)
    if (rows.length > 0) yield rows.map(({ facts }) => facts).join(separators.row)
    if (rows.length < 10_000) break
  }
  await sql`close everyone`.execute(tx)
}
