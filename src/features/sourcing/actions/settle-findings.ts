import { followImportedFeeds, recordActivity } from '#features/activity/index.ts'
import type { ImportId, WorkspaceId } from '#kernel/ids.ts'
import { inWorkspace } from '#storage/database.ts'
import type { AlsoCounts } from '../model/states.ts'
import { takeFindings } from '../store/findings.ts'
import { findImportForUpdate, updateImportCounts } from '../store/imports.ts'
import type { SourcingDeps } from './deps.ts'
import { addAlso } from './read-batches.ts'

const batchFindings = 500
const noCounts = {
  created: 0,
  changed: 0,
  unchanged: 0,
  empty: 0,
  rejected: 0,
  newJobs: 0,
  suppressed: 0,
  conflicts: 0,
}

/** Now that all people of the file are here: what they published goes to their timelines, their blogs are followed. */
export async function settleFindings(
  deps: SourcingDeps,
  settling: { workspace: WorkspaceId; importId: ImportId; format: string; signal: AbortSignal },
): Promise<void> {
  const { workspace, importId, format, signal } = settling
  for (;;) {
    signal.throwIfAborted()
    const taken = await inWorkspace(deps.db, workspace, async tx => {
      const now = deps.clock.now()
      const rows = await takeFindings(tx, workspace, importId, format, batchFindings)
      const items = rows.flatMap(({ key, tool, finding, person, profile }) =>
        finding.kind === 'activity' && person
          ? [
              {
                person,
                profile: profile ?? undefined,
                importId,
                tool,
                kind: finding.what,
                key,
                title: finding.title,
                url: finding.url,
                text: finding.text,
                publishedAt: new Date(finding.publishedAt),
              },
            ]
          : [],
      )
      const feeds = rows.flatMap(({ finding, person, profile }) =>
        finding.kind === 'feed' && person && profile
          ? [
              {
                person,
                profile,
                importId,
                url: finding.url,
                siteUrl: finding.siteUrl ?? null,
                title: finding.title ?? null,
              },
            ]
          : [],
      )
      const { added } = await recordActivity(tx, deps, workspace, items, now)
      const also: AlsoCounts = { taken: added.length, followed: await followImportedFeeds(tx, workspace, feeds, now) }
      const current = await findImportForUpdate(tx, workspace, importId)
      if (current) await updateImportCounts(tx, workspace, importId, noCounts, addAlso(current.also, also), undefined)
      return rows.length
    })
    if (taken === 0) return
  }
}
