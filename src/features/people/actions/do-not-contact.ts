import type { PersonId, UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { inWorkspace, type Transaction } from '#storage/database.ts'
import { doNotContactChanged } from '../events.ts'
import { findPeopleForUpdate, updateDoNotContact } from '../store/people.ts'
import { deleteSuppressions, insertSuppressions, listAddresses } from '../store/suppressions.ts'
import { type SuppressionKey, suppressionHash } from '../suppression.ts'
import type { PeopleDeps } from './deps.ts'

/**
 * Nobody here writes to these people any more, and an import of the same addresses knows it. Someone who is do-not-contact already
 * keeps the first reason. Call it from an import or a conversation too; `user` null says that a rule decided.
 */
export async function markDoNotContact(
  tx: Transaction,
  deps: SuppressionKey & { events: Events },
  input: {
    workspace: WorkspaceId
    people: readonly PersonId[]
    reason: string
    quote?: string | undefined
    user: UserId | null
    at: Date
  },
): Promise<void> {
  const { workspace, reason, user, at } = input
  const quote = input.quote ?? null
  const changed = await updateDoNotContact(tx, workspace, input.people, { reason, quote, user, at })
  if (changed.length === 0) return
  const addresses = await listAddresses(tx, workspace, changed)
  const hashes = addresses.map(address => suppressionHash(deps, workspace, address))
  await insertSuppressions(tx, workspace, hashes, 'do-not-contact', at)
  await deps.events.announce(tx, doNotContactChanged, { workspace, people: changed, reason, quote, user, at })
  tellBrowsers(tx, workspace, { kind: 'people.changed', payload: { people: changed.slice(0, 100) } })
}

export type DoNotContactRefusal = { code: 'no-such-person' } | { code: 'admin-only' }

/** Set by any recruiter with a reason; taken back by an admin only, with a reason that the audit log keeps. */
export function setDoNotContact(
  deps: PeopleDeps,
  caller: Caller,
  person: PersonId,
  input: { on: boolean; reason: string; quote?: string | undefined },
): Promise<Result<void, DoNotContactRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const at = deps.clock.now()
    const { workspace, user } = caller
    const found = (await findPeopleForUpdate(tx, workspace, [person])).get(person)
    if (!found) return refuse({ code: 'no-such-person' })
    if (input.on) {
      await markDoNotContact(tx, deps, {
        workspace,
        people: [person],
        reason: input.reason,
        quote: input.quote,
        user,
        at,
      })
    } else {
      if (!mayActAs(caller.role, 'admin')) return refuse({ code: 'admin-only' })
      const changed = await updateDoNotContact(tx, workspace, [person], null)
      if (changed.length > 0) {
        const addresses = await listAddresses(tx, workspace, changed)
        const hashes = addresses.map(address => suppressionHash(deps, workspace, address))
        await deleteSuppressions(tx, workspace, hashes, 'do-not-contact')
        await deps.events.announce(tx, doNotContactChanged, {
          workspace,
          people: changed,
          reason: null,
          quote: null,
          user,
          at,
        })
        tellBrowsers(tx, workspace, { kind: 'people.changed', payload: { people: changed } })
      }
    }
    const action = input.on ? 'person.do-not-contact' : 'person.contact-again'
    await deps.audit(tx, caller, {
      action,
      subjectKind: 'person',
      subjectId: person,
      detail: { reason: input.reason },
      at,
    })
    return done(undefined)
  })
}
