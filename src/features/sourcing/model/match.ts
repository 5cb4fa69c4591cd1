import type { Evidence } from '#features/people/model.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import { namesAgree } from './names.ts'

type Account = { tool: ToolId; key: string | null }

/** Someone here who has an address of the record: which, and what else is known of them. */
export type Candidate = {
  person: PersonId
  name: string
  birthDate: string | null
  accounts: readonly Account[]
  shared: readonly { fact: 'profile' | 'email' | 'phone'; value: string }[]
}

export type Match =
  | { kind: 'nobody' }
  | { kind: 'same'; person: PersonId }
  /** Kept apart, for a recruiter to decide. */
  | { kind: 'conflict'; proposals: readonly { person: PersonId; probability: number; evidence: readonly Evidence[] }[] }

type Incoming = { name: string; birthDate?: string | undefined; accounts: readonly Account[] }

/** Tools where one human may well have several addresses. */
const plural: ReadonlySet<ToolId> = new Set(['email', 'sms', 'blog', 'forum', 'xmpp', 'irc', 'matrix', 'whatsapp'])

const sharedEvidence = ({ shared }: Candidate): Evidence[] =>
  shared.map(({ fact, value }) => ({
    fact,
    left: value,
    right: value,
    weight: fact === 'profile' ? 10 : fact === 'email' ? 7 : 5,
    says:
      fact === 'profile'
        ? 'The same profile.'
        : fact === 'email'
          ? 'The same e-mail address.'
          : 'The same phone number.',
  }))

/** What speaks against one human behind a shared address. */
function against(incoming: Incoming, candidate: Candidate): Evidence[] {
  const found: Evidence[] = []
  if (!namesAgree(incoming.name, candidate.name))
    found.push({ fact: 'name', left: candidate.name, right: incoming.name, weight: -5, says: 'Their names differ.' })
  const { birthDate } = incoming
  const short = Math.min(birthDate?.length ?? 0, candidate.birthDate?.length ?? 0)
  if (birthDate && candidate.birthDate && birthDate.slice(0, short) !== candidate.birthDate.slice(0, short))
    found.push({
      fact: 'birth-date',
      left: candidate.birthDate,
      right: birthDate,
      weight: -6,
      says: 'Their dates of birth differ.',
    })
  for (const account of incoming.accounts) {
    if (account.key === null || plural.has(account.tool)) continue
    const theirs = candidate.accounts.filter(one => one.tool === account.tool && one.key !== null)
    if (theirs.length > 0 && theirs.every(one => one.key !== account.key))
      found.push({
        fact: 'profile',
        left: theirs[0]?.key ?? '',
        right: account.key,
        weight: -4,
        says: 'They have different profiles on one tool.',
      })
  }
  return found
}

const probabilityOf = (evidence: readonly Evidence[]) => {
  const bits = evidence.reduce((sum, { weight }) => sum + weight, 0)
  return Math.min(0.99, Math.max(0.05, 2 ** bits / (1 + 2 ** bits)))
}

/** Each candidate with what speaks for and against it. */
export const proposalsFor = (incoming: Incoming, candidates: readonly Candidate[]) =>
  candidates.map(candidate => {
    const evidence = [...sharedEvidence(candidate), ...against(incoming, candidate)]
    return { person: candidate.person, probability: probabilityOf(evidence), evidence }
  })

/**
 * Whether a record is someone who is here already. One person with a shared profile is; with a shared e-mail or phone only when
 * nothing speaks against it. All else stays apart and is proposed: nothing is merged by itself on a conflict.
 */
export function judgeMatch(incoming: Incoming, candidates: readonly Candidate[]): Match {
  if (candidates.length === 0) return { kind: 'nobody' }
  const [only, another] = candidates
  if (only && !another) {
    const isSame = only.shared.some(({ fact }) => fact === 'profile') || against(incoming, only).length === 0
    if (isSame) return { kind: 'same', person: only.person }
  }
  return { kind: 'conflict', proposals: proposalsFor(incoming, candidates) }
}
