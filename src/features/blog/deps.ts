import type { TouchDeps } from '#features/relationships/index.ts'
import type { OfferChat, SiteDeps } from '#features/site/index.ts'
import type { WorkspaceId } from '#kernel/ids.ts'
import type { HttpClient } from '#platform/http.ts'

export type BlogDeps = SiteDeps & {
  http: Pick<HttpClient, 'fetch'>
  touches: TouchDeps
  chatOffer: OfferChat
  /** The name under which people in the fediverse follow the blog, while it is there; and where programs read a post. */
  name?(
    workspace: WorkspaceId,
  ): Promise<{ address: string; uriOf(post: { id: string; publishedAt: Date | null }): string } | undefined>
}
