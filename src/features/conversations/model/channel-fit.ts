import { getTool, kindOf } from '#features/tools/model.ts'
import { dayMs } from '#kernel/clock.ts'
import { wilson } from '#kernel/interval.ts'
import type { ToolId } from '#kernel/tools.ts'
import type { DayPart, Habit } from './habit.ts'

/** What is known of a person on one tool. A turn is all that we wrote until they spoke; it counts once its answer came or is overdue. */
export type ToolFacts = {
  tool: ToolId
  turns: number
  answered: number
  /** Half of their answers came within this. */
  answerMinutes: number | null
  theyBegan: boolean
  lastInAt: Date | null
  /** Public items there in the last 90 days. */
  published: number
  online: boolean
  /** They said that they like to be written to there. */
  wished: boolean
  usually: Habit | null
}

export const fitLimits = {
  /** Without an answer for so long, a turn counts as unanswered. */
  answerMs: 14 * dayMs,
  /** Words count half after so many days. */
  halfLifeDays: 90,
  quickMinutes: 60,
  publishedDays: 90,
} as const

/** Why a tool suits them, or does not; the screen says it in its language. */
export type FitReason =
  | { code: 'answers'; hits: number; total: number; low: number; high: number }
  | { code: 'silent'; total: number }
  | { code: 'not-tried' }
  | { code: 'wished' }
  | { code: 'began' }
  | { code: 'quick'; minutes: number }
  | { code: 'heard'; days: number }
  | { code: 'online' }
  | { code: 'usually'; part: DayPart; days: number[] }
  | { code: 'publishes'; count: number }
  | { code: 'no-direct' }

export type ToolFit = { tool: ToolId; score: number; usable: boolean; reasons: FitReason[] }
/** `best`: undefined where no tool of theirs takes a direct message. `certain`: something is known, it is no guess. */
export type ChannelFit = { best: ToolId | undefined; certain: boolean; tools: ToolFit[] }

/** What they said themselves outweighs all that is only seen of them. */
const weights = {
  wished: 2,
  heard: 0.35,
  began: 0.15,
  quick: 0.1,
  online: 0.15,
  published: 0.1,
  messaging: 0.05,
} as const

/** An even chance before anything is known, which every turn moves: Beta(1, 1). */
const chance = (hits: number, total: number) => (hits + 1) / (total + 2)

function fitOf(facts: ToolFacts, now: Date): ToolFit {
  const { tool, turns, answered, answerMinutes, lastInAt, published, usually } = facts
  const usable = getTool(tool).surfaces.includes('direct') && kindOf(tool) !== 'broadcast'
  const days = lastInAt ? Math.max(0, Math.floor((now.getTime() - lastInAt.getTime()) / dayMs)) : undefined
  const quick = answerMinutes !== null && answerMinutes <= fitLimits.quickMinutes
  const reasons: FitReason[] = []
  if (facts.wished) reasons.push({ code: 'wished' })
  if (turns > 0)
    reasons.push(
      answered > 0
        ? { code: 'answers', hits: answered, total: turns, ...wilson(answered, turns) }
        : { code: 'silent', total: turns },
    )
  else if (days === undefined && usable) reasons.push({ code: 'not-tried' })
  if (facts.theyBegan) reasons.push({ code: 'began' })
  if (quick) reasons.push({ code: 'quick', minutes: Math.round(answerMinutes) })
  if (days !== undefined) reasons.push({ code: 'heard', days })
  if (facts.online) reasons.push({ code: 'online' })
  if (usually) reasons.push({ code: 'usually', part: usually.part, days: usually.days })
  if (published > 0) reasons.push({ code: 'publishes', count: published })
  if (!usable) reasons.push({ code: 'no-direct' })
  const score =
    chance(answered, turns) +
    (facts.wished ? weights.wished : 0) +
    (days === undefined ? 0 : weights.heard * 0.5 ** (days / fitLimits.halfLifeDays)) +
    (facts.theyBegan ? weights.began : 0) +
    (quick ? weights.quick : 0) +
    (facts.online ? weights.online : 0) +
    (published > 0 ? weights.published : 0) +
    (kindOf(tool) === 'messaging' && tool !== 'email' ? weights.messaging : 0)
  return { tool, score: usable ? Math.round(score * 1_000) / 1_000 : 0, usable, reasons }
}

const isKnown = ({ reasons }: ToolFit) => reasons.some(reason => !['not-tried', 'no-direct'].includes(reason.code))

/** The tool to use with somebody, and why: where they answer, and did lately, are there, and feel at home. */
export function judgeChannels(facts: readonly ToolFacts[], now: Date): ChannelFit {
  const tools = facts.map(each => fitOf(each, now)).sort((a, b) => b.score - a.score || a.tool.localeCompare(b.tool))
  const best = tools.find(each => each.usable)
  return { best: best?.tool, certain: best !== undefined && isKnown(best), tools }
}

/** The part of a day in which most of their words came; undefined where no part stands out. */
export function usualPart(counts: Readonly<Record<DayPart, number>>): DayPart | undefined {
  const sum = Object.values(counts).reduce((all, each) => all + each, 0)
  const parts = (['morning', 'afternoon', 'evening', 'night'] as const).toSorted((a, b) => counts[b] - counts[a])
  const [first] = parts
  return first && sum >= 5 && counts[first] / sum >= 0.4 ? first : undefined
}
