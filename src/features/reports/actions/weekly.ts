import { join } from 'node:path'
import { canSendMail, type NoticeDeps, sendNotice } from '#features/broadcasts/index.ts'
import { minuteMs } from '#kernel/clock.ts'
import type { UserId, WorkspaceId } from '#kernel/ids.ts'
import { done, type Result, refuse } from '#kernel/result.ts'
import type { Caller } from '#kernel/roles.ts'
import { nodeName, openJournal, readJournals } from '#platform/mail/journal.ts'
import { enqueue } from '#platform/tasks.ts'
import { acrossWorkspaces, inWorkspace, type Transaction } from '#storage/database.ts'
import { lastWeekly, nextWeekly, weekTold } from '../model/weekly.ts'
import {
  findLastMail,
  findMailForUpdate,
  findReader,
  listReaders,
  savePlan,
  stopPlan,
  updateMail,
  type WeeklyMail,
  type WeeklyReader,
} from '../store/weekly.ts'
import { weeklyTask } from '../task-kinds.ts'
import { readStopToken, stopToken } from '../tokens.ts'
import { weeklyText } from './weekly-text.ts'

/** `outgoing`: where it is written down how far each mail came. */
export type WeeklyDeps = NoticeDeps & { outgoing: string }
export type WeeklyRefusal = { code: 'no-mail' } | { code: 'nothing-to-send' }

/** Another node that holds a mail for longer is gone. */
const patienceMs = 15 * minuteMs

/** The mail server did not take it now: the task is tried again. */
class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly code = 'not-taken'
}

const stopUrl = (deps: WeeklyDeps, workspace: WorkspaceId, user: UserId) =>
  `${deps.publicUrl}/weekly/stop/${stopToken(deps, workspace, user)}`

const plan = (tx: Transaction, workspace: WorkspaceId, user: UserId, runAt?: Date) =>
  enqueue(tx, weeklyTask, `${workspace}:${user}`, { workspace, user }, runAt ? { runAt } : {})

export type WeeklyState = {
  reader: WeeklyReader
  nextAt: Date | null
  canSend: boolean
  last: WeeklyMail | undefined
}

export function readWeekly(deps: WeeklyDeps, { workspace, user }: Caller): Promise<WeeklyState> {
  return inWorkspace(deps.db, workspace, async tx => {
    const reader = await findReader(tx, workspace, user)
    if (!reader) throw new Error('who asks is there')
    return {
      reader,
      nextAt: reader.on ? nextWeekly(reader, deps.clock.now()) : null,
      canSend: await canSendMail(tx, workspace),
      last: await findLastMail(tx, workspace, user),
    }
  })
}

/** What would be sent of the last whole week. */
export async function previewWeekly(
  deps: WeeklyDeps,
  caller: Caller,
): Promise<{ subject: string; text: string; week: string }> {
  const { workspace, user } = caller
  const reader = await inWorkspace(deps.db, workspace, tx => findReader(tx, workspace, user))
  const week = weekTold(deps.clock.now(), reader?.timezone ?? 'UTC')
  const written = await weeklyText(deps, caller, {
    week,
    locale: reader?.locale ?? 'en',
    stopUrl: stopUrl(deps, workspace, user),
  })
  return { ...written, week }
}

/** From now on: what was due before is not made up for. */
export function changeWeekly(
  deps: WeeklyDeps,
  { workspace, user }: Caller,
  change: { on?: boolean; weekday?: number; hour?: number },
): Promise<Result<void, WeeklyRefusal>> {
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, WeeklyRefusal>> => {
    const before = await findReader(tx, workspace, user, true)
    if (!before) throw new Error('who asks is there')
    const after = { ...before, ...change, since: deps.clock.now() }
    if (after.on && !(await canSendMail(tx, workspace))) return refuse({ code: 'no-mail' })
    await savePlan(tx, workspace, user, after)
    if (after.on) await plan(tx, workspace, user, nextWeekly(after, deps.clock.now()))
    return done(undefined)
  })
}

/** By the link in the mail. False: the link is none of ours. */
export async function stopWeekly(deps: WeeklyDeps, token: string): Promise<boolean> {
  const whose = readStopToken(deps, token)
  if (!whose) return false
  await inWorkspace(deps.db, whose.workspace, tx => stopPlan(tx, whose.workspace, whose.user))
  return true
}

/** Once more, where nobody can tell whether it arrived or the server refused it: asked for by its reader alone. */
export function sendAgain(deps: WeeklyDeps, { workspace, user }: Caller): Promise<Result<void, WeeklyRefusal>> {
  return inWorkspace(deps.db, workspace, async (tx): Promise<Result<void, WeeklyRefusal>> => {
    const last = await findLastMail(tx, workspace, user)
    if (!last || (last.state !== 'unknown' && last.state !== 'refused')) return refuse({ code: 'nothing-to-send' })
    await updateMail(tx, workspace, user, { ...last, state: 'waiting', node: null, said: null })
    await plan(tx, workspace, user)
    return done(undefined)
  })
}

/** At the start of a server: everybody's next time, and what came due while nobody was there. */
export function planWeekly(deps: Pick<WeeklyDeps, 'db'>): Promise<void> {
  return acrossWorkspaces(deps.db, async tx => {
    for (const { workspace, user } of await listReaders(tx)) await plan(tx, workspace, user)
  })
}

type Due = { reader: WeeklyReader; week: string }
const inHand = new Set<string>()

/**
 * By its task: the mail of the last week whose time has come, once. The row is claimed before anything leaves; a journal outside of the
 * database knows how far the mail came, so that a process that was killed sends again only what never left. Where nobody can tell, it is
 * not sent a second time.
 */
export async function sendWeekly(
  deps: WeeklyDeps,
  { workspace, user }: { workspace: WorkspaceId; user: UserId },
  signal: AbortSignal,
): Promise<void> {
  const key = `weekly-${workspace}-${user}`
  const here = `${deps.outgoing} ${key}`
  if (inHand.has(here)) return
  inHand.add(here)
  try {
    const due = await claim(deps, workspace, user, key)
    if (due) await send(deps, workspace, due, key, signal)
  } finally {
    inHand.delete(here)
  }
}

async function claim(deps: WeeklyDeps, workspace: WorkspaceId, user: UserId, key: string): Promise<Due | undefined> {
  const node = await nodeName(deps.outgoing)
  const left = await readJournals(deps.outgoing, `${key}-`)
  const due = await inWorkspace(deps.db, workspace, async tx => {
    const now = deps.clock.now()
    const reader = await findReader(tx, workspace, user, true)
    if (!reader?.on || reader.disabled) return undefined
    await plan(tx, workspace, user, nextWeekly(reader, now))
    const at = lastWeekly(reader, now)
    const last = await findLastMail(tx, workspace, user)
    const asked = last?.state === 'waiting' ? last.week : undefined
    if (at < reader.since && asked === undefined) return undefined
    const week = at < reader.since && asked !== undefined ? asked : weekTold(at, reader.timezone)
    const mail = await findMailForUpdate(tx, workspace, user, week, now)
    const settle = (state: WeeklyMail['state'], said: string | null) =>
      updateMail(tx, workspace, user, { ...mail, state, node, at: now, said })
    if (mail.state === 'sending') {
      if (mail.node !== node) {
        if (now.getTime() - mail.at.getTime() > patienceMs) await settle('unknown', null)
        return undefined
      }
      const fate = left.fates.get(week)
      if (fate?.kind === 'answered') {
        await settle(fate.code < 400 ? 'sent' : 'refused', fate.text)
        return undefined
      }
      if (fate) {
        await settle('unknown', null)
        return undefined
      }
    } else if (mail.state !== 'waiting') return undefined
    await settle('sending', null)
    return { reader, week }
  })
  // What it knew is in the database now.
  await left.remove()
  return due
}

async function send(
  deps: WeeklyDeps,
  workspace: WorkspaceId,
  { reader, week }: Due,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  const { user, email, name, locale } = reader
  const settle = (state: WeeklyMail['state'], said: string | null) =>
    inWorkspace(deps.db, workspace, tx =>
      updateMail(tx, workspace, user, { week, state, node: null, at: deps.clock.now(), said }),
    )
  const journal = openJournal(deps.outgoing, `${key}-${week}`)
  let offered = false
  try {
    const stop = stopUrl(deps, workspace, user)
    const caller: Caller = { workspace, user, role: 'viewer' }
    const written = await weeklyText(deps, caller, { week, locale, stopUrl: stop })
    const id = `kith.week.${week}.${user}`
    const watch = {
      offering() {
        offered = true
        journal.offered(week)
      },
      handed: () => journal.handed(week),
    }
    const reply = await sendNotice(deps, workspace, { ...written, email, name, id, stopUrl: stop }, watch, signal)
    if (!reply) throw new NotTaken('there is no way out for mail any more')
    journal.answered(week, reply.code, reply.text)
    if (reply.code >= 400 && reply.code < 500) {
      offered = false
      throw new NotTaken(`the mail server said ${reply.code}`)
    }
    await settle(reply.code < 400 ? 'sent' : 'refused', reply.text.slice(0, 200))
    await journal.remove()
  } catch (error) {
    await settle(offered ? 'unknown' : 'waiting', null)
    await journal.remove()
    // What may have arrived is not tried again.
    if (!offered) throw error
  } finally {
    journal.close()
  }
}

export const outgoingUnder = (dataFolder: string): string => join(dataFolder, 'outgoing', 'weekly')
