import { type Clock, minuteMs } from '#kernel/clock.ts'
import { type ActivityId, newId, type PersonId, type ProfileId, type ReadingId, type WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import type { Events } from '#platform/events.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace, type Transaction } from '#storage/database.ts'
import { readingDismissed, readingRecorded } from '../events.ts'
import { judgeActivity, type LevelJudgement, levelOf } from '../model/level.ts'
import { neededVisibleMs } from '../model/reading.ts'
import { findItem, type Item, listItems, listRecent, listRhythms } from '../store/items.ts'
import {
  countReadings,
  deleteQuote,
  insertQuote,
  listQuotes,
  listReadings,
  type Quote,
  type Reading,
  updateReadingDismissed,
  upsertReading,
} from '../store/readings.ts'

export type ActivityDeps = { db: Database; clock: Clock; events: Events }

/** The same item again within this time is one reading that goes on. */
const goesOnMs = 30 * minuteMs

export type ReadingRefusal =
  | { code: 'no-such-item' }
  | { code: 'too-short'; neededMs: number }
  | { code: 'no-such-reading' }
  | { code: 'no-such-quote' }
  | { code: 'not-in-item' }

/** Counts only when the item was visible long enough to have read a part of it. */
export function recordReading(
  deps: ActivityDeps,
  caller: Caller,
  activity: ActivityId,
  visibleMs: number,
): Promise<Result<{ reading: ReadingId; fresh: boolean }, ReadingRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const now = deps.clock.now()
    const item = await findItem(tx, workspace, user, activity)
    if (!item) return refuse({ code: 'no-such-item' })
    const neededMs = neededVisibleMs(item.words)
    if (visibleMs < neededMs) return refuse({ code: 'too-short', neededMs })
    const person = item.person_id
    const input = { reading: newId<'Reading'>(now.getTime()), user, activity, person, visibleMs }
    const recorded = await upsertReading(tx, workspace, input, new Date(now.getTime() - goesOnMs), now)
    if (recorded.fresh)
      await deps.events.announce(tx, readingRecorded, {
        workspace,
        reading: recorded.reading,
        activity,
        person,
        user,
        tool: item.tool,
        at: now,
      })
    tellBrowsers(tx, workspace, {
      kind: 'activity.read',
      user,
      payload: { activity, person, reading: recorded.reading },
    })
    return done(recorded)
  })
}

/** `restore` takes the dismissal back. */
export function dismissReading(
  deps: ActivityDeps,
  caller: Caller,
  reading: ReadingId,
  restore = false,
): Promise<Result<void, ReadingRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const { workspace, user } = caller
    const at = deps.clock.now()
    const row = await updateReadingDismissed(tx, workspace, user, reading, restore ? null : at)
    if (!row) return refuse({ code: 'no-such-reading' })
    const { person_id: person, activity_id: activity, tool } = row
    const told = { workspace, reading, activity, person, user, tool, at }
    if (restore) await deps.events.announce(tx, readingRecorded, { ...told, at: row.read_at })
    else
      await deps.events.announce(tx, readingDismissed, {
        ...told,
        left: await countReadings(tx, workspace, user, person),
      })
    tellBrowsers(tx, workspace, { kind: 'activity.read', user, payload: { activity, person, reading } })
    return done(undefined)
  })
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A quote is in their words: text that the item does not have is refused. */
export function keepQuote(
  deps: ActivityDeps,
  caller: Caller,
  activity: ActivityId,
  text: string,
): Promise<Result<string, ReadingRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const item = await findItem(tx, caller.workspace, caller.user, activity)
    if (!item) return refuse({ code: 'no-such-item' })
    const quoted = flat(text)
    if (!flat(`${item.title ?? ''} ${item.text}`).includes(quoted)) return refuse({ code: 'not-in-item' })
    const quote = newId<'Quote'>(now.getTime())
    await insertQuote(
      tx,
      caller.workspace,
      { quote, user: caller.user, activity, person: item.person_id, text: quoted },
      now,
    )
    return done(quote)
  })
}

export function dropQuote(deps: ActivityDeps, caller: Caller, quote: string): Promise<Result<void, ReadingRefusal>> {
  return inWorkspace(deps.db, caller.workspace, async tx =>
    (await deleteQuote(tx, caller.workspace, quote)) ? done(undefined) : refuse({ code: 'no-such-quote' }),
  )
}

export type OpenItem = NonNullable<Awaited<ReturnType<typeof findItem>>> & { quotes: Quote[]; neededMs: number }

export function openItem(deps: ActivityDeps, caller: Caller, activity: ActivityId): Promise<OpenItem | undefined> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const item = await findItem(tx, caller.workspace, caller.user, activity)
    if (!item) return undefined
    return {
      ...item,
      quotes: await listQuotes(tx, caller.workspace, { activity }),
      neededMs: neededVisibleMs(item.words),
    }
  })
}

export function listTimeline(
  deps: ActivityDeps,
  caller: Caller,
  person: PersonId,
  options: { profile?: ProfileId | undefined; after?: { at: string; activity: ActivityId } | undefined; limit: number },
): Promise<{ items: Item[]; next: { at: string; activity: ActivityId } | undefined }> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const rows = await listItems(tx, caller.workspace, caller.user, person, { ...options, limit: options.limit + 1 })
    const items = rows.slice(0, options.limit)
    const last = items.at(-1)
    const next =
      rows.length > options.limit && last
        ? { at: last.published_at.toISOString(), activity: last.activity_id }
        : undefined
    return { items, next }
  })
}

export type PersonActivity = {
  level: LevelJudgement
  profiles: { profile: ProfileId; level: LevelJudgement }[]
  readings: Reading[]
  quotes: Quote[]
}

/** How active they are, over all and per profile, with the items behind it; what the caller read and kept. */
export function readPersonActivity(deps: ActivityDeps, caller: Caller, person: PersonId): Promise<PersonActivity> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const items = await listRecent(tx, caller.workspace, person)
    const profiles = [...new Set(items.flatMap(item => item.profile ?? []))]
    return {
      level: judgeActivity(items, now),
      profiles: profiles.map(profile => ({
        profile,
        level: judgeActivity(
          items.filter(item => item.profile === profile),
          now,
        ),
      })),
      readings: await listReadings(tx, caller.workspace, caller.user, person, 50),
      quotes: await listQuotes(tx, caller.workspace, { person }),
    }
  })
}

/** The plain label of each person's level, for lists. */
export async function activeLabels(
  tx: Transaction,
  workspace: WorkspaceId,
  people: readonly PersonId[],
  now: Date,
): Promise<Map<PersonId, string>> {
  const rhythms = await listRhythms(tx, workspace, people, now)
  return new Map([...rhythms].map(([person, rhythm]) => [person, levelOf(rhythm, now).label]))
}
