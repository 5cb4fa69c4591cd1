import { audit } from '#features/accounts/index.ts'
import { toolLabel } from '#features/tools/model.ts'
import type { Clock } from '#kernel/clock.ts'
import { type ConversationId, newId, type SavedReplyId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { fillIn, firstNameOf, type KnownVariable } from '../model.ts'
import {
  findReplyFacts,
  findSavedReply,
  listSavedReplies,
  type SavedReply,
  upsertSavedReply,
} from '../store/saved-replies.ts'

type Deps = { db: Database; clock: Clock }

export type SavedReplyDeps = Deps & {
  /** The address of the recruiter's own page; undefined when none is published. */
  ownPage(tx: Transaction, caller: Caller): Promise<string | undefined>
}

export type SavedReplyRefusal =
  | { code: 'no-such-reply' }
  | { code: 'no-such-conversation' }
  | { code: 'name-taken' }
  | { code: 'viewers-read' }

export function readSavedReplies(deps: Pick<Deps, 'db'>, caller: Caller): Promise<SavedReply[]> {
  return inWorkspace(deps.db, caller.workspace, tx => listSavedReplies(tx, caller.workspace))
}

type Given = Pick<SavedReply, 'name' | 'text' | 'variants'>

export async function addSavedReply(
  deps: Deps,
  caller: Caller,
  given: Given,
): Promise<Result<SavedReplyId, SavedReplyRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<SavedReplyId, SavedReplyRefusal>> => {
    const now = deps.clock.now()
    const id = newId<'SavedReply'>(now.getTime())
    const reply = { ...given, name: given.name.trim(), id, user: caller.user, createdAt: now, updatedAt: now }
    if (!(await upsertSavedReply(tx, caller.workspace, { ...reply, removedAt: null })))
      return refuse({ code: 'name-taken' })
    tellBrowsers(tx, caller.workspace, { kind: 'saved-replies.changed', payload: {} })
    return done(id)
  })
}

export async function changeSavedReply(
  deps: Deps,
  caller: Caller,
  id: SavedReplyId,
  { removed, ...change }: Partial<Given> & { removed?: boolean },
): Promise<Result<void, SavedReplyRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  return inWorkspace(deps.db, caller.workspace, async (tx): Promise<Result<void, SavedReplyRefusal>> => {
    const before = await findSavedReply(tx, caller.workspace, id)
    if (!before) return refuse({ code: 'no-such-reply' })
    const now = deps.clock.now()
    const removedAt = removed === undefined ? before.removedAt : removed ? now : null
    if (!(await upsertSavedReply(tx, caller.workspace, { ...before, ...change, updatedAt: now, removedAt })))
      return refuse({ code: 'name-taken' })
    if (removed !== undefined)
      await audit(tx, {
        caller,
        at: now,
        action: removed ? 'saved-reply.removed' : 'saved-reply.restored',
        subjectKind: 'saved-reply',
        subject: id,
        detail: { name: before.name },
      })
    tellBrowsers(tx, caller.workspace, { kind: 'saved-replies.changed', payload: {} })
    return done(undefined)
  })
}

/** The text for this conversation's tool, filled in as far as it can be; what is missing is named, to be asked for. */
export async function fillSavedReply(
  deps: SavedReplyDeps,
  caller: Caller,
  id: SavedReplyId,
  given: { conversation: ConversationId; values: Readonly<Record<string, string>> },
): Promise<Result<{ text: string; missing: readonly string[] }, SavedReplyRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const reply = await findSavedReply(tx, caller.workspace, id)
    if (!reply || reply.removedAt) return refuse({ code: 'no-such-reply' })
    const facts = await findReplyFacts(tx, caller.workspace, caller.user, given.conversation)
    if (!facts) return refuse({ code: 'no-such-conversation' })
    const known: Record<KnownVariable, string> = {
      name: facts.name ?? '',
      'first-name': firstNameOf(facts.name ?? ''),
      me: facts.me,
      'my-first-name': firstNameOf(facts.me),
      'my-page': (await deps.ownPage(tx, caller)) ?? '',
      workspace: facts.workspace,
      tool: toolLabel(facts.tool),
    }
    const asked = Object.fromEntries(Object.entries(given.values).filter(([, value]) => value.trim() !== ''))
    return done(fillIn(reply.variants[facts.tool] ?? reply.text, { ...known, ...asked }))
  })
}
