import type { Stage } from '#features/relationships/model.ts'
import type { Facts } from './words/phrases.ts'

export const steps = [
  'leave-alone',
  'confirm-opt-in',
  'wait-for-them',
  'use-other-address',
  'read',
  'engage',
  'wait-for-acknowledgement',
  'invite',
  'introduce',
  'talk',
  'ask',
  'offer',
  'mention-reading',
  'wait',
  'send-later',
  'keep-warm',
  'ask-for-names',
  'write-to-one',
  'give-first',
  'send',
] as const
export type NextStep = (typeof steps)[number]

/** The next right step: for machines, and for people. `about`: the item that the draft takes up, and by which word. */
export type Next = { step: NextStep; words: string; about?: Facts }

/** What a relationship asks for by itself on a messaging or mixed tool. */
export function nextOnLadder(stage: Stage, hasRead: boolean): NextStep {
  const byStage: Readonly<Record<Stage, NextStep>> = {
    found: hasRead ? 'engage' : 'read',
    read: 'engage',
    engaged: 'wait-for-acknowledgement',
    acknowledged: 'invite',
    connected: 'introduce',
    introduced: 'talk',
    interested: 'offer',
    candidate: 'talk',
    referrer: 'ask-for-names',
    passive: 'keep-warm',
    declined: 'keep-warm',
    'do-not-contact': 'leave-alone',
  }
  return byStage[stage]
}
