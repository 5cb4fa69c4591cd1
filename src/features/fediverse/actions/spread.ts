import { findShownPostById } from '#features/blog/index.ts'
import type { PostId, WorkspaceId } from '#kernel/ids.ts'
import { HttpRefused } from '#platform/http.ts'
import { enqueue } from '#platform/tasks.ts'
import { inWorkspace } from '#storage/database.ts'
import type { FediverseDeps } from '../deps.ts'
import { everybody, fediverseLimits, isBlocked } from '../model.ts'
import { about, followersUri, gone, postDocument } from '../protocol/documents.ts'
import { knock } from '../protocol/remote.ts'
import { listBlocks } from '../store/actors.ts'
import { listInboxes, updateInboxGone } from '../store/people.ts'
import { deliverTask } from '../task-kinds.ts'
import { findSpeaker, signerOf } from './speaker.ts'

type What =
  | { kind: 'post'; post: PostId; type: 'create' | 'update' }
  | { kind: 'inline'; body: Record<string, unknown> }

/** One delivery for each inbox, all in one transaction; the same news again replaces what still waits. */
export async function spread(
  deps: FediverseDeps,
  given: { workspace: WorkspaceId; post: PostId; what: 'create' | 'update' | 'delete'; uri?: string | undefined },
): Promise<void> {
  const { workspace, post } = given
  const speaker = await findSpeaker(deps, workspace)
  if (!speaker) return
  const { actor } = speaker
  const what: What =
    given.what === 'delete'
      ? { kind: 'inline', body: gone(actor, given.uri ?? '', { to: everybody, cc: followersUri(actor) }) }
      : { kind: 'post', post, type: given.what }
  await inWorkspace(deps.db, workspace, async tx => {
    const blocks = new Set(await listBlocks(tx, workspace))
    for (const { inbox, uri, address } of await listInboxes(tx, workspace))
      if (!isBlocked(blocks, { uri, address }))
        await enqueue(
          tx,
          deliverTask,
          `${given.what === 'delete' ? 'gone' : 'post'}:${post}:${inbox}`,
          { workspace, inbox, what },
          { maxAttempts: fediverseLimits.deliveryTries },
        )
  })
}

/** Throws what may pass, so that the task is tried again; what is refused for good is let be. */
export async function deliver(
  deps: FediverseDeps,
  given: { workspace: WorkspaceId; inbox: string; what: What },
  signal: AbortSignal,
): Promise<void> {
  const { workspace, inbox, what } = given
  const speaker = await findSpeaker(deps, workspace)
  if (!speaker) return
  const { actor, site } = speaker
  let body: Record<string, unknown>
  if (what.kind === 'post') {
    const post = await inWorkspace(deps.db, workspace, tx => findShownPostById(tx, workspace, what.post))
    if (!post) return
    const object = postDocument(site, actor, post)
    const mark = what.type === 'create' ? 'create' : `update-${post.revisedAt?.getTime() ?? 0}`
    body = about(what.type === 'create' ? 'Create' : 'Update', actor, object, mark)
  } else body = what.body
  const signer = await signerOf(deps, actor)
  let status: number
  try {
    status = (await knock(deps.http, signer, inbox, { method: 'POST', body: JSON.stringify(body), signal })).status
  } catch (error) {
    // An address that may never be asked stays so; all else is tried again.
    if (error instanceof HttpRefused && !['timeout', 'unreachable'].includes(error.code)) return
    throw error
  }
  if (status === 410) await inWorkspace(deps.db, workspace, tx => updateInboxGone(tx, workspace, inbox))
  if (status === 408 || status === 429 || status >= 500) throw new Error(`the inbox answered ${status}`)
}
