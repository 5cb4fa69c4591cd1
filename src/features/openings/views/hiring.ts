import { viewFit } from '#features/fit/index.ts'
import type { Fit, WantedProfile } from '#features/fit/model.ts'
import { viewRow } from '#features/people/index.ts'
import type { PersonId, UserId } from '#kernel/ids.ts'
import type { Card, Medallist, Ranked, WholeCandidacy } from '../actions/hiring/board.ts'
import type { SlotOffer } from '../actions/hiring/interviews.ts'
import type { OtherCandidacy } from '../store/candidacies.ts'
import type {
  BoardFits,
  CandidaciesOfPerson,
  CandidacyView,
  CardView,
  MedallistsView,
  OfferView,
  RankedView,
} from '../wire.ts'
import { viewApplication } from './opening.ts'

export const viewCard = ({ candidacy, row, lastMove, scorecards, interview }: Card): CardView => ({
  candidacy: candidacy.id,
  person: viewRow(row),
  stage: candidacy.stage,
  since: candidacy.since.toISOString(),
  source: candidacy.source,
  reason: lastMove?.reason ?? '',
  comesBackOn: lastMove?.comesBackOn ?? null,
  pool: lastMove?.poolName ?? null,
  scorecards: { given: scorecards.n, own: scorecards.own },
  interview: interview ? { at: interview.at.toISOString(), state: interview.state } : null,
})

const viewWanted = (wanted: WantedProfile): RankedView['wanted'] => ({
  title: wanted.title ?? null,
  must: [...wanted.skills],
  nice: [...(wanted.nice ?? [])],
  place: wanted.place ?? null,
  km: wanted.km,
  languages: [...wanted.languages],
})

export const viewFits = (found: {
  wanted: WantedProfile
  fits: readonly { person: PersonId; fit: Fit }[]
}): BoardFits => ({
  wanted: viewWanted(found.wanted),
  fits: found.fits.map(({ person, fit }) => ({ person, fit: viewFit(fit) })),
})

export const viewRanked = ({ wanted, looked, people }: Ranked): RankedView => ({
  wanted: viewWanted(wanted),
  looked,
  people: people.map(({ row, fit }) => ({ person: viewRow(row), fit: viewFit(fit) })),
})

export const viewMedallists = (found: readonly Medallist[]): MedallistsView => ({
  people: found.map(({ candidacy, row, reached }) => ({
    candidacy: candidacy.id,
    person: viewRow(row),
    reached,
    stage: candidacy.stage,
  })),
})

export const viewOther = ({ since, ...other }: OtherCandidacy): CandidaciesOfPerson[number] => ({
  ...other,
  since: since.toISOString(),
})

export const viewCandidacy = (whole: WholeCandidacy, user: UserId): CandidacyView => ({
  opening: { id: whole.opening.id, title: whole.opening.title, state: whole.opening.state },
  candidacy: whole.candidacy.id,
  person: viewRow(whole.row),
  stage: whole.candidacy.stage,
  since: whole.candidacy.since.toISOString(),
  source: whole.candidacy.source,
  applications: whole.applications.map(viewApplication),
  moves: whole.moves.map(({ id, from, to, reason, poolName, comesBackOn, by, at, undone }) => ({
    id,
    from,
    to,
    reason,
    pool: poolName,
    comesBackOn,
    by,
    at: at.toISOString(),
    undone,
  })),
  notes: whole.notes.map(note => ({
    id: note.id,
    text: note.text,
    by: note.by,
    own: note.user === user,
    at: note.at.toISOString(),
  })),
  criteria: whole.criteria,
  scorecards: whole.scorecards.map(card => ({
    by: card.by,
    own: card.user === user,
    hidden: card.hidden,
    marks: card.marks,
    words: card.words,
    at: card.givenAt.toISOString(),
    changedAt: card.changedAt?.toISOString() ?? null,
  })),
  interviews: whole.interviews.map(one => ({
    id: one.id,
    startsAt: one.startsAt.toISOString(),
    minutes: one.minutes,
    timezone: one.timezone,
    place: one.place,
    state: one.state,
    interviewers: one.interviewerNames,
  })),
  others: whole.others.map(viewOther),
  fit: whole.fit ? viewFit(whole.fit) : null,
  team: whole.team.map(({ user: id, name, part }) => ({ id, name, part })),
})

export const viewOffer = ({ text, timezone, place, assessment }: SlotOffer): OfferView => ({
  text,
  timezone,
  tool: place?.tool ?? null,
  conversation: place?.conversation ?? null,
  verdict: assessment?.verdict ?? 'allow',
  reasons: (assessment?.reasons ?? []).map(({ code, message, verdict }) => ({ code, message, verdict })),
})
