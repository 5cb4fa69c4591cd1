import { sql } from 'kysely'
import type { LinkId, PersonId, ProfileId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Transaction } from '#storage/database.ts'
import type { ProfileFacts } from '../model/depth.ts'
import type { Evidence } from '../model/person.ts'

export type Profile = {
  profile_id: ProfileId
  person_id: PersonId
  tool: ToolId
  handle: string | null
  profile_key: string | null
  url: string | null
  display_name: string | null
  headline: string | null
  summary: string | null
  place: string | null
  facts: ProfileFacts
  depth: number
  source: string
  lawful_basis: string
  collected_at: Date
  updated_at: Date
}

const columns = sql`profile_id, person_id, tool, handle, profile_key, url, display_name, headline, summary, place, facts, depth,
  source, lawful_basis, collected_at, updated_at`

/** Deepest first. */
export async function listProfiles(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Profile[]> {
  const { rows } = await sql<Profile>`select ${columns} from profiles
    where workspace_id = ${workspace} and person_id = ${person} order by depth desc, collected_at, profile_id`.execute(
    tx,
  )
  return rows
}

export async function findProfile(
  tx: Transaction,
  workspace: WorkspaceId,
  profile: ProfileId,
): Promise<Profile | undefined> {
  const { rows } = await sql<Profile>`select ${columns} from profiles
    where workspace_id = ${workspace} and profile_id = ${profile}`.execute(tx)
  return rows[0]
}

export async function findProfileByKey(
  tx: Transaction,
  workspace: WorkspaceId,
  tool: ToolId,
  key: string,
): Promise<Profile | undefined> {
  const { rows } = await sql<Profile>`select ${columns} from profiles
    where workspace_id = ${workspace} and tool = ${tool} and profile_key = ${key}`.execute(tx)
  return rows[0]
}

export type NewProfile = {
  profile: ProfileId
  person: PersonId
  tool: ToolId
  key: string
  handle?: string | undefined
  url?: string | undefined
  displayName?: string | undefined
  headline?: string | undefined
  summary?: string | undefined
  place?: string | undefined
  facts?: ProfileFacts | undefined
  depth: number
  source: string
  lawfulBasis: string
}

/** False when that account is here already: nothing is written. */
export async function insertProfile(
  tx: Transaction,
  workspace: WorkspaceId,
  input: NewProfile,
  now: Date,
): Promise<boolean> {
  const { rows } =
    await sql`insert into profiles (workspace_id, profile_id, person_id, tool, handle, profile_key, url, display_name,
      headline, summary, place, facts, depth, source, lawful_basis, collected_at, updated_at)
    values (${workspace}, ${input.profile}, ${input.person}, ${input.tool}, ${input.handle ?? null}, ${input.key},
      ${input.url ?? null}, ${input.displayName ?? null}, ${input.headline ?? null}, ${input.summary ?? null},
      ${input.place ?? null}, ${JSON.stringify(input.facts ?? {})}::jsonb, ${input.depth}, ${input.source},
      ${input.lawfulBasis}, ${now}, ${now})
    on conflict (workspace_id, tool, profile_key) do nothing returning profile_id`.execute(tx)
  return rows.length > 0
}

export type ProfileFields = {
  headline: string | null
  summary: string | null
  place: string | null
  display_name: string | null
  facts: ProfileFacts
  depth: number
  lawful_basis: string
}

export async function updateProfile(
  tx: Transaction,
  workspace: WorkspaceId,
  profile: ProfileId,
  fields: ProfileFields,
  now: Date,
): Promise<void> {
  await sql`update profiles set headline = ${fields.headline}, summary = ${fields.summary}, place = ${fields.place},
      display_name = ${fields.display_name}, facts = ${JSON.stringify(fields.facts)}::jsonb, depth = ${fields.depth},
      lawful_basis = ${fields.lawful_basis}, updated_at = ${now}
    where workspace_id = ${workspace} and profile_id = ${profile}`.execute(tx)
}

export async function deleteProfile(tx: Transaction, workspace: WorkspaceId, profile: ProfileId): Promise<void> {
  await sql`delete from profiles where workspace_id = ${workspace} and profile_id = ${profile}`.execute(tx)
}

export type Link = {
  link_id: LinkId
  profile_id: ProfileId
  person_id: PersonId
  previous_person_id: PersonId | null
  probability: number
  evidence: Evidence[]
  decided_by: 'import' | 'rule' | 'recruiter'
  user_id: UserId | null
  decided_at: Date
  undone_at: Date | null
  move_id: string | null
}

const linkColumns = sql`link_id, profile_id, person_id, previous_person_id, probability, evidence, decided_by, user_id, decided_at,
  undone_at, move_id`

export async function listLinks(tx: Transaction, workspace: WorkspaceId, person: PersonId): Promise<Link[]> {
  // Each half along its own index: with `or` all links of the workspace would be read.
  const { rows } = await sql<Link>`
    select ${linkColumns} from person_links where workspace_id = ${workspace} and person_id = ${person}
    union all
    select ${linkColumns} from links where workspace_id = ${workspace} and previous_person_id = ${person} and person_id <> ${person}
    order by decided_at desc, link_id desc`.execute(tx)
  return rows
}

/** Before they are decided anew: the links of these profiles to the people whom their import gave them to. */
export async function writeOutLinks(
  tx: Transaction,
  workspace: WorkspaceId,
  which: { profile: string } | { person: PersonId; only?: readonly string[] | undefined },
): Promise<void> {
  const condition =
    'profile' in which
      ? sql`f.profile_id = ${which.profile}`
      : sql`f.person_id = ${which.person} ${which.only ? sql`and f.profile_id = any(${[...which.only]}::uuid[])` : sql``}`
  await sql`insert into links (workspace_id, ${linkColumns})
    select workspace_id, ${linkColumns} from person_links l where l.workspace_id = ${workspace}
      and l.profile_id in (select f.profile_id from profiles f where f.workspace_id = ${workspace} and ${condition})
      and l.link_id = l.profile_id
    on conflict do nothing`.execute(tx)
}

export async function findLinkForUpdate(
  tx: Transaction,
  workspace: WorkspaceId,
  link: LinkId,
): Promise<Link | undefined> {
  await writeOutLinks(tx, workspace, { profile: link })
  const { rows } = await sql<Link>`select ${linkColumns} from links
    where workspace_id = ${workspace} and link_id = ${link} for update`.execute(tx)
  return rows[0]
}

export type NewLink = Omit<Link, 'undone_at'>

export async function insertLinks(tx: Transaction, workspace: WorkspaceId, links: readonly NewLink[]): Promise<void> {
  if (links.length === 0) return
  await sql`insert into links (workspace_id, link_id, profile_id, person_id, previous_person_id, probability, evidence, decided_by,
      user_id, decided_at, move_id)
    select ${workspace}::uuid, l.* from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(link_id uuid, profile_id uuid,
      person_id uuid, previous_person_id uuid, probability real, evidence jsonb, decided_by text, user_id uuid,
      decided_at timestamptz, move_id uuid)`.execute(tx)
}

export async function updateLinksUndone(
  tx: Transaction,
  workspace: WorkspaceId,
  which: { move: string } | { link: LinkId },
  now: Date,
): Promise<void> {
  const condition = 'move' in which ? sql`move_id = ${which.move}` : sql`link_id = ${which.link}`
  await sql`update links set undone_at = ${now} where workspace_id = ${workspace} and ${condition} and undone_at is null`.execute(
    tx,
  )
}
