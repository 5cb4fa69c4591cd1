import type { NewlyFindable } from '#features/people/index.ts'
import { mayServeEmployment } from '#features/tools/index.ts'
import { newId, type PersonId, type ProfileId } from '#kernel/ids.ts'
import { eachInTurns } from '#platform/turns.ts'
import { type Foreseen, foreseenIndex, type Index, isUnchanged, type Suppressed } from '../match-batch.ts'
import type { PreparedPerson, PreparedProfile } from '../prepare.ts'
import { planRecord } from './decide.ts'
import { emptyPlan, type Minted, nothingMinted, type Plan, type Writing } from './plan.ts'

export type Planned = {
  plan: Plan
  /** For search. */
  created: readonly NewlyFindable[]
  /** Accounts, addresses and keys, as the next batch compares them with its own. */
  brought: ReadonlySet<string>
  /** What the batch before brought, where the plan rests on it. */
  after?: ReadonlySet<string>
}

/** Those whom the plan makes, for search. */
function findable({ people, fresh }: Plan, at: Date): NewlyFindable[] {
  const found = new Map<PersonId, NewlyFindable & { profiles: NewlyFindable['profiles'][number][]; tags: string[] }>()
  for (const person of people.values()) found.set(person.person_id, { ...person, tags: [], profiles: [], depth: 0, at })
  for (const profile of fresh.profiles.values()) {
    if (!mayServeEmployment(profile.tool)) continue
    const person = found.get(profile.person_id)
    person?.profiles.push(profile)
    if (person) person.depth = Math.max(person.depth, profile.depth)
  }
  for (const { person_id, tag } of fresh.tags) found.get(person_id)?.tags.push(tag)
  return [...found.values()].sort((one, other) => (one.person_id < other.person_id ? -1 : 1))
}

function mint(batch: readonly PreparedPerson[], index: Index, at: Date): Minted {
  const people = new Map<PreparedPerson, PersonId>()
  const profiles = new Map<PreparedProfile, ProfileId>()
  const fresh = batch.filter(record => !isUnchanged(index.keys.get(record.key), record))
  fresh.sort((one, other) => (one.key < other.key ? -1 : 1))
  for (const record of fresh) {
    people.set(record, newId(at.getTime()))
    for (const profile of record.profiles) profiles.set(profile, newId(at.getTime()))
  }
  return { people, profiles }
}

export async function planBatch(
  batch: readonly PreparedPerson[],
  index: Index,
  suppressed: Suppressed | undefined,
  writing: Writing,
  minted = mint(batch, index, writing.at),
): Promise<Planned> {
  const plan = emptyPlan(minted)
  await eachInTurns(batch, record => planRecord(plan, index, record, suppressed, writing))
  return { plan, created: findable(plan, writing.at), brought: index.brought }
}

/**
 * Plans a batch before its turn comes, when nobody in it was here: good as long as what was foreseen is, and the batch before brought
 * what it says. Undefined when somebody has to be looked for again.
 */
export async function planForeseen(
  batch: readonly PreparedPerson[],
  foreseen: Foreseen,
  broughtBefore: ReadonlySet<string>,
  writing: Writing,
): Promise<Planned | undefined> {
  const index = await foreseenIndex(batch, foreseen, broughtBefore)
  if (!index) return undefined
  const { apart, suppressed } = foreseen
  // In the order of their keys ids need not be minted beforehand.
  const planned = apart
    ? await planBatch(apart.records, index, suppressed, writing, nothingMinted)
    : await planBatch(batch, index, suppressed, writing)
  return { ...planned, after: broughtBefore }
}
