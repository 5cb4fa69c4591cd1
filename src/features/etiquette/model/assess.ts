import { judgeHard } from './hard-rules.ts'
import { findJobTalk } from './job-talk/detect.ts'
import { type Next, type NextStep, next, nextOnLadder } from './next.ts'
import { type Situation, understand } from './situation.ts'
import { judgeSoft } from './soft-rules.ts'
import type { Assessment, Code, Context, Reason } from './types.ts'

/**
 * Judges a draft by the etiquette. All rules are judged and the strictest decides; a hard block alone ends the judging.
 * Pure: the same draft and context give the same answer, in the browser and on the server.
 */
export function assess(draft: string, context: Context): Assessment {
  const text = draft.normalize('NFC')
  const situation = understand(text, context)
  const hard = judgeHard(situation)
  if (hard) return { verdict: 'block', hard: true, reasons: [hard], next: nextStep(situation, [hard]) }
  if (situation.broadcast) return { verdict: 'allow', hard: false, reasons: [], next: next('send') }
  const found = judgeSoft(text, situation, findJobTalk(text))
  const reasons = [...found].sort((a, b) => Number(b.verdict === 'block') - Number(a.verdict === 'block'))
  return { verdict: reasons[0]?.verdict ?? 'allow', hard: false, reasons, next: nextStep(situation, reasons) }
}

const BY_CODE: Partial<Record<Code, NextStep>> = {
  'do-not-contact': 'leave-alone',
  'not-opted-in': 'confirm-opt-in',
  'window-closed': 'wait-for-them',
  'tool-terms': 'use-other-address',
  'broadcast-on-messaging': 'write-to-one',
  'promotes-in-room': 'give-first',
  'too-often': 'wait',
  'nothing-read': 'read',
}

const AFTER_THE_LADDER: Partial<Record<Code, NextStep>> = {
  'reading-not-shown': 'mention-reading',
  'job-before-interest': 'ask',
  'too-soon': 'wait',
  'quiet-hours': 'send-later',
}

function nextStep(situation: Situation, reasons: readonly Reason[]): Next {
  const codes = reasons.map(reason => reason.code)
  const { context, kind, stage, recent } = situation
  for (const [code, step] of Object.entries(BY_CODE)) {
    if (!codes.some(one => one === code)) continue
    if (code === 'broadcast-on-messaging' && context.surface === 'room') return next('give-first')
    return next(step)
  }
  if (context.surface === 'room' && !situation.toPerson) return next('send')
  if (situation.action === 'post') return next('send')
  const ladder = nextOnLadder(stage, recent.length > 0)
  if (reasons[0]?.verdict === 'block' && kind !== 'sourcing') return next(ladder)
  for (const [code, step] of Object.entries(AFTER_THE_LADDER)) if (codes.some(one => one === code)) return next(step)
  if (kind === 'sourcing' && situation.outreach) return next('send')
  return next(ladder)
}
