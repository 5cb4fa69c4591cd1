import { recordTouches } from '#features/relationships/index.ts'
import type { IssueId, WorkspaceId } from '#kernel/ids.ts'
import { recordClick } from '../store/deliveries.ts'
import { findIssueByNumber } from '../store/issues.ts'
import { readReferenceToken } from '../tokens.ts'
import { withSubscriber } from './leave.ts'
import type { SubscribeDeps } from './subscribe.ts'

/**
 * Where a link of an issue leads, and that it was followed. Only links that stand in that issue are known: the address leads nowhere
 * else, whatever is put into it. A program's look (`counts` false) is not counted.
 */
export async function followLink(
  deps: SubscribeDeps,
  token: string,
  link: number,
  counts: boolean,
): Promise<{ target: string; workspace: WorkspaceId; issue: { id: IssueId; number: number } } | undefined> {
  const reference = readReferenceToken(deps, 'web', token)
  if (!reference) return undefined
  const found = await withSubscriber(deps, reference, async (tx, { issue: number }, { list, subscriber }) => {
    const issue = await findIssueByNumber(tx, list.workspace, number)
    const target = issue?.links[link]
    if (!issue || target === undefined) return undefined
    const followed = { target, workspace: list.workspace, issue: { id: issue.id, number } }
    if (!counts) return followed
    const now = deps.clock.now()
    await recordClick(tx, list.workspace, issue.id, link, subscriber.id, now)
    if (subscriber.person)
      await recordTouches(
        tx,
        deps.touches,
        list.workspace,
        [
          {
            person: subscriber.person,
            kind: 'pull-link',
            tool: 'email',
            surface: 'list',
            at: now,
            key: `list-click:${issue.id}:${link}:${subscriber.id}`,
            campaign: issue.id,
            detail: { list: list.id, issue: issue.id, link },
          },
        ],
        now,
      )
    return followed
  })
  return found.ok ? found.value : undefined
}
