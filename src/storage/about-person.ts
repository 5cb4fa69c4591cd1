import { sql } from 'kysely'
import type { PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from './database.ts'
import { type EntityName, exportedEntities } from './export.ts'

type Whose = { workspace: WorkspaceId; person: PersonId }

/** What makes a row somebody's: it names them, or belongs to something that does. */
const ties = {
  person: ({ person }: Whose) => sql`t.person_id = ${person}`,
  conversation: ({
    workspace,
    person,
  }: Whose) => sql`t.conversation_id in (select c.conversation_id from conversations c
    where c.workspace_id = ${workspace} and c.person_id = ${person} and c.kind in ('direct', 'visitor'))`,
  /** In rooms only what they said themselves. */
  message: ({ workspace, person }: Whose) => sql`t.message_id in (
    select m.message_id from conversations c join messages m using (workspace_id, conversation_id)
    where c.workspace_id = ${workspace} and c.person_id = ${person} and c.kind in ('direct', 'visitor')
    union all select m.message_id from messages m where m.workspace_id = ${workspace} and m.person_id = ${person})`,
  candidacy: ({ workspace, person }: Whose) => sql`t.candidacy_id in (select c.candidacy_id from candidacies c
    where c.workspace_id = ${workspace} and c.person_id = ${person})`,
  application: ({ workspace, person }: Whose) => sql`t.application_id in (select a.application_id from applications a
    where a.workspace_id = ${workspace} and a.person_id = ${person})`,
  mail: ({ workspace, person }: Whose) => sql`(t.issue_id, t.subscriber_id) in (select i.issue_id, s.subscriber_id
    from list_subscribers s join list_issues i using (workspace_id, list_id)
    where s.workspace_id = ${workspace} and s.person_id = ${person})`,
  subscriber: ({ workspace, person }: Whose) => sql`t.subscriber_id in (select s.subscriber_id from list_subscribers s
    where s.workspace_id = ${workspace} and s.person_id = ${person})`,
} as const

/** What of an export is about one person, beside what `exportPerson` and its parts tell in a form of their own. */
export const aboutPerson = {
  conversation: 'conversation',
  message: 'message',
  file: 'conversation',
  'thread-note': 'conversation',
  visitor: 'person',
  application: 'person',
  resume: 'application',
  candidacy: 'person',
  'candidacy-move': 'candidacy',
  'candidacy-note': 'candidacy',
  scorecard: 'candidacy',
  interview: 'candidacy',
  'come-back': 'person',
  'pool-member': 'person',
  'pool-entry': 'person',
  'planned-step': 'person',
  override: 'person',
  todo: 'person',
  'take-over': 'person',
  referrer: 'person',
  referral: 'person',
  'network-said': 'person',
  introduction: 'person',
  kindness: 'person',
  mention: 'person',
  'import-history': 'person',
  'list-subscriber': 'person',
  'list-proof': 'subscriber',
  'list-delivery': 'mail',
  'list-click': 'mail',
  source: 'person',
  'source-touch': 'person',
  'source-person': 'person',
} as const satisfies Partial<Record<EntityName, keyof typeof ties>>

const camelCase = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
/** Files are told of, not repeated. */
const bytes = ['bytes', 'content']

/** Their rows, by table; tables without any are left out. */
export async function readAboutPerson(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const [name, tie] of Object.entries(aboutPerson)) {
    const entity: { table: string; without?: readonly string[] } = exportedEntities[name as keyof typeof aboutPerson]
    const hidden = ['workspace_id', ...(entity.without ?? []), ...bytes]
    const { rows } = await sql<{ row: unknown }>`select to_jsonb(t) - ${hidden}::text[] as row
      from ${sql.table(entity.table)} t where t.workspace_id = ${workspace} and ${ties[tie]({ workspace, person })}`.execute(
      tx,
    )
    if (rows.length > 0) found[camelCase(entity.table)] = rows.map(({ row }) => row)
  }
  return found
}
