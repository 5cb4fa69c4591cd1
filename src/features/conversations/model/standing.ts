import { dayMs } from '#kernel/clock.ts'
import type { LabelId, UserId } from '#kernel/ids.ts'

/** What a conversation put aside waits for. It comes back at `until` at the latest, whatever it waits for. */
export const snoozeKinds = ['time', 'online', 'answer'] as const
export type Snooze = { for: (typeof snoozeKinds)[number]; until: Date }

/** Why a conversation came back by itself. */
export const wakeReasons = ['time', 'online', 'answered', 'no-answer'] as const
export type WakeReason = (typeof wakeReasons)[number]

export const organiseLimits = {
  /** So many conversations are changed in one step. */
  perChange: 500,
  labelsPerConversation: 20,
  snoozeMs: 366 * dayMs,
} as const

/** What the recruiters have made of a conversation; the rest of its row is made by messages. */
export type Standing = {
  doneAt: Date | null
  snooze: Snooze | null
  assignee: UserId | null
  unread: number
  labels: readonly LabelId[]
  remindAt: Date | null
}

export type StandingChange = {
  done?: boolean
  snooze?: Snooze | null
  assignee?: UserId | null
  unread?: boolean
  /** The whole set; beside it single ones are put on and taken off. */
  labels?: readonly LabelId[]
  addLabels?: readonly LabelId[]
  removeLabels?: readonly LabelId[]
  /** Comes to the top when nobody answered by then. */
  remindAt?: Date | null
}

/** Done is never snoozed as well; put aside is never done. */
export function applyChange(before: Standing, change: StandingChange, now: Date): Standing {
  const { done, snooze, assignee, unread, remindAt } = change
  const labels = new Set(change.labels ?? before.labels)
  for (const label of change.addLabels ?? []) labels.add(label)
  for (const label of change.removeLabels ?? []) labels.delete(label)
  return {
    doneAt: done === undefined ? (snooze ? null : before.doneAt) : done ? (before.doneAt ?? now) : null,
    snooze: snooze === undefined ? (done ? null : before.snooze) : snooze,
    assignee: assignee === undefined ? before.assignee : assignee,
    unread: unread === undefined ? before.unread : unread ? Math.max(before.unread, 1) : 0,
    labels: [...labels].slice(0, organiseLimits.labelsPerConversation),
    remindAt: remindAt === undefined ? (done ? null : before.remindAt) : remindAt,
  }
}

/** The change that takes `after` back to `before`; undefined when they are alike. Read marks come back as one unread message. */
export function inverseOf(before: Standing, after: Standing): StandingChange | undefined {
  const sameLabels =
    before.labels.length === after.labels.length && before.labels.every(label => after.labels.includes(label))
  const at = (date: Date | null | undefined) => date?.getTime() ?? null
  const inverse: StandingChange = {
    ...((before.doneAt === null) === (after.doneAt === null) ? {} : { done: before.doneAt !== null }),
    ...(at(before.snooze?.until) === at(after.snooze?.until) && before.snooze?.for === after.snooze?.for
      ? {}
      : { snooze: before.snooze }),
    ...(before.assignee === after.assignee ? {} : { assignee: before.assignee }),
    ...(before.unread > 0 === after.unread > 0 ? {} : { unread: before.unread > 0 }),
    ...(sameLabels ? {} : { labels: before.labels }),
    ...(at(before.remindAt) === at(after.remindAt) ? {} : { remindAt: before.remindAt }),
  }
  return Object.keys(inverse).length === 0 ? undefined : inverse
}

/** The next instant at which the conversation wants to come back by itself. */
export function wakesAt({ doneAt, snooze, remindAt }: Standing): Date | undefined {
  if (doneAt !== null) return undefined
  const times = [snooze?.until, remindAt].filter(at => at instanceof Date)
  return times.toSorted((a, b) => a.getTime() - b.getTime())[0]
}
