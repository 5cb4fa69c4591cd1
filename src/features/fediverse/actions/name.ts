import type { WorkspaceId } from '#kernel/ids.ts'
import type { FediverseDeps } from '../deps.ts'
import { addressOf, postUri } from '../protocol/documents.ts'
import { findSpeaker } from './speaker.ts'

/** What the blog's own pages say of it: the name to follow, and where programs read a post. */
export async function readBlogName(
  deps: Pick<FediverseDeps, 'db' | 'publicUrl'>,
  workspace: WorkspaceId,
): Promise<{ address: string; uriOf(post: { id: string; publishedAt: Date | null }): string } | undefined> {
  const speaker = await findSpeaker(deps, workspace)
  return speaker && { address: addressOf(speaker.actor), uriOf: post => postUri(speaker.actor, post) }
}
