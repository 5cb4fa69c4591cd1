import type { Clock } from '#kernel/clock.ts'
import {
  type ConversationId,
  type NoticeId,
  newId,
  type PersonId,
  type TodoId,
  type UserId,
  type WorkspaceId,
} from '#kernel/ids.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import type { NoticeKind } from '../model.ts'
import {
  insertNotices,
  listNotices,
  type Notice,
  type NoticeRow,
  type NoticesOf,
  updateNoticesSeen,
} from '../store/notices.ts'

type Deps = { db: Database; clock: Clock }

export const shown = 50

/** Kept until they look, told to their browsers now; nobody is told of what they did themselves. */
export async function notify(
  tx: Transaction,
  workspace: WorkspaceId,
  given: {
    kind: Notice['kind']
    users: readonly UserId[]
    conversations?: readonly ConversationId[]
    person?: PersonId | null
    todo?: TodoId
    words?: string
    by: UserId | null
    at: Date
  },
): Promise<void> {
  const users = [...new Set(given.users)].filter(user => user !== given.by)
  const about = given.conversations ?? [null]
  const notices = users.flatMap(user =>
    about.map(conversation => ({
      id: newId<'Notice'>(given.at.getTime()),
      user,
      kind: given.kind,
      conversation,
      person: given.person ?? null,
      todo: given.todo ?? null,
      words: given.words ?? '',
      by: given.by,
      at: given.at,
    })),
  )
  await insertNotices(tx, workspace, notices)
  for (const user of users)
    tellBrowsers(tx, workspace, {
      kind: 'notice.made',
      payload: {
        kind: given.kind,
        by: given.by,
        conversations: (given.conversations ?? []).slice(0, 20),
        todo: given.todo ?? null,
      },
      user,
    })
}

export function readNotices(
  deps: Deps,
  caller: Caller,
  which: { seen?: boolean; kind?: NoticeKind | undefined; before?: { at: Date; id: NoticeId } | undefined } = {},
): Promise<NoticeRow[]> {
  return inWorkspace(deps.db, caller.workspace, tx =>
    listNotices(tx, caller.workspace, caller.user, { ...which, limit: shown }),
  )
}

/** One alone, a conversation's or a to-do's because it was opened, or all of them. */
export async function seeNotices(deps: Deps, caller: Caller, which: NoticesOf): Promise<void> {
  await inWorkspace(deps.db, caller.workspace, async tx => {
    const seen = await updateNoticesSeen(tx, caller.workspace, caller.user, which, deps.clock.now())
    if (seen > 0) tellBrowsers(tx, caller.workspace, { kind: 'notice.seen', payload: {}, user: caller.user })
  })
}
