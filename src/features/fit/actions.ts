import { listJudgedItems } from '#features/activity/index.ts'
import { findPerson, listProfiles } from '#features/people/index.ts'
import { places, skills, titles } from '#features/vocabulary/index.ts'
import { distanceKm, foldName, languageCode, slugOf } from '#features/vocabulary/model.ts'
import type { Clock } from '#kernel/clock.ts'
import { newId, type PersonId, type WantedProfileId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { type Comparing, type Fit, judgeFit, type WantedProfile } from './model/fit.ts'
import { deleteWanted, findWanted, type KeptWanted, listWanted, upsertWanted } from './store.ts'

export type FitDeps = { db: Database; clock: Clock }

export type FitRefusal =
  | { code: 'no-such-wanted' }
  | { code: 'no-such-person' }
  | { code: 'name-taken' }
  | { code: 'nothing-wanted' }
  | { code: 'no-such-place' }
  | { code: 'no-such-language' }

const comparing: Comparing = {
  skillSlug: written => slugOf(skills().name(written)),
  occupation: title => titles().find(title),
  town: written => places().find(written),
  distanceKm,
  languageCode,
  fold: foldName,
}

/** How a person fits; undefined when there is nobody of this id. For openings too, with what they want. */
export async function fitOf(
  tx: Transaction,
  workspace: WorkspaceId,
  person: PersonId,
  wanted: WantedProfile,
  now: Date,
): Promise<Fit | undefined> {
  const known = await findPerson(tx, workspace, person)
  if (!known) return undefined
  const profiles = await listProfiles(tx, workspace, person)
  const items = await listJudgedItems(tx, workspace, person)
  return judgeFit(
    wanted,
    {
      place: known.place ?? undefined,
      profiles: profiles.map(({ profile_id, depth, headline, summary, place, facts }) => ({
        id: profile_id,
        depth,
        headline,
        summary,
        place,
        positions: facts.positions ?? [],
        skills: facts.skills ?? [],
        languages: facts.languages ?? [],
      })),
      items,
    },
    comparing,
    now,
  )
}

const asWanted = (kept: KeptWanted): WantedProfile => ({
  title: kept.title ?? undefined,
  skills: kept.skills,
  place: kept.place ?? undefined,
  km: kept.km,
  languages: kept.languages,
})

export function readFit(
  deps: FitDeps,
  caller: Caller,
  person: PersonId,
  wanted: WantedProfileId,
): Promise<Result<Fit, FitRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const kept = await findWanted(tx, caller.workspace, wanted)
    if (!kept) return refuse({ code: 'no-such-wanted' })
    const fit = await fitOf(tx, caller.workspace, person, asWanted(kept), deps.clock.now())
    return fit ? done(fit) : refuse({ code: 'no-such-person' })
  })
}

export const readWanted = (deps: FitDeps, caller: Caller): Promise<KeptWanted[]> =>
  inWorkspace(deps.db, caller.workspace, tx => listWanted(tx, caller.workspace))

const filled = (text: string | undefined) => (text?.trim() ? text.trim() : undefined)

/** A new one, or `id` with what it says now. */
export async function keepWanted(
  deps: FitDeps,
  caller: Caller,
  given: WantedProfile & { name: string },
  id?: WantedProfileId,
): Promise<Result<WantedProfileId, FitRefusal>> {
  const title = filled(given.title)
  const place = filled(given.place)
  if (!title && !place && given.skills.length === 0 && given.languages.length === 0)
    return refuse({ code: 'nothing-wanted' })
  if (place && !places().find(place)) return refuse({ code: 'no-such-place' })
  if (given.languages.some(language => languageCode(language) === undefined))
    return refuse({ code: 'no-such-language' })
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const at = deps.clock.now()
    if (id && !(await findWanted(tx, caller.workspace, id))) return refuse({ code: 'no-such-wanted' })
    const kept: KeptWanted = {
      wanted_id: id ?? newId<'WantedProfile'>(at.getTime()),
      name: given.name,
      title: title ?? null,
      skills: [...given.skills],
      place: place ?? null,
      km: given.km,
      languages: [...given.languages],
    }
    if (!(await upsertWanted(tx, caller.workspace, caller.user, kept, at))) return refuse({ code: 'name-taken' })
    tellBrowsers(tx, caller.workspace, { kind: 'fit.wanted-changed', payload: { wanted: kept.wanted_id } })
    return done(kept.wanted_id)
  })
}

export function dropWanted(deps: FitDeps, caller: Caller, id: WantedProfileId): Promise<Result<void, FitRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    if (!(await deleteWanted(tx, caller.workspace, id))) return refuse({ code: 'no-such-wanted' })
    tellBrowsers(tx, caller.workspace, { kind: 'fit.wanted-changed', payload: { wanted: id } })
    return done(undefined)
  })
}
