import { sql } from 'kysely'
import type { ApplicationId, OpeningId, PersonId, WorkspaceId } from '#kernel/ids.ts'
import type { Transaction } from '#storage/database.ts'

export type ResumeState = 'waiting' | 'read' | 'unreadable'
export type Application = {
  id: ApplicationId
  person: PersonId | null
  name: string
  email: string
  message: string
  referral: string | null
  resumeName: string | null
  resumeBytes: number | null
  resumeState: ResumeState | null
  at: Date
}

export async function listApplications(
  tx: Transaction,
  workspace: WorkspaceId,
  { opening, person }: { opening: OpeningId; person?: PersonId },
): Promise<Application[]> {
  const { rows } =
    await sql<Application>`select a.application_id as id, coalesce(p.merged_into, a.person_id) as person, a.name,
      a.email, a.message, a.referral, r.name as "resumeName", length(r.bytes) as "resumeBytes", r.state as "resumeState",
      a.applied_at as at
    from applications a left join resumes r on r.workspace_id = a.workspace_id and r.application_id = a.application_id
      left join people p on p.workspace_id = a.workspace_id and p.person_id = a.person_id
    where a.workspace_id = ${workspace} and a.opening_id = ${opening}
      and ${person ? sql`coalesce(p.merged_into, a.person_id) = ${person}` : sql`true`}
    order by a.applied_at desc, a.application_id desc limit 500`.execute(tx)
  return rows
}

export type NewApplication = {
  id: ApplicationId
  opening: OpeningId
  person: PersonId | null
  name: string
  email: string
  phone: string
  message: string
  referral: string | null
  consentWording: string
  consentLang: string
  at: Date
}

export async function insertApplication(tx: Transaction, workspace: WorkspaceId, given: NewApplication): Promise<void> {
  await sql`insert into applications (workspace_id, application_id, opening_id, person_id, name, email, phone, message, referral,
      consent_wording, consent_lang, applied_at)
    values (${workspace}, ${given.id}, ${given.opening}, ${given.person}, ${given.name}, ${given.email}, ${given.phone},
      ${given.message}, ${given.referral}, ${given.consentWording}, ${given.consentLang}, ${given.at})`.execute(tx)
}

export async function insertResume(
  tx: Transaction,
  workspace: WorkspaceId,
  application: ApplicationId,
  resume: { name: string; type: string; bytes: Uint8Array },
): Promise<void> {
  await sql`insert into resumes (workspace_id, application_id, name, media_type, bytes)
    values (${workspace}, ${application}, ${resume.name}, ${resume.type}, ${Buffer.from(resume.bytes)})`.execute(tx)
}

export type StoredResume = {
  name: string
  type: string
  bytes: Buffer
  state: ResumeState
  applicant: string
  email: string
  person: PersonId | null
}

export async function findResume(
  tx: Transaction,
  workspace: WorkspaceId,
  application: ApplicationId,
): Promise<StoredResume | undefined> {
  const { rows } =
    await sql<StoredResume>`select r.name, r.media_type as type, r.bytes, r.state, a.name as applicant, a.email,
      a.person_id as person
    from resumes r join applications a on a.workspace_id = r.workspace_id and a.application_id = r.application_id
    where r.workspace_id = ${workspace} and r.application_id = ${application}`.execute(tx)
  return rows[0]
}

export async function updateResumeState(
  tx: Transaction,
  workspace: WorkspaceId,
  application: ApplicationId,
  state: ResumeState,
): Promise<void> {
  await sql`update resumes set state = ${state} where workspace_id = ${workspace} and application_id = ${application}`.execute(
    tx,
  )
}

export async function countReferralVisit(
  tx: Transaction,
  workspace: WorkspaceId,
  visit: { opening: OpeningId; code: string; on: string },
): Promise<void> {
  await sql`insert into referral_visits as v (workspace_id, opening_id, code, on_day, visits)
    values (${workspace}, ${visit.opening}, ${visit.code}, ${visit.on}::date, 1)
    on conflict (workspace_id, opening_id, code, on_day) do update set visits = v.visits + 1`.execute(tx)
}

/** Codes that anybody can make up: so many of one opening are counted. */
export async function countReferralCodes(tx: Transaction, workspace: WorkspaceId, opening: OpeningId): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct code)::int as n from referral_visits
    where workspace_id = ${workspace} and opening_id = ${opening}`.execute(tx)
  return rows[0]?.n ?? 0
}

export async function hasReferralCode(
  tx: Transaction,
  workspace: WorkspaceId,
  opening: OpeningId,
  code: string,
): Promise<boolean> {
  const { rows } = await sql`select from referral_visits where workspace_id = ${workspace} and opening_id = ${opening}
    and code = ${code} limit 1`.execute(tx)
  return rows.length > 0
}

export type Referral = { code: string; visits: number; applications: number }

export async function listReferrals(tx: Transaction, workspace: WorkspaceId, opening: OpeningId): Promise<Referral[]> {
  const { rows } = await sql<Referral>`select v.code, sum(v.visits)::int as visits,
      (select count(*)::int from applications a where a.workspace_id = ${workspace} and a.opening_id = ${opening}
        and a.referral = v.code) as applications
    from referral_visits v where v.workspace_id = ${workspace} and v.opening_id = ${opening}
    group by v.code order by applications desc, visits desc, v.code limit 50`.execute(tx)
  return rows
}
