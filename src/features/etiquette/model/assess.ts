import type { Code } from './codes.ts'
import { judgeHard } from './hard-rules.ts'
import { lookForJobTalk } from './job-talk/detect.ts'
import { type NextStep, nextOnLadder } from './next.ts'
import { plainOf } from './plain.ts'
import { hourOf, isSoft, type Policy } from './policy.ts'
import { type Situation, understand } from './situation.ts'
import { shownIn, takenUp } from './soft-rules/readings.ts'
import { judgeSoft } from './soft-rules.ts'
import type { Assessment, Context, Finding } from './types.ts'
import { inWords, stepInWords, type WordLanguage } from './words.ts'

/**
 * Judges a draft by the etiquette and says so in `language`. All rules are judged and the strictest decides; a hard block alone ends the judging.
 * Pure: the same draft and context give the same answer, in the browser and on the server.
 */
export function assess(draft: string, context: Context, language: WordLanguage = 'en'): Assessment {
  const { text, inDraft } = plainOf(draft)
  const situation = understand(text, context)
  const hard = judgeHard(situation)
  const judged = !hard && !situation.broadcast
  const talk = lookForJobTalk(text)
  const shown = judged ? shownIn(text, situation, talk) : undefined
  const found = hard ? [hard] : judged ? bent(judgeSoft(text, situation, talk, shown), situation.policy) : []
  const findings = [...found].sort((a, b) => Number(b.verdict === 'block') - Number(a.verdict === 'block'))
  return {
    verdict: findings[0]?.verdict ?? 'allow',
    hard: hard !== undefined,
    reasons: findings.map(finding =>
      inWords({ ...finding, ...(finding.span && { span: inDraft(finding.span) }) }, language),
    ),
    next: stepInWords(situation.broadcast && !hard ? 'send' : nextStep(situation, findings), language, {
      until: hourOf(situation.policy.limits['quiet-until']),
      about: takenUp(shown),
    }),
  }
}

/** As strict as the workspace wants each soft rule; hard ones never come by here. */
function bent(findings: readonly Finding[], { verdicts }: Policy): Finding[] {
  return findings.flatMap(finding => {
    const verdict = isSoft(finding.code) ? verdicts[finding.code] : undefined
    if (verdict === 'off') return []
    return verdict === undefined ? [finding] : [{ ...finding, verdict }]
  })
}

const BY_CODE = Object.entries({
  'do-not-contact': 'leave-alone',
  'not-opted-in': 'confirm-opt-in',
  'window-closed': 'wait-for-them',
  'tool-terms': 'use-other-address',
  'broadcast-on-messaging': 'write-to-one',
  'promotes-in-room': 'give-first',
  'too-often': 'wait',
  'nothing-read': 'read',
} satisfies Partial<Record<Code, NextStep>>)

const AFTER_THE_LADDER = Object.entries({
  'reading-not-shown': 'mention-reading',
  'job-before-interest': 'ask',
  'too-soon': 'wait',
  'quiet-hours': 'send-later',
} satisfies Partial<Record<Code, NextStep>>)

function nextStep(situation: Situation, findings: readonly Finding[]): NextStep {
  const codes = findings.map(finding => finding.code)
  const { context, kind, stage, recent } = situation
  for (const [code, step] of BY_CODE) {
    if (!codes.some(one => one === code)) continue
    if (code === 'broadcast-on-messaging' && context.surface === 'room') return 'give-first'
    return step
  }
  if (context.surface === 'room' && !situation.toPerson) return 'send'
  if (situation.action === 'post') return 'send'
  const ladder = nextOnLadder(stage, recent.length > 0)
  if (findings[0]?.verdict === 'block' && kind !== 'sourcing') return ladder
  for (const [code, step] of AFTER_THE_LADDER) if (codes.some(one => one === code)) return step
  if (kind === 'sourcing' && situation.outreach) return 'send'
  return ladder
}
