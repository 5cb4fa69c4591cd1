import { sql } from 'kysely'
import type { CandidacyId, CandidacyMoveId, OpeningId, PersonId, PoolId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { PipelineMove, PipelineStage, Source } from '../model/pipeline.ts'

/** `person`: whoever it is now, after merges. */
export type Candidacy = {
  id: CandidacyId
  opening: OpeningId
  person: PersonId
  name: string
  doNotContact: boolean
  stage: PipelineStage
  since: Date
  source: Source
  addedAt: Date
}

const columns = sql`c.candidacy_id as id, c.opening_id as opening, p.person_id as person, p.display_name as name,
  p.do_not_contact_at is not null as "doNotContact", c.stage, c.stage_since as since, c.source, c.added_at as "addedAt"`
const source = sql`candidacies c
  join people f on f.workspace_id = c.workspace_id and f.person_id = c.person_id
  join people p on p.workspace_id = c.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)`

/** Two that turned out to be one person stand here once: where they came further. */
export async function listCandidacies(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
): Promise<Candidacy[]> {
  const { rows } = await sql<Candidacy>`select * from (
      select distinct on (p.person_id) ${columns} from ${source}
      where c.workspace_id = ${workspace} and c.opening_id = ${opening} and c.removed_at is null
      order by p.person_id, array_position(array['hired', 'offer', 'interview', 'screen', 'considered', 'not-now'], c.stage)) c
    order by since desc, id limit 2000`.execute(tx)
  return rows
}

export async function findCandidacy(
  tx: Transaction,
  workspace: WorkspaceId,
  id: CandidacyId,
  lock: 'for-update' | 'no' = 'no',
): Promise<Candidacy | undefined> {
  const { rows } = await sql<Candidacy>`select ${columns} from ${source}
    where c.workspace_id = ${workspace} and c.candidacy_id = ${id} and c.removed_at is null
    ${lock === 'for-update' ? sql`for no key update of c` : sql``}`.execute(tx)
  return rows[0]
}

export type OtherCandidacy = {
  opening: OpeningId
  title: string
  candidacy: CandidacyId
  stage: PipelineStage
  since: Date
}

/** Every opening that somebody is or was considered for. */
export async function listCandidaciesOf(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<OtherCandidacy[]> {
  const { rows } =
    await sql<OtherCandidacy>`select o.opening_id as opening, o.title, c.candidacy_id as candidacy, c.stage,
      c.stage_since as since
    from candidacies c join openings o on o.workspace_id = c.workspace_id and o.opening_id = c.opening_id and o.removed_at is null
      join people f on f.workspace_id = c.workspace_id and f.person_id = c.person_id
    where c.workspace_id = ${workspace} and coalesce(f.merged_into, f.person_id) = ${person} and c.removed_at is null
    order by c.stage_since desc limit 100`.execute(tx)
  return rows
}

/** Who of these may be considered, by name, and why not. */
export async function listConsiderable(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  people: readonly PersonId[],
): Promise<{ person: PersonId; name: string; doNotContact: boolean; already: boolean }[]> {
  const { rows } = await sql<{ person: PersonId; name: string; doNotContact: boolean; already: boolean }>`
    select p.person_id as person, p.display_name as name, p.do_not_contact_at is not null as "doNotContact",
      exists (select from candidacies c join people f on f.workspace_id = c.workspace_id and f.person_id = c.person_id
        where c.workspace_id = ${workspace} and c.opening_id = ${opening} and c.removed_at is null
          and coalesce(f.merged_into, f.person_id) = p.person_id) as already
    from people p where p.workspace_id = ${workspace} and p.person_id = any(${[...people]}::uuid[]) and p.merged_into is null`.execute(
    tx,
  )
  return rows
}

/** Whoever was taken out comes in again, with what was noted then. */
export async function insertCandidacy(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { id: CandidacyId; opening: OpeningId; person: PersonId; source: Source; user: UserId | null; at: Date },
): Promise<{ id: CandidacyId; fresh: boolean }> {
  const { rows } = await sql<{ id: CandidacyId }>`
    insert into candidacies as c (workspace_id, candidacy_id, opening_id, person_id, stage, stage_since, source, added_by, added_at)
    values (${workspace}, ${given.id}, ${given.opening}, ${given.person}, 'considered', ${given.at}, ${given.source}, ${given.user}, ${given.at})
    on conflict (workspace_id, opening_id, person_id) do update set removed_at = null, stage = 'considered',
      stage_since = excluded.stage_since, source = excluded.source, added_by = excluded.added_by, added_at = excluded.added_at
      where c.removed_at is not null
    returning candidacy_id as id`.execute(tx)
  const [row] = rows
  if (row) return { id: row.id, fresh: true }
  const { rows: before } = await sql<{ id: CandidacyId }>`select candidacy_id as id from candidacies
    where workspace_id = ${workspace} and opening_id = ${given.opening} and person_id = ${given.person}`.execute(tx)
  if (!before[0]) throw new Error('a conflict has its row')
  return { id: before[0].id, fresh: false }
}

export async function updateStage(
  tx: Transaction,
  workspace: WorkspaceId,
  id: CandidacyId,
  stage: PipelineStage,
  since: Date,
): Promise<void> {
  await sql`update candidacies set stage = ${stage}, stage_since = ${since}
    where workspace_id = ${workspace} and candidacy_id = ${id}`.execute(tx)
}

export async function updateRemoved(
  tx: Transaction,
  workspace: WorkspaceId,
  id: CandidacyId,
  at: Date | null,
): Promise<boolean> {
  const { rows } =
    await sql`update candidacies set removed_at = ${at} where workspace_id = ${workspace} and candidacy_id = ${id}
    and (removed_at is null) = ${at !== null} returning 1`.execute(tx)
  return rows.length > 0
}

export type KeptMove = PipelineMove & {
  id: CandidacyMoveId
  candidacy: CandidacyId
  pool: PoolId | null
  poolName: string | null
  pooled: boolean
  comesBackOn: string | null
  comeBack: string | null
  user: UserId | null
  by: string | null
  at: Date
}

const moveColumns = sql`m.move_id as id, m.candidacy_id as candidacy, m.from_stage as "from", m.to_stage as "to", m.reason,
  m.pool_id as pool, q.name as "poolName", m.pooled, m.comes_back_on::text as "comesBackOn", m.come_back_id as "comeBack",
  m.user_id as "user", u.name as by, m.at, m.undone_at is not null as undone`
const moveSource = sql`candidacy_moves m
  left join users u on u.workspace_id = m.workspace_id and u.user_id = m.user_id
  left join pools q on q.workspace_id = m.workspace_id and q.pool_id = m.pool_id`

/** In the order they were made. */
export async function listMoves(tx: Transaction, workspace: WorkspaceId, candidacy: CandidacyId): Promise<KeptMove[]> {
  const { rows } = await sql<KeptMove>`select ${moveColumns} from ${moveSource}
    where m.workspace_id = ${workspace} and m.candidacy_id = ${candidacy} order by m.move_id`.execute(tx)
  return rows
}

export async function listOpeningMoves(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
): Promise<KeptMove[]> {
  const { rows } = await sql<KeptMove>`select ${moveColumns} from ${moveSource}
      join candidacies c on c.workspace_id = m.workspace_id and c.candidacy_id = m.candidacy_id
    where m.workspace_id = ${workspace} and c.opening_id = ${opening} order by m.move_id`.execute(tx)
  return rows
}

export async function insertMove(
  tx: Transaction,
  workspace: WorkspaceId,
  move: Omit<KeptMove, 'poolName' | 'by' | 'undone'>,
): Promise<void> {
  await sql`insert into candidacy_moves (workspace_id, move_id, candidacy_id, from_stage, to_stage, reason, pool_id, pooled,
      comes_back_on, come_back_id, user_id, at)
    values (${workspace}, ${move.id}, ${move.candidacy}, ${move.from}, ${move.to}, ${move.reason}, ${move.pool}, ${move.pooled},
      ${move.comesBackOn}::date, ${move.comeBack}, ${move.user}, ${move.at})`.execute(tx)
}

export async function updateUndone(
  tx: Transaction,
  workspace: WorkspaceId,
  move: CandidacyMoveId,
  at: Date,
): Promise<void> {
  await sql`update candidacy_moves set undone_at = ${at} where workspace_id = ${workspace} and move_id = ${move}`.execute(
    tx,
  )
}

/** In how many openings they are a candidate beside this one. */
export async function countOtherRunning(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  not: CandidacyId,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from candidacies c
      join people f on f.workspace_id = c.workspace_id and f.person_id = c.person_id
    where c.workspace_id = ${workspace} and coalesce(f.merged_into, f.person_id) = ${person} and c.candidacy_id <> ${not}
      and c.removed_at is null and c.stage in ('screen', 'interview', 'offer')`.execute(tx)
  return rows[0]?.n ?? 0
}

/** The likeliest by their words, before anybody is judged: most words of the opening first, then static rank. */
export async function listLikely(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  terms: readonly string[],
  limits: { looked: number; judged: number },
): Promise<PersonId[]> {
  if (terms.length === 0) return []
  const query = sql.join(
    terms.map(term => sql`plainto_tsquery('simple', kith_words(${term}))`),
    sql` || `,
  )
  const { rows } = await sql<{ person: PersonId }>`
    with asked as materialized (select ${query} as q), met as materialized (
      select s.person_id, s.words, s.prior from person_search s, asked
      where s.workspace_id = ${workspace} and s.words @@ asked.q order by s.prior desc limit ${limits.looked})
    select m.person_id as person from met m, asked
      join people p on true
    where p.workspace_id = ${workspace} and p.person_id = m.person_id and p.merged_into is null and p.do_not_contact_at is null
      and not exists (select from candidacies c join people f on f.workspace_id = c.workspace_id and f.person_id = c.person_id
        where c.workspace_id = ${workspace} and c.opening_id = ${opening} and c.removed_at is null
          and coalesce(f.merged_into, f.person_id) = p.person_id)
    order by ts_rank(m.words, asked.q) desc, m.prior desc, m.person_id limit ${limits.judged}`.execute(tx)
  return rows.map(row => row.person)
}
