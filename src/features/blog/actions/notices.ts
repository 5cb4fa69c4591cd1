import { newId, type PersonId, type PostId, type WorkspaceId } from '#kernel/ids.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import type { MentionKind } from '../model.ts'
import { ensureMention, findMention, updateMention, updateMentionGone } from '../store/mentions.ts'

/** What somebody elsewhere did with a post, proven by its signature. It waits for a recruiter's look like every mention. */
export async function takeNotice(
  tx: Transaction,
  workspace: WorkspaceId,
  notice:
    | { kind: 'gone'; source: string; at: Date }
    | {
        kind: MentionKind
        source: string
        post: PostId
        author: { name: string; url: string }
        words: string
        person: PersonId | null
        at: Date
      },
): Promise<void> {
  if (notice.kind === 'gone') {
    await updateMentionGone(tx, workspace, notice.source, notice.at)
    return tellBrowsers(tx, workspace, { kind: 'posts.changed', payload: {} })
  }
  const { kind, source, post, author, words, person, at } = notice
  const id = await ensureMention(tx, workspace, { id: newId<'Mention'>(at.getTime()), post, source, at })
  const before = await findMention(tx, workspace, id)
  const state = before?.state === 'shown' || before?.state === 'hidden' ? before.state : 'waiting'
  const proven = { kind, authorName: author.name, authorUrl: author.url, words, person, state } as const
  await updateMention(tx, workspace, id, proven, at)
  tellBrowsers(tx, workspace, { kind: 'posts.changed', payload: { post } })
}
