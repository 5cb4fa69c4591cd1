import { fitOf } from '#features/fit/index.ts'
import type { Fit, WantedProfile } from '#features/fit/model.ts'
import { type PersonRow, withMarks } from '#features/people/index.ts'
import { skills } from '#features/vocabulary/index.ts'
import { languageCode } from '#features/vocabulary/model.ts'
import type { CandidacyId, OpeningId, PersonId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { HiringDeps } from '../../deps.ts'
import { criteriaOf, medalOf } from '../../model/pipeline.ts'
import { wantedOf } from '../../model/wanted.ts'
import { type Application, listApplications } from '../../store/applications.ts'
import {
  type Candidacy,
  findCandidacy,
  type KeptMove,
  listCandidacies,
  listCandidaciesOf,
  listLikely,
  listMoves,
  listOpeningMoves,
  type OtherCandidacy,
} from '../../store/candidacies.ts'
import {
  type CandidacyNote,
  countScorecards,
  type Interview,
  type InterviewState,
  listInterviews,
  listNextInterviews,
  listNotes,
  listScorecards,
  type Scorecard,
} from '../../store/judgements.ts'
import { findOpening, listTeam, type Opening } from '../../store/openings.ts'

export type OpeningGone = { code: 'no-such-opening' }

async function withOpening<T>(
  deps: HiringDeps,
  caller: Caller,
  id: OpeningId,
  work: (tx: Transaction, opening: Opening) => Promise<T>,
): Promise<Result<T, OpeningGone>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const opening = await findOpening(tx, caller.workspace, id)
    return opening && !opening.removedAt ? done(await work(tx, opening)) : refuse({ code: 'no-such-opening' })
  })
}

export type Card = {
  candidacy: Candidacy
  row: PersonRow
  lastMove: KeptMove | undefined
  scorecards: { n: number; own: boolean }
  interview: { at: Date; state: InterviewState } | undefined
}

export const readBoard = (deps: HiringDeps, caller: Caller, id: OpeningId): Promise<Result<Card[], OpeningGone>> =>
  withOpening(deps, caller, id, async tx => {
    const { workspace, user } = caller
    const all = await listCandidacies(tx, workspace, id)
    const rows = new Map(
      (await withMarks(tx, deps, caller, [...new Set(all.map(one => one.person))])).map(
        row => [row.person_id, row] as const,
      ),
    )
    const moves = new Map<CandidacyId, KeptMove>()
    for (const move of await listOpeningMoves(tx, workspace, id)) if (!move.undone) moves.set(move.candidacy, move)
    const scorecards = await countScorecards(tx, workspace, id, user)
    const interviews = await listNextInterviews(tx, workspace, id, deps.clock.now())
    return all.flatMap(candidacy => {
      const row = rows.get(candidacy.person)
      return row
        ? [
            {
              candidacy,
              row,
              lastMove: moves.get(candidacy.id),
              scorecards: scorecards.get(candidacy.id) ?? { n: 0, own: false },
              interview: interviews.get(candidacy.id),
            },
          ]
        : []
    })
  })

const understanding = { isSkill: (written: string) => skills().isKnown(written), languageCode }
const judgedAtMost = 60
const lookedAtMost = 2_000

async function fitsOf(
  tx: Transaction,
  caller: Caller,
  people: readonly PersonId[],
  wanted: WantedProfile,
  now: Date,
): Promise<{ person: PersonId; fit: Fit }[]> {
  const fits: { person: PersonId; fit: Fit }[] = []
  for (const person of people) {
    const fit = await fitOf(tx, caller.workspace, person, wanted, now)
    if (fit) fits.push({ person, fit })
  }
  return fits
}

/** How those on the board fit what the opening says it looks for, each point with where it stands. It ranks; it never rejects. */
export const readBoardFits = (
  deps: HiringDeps,
  caller: Caller,
  id: OpeningId,
): Promise<Result<{ wanted: WantedProfile; fits: { person: PersonId; fit: Fit }[] }, OpeningGone>> =>
  withOpening(deps, caller, id, async (tx, opening) => {
    const wanted = wantedOf(opening, understanding)
    const people = (await listCandidacies(tx, caller.workspace, id))
      .filter(one => one.stage !== 'not-now')
      .map(one => one.person)
    return {
      wanted,
      fits: await fitsOf(tx, caller, [...new Set(people)].slice(0, judgedAtMost), wanted, deps.clock.now()),
    }
  })

export type Ranked = { wanted: WantedProfile; looked: number; people: { row: PersonRow; fit: Fit }[] }

/** From the whole database, the best first: those whose words speak of it are judged, and nobody who says little is judged by that. */
export const readRanked = (
  deps: HiringDeps,
  caller: Caller,
  id: OpeningId,
  limit: number,
): Promise<Result<Ranked, OpeningGone>> =>
  withOpening(deps, caller, id, async (tx, opening) => {
    const wanted = wantedOf(opening, understanding)
    const terms = [wanted.title ?? '', ...wanted.skills, ...(wanted.nice ?? [])].filter(term => term !== '')
    const likely = await listLikely(tx, caller.workspace, id, terms, { looked: lookedAtMost, judged: judgedAtMost })
    const fits = await fitsOf(tx, caller, likely, wanted, deps.clock.now())
    const best = fits.toSorted((a, b) => b.fit.rank - a.fit.rank || b.fit.of - a.fit.of).slice(0, limit)
    const rows = new Map(
      (
        await withMarks(
          tx,
          deps,
          caller,
          best.map(one => one.person),
        )
      ).map(row => [row.person_id, row] as const),
    )
    return {
      wanted,
      looked: likely.length,
      people: best.flatMap(({ person, fit }) => {
        const row = rows.get(person)
        return row ? [{ row, fit }] : []
      }),
    }
  })

export type Medallist = { candidacy: Candidacy; row: PersonRow; reached: 'interview' | 'offer' }

/** Who came as far as an interview or an offer and was not hired: the first to think of next time. */
export const readMedallists = (
  deps: HiringDeps,
  caller: Caller,
  id: OpeningId,
): Promise<Result<Medallist[], OpeningGone>> =>
  withOpening(deps, caller, id, async tx => {
    const { workspace } = caller
    const moves = Map.groupBy(await listOpeningMoves(tx, workspace, id), move => move.candidacy)
    const far = (await listCandidacies(tx, workspace, id)).flatMap(candidacy => {
      const reached = candidacy.doNotContact ? undefined : medalOf(moves.get(candidacy.id) ?? [], candidacy.stage)
      return reached ? [{ candidacy, reached }] : []
    })
    const rows = new Map(
      (
        await withMarks(
          tx,
          deps,
          caller,
          far.map(one => one.candidacy.person),
        )
      ).map(row => [row.person_id, row] as const),
    )
    return far.flatMap(one => {
      const row = rows.get(one.candidacy.person)
      return row ? [{ ...one, row }] : []
    })
  })

export type WholeCandidacy = {
  opening: Opening
  candidacy: Candidacy
  row: PersonRow
  /** What they wrote by the form of the job page. */
  applications: Application[]
  moves: KeptMove[]
  notes: CandidacyNote[]
  /** Those of others without their marks while the caller has given none. */
  scorecards: (Scorecard & { hidden: boolean })[]
  criteria: ReturnType<typeof criteriaOf>
  interviews: Interview[]
  others: OtherCandidacy[]
  fit: Fit | undefined
  team: Awaited<ReturnType<typeof listTeam>>
}

export function readCandidacy(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
): Promise<Result<WholeCandidacy, { code: 'no-such-candidacy' }>> {
  return inWorkspace(
    deps.db,
    caller.workspace,
    async (tx): Promise<Result<WholeCandidacy, { code: 'no-such-candidacy' }>> => {
      const { workspace, user } = caller
      const candidacy = await findCandidacy(tx, workspace, id)
      const opening = candidacy && (await findOpening(tx, workspace, candidacy.opening))
      const [row] = candidacy ? await withMarks(tx, deps, caller, [candidacy.person]) : []
      if (!candidacy || !opening || opening.removedAt || !row) return refuse({ code: 'no-such-candidacy' })
      const cards = await listScorecards(tx, workspace, id)
      const hasOwn = cards.some(card => card.user === user)
      return done({
        opening,
        candidacy,
        row,
        applications: await listApplications(tx, workspace, { opening: opening.id, person: candidacy.person }),
        moves: await listMoves(tx, workspace, id),
        notes: await listNotes(tx, workspace, id),
        scorecards: cards.map(card => {
          const hidden = !hasOwn && card.user !== user
          return { ...card, hidden, ...(hidden ? { marks: [], words: '' } : {}) }
        }),
        criteria: criteriaOf(opening),
        interviews: await listInterviews(tx, workspace, id),
        others: (await listCandidaciesOf(tx, workspace, candidacy.person)).filter(one => one.candidacy !== id),
        fit: await fitOf(tx, workspace, candidacy.person, wantedOf(opening, understanding), deps.clock.now()),
        team: await listTeam(tx, workspace, opening.id),
      })
    },
  )
}

export const readCandidaciesOf = (deps: HiringDeps, caller: Caller, person: PersonId): Promise<OtherCandidacy[]> =>
  inWorkspace(deps.db, caller.workspace, tx => listCandidaciesOf(tx, caller.workspace, person))
