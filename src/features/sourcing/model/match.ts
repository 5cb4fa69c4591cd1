import { type LearnedModel, type PersonFacts, scorePair } from '#features/identity/model.ts'
import type { Evidence } from '#features/people/model.ts'
import type { PersonId } from '#kernel/ids.ts'

/** Someone here who has an address of the record: what is known of them, and whether it is an account of theirs. */
export type Candidate = { person: PersonId; facts: PersonFacts; sharesAccount: boolean }

export type Match =
  | { kind: 'nobody' }
  | { kind: 'same'; person: PersonId }
  /** Kept apart, for a recruiter to decide. */
  | { kind: 'conflict'; proposals: readonly Proposal[] }

export type Proposal = { person: PersonId; probability: number; evidence: readonly Evidence[] }

/** Each candidate with what speaks for and against it. */
export const proposalsFor = (
  incoming: PersonFacts,
  candidates: readonly Candidate[],
  model: LearnedModel,
): Proposal[] =>
  candidates.map(({ person, facts }) => {
    const { probability, evidence } = scorePair(facts, incoming, model)
    return { person, probability, evidence }
  })

/**
 * Whether a record is someone who is here already, judged as every pair here is. Who has the account is it, whatever else is said: an
 * account is one person's. Where several have an address of it, a recruiter decides: nothing is merged by itself on a conflict.
 */
export function judgeMatch(
  incomingFacts: () => PersonFacts,
  candidates: readonly Candidate[],
  model: LearnedModel,
): Match {
  const [only, another] = candidates
  if (!only) return { kind: 'nobody' }
  const incoming = incomingFacts()
  if (!another && (only.sharesAccount || scorePair(only.facts, incoming, model).verdict === 'link'))
    return { kind: 'same', person: only.person }
  return { kind: 'conflict', proposals: proposalsFor(incoming, candidates, model) }
}
