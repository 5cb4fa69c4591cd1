import type { PostId, WorkspaceId } from '#kernel/ids.ts'
import { defineEvent } from '#platform/events.ts'

/** Readers see it now, or see other words than before. `first`: they had not seen it yet, or not since it was withdrawn. */
export const postShown = defineEvent<{ workspace: WorkspaceId; post: PostId; first: boolean }>('blog.post-shown')
/** Nobody sees it any more. `publishedAt`: since when they had. */
export const postGone = defineEvent<{ workspace: WorkspaceId; post: PostId; publishedAt: Date }>('blog.post-gone')
