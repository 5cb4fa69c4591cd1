import { sql } from 'kysely'
import type { CandidacyId, Id, InterviewId, OpeningId, PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'
import type { CriterionMark } from '../model/pipeline.ts'

export type CandidacyNoteId = Id<'CandidacyNote'>
export type CandidacyNote = { id: CandidacyNoteId; text: string; user: UserId | null; by: string | null; at: Date }

export async function listNotes(
  tx: Transaction,
  workspace: WorkspaceId,
  candidacy: CandidacyId,
): Promise<CandidacyNote[]> {
  const { rows } = await sql<CandidacyNote>`select n.note_id as id, n.text, n.user_id as "user", u.name as by, n.at
    from candidacy_notes n left join users u on u.workspace_id = n.workspace_id and u.user_id = n.user_id
    where n.workspace_id = ${workspace} and n.candidacy_id = ${candidacy} and n.removed_at is null
    order by n.note_id desc limit 500`.execute(tx)
  return rows
}

export async function insertNote(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { id: CandidacyNoteId; candidacy: CandidacyId; text: string; user: UserId; at: Date },
): Promise<void> {
  await sql`insert into candidacy_notes (workspace_id, note_id, candidacy_id, user_id, text, at)
    values (${workspace}, ${given.id}, ${given.candidacy}, ${given.user}, ${given.text}, ${given.at})`.execute(tx)
}

/** False: it is not theirs, or gone. `at` null brings it back. */
export async function updateNoteRemoved(
  tx: Transaction,
  workspace: WorkspaceId,
  note: CandidacyNoteId,
  user: UserId,
  at: Date | null,
): Promise<boolean> {
  const { rows } = await sql`update candidacy_notes set removed_at = ${at}
    where workspace_id = ${workspace} and note_id = ${note} and user_id = ${user} returning 1`.execute(tx)
  return rows.length > 0
}

export type Scorecard = {
  user: UserId
  by: string
  marks: CriterionMark[]
  words: string
  givenAt: Date
  changedAt: Date | null
}

export async function listScorecards(
  tx: Transaction,
  workspace: WorkspaceId,
  candidacy: CandidacyId,
): Promise<Scorecard[]> {
  const { rows } =
    await sql<Scorecard>`select s.user_id as "user", u.name as by, s.marks, s.words, s.given_at as "givenAt",
      s.changed_at as "changedAt"
    from scorecards s join users u on u.workspace_id = s.workspace_id and u.user_id = s.user_id
    where s.workspace_id = ${workspace} and s.candidacy_id = ${candidacy} order by s.given_at, s.user_id`.execute(tx)
  return rows
}

/** A second time it is a change, and says when. */
export async function upsertScorecard(
  tx: Transaction,
  workspace: WorkspaceId,
  given: { candidacy: CandidacyId; user: UserId; marks: readonly CriterionMark[]; words: string; at: Date },
): Promise<void> {
  await sql`insert into scorecards (workspace_id, candidacy_id, user_id, marks, words, given_at)
    values (${workspace}, ${given.candidacy}, ${given.user}, ${JSON.stringify(given.marks)}::jsonb, ${given.words}, ${given.at})
    on conflict (workspace_id, candidacy_id, user_id) do update set marks = excluded.marks, words = excluded.words,
      changed_at = excluded.given_at`.execute(tx)
}

/** How many scorecards each candidacy of an opening has, and whether the caller's is among them. */
export async function countScorecards(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  user: UserId,
): Promise<Map<CandidacyId, { n: number; own: boolean }>> {
  const { rows } = await sql<{ candidacy: CandidacyId; n: number; own: boolean }>`
    select s.candidacy_id as candidacy, count(*)::int as n, bool_or(s.user_id = ${user}) as own
    from scorecards s join candidacies c on c.workspace_id = s.workspace_id and c.candidacy_id = s.candidacy_id
    where s.workspace_id = ${workspace} and c.opening_id = ${opening} group by 1`.execute(tx)
  return new Map(rows.map(({ candidacy, ...rest }) => [candidacy, rest]))
}

export type InterviewState = 'proposed' | 'agreed' | 'cancelled'
export type Interview = {
  id: InterviewId
  candidacy: CandidacyId
  opening: OpeningId
  title: string
  lang: 'en' | 'de'
  person: PersonId
  name: string
  startsAt: Date
  minutes: number
  timezone: string
  place: string
  state: InterviewState
  interviewers: UserId[]
  interviewerNames: string[]
  revision: number
  changedAt: Date
}

const columns = sql`i.interview_id as id, i.candidacy_id as candidacy, o.opening_id as opening, o.title, o.lang, p.person_id as person,
  p.display_name as name, i.starts_at as "startsAt", i.minutes, i.timezone, i.place, i.state, i.interviewers,
  array(select u.name from users u where u.workspace_id = i.workspace_id and u.user_id = any(i.interviewers) order by lower(u.name)) as "interviewerNames",
  i.revision, i.changed_at as "changedAt"`
const source = sql`interviews i
  join candidacies c on c.workspace_id = i.workspace_id and c.candidacy_id = i.candidacy_id and c.removed_at is null
  join openings o on o.workspace_id = c.workspace_id and o.opening_id = c.opening_id
  join people f on f.workspace_id = c.workspace_id and f.person_id = c.person_id
  join people p on p.workspace_id = c.workspace_id and p.person_id = coalesce(f.merged_into, f.person_id)`

export async function listInterviews(
  tx: Transaction,
  workspace: WorkspaceId,
  candidacy: CandidacyId,
): Promise<Interview[]> {
  const { rows } = await sql<Interview>`select ${columns} from ${source}
    where i.workspace_id = ${workspace} and i.candidacy_id = ${candidacy} order by i.starts_at, i.interview_id limit 200`.execute(
    tx,
  )
  return rows
}

/** The next that is not cancelled, of each candidacy of an opening. */
export async function listNextInterviews(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  now: Date,
): Promise<Map<CandidacyId, { at: Date; state: InterviewState }>> {
  const { rows } = await sql<{ candidacy: CandidacyId; at: Date; state: InterviewState }>`
    select distinct on (i.candidacy_id) i.candidacy_id as candidacy, i.starts_at as at, i.state
    from interviews i join candidacies c on c.workspace_id = i.workspace_id and c.candidacy_id = i.candidacy_id
    where i.workspace_id = ${workspace} and c.opening_id = ${opening} and i.state <> 'cancelled' and i.starts_at >= ${now}
    order by i.candidacy_id, (i.state = 'agreed') desc, i.starts_at`.execute(tx)
  return new Map(rows.map(({ candidacy, ...rest }) => [candidacy, rest]))
}

export async function findInterview(
  tx: Transaction,
  workspace: WorkspaceId,
  id: InterviewId,
): Promise<Interview | undefined> {
  const { rows } = await sql<Interview>`select ${columns} from ${source}
    where i.workspace_id = ${workspace} and i.interview_id = ${id}`.execute(tx)
  return rows[0]
}

/** Of one recruiter: where they interview or lead, from `since` on; cancelled ones too, for calendars must hear of it. */
export async function listInterviewsOf(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  since: Date,
): Promise<Interview[]> {
  const { rows } = await sql<Interview>`select ${columns} from ${source}
    where i.workspace_id = ${workspace} and i.starts_at >= ${since} and i.state <> 'proposed'
      and (${user} = any(i.interviewers) or i.made_by = ${user} or o.owner_id = ${user})
    order by i.starts_at, i.interview_id limit 1000`.execute(tx)
  return rows
}

export async function insertInterview(
  tx: Transaction,
  workspace: WorkspaceId,
  given: Pick<
    Interview,
    'id' | 'candidacy' | 'startsAt' | 'minutes' | 'timezone' | 'place' | 'state' | 'interviewers'
  > & {
    user: UserId
    at: Date
  },
): Promise<void> {
  await sql`insert into interviews (workspace_id, interview_id, candidacy_id, starts_at, minutes, timezone, place, state, interviewers,
      made_by, made_at, changed_at)
    values (${workspace}, ${given.id}, ${given.candidacy}, ${given.startsAt}, ${given.minutes}, ${given.timezone}, ${given.place},
      ${given.state}, ${[...given.interviewers]}::uuid[], ${given.user}, ${given.at}, ${given.at})`.execute(tx)
}

export async function updateInterview(
  tx: Transaction,
  workspace: WorkspaceId,
  interview: Pick<Interview, 'id' | 'startsAt' | 'minutes' | 'place' | 'state' | 'interviewers'>,
  at: Date,
): Promise<void> {
  await sql`update interviews set starts_at = ${interview.startsAt}, minutes = ${interview.minutes}, place = ${interview.place},
      state = ${interview.state}, interviewers = ${[...interview.interviewers]}::uuid[], revision = revision + 1, changed_at = ${at}
    where workspace_id = ${workspace} and interview_id = ${interview.id}`.execute(tx)
}

/** One of several proposed was agreed: the other open proposals of that person are gone. Gives how many. */
export async function cancelOtherProposals(
  tx: Transaction,
  workspace: WorkspaceId,
  agreed: Pick<Interview, 'id' | 'candidacy'>,
  at: Date,
): Promise<number> {
  const { rows } = await sql`update interviews set state = 'cancelled', revision = revision + 1, changed_at = ${at}
    where workspace_id = ${workspace} and candidacy_id = ${agreed.candidacy} and interview_id <> ${agreed.id} and state = 'proposed'
    returning 1`.execute(tx)
  return rows.length
}

export async function upsertCalendarLink(
  tx: Transaction,
  workspace: WorkspaceId,
  user: UserId,
  tokenHash: Buffer,
  at: Date,
): Promise<void> {
  await sql`insert into calendar_links (workspace_id, user_id, token_hash, made_at) values (${workspace}, ${user}, ${tokenHash}, ${at})
    on conflict (workspace_id, user_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at`.execute(
    tx,
  )
}

export async function deleteCalendarLink(tx: Transaction, workspace: WorkspaceId, user: UserId): Promise<void> {
  await sql`delete from calendar_links where workspace_id = ${workspace} and user_id = ${user}`.execute(tx)
}

/** Across workspaces: whoever brings a token says no workspace. */
export async function findCalendarLink(
  tx: Transaction,
  tokenHash: Buffer,
): Promise<{ workspace: WorkspaceId; user: UserId } | undefined> {
  const { rows } = await sql<{
    workspace: WorkspaceId
    user: UserId
  }>`select l.workspace_id as workspace, l.user_id as "user"
    from calendar_links l join users u on u.workspace_id = l.workspace_id and u.user_id = l.user_id and u.disabled_at is null
    where l.token_hash = ${tokenHash}`.execute(tx)
  return rows[0]
}
