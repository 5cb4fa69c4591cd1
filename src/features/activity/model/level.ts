import { dayMs } from '#kernel/clock.ts'

export type ActivityLevel = 'daily' | 'weekly' | 'monthly' | 'rare' | 'quiet' | 'unknown'

/** What the level is read from: on how many of the last 28 days, 12 weeks, 6 months something was published. */
export type Rhythm = { days28: number; weeks12: number; months6: number; lastAt: Date | null }

export type LevelJudgement = {
  level: ActivityLevel
  /** Plain words for a list. */
  label: string
  /** Why, with the numbers. */
  because: string
  kinds: { kind: string; items: number }[]
  /** The items behind it, latest first. */
  items: string[]
  /** The latest of them, to be named. */
  cited: { id: string; kind: string; title: string | null; at: Date }[]
}

const span = (ms: number) => {
  const days = Math.floor(ms / dayMs)
  if (days < 60) return days === 1 ? '1 day' : `${Math.max(0, days)} days`
  if (days < 730) return `${Math.floor(days / 30.4)} months`
  return `${Math.floor(days / 365)} years`
}

export function levelOf(
  { days28, weeks12, months6, lastAt }: Rhythm,
  now: Date,
): { level: ActivityLevel; label: string } {
  if (!lastAt) return { level: 'unknown', label: 'nothing public yet' }
  const silent = now.getTime() - lastAt.getTime()
  if (days28 >= 14) return { level: 'daily', label: 'active daily' }
  if (weeks12 >= 6 && silent <= 28 * dayMs) return { level: 'weekly', label: 'active weekly' }
  if (months6 >= 3 && silent <= 70 * dayMs) return { level: 'monthly', label: 'active monthly' }
  if (silent <= 180 * dayMs) return { level: 'rare', label: 'now and then' }
  return { level: 'quiet', label: `quiet for ${span(silent)}` }
}

const citedAtMost = 8

const slots = (times: readonly number[], nowMs: number, slotMs: number, count: number) =>
  new Set(times.map(time => Math.floor((nowMs - time) / slotMs)).filter(slot => slot >= 0 && slot < count)).size

/** `items` in any order; those dated in the future count as now. */
export function judgeActivity(
  items: readonly { id: string; kind: string; title?: string | null; publishedAt: Date }[],
  now: Date,
): LevelJudgement {
  const nowMs = now.getTime()
  const latest = [...items].sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
  const times = latest.map(item => Math.min(nowMs, item.publishedAt.getTime()))
  const rhythm: Rhythm = {
    days28: slots(times, nowMs, dayMs, 28),
    weeks12: slots(times, nowMs, 7 * dayMs, 12),
    months6: slots(times, nowMs, 30 * dayMs, 6),
    lastAt: latest[0] ? new Date(times[0] ?? nowMs) : null,
  }
  const kinds = new Map<string, number>()
  for (const item of latest) kinds.set(item.kind, (kinds.get(item.kind) ?? 0) + 1)
  const { level, label } = levelOf(rhythm, now)
  const because = rhythm.lastAt
    ? `Published on ${rhythm.days28} of the last 28 days and in ${rhythm.weeks12} of the last 12 weeks; last ${span(nowMs - rhythm.lastAt.getTime())} ago.`
    : 'No public item of theirs is known here.'
  return {
    level,
    label,
    because,
    kinds: [...kinds].map(([kind, count]) => ({ kind, items: count })).sort((a, b) => b.items - a.items),
    items: latest.slice(0, 20).map(item => item.id),
    cited: latest
      .slice(0, citedAtMost)
      .map(({ id, kind, title, publishedAt }) => ({ id, kind, title: title ?? null, at: publishedAt })),
  }
}
