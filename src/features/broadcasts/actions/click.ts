import { recordTouches } from '#features/relationships/index.ts'
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
): Promise<string | undefined> {
  const reference = readReferenceToken(deps, 'web', token)
  if (!reference) return undefined
  const found = await withSubscriber(deps, reference, async (tx, { issue: number }, { list, subscriber }) => {
    const issue = await findIssueByNumber(tx, list.workspace, number)
    const target = issue?.links[link]
    if (!issue || target === undefined) return undefined
    if (!counts) return target
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
    return target
  })
  return found.ok ? found.value : undefined
}
