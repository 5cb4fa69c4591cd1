import { refreshPersonSearch } from '#features/people/index.ts'
import {
  type ActivityId,
  type FeedId,
  type ImportId,
  newId,
  type PersonId,
  type ProfileId,
  type WorkspaceId,
} from '#kernel/ids.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import type { Transaction } from '#storage/database.ts'
import { activityFound } from '../events.ts'
import { countWords } from '../model/reading.ts'
import { type NewItem, upsertItems } from '../store/items.ts'

/** `key` is the item's stable id at its source; `html` has to be sanitised already. */
export type FoundItem = {
  person: PersonId
  profile?: ProfileId | undefined
  feed?: FeedId | undefined
  importId?: ImportId | undefined
  tool: ToolId
  kind: string
  key: string
  title?: string | undefined
  url?: string | undefined
  text: string
  html?: string | undefined
  language?: string | undefined
  publishedAt: Date
}

/** For feeds, imports and clips alike, any number at once. An item known already is updated when its words changed, never doubled. */
export async function recordActivity(
  tx: Transaction,
  deps: { events: Events },
  workspace: WorkspaceId,
  found: readonly FoundItem[],
  now: Date,
): Promise<{ added: ActivityId[]; changed: number }> {
  const items: NewItem[] = found.map(item => ({
    ...item,
    activity: newId<'Activity'>(now.getTime()),
    words: countWords(item.text),
    publishedAt: item.publishedAt.getTime() > now.getTime() ? now : item.publishedAt,
  }))
  const { added, changed } = await upsertItems(tx, workspace, items, now)
  const fresh = items.filter(item => added.has(item.activity))
  if (fresh.length > 0) {
    await deps.events.announce(tx, activityFound, {
      workspace,
      items: fresh.map(({ activity, person, tool, publishedAt }) => ({ activity, person, tool, publishedAt })),
    })
    const people = [...new Set(fresh.map(item => item.person))]
    await refreshPersonSearch(tx, workspace, people)
    tellBrowsers(tx, workspace, {
      kind: 'activity.found',
      payload: { people: people.slice(0, 100), items: fresh.length },
    })
  }
  return { added: [...added], changed }
}
