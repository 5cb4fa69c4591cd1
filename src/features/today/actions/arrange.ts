import { type Clock, dayMs } from '#kernel/clock.ts'
import type { Caller } from '#kernel/roles.ts'
import { tellBrowsers } from '#platform/live.ts'
import { type Database, inWorkspace } from '#storage/database.ts'
import { deletePutOff, type Rhythm, replaceRhythms, upsertPutOff } from '../store.ts'

type Deps = { db: Database; clock: Clock }

/** Not today: it comes again after so many days, if it is due then. */
export function putOff(deps: Deps, caller: Caller, subject: string, days: number): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const now = deps.clock.now()
    const until = new Date(now.getTime() + days * dayMs - dayMs / 4)
    await upsertPutOff(tx, caller.workspace, caller.user, subject, { until, now })
    tellBrowsers(tx, caller.workspace, { kind: 'today.changed', payload: {}, user: caller.user })
  })
}

export function bringBack(deps: Deps, caller: Caller, subject: string): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    await deletePutOff(tx, caller.workspace, caller.user, subject)
    tellBrowsers(tx, caller.workspace, { kind: 'today.changed', payload: {}, user: caller.user })
  })
}

/** The whole week at once; one line for each tool. */
export function planWeek(deps: Deps, caller: Caller, lines: readonly Rhythm[]): Promise<void> {
  return inWorkspace(deps.db, caller.workspace, async tx => {
    const tidy = lines.map(line => ({ ...line, place: line.place.trim(), days: [...new Set(line.days)].sort() }))
    await replaceRhythms(tx, caller.workspace, caller.user, tidy)
    tellBrowsers(tx, caller.workspace, { kind: 'today.changed', payload: {}, user: caller.user })
  })
}
