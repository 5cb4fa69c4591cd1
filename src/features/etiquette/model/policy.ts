import { allTools } from '#features/tools/model.ts'
import { unreachable } from '#kernel/result.ts'
import { type ToolId, toolIds } from '#kernel/tools.ts'
import { type Code, codes } from './codes.ts'

/** Law, or a tool's own terms: no workspace and no admin can change these. */
export const hardCodes = ['do-not-contact', 'not-opted-in', 'window-closed', 'tool-terms'] as const
export type HardCode = (typeof hardCodes)[number]
export type SoftCode = Exclude<Code, HardCode>

export const isSoft = (code: Code): code is SoftCode => !hardCodes.some(hard => hard === code)
export const softCodes: readonly SoftCode[] = codes.filter(isSoft)

export type RuleVerdict = 'warn' | 'block' | 'off'

/** Kith's own, and how far a workspace may go. The share is in percent, hours are whole hours of the person's day. */
const limitRanges = {
  'days-between': { own: 3, least: 1, most: 30 },
  unanswered: { own: 3, least: 2, most: 10 },
  'quiet-from': { own: 21, least: 0, most: 23 },
  'quiet-until': { own: 8, least: 0, most: 23 },
  'reading-days': { own: 90, least: 7, most: 365 },
  'same-text-people': { own: 5, least: 2, most: 50 },
  'same-text-days': { own: 7, least: 2, most: 30 },
  'promo-share': { own: 20, least: 0, most: 100 },
} as const satisfies Record<string, Range>
export type LimitId = keyof typeof limitRanges
type Range = { own: number; least: number; most: number }
export const limitIds: readonly LimitId[] = Object.keys(limitRanges).filter((id): id is LimitId => id in limitRanges)

/** The limits that a workspace judges by. A rule or tool that isn't named keeps Kith's own. */
export type Policy = {
  limits: Readonly<Record<LimitId, number>>
  verdicts: Readonly<Partial<Record<SoftCode, RuleVerdict>>>
  /** The longest direct message on a tool, in characters. */
  lengths: Readonly<Partial<Record<ToolId, number>>>
}

const ownLimits = {
  'days-between': limitRanges['days-between'].own,
  unanswered: limitRanges.unanswered.own,
  'quiet-from': limitRanges['quiet-from'].own,
  'quiet-until': limitRanges['quiet-until'].own,
  'reading-days': limitRanges['reading-days'].own,
  'same-text-people': limitRanges['same-text-people'].own,
  'same-text-days': limitRanges['same-text-days'].own,
  'promo-share': limitRanges['promo-share'].own,
} as const satisfies Record<LimitId, number>

export const kithsOwn: Policy = { limits: ownLimits, verdicts: {}, lengths: {} }

/** By Kith's own these only warn; the others block. `promotes-in-room` does either. */
const warning: ReadonlySet<Code> = new Set<SoftCode>([
  'job-before-interest',
  'no-introduction',
  'false-reading',
  'too-soon',
  'quiet-hours',
  'too-long',
  'letter-style',
  'wrong-register',
  'wrong-language',
])

export const ownVerdict = (code: SoftCode): 'warn' | 'block' => (warning.has(code) ? 'warn' : 'block')

/** What blocks may be softened to a warning, never to silence: the recruiter still sees what it sees. */
export const verdictsFor = (code: SoftCode): readonly RuleVerdict[] =>
  warning.has(code) ? ['off', 'warn', 'block'] : ['warn', 'block']

/** Tools on which one writes to one person. */
export const toolsWithLength: readonly ToolId[] = toolIds.filter(id =>
  allTools.some(tool => tool.id === id && tool.kind !== 'broadcast' && tool.surfaces.includes('direct')),
)

export const lengthRange = (tool: ToolId): Range => ({
  own: allTools.find(one => one.id === tool)?.playbook.direct.maxCodePoints ?? 400,
  least: 100,
  most: 5_000,
})

/** One thing that can be set. As text: `days-between`, `rule.quiet-hours`, `length.xmpp`. */
export type PolicyLine =
  | { kind: 'limit'; limit: LimitId; range: Range }
  | { kind: 'rule'; code: SoftCode; choices: readonly RuleVerdict[] }
  | { kind: 'length'; tool: ToolId; range: Range }

export type LineValue = number | RuleVerdict

export const policyLines: readonly string[] = [
  ...limitIds,
  ...softCodes.map(code => `rule.${code}`),
  ...toolsWithLength.map(tool => `length.${tool}`),
]

export type LineRefusal = { code: 'no-such-line' } | { code: 'hard-rule'; rule: HardCode }

export function readLine(text: string): PolicyLine | LineRefusal {
  const limit = limitIds.find(id => id === text)
  if (limit) return { kind: 'limit', limit, range: limitRanges[limit] }
  const [kind, name] = [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)]
  const hard = hardCodes.find(code => code === name)
  if (kind === 'rule' && hard) return { code: 'hard-rule', rule: hard }
  const soft = softCodes.find(code => code === name)
  if (kind === 'rule' && soft) return { kind: 'rule', code: soft, choices: verdictsFor(soft) }
  const tool = toolsWithLength.find(id => id === name)
  if (kind === 'length' && tool) return { kind: 'length', tool, range: lengthRange(tool) }
  return { code: 'no-such-line' }
}

/** Whether the line can hold this; a number must be whole. */
export function fits(line: PolicyLine, value: unknown): value is LineValue {
  if (line.kind === 'rule') return line.choices.some(choice => choice === value)
  return typeof value === 'number' && Number.isInteger(value) && value >= line.range.least && value <= line.range.most
}

export const ownValue = (line: PolicyLine): LineValue => (line.kind === 'rule' ? ownVerdict(line.code) : line.range.own)

/** What holds for the line in this policy. */
export function valueIn(policy: Policy, line: PolicyLine): LineValue {
  switch (line.kind) {
    case 'limit':
      return policy.limits[line.limit]
    case 'rule':
      return policy.verdicts[line.code] ?? ownVerdict(line.code)
    case 'length':
      return policy.lengths[line.tool] ?? line.range.own
    default:
      return unreachable(line)
  }
}

/** A change of the policy says why, in at least so many characters. */
export const policyReasonLeast = 10

/** What is no line, or doesn't fit it, counts as not set: Kith's own holds. */
export function policyFrom(set: Iterable<readonly [line: string, value: unknown]>): Policy {
  const limits: Record<LimitId, number> = { ...ownLimits }
  const verdicts: Partial<Record<SoftCode, RuleVerdict>> = {}
  const lengths: Partial<Record<ToolId, number>> = {}
  for (const [text, value] of set) {
    const line = readLine(text)
    if (!('kind' in line) || !fits(line, value)) continue
    if (line.kind === 'rule' && typeof value !== 'number') verdicts[line.code] = value
    else if (line.kind === 'limit' && typeof value === 'number') limits[line.limit] = value
    else if (line.kind === 'length' && typeof value === 'number') lengths[line.tool] = value
  }
  // A night without an end would be quiet for ever.
  if (limits['quiet-from'] === limits['quiet-until']) {
    limits['quiet-from'] = ownLimits['quiet-from']
    limits['quiet-until'] = ownLimits['quiet-until']
  }
  return { limits, verdicts, lengths }
}

/** The policy line by line, Kith's own left out: what a file holds, and what `policyFrom` reads. */
export function linesOf(policy: Policy): Readonly<Record<string, LineValue>> {
  return {
    ...Object.fromEntries(
      limitIds.filter(id => policy.limits[id] !== ownLimits[id]).map(id => [id, policy.limits[id]]),
    ),
    ...Object.fromEntries(Object.entries(policy.verdicts).map(([code, verdict]) => [`rule.${code}`, verdict])),
    ...Object.fromEntries(Object.entries(policy.lengths).map(([tool, most]) => [`length.${tool}`, most])),
  }
}

export const hourOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`
