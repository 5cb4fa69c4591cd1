import { type CandidacyId, newId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import type { HiringDeps } from '../../deps.ts'
import { type CriterionMark, criteriaOf } from '../../model/pipeline.ts'
import { type Candidacy, findCandidacy } from '../../store/candidacies.ts'
import { type CandidacyNoteId, insertNote, updateNoteRemoved, upsertScorecard } from '../../store/judgements.ts'
import { findOpening, type Opening } from '../../store/openings.ts'
import { tellHiring } from './consider.ts'

export type JudgeRefusal = { code: 'no-such-candidacy' } | { code: 'not-yours' } | { code: 'nothing-marked' }

async function withCandidacy<T>(
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  work: (tx: Transaction, candidacy: Candidacy, opening: Opening) => Promise<Result<T, JudgeRefusal>>,
): Promise<Result<T, JudgeRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<T, JudgeRefusal>> => {
    const candidacy = await findCandidacy(tx, caller.workspace, id)
    const opening = candidacy && (await findOpening(tx, caller.workspace, candidacy.opening))
    if (!candidacy || !opening) return refuse({ code: 'no-such-candidacy' })
    const result = await work(tx, candidacy, opening)
    if (result.ok) tellHiring(tx, caller.workspace, candidacy.opening, [candidacy.person])
    return result
  })
}

export const addCandidacyNote = (
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  text: string,
): Promise<Result<CandidacyNoteId, JudgeRefusal>> =>
  withCandidacy(deps, caller, id, async tx => {
    const at = deps.clock.now()
    const note = newId<'CandidacyNote'>(at.getTime())
    await insertNote(tx, caller.workspace, { id: note, candidacy: id, text: text.trim(), user: caller.user, at })
    return done(note)
  })

/** One's own only. */
export const setNoteRemoved = (
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  note: CandidacyNoteId,
  removed: boolean,
): Promise<Result<void, JudgeRefusal>> =>
  withCandidacy(deps, caller, id, async tx => {
    const at = removed ? deps.clock.now() : null
    const changed = await updateNoteRemoved(tx, caller.workspace, note, caller.user, at)
    return changed ? done(undefined) : refuse({ code: 'not-yours' })
  })

/** The caller's own; from then on they see the others'. Criteria that the opening does not ask for are left out. */
export const giveScorecard = (
  deps: HiringDeps,
  caller: Caller,
  id: CandidacyId,
  given: { marks: readonly Omit<CriterionMark, 'kind'>[]; words: string },
): Promise<Result<void, JudgeRefusal>> =>
  withCandidacy(deps, caller, id, async (tx, _, opening) => {
    const told = new Map(given.marks.map(mark => [mark.criterion, mark] as const))
    const marks = criteriaOf(opening).map(({ criterion, kind }) => ({
      criterion,
      kind,
      mark: told.get(criterion)?.mark ?? null,
      words: told.get(criterion)?.words.trim() ?? '',
    }))
    const isEmpty = given.words.trim() === '' && marks.every(one => one.mark === null && one.words === '')
    if (isEmpty) return refuse({ code: 'nothing-marked' })
    await upsertScorecard(tx, caller.workspace, {
      candidacy: id,
      user: caller.user,
      marks,
      words: given.words.trim(),
      at: deps.clock.now(),
    })
    return done(undefined)
  })
