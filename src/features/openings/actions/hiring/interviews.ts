import { type DraftPlace, keepDraft, readDraftPlace } from '#features/conversations/index.ts'
import type { Assessment } from '#features/etiquette/model.ts'
import { findPerson } from '#features/people/index.ts'
import { dayMs } from '#kernel/clock.ts'
import { type CandidacyId, type InterviewId, newId, type UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { hashToken, newToken } from '#platform/secrets.ts'
import { acrossWorkspaces, inWorkspace } from '#storage/database.ts'
import { calendarIcs, interviewIcs } from '../../calendar.ts'
import type { HiringDeps } from '../../deps.ts'
import { offerText } from '../../model/interview-words.ts'
import { findCandidacy } from '../../store/candidacies.ts'
import {
  cancelOtherProposals,
  deleteCalendarLink,
  findCalendarLink,
  findInterview,
  type InterviewState,
  insertInterview,
  listInterviews,
  listInterviewsOf,
  updateInterview,
  upsertCalendarLink,
} from '../../store/judgements.ts'
import { findOpening, listColleagues } from '../../store/openings.ts'
import { tellHiring } from './consider.ts'

export type InterviewRefusal = {
  code:
    | 'no-such-candidacy'
    | 'no-such-interview'
    | 'no-timezone'
    | 'time-over'
    | 'do-not-contact'
    | 'no-slots'
    | 'not-yet'
    | 'draft-there'
    | 'no-chat'
}

const isZone = (timezone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).format(0) !== ''
  } catch {
    return false
  }
}

export type SlotInput = {
  startsAt: Date
  minutes: number
  timezone: string
  place: string
  interviewers: readonly UserId[]
}

/** Proposed: nobody outside knows of it until it is offered by a message. */
export function proposeInterview(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  slot: SlotInput,
): Promise<Result<InterviewId, InterviewRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<InterviewId, InterviewRefusal>> => {
    const { workspace, user } = caller
    const candidacy = await findCandidacy(tx, workspace, id)
    if (!candidacy) return refuse({ code: 'no-such-candidacy' })
    if (candidacy.doNotContact) return refuse({ code: 'do-not-contact' })
    if (!isZone(slot.timezone)) return refuse({ code: 'no-timezone' })
    const at = deps.clock.now()
    if (slot.startsAt <= at) return refuse({ code: 'time-over' })
    const colleagues = new Set((await listColleagues(tx, workspace)).map(one => one.id))
    const interview = newId<'Interview'>(at.getTime())
    await insertInterview(tx, workspace, {
      id: interview,
      candidacy: id,
      ...slot,
      place: slot.place.trim(),
      interviewers: slot.interviewers.filter(one => colleagues.has(one)),
      state: 'proposed',
      user,
      at,
    })
    tellHiring(tx, workspace, candidacy.opening, [candidacy.person])
    return done(interview)
  })
}

/** Another time, another place, agreed or cancelled. Agreed: the other proposals to this person are cancelled. */
export function changeInterview(
  deps: HiringDeps,
  caller: Caller,
  id: InterviewId,
  change: Partial<Omit<SlotInput, 'timezone'>> & { state?: InterviewState },
): Promise<Result<{ cancelled: number }, InterviewRefusal>> {
  return inWorkspace(
    deps.db,
    caller.workspace,
    async (tx): Promise<Result<{ cancelled: number }, InterviewRefusal>> => {
      const { workspace } = caller
      const before = await findInterview(tx, workspace, id)
      if (!before) return refuse({ code: 'no-such-interview' })
      const at = deps.clock.now()
      if (change.startsAt && change.startsAt <= at) return refuse({ code: 'time-over' })
      await updateInterview(
        tx,
        workspace,
        {
          id,
          startsAt: change.startsAt ?? before.startsAt,
          minutes: change.minutes ?? before.minutes,
          place: change.place?.trim() ?? before.place,
          interviewers: change.interviewers ? [...change.interviewers] : before.interviewers,
          state: change.state ?? before.state,
        },
        at,
      )
      const agreed = change.state === 'agreed' && before.state !== 'agreed'
      const cancelled = agreed ? await cancelOtherProposals(tx, workspace, before, at) : 0
      tellHiring(tx, workspace, before.opening, [before.person])
      return done({ cancelled })
    },
  )
}

export type SlotOffer = {
  text: string
  timezone: string
  place: DraftPlace | undefined
  assessment: Assessment | undefined
}

/** Words that offer the open proposals, judged as they stand; `text` when the recruiter wrote their own. */
export function draftOffer(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  given: { timezone: string; text?: string | undefined; keep: boolean },
): Promise<Result<SlotOffer, InterviewRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<SlotOffer, InterviewRefusal>> => {
    const { workspace } = caller
    const candidacy = await findCandidacy(tx, workspace, id)
    const opening = candidacy && (await findOpening(tx, workspace, candidacy.opening))
    const person = candidacy && (await findPerson(tx, workspace, candidacy.person))
    if (!candidacy || !opening || !person) return refuse({ code: 'no-such-candidacy' })
    const now = deps.clock.now()
    const slots = (await listInterviews(tx, workspace, id)).filter(
      one => one.state === 'proposed' && one.startsAt > now,
    )
    if (slots.length === 0) return refuse({ code: 'no-slots' })
    const timezone =
      person.time_zone && isZone(person.time_zone) ? person.time_zone : isZone(given.timezone) ? given.timezone : 'UTC'
    const name = person.given_name ?? candidacy.name.split(' ')[0] ?? candidacy.name
    const text = given.text ?? offerText({ lang: opening.lang, name, title: opening.title, slots, timezone })
    const place = await readDraftPlace(tx, caller, candidacy.person, text, now)
    if (!given.keep) return done({ text, timezone, place, assessment: place?.assessment })
    if (!place || place.conversation === null) return refuse({ code: 'no-chat' })
    if (place.assessment.verdict === 'block') return refuse({ code: 'not-yet' })
    if (!(await keepDraft(tx, caller, place.conversation, text, now))) return refuse({ code: 'draft-there' })
    return done({ text, timezone, place, assessment: place.assessment })
  })
}

export async function readInterviewIcs(deps: HiringDeps, caller: Caller, id: InterviewId): Promise<string | undefined> {
  const interview = await inWorkspace(deps.db, caller.workspace, tx => findInterview(tx, caller.workspace, id))
  return interview && interviewIcs(interview, deps.publicUrl)
}

/** A new address; the one before it ends. */
export async function makeCalendarLink(deps: HiringDeps, caller: Caller): Promise<{ url: string }> {
  const token = newToken()
  await inWorkspace(deps.db, caller.workspace, tx =>
    upsertCalendarLink(tx, caller.workspace, caller.user, hashToken(token), deps.clock.now()),
  )
  return { url: `${deps.publicUrl}/calendar/${token}.ics` }
}

/** Whatever reads it hears from now on that there is no such calendar. */
export function endCalendarLink(deps: HiringDeps, caller: Caller): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, tx => deleteCalendarLink(tx, caller.workspace, caller.user))
}

const keptForDays = 90

/** Undefined: no such link, or whose it was is gone. */
export async function readCalendar(deps: HiringDeps, token: string, name: string): Promise<string | undefined> {
  const link = await acrossWorkspaces(deps.db, tx => findCalendarLink(tx, hashToken(token)))
  if (!link) return undefined
  const since = new Date(deps.clock.now().getTime() - keptForDays * dayMs)
  return inWorkspace(deps.db, link.workspace, async tx => {
    const interviews = await listInterviewsOf(tx, link.workspace, link.user, since)
    const entries = (await deps.calendar?.(tx, link, since)) ?? []
    return calendarIcs(interviews, entries, deps.publicUrl, name)
  })
}
