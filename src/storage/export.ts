import { sql } from 'kysely'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { Database, Transaction } from '#storage/database.ts'

/** `view`: what is read in the table's place, with the same columns and more rows. */
type Entity = { table: string; view?: string; without?: readonly string[] }

/** What leaves with `kith export`, by the name it has there. Secrets and what only this installation can use stay. */
export const exportedEntities = {
  workspace: { table: 'workspaces' },
  recruiter: { table: 'users', without: ['password_hash', 'totp_sealed', 'totp_confirmed_at', 'totp_step'] },
  person: { table: 'people' },
  profile: { table: 'profiles' },
  'contact-point': { table: 'contact_points' },
  link: { table: 'links', view: 'person_links' },
  'person-move': { table: 'person_moves' },
  'match-proposal': { table: 'match_proposals' },
  note: { table: 'notes' },
  tag: { table: 'tags' },
  feed: { table: 'feeds' },
  activity: { table: 'activity_items' },
  reading: { table: 'readings' },
  quote: { table: 'quotes' },
  'saved-search': { table: 'saved_searches' },
  'wanted-profile': { table: 'wanted_profiles' },
  relationship: { table: 'relationships' },
  'stage-move': { table: 'stage_moves' },
  touch: { table: 'touches' },
  connection: { table: 'connections', without: ['secrets_sealed', 'lease_holder', 'lease_until', 'cursor'] },
  conversation: { table: 'conversations' },
  message: { table: 'messages' },
  draft: { table: 'drafts' },
  'contact-consent': { table: 'contact_consents' },
  group: { table: 'groups' },
  'group-time': { table: 'group_time' },
  'group-visit': { table: 'group_visits' },
  'group-item': { table: 'group_items' },
  label: { table: 'labels' },
  'thread-note': { table: 'thread_notes' },
  'later-message': { table: 'later_messages' },
  'message-change': { table: 'message_changes' },
  file: { table: 'files' },
  'file-chunk': { table: 'file_chunks' },
  'saved-reply': { table: 'saved_replies' },
  'presence-week': { table: 'presence_weeks' },
  override: { table: 'overrides' },
  'block-met': { table: 'blocks_met' },
  pool: { table: 'pools' },
  'pool-share': { table: 'pool_shares' },
  'pool-member': { table: 'pool_members' },
  'pool-entry': { table: 'pool_log' },
  'planned-step': { table: 'planned_steps' },
  site: { table: 'sites' },
  opening: { table: 'openings' },
  'opening-part': { table: 'opening_team' },
  'opening-entry': { table: 'opening_log' },
  application: { table: 'applications' },
  candidacy: { table: 'candidacies' },
  'candidacy-move': { table: 'candidacy_moves' },
  'candidacy-note': { table: 'candidacy_notes' },
  scorecard: { table: 'scorecards' },
  interview: { table: 'interviews' },
  'come-back': { table: 'come_backs' },
  team: { table: 'teams' },
  'team-member': { table: 'team_members' },
  todo: { table: 'todos' },
  'hand-over': { table: 'hand_overs' },
  'take-over': { table: 'take_overs' },
  'referral-terms': { table: 'referral_terms' },
  referrer: { table: 'referrers', without: ['token_hash'] },
  referral: { table: 'referrals', without: ['token_hash', 'contact_hash'] },
  'network-said': { table: 'network_said' },
  introduction: { table: 'introductions' },
  kindness: { table: 'kindnesses' },
  'network-tie': { table: 'network_ties' },
  post: { table: 'posts' },
  'post-image': { table: 'post_images' },
  mention: { table: 'mentions' },
  'fediverse-actor': { table: 'fediverse_actors', without: ['key_sealed'] },
  'fediverse-person': { table: 'fediverse_people' },
  'fediverse-note': { table: 'fediverse_notes' },
  'fediverse-block': { table: 'fediverse_blocks' },
  'page-version': { table: 'page_versions' },
  'page-test': { table: 'page_tests' },
  resume: { table: 'resumes' },
  'referral-visit': { table: 'referral_visits' },
  'put-off': { table: 'today_put_off' },
  'week-rhythm': { table: 'week_rhythms' },
  'etiquette-line': { table: 'etiquette_lines' },
  'etiquette-change': { table: 'etiquette_changes' },
  'playbook-edit': { table: 'playbook_edits' },
  'playbook-tick': { table: 'playbook_progress' },
  'quiet-hint': { table: 'coach_quiet' },
  'own-profile': { table: 'own_profiles' },
  'own-picture': { table: 'own_pictures' },
  page: { table: 'pages' },
  visitor: { table: 'visitors', without: ['token_hash'] },
  'chat-room': { table: 'chat_rooms' },
  'chat-room-member': { table: 'chat_room_members' },
  import: { table: 'imports' },
  'import-history': { table: 'import_history' },
  'import-finding': { table: 'import_findings' },
  reach: { table: 'reaches', without: ['code_hash', 'code_until', 'code_tries'] },
  list: { table: 'lists' },
  'list-wording': { table: 'list_wordings' },
  'list-subscriber': { table: 'list_subscribers', without: ['contact_hash', 'confirm_nonce', 'confirm_until'] },
  'list-proof': { table: 'list_proofs' },
  'list-issue': { table: 'list_issues' },
  'list-delivery': { table: 'list_deliveries', without: ['claimed_by', 'claimed_at'] },
  'list-click': { table: 'list_clicks' },
  'weekly-report': { table: 'weekly_reports' },
  campaign: { table: 'campaigns' },
  'campaign-part': { table: 'campaign_parts' },
  'campaign-cost': { table: 'campaign_costs' },
  source: { table: 'sources' },
  'source-day': { table: 'visit_days' },
  'source-touch': { table: 'source_touches' },
  'source-person': { table: 'source_people' },
  'audit-entry': { table: 'audit_log' },
} as const satisfies Readonly<Record<string, Entity>>

/** Sign-in, queues, caches, what undoes an import here, and hashes that only this installation's key can read. */
export const keptTables: readonly string[] = [
  'api_tokens',
  'assistants',
  'calendar_links',
  'chat_codes',
  'clipper_codes',
  'chat_keys',
  'external_identities',
  'feed_pushes',
  'file_previews',
  'forwards',
  'identity_models',
  'import_changes',
  'import_kept',
  'import_keys',
  'import_mappings',
  'import_rejects',
  'installation',
  'invitations',
  'list_digest_readers',
  'list_stops',
  'live_cursors',
  'live_events',
  'mail_settings',
  'message_keys',
  'met_due',
  'met_people',
  'met_week_changes',
  'met_weeks',
  'network_due',
  'network_maps',
  'network_near',
  'network_places',
  'notices',
  'outbox',
  'page_test_salts',
  'page_test_visits',
  'passkeys',
  'person_move_rows',
  'person_search',
  'pool_watches',
  'presence',
  'privacy_links',
  'push_shown',
  'saved_search_people',
  'push_subscriptions',
  'rate_buckets',
  'reach_marks',
  'recruiters_awake',
  'recovery_codes',
  'said_search',
  'sample_loads',
  'search_due',
  'search_names',
  'search_words',
  'sent_texts',
  'sessions',
  'setup_codes',
  'sign_in_attempts',
  'sign_in_challenges',
  'source_due',
  'source_week_changes',
  'source_weeks',
  'suppressions',
  'upload_chunks',
  'uploads',
  'visit_hours',
  'visit_salts',
  'visit_weeks',
  'visitor_texts',
  'visitor_tokens',
  'visits',
  'webhook_deliveries',
  'weekly_report_mails',
  'webhooks',
]

export type EntityName = keyof typeof exportedEntities
export const entityNames: readonly EntityName[] = Object.keys(exportedEntities).filter(
  (name): name is EntityName => name in exportedEntities,
)

type Document = Record<string, unknown>

const rowsAtOnce = 500
const camelCase = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
const left = 'workspace_id'

/** One moment of a workspace to read from, for as long as the reader takes. Nothing is written; it ends clean when they go early. */
async function* asOfNow<T>(
  db: Database,
  workspace: WorkspaceId,
  read: (tx: Transaction) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    await sql`select set_config('kith.workspace', ${workspace}, true)`.execute(tx)
    yield* read(tx)
  } finally {
    await tx.rollback().execute()
  }
}

async function* readRows(tx: Transaction, workspace: WorkspaceId, name: EntityName): AsyncGenerator<Document> {
  const { table, view = table, without = [] }: Entity = exportedEntities[name]
  await sql`declare rows no scroll cursor for select to_jsonb(t) - ${left} - ${[...without]}::text[] as document
    from ${sql.table(view)} t where workspace_id = ${workspace}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ document: Document }>`fetch ${sql.raw(String(rowsAtOnce))} from rows`.execute(tx)
    if (rows.length === 0) break
    for (const { document } of rows)
      yield Object.fromEntries(Object.entries(document).map(([column, value]) => [camelCase(column), value]))
  }
  await sql`close rows`.execute(tx)
}

/** Everything of a workspace as of one moment: a JSON document per row, `type` first, one type after the other. */
export function readWorkspace(db: Database, workspace: WorkspaceId): AsyncGenerator<string> {
  return asOfNow(db, workspace, async function* (tx) {
    for (const type of entityNames)
      for await (const document of readRows(tx, workspace, type)) yield JSON.stringify({ type, ...document })
  })
}

/** The rows of one entity as of one moment. */
export const readEntity = (db: Database, workspace: WorkspaceId, name: EntityName): AsyncGenerator<Document> =>
  asOfNow(db, workspace, tx => readRows(tx, workspace, name))

/** What each of its rows has, in the order of the table. */
export async function readEntityColumns(tx: Transaction, name: EntityName): Promise<string[]> {
  const { table, without = [] }: Entity = exportedEntities[name]
  const { rows } = await sql<{ column: string }>`select attname as column from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(tx)
  return rows
    .map(row => row.column)
    .filter(column => column !== left && !without.includes(column))
    .map(camelCase)
}
