import type { Clock } from '#kernel/clock.ts'
import type { ConversationId, ThreadNoteId, UserId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { findConversation, listThread } from '../store/conversations.ts'
import { deleteUnseenNotices } from '../store/notices.ts'
import { listColleagues } from '../store/standings.ts'
import {
  findThreadNoteForUpdate,
  insertThreadNote,
  listThreadNotes,
  type ThreadNote,
  updateThreadNoteRemoved,
} from '../store/thread-notes.ts'
import { notify } from './notices.ts'

type Deps = { db: Database; clock: Clock }

const shown = 500

export type ThreadNoteRefusal =
  | { code: 'no-such-conversation' }
  | { code: 'no-such-note' }
  | { code: 'no-such-colleague' }
  | { code: 'not-yours' }
  | { code: 'viewers-read' }

/** Of the whole thread: with a person, over all their tools. */
export function readThreadNotes(deps: Deps, caller: Caller, id: ConversationId): Promise<ThreadNote[]> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const conversation = await findConversation(tx, caller.workspace, id)
    const thread = conversation ? await listThread(tx, caller.workspace, conversation) : []
    return listThreadNotes(
      tx,
      caller.workspace,
      thread.map(each => each.id),
      shown,
    )
  })
}

/** For colleagues only: no way leads from here to the network. Whoever is named is told. */
export async function addThreadNote(
  deps: Deps,
  caller: Caller,
  conversation: ConversationId,
  note: { id: ThreadNoteId; text: string; mentions: readonly UserId[] },
): Promise<Result<void, ThreadNoteRefusal>> {
  if (!mayActAs(caller.role, 'recruiter')) return refuse({ code: 'viewers-read' })
  const { workspace, user } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ThreadNoteRefusal>> => {
    if (!(await findConversation(tx, workspace, conversation))) return refuse({ code: 'no-such-conversation' })
    const mentions = [...new Set(note.mentions)]
    if ((await listColleagues(tx, workspace, mentions)).length < mentions.length)
      return refuse({ code: 'no-such-colleague' })
    const at = deps.clock.now()
    const fresh = { id: note.id, conversation, user, text: note.text.trim(), mentions, at, removedAt: null }
    if (!(await insertThreadNote(tx, workspace, fresh))) return done(undefined)
    await notify(tx, workspace, { kind: 'mentioned', users: mentions, conversations: [conversation], by: user, at })
    tellBrowsers(tx, workspace, { kind: 'thread-note.changed', payload: { conversation } })
    return done(undefined)
  })
}

/** Its writer, or an admin; and back again. */
export async function removeThreadNote(
  deps: Deps,
  caller: Caller,
  id: ThreadNoteId,
  removed: boolean,
): Promise<Result<void, ThreadNoteRefusal>> {
  const { workspace } = caller
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, ThreadNoteRefusal>> => {
    const note = await findThreadNoteForUpdate(tx, workspace, id)
    if (!note) return refuse({ code: 'no-such-note' })
    if (note.user !== caller.user && !mayActAs(caller.role, 'admin')) return refuse({ code: 'not-yours' })
    const at = deps.clock.now()
    await updateThreadNoteRemoved(tx, workspace, id, removed ? at : null)
    if (removed)
      await deleteUnseenNotices(tx, workspace, {
        conversations: [note.conversation],
        users: note.mentions,
        kind: 'mentioned',
        by: note.user,
      })
    tellBrowsers(tx, workspace, { kind: 'thread-note.changed', payload: { conversation: note.conversation } })
    return done(undefined)
  })
}
