import type { TeamId, UserId } from '#kernel/ids.ts'
import { parseId } from '#kernel/ids.ts'
import { type Caller, mayActAs } from '#kernel/roles.ts'
import { inWorkspace } from '#storage/database.ts'
import type { TeamDeps } from '../deps.ts'
import { adminActions, type FeedKind, feedLimits, openActions, toldTouches } from '../model.ts'
import { type FeedRow, listFeed } from '../store/feed.ts'

/** A place that can't be read begins at the start. */
function readBefore(text: string | undefined): { at: Date; id: string } | undefined {
  const [time, id = ''] = text?.split('_') ?? []
  const at = new Date(time ?? '')
  return parseId(id) && !Number.isNaN(at.getTime()) ? { at, id } : undefined
}

/** What was done in the workspace and towards people, by whom; what is for admins only they are told. */
export function readFeed(
  deps: Pick<TeamDeps, 'db' | 'marks'>,
  caller: Caller,
  ask: { kind: FeedKind; user?: UserId | undefined; team?: TeamId | undefined; cursor?: string | undefined },
): Promise<{ items: (FeedRow & { stage: string })[]; next: string | null }> {
  const { kind, user, team, cursor } = ask
  const seen = mayActAs(caller.role, 'admin') ? [...openActions, ...adminActions] : openActions
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const rows = await listFeed(tx, caller.workspace, {
      actions: kind === 'talk' ? [] : seen,
      touches: kind === 'work' ? [] : toldTouches,
      moves: kind !== 'talk',
      user,
      team,
      before: readBefore(cursor),
      limit: feedLimits.pageSize,
    })
    const marks = await deps.marks(tx, caller, [...new Set(rows.flatMap(row => row.person ?? []))])
    const last = rows.length === feedLimits.pageSize ? rows.at(-1) : undefined
    return {
      items: rows.map(row => ({ ...row, stage: (row.person && marks.get(row.person)?.stage) ?? 'found' })),
      next: last ? `${last.at.toISOString()}_${last.id}` : null,
    }
  })
}
