import type { Stage } from '#features/relationships/model.ts'

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

/** The next right step: for machines, and for people. */
export type Next = { step: NextStep; words: string }

const WORDS: Readonly<Record<NextStep, string>> = {
  'leave-alone': 'Leave this person alone. Nothing more is sent.',
  'confirm-opt-in': 'Wait until they have confirmed that they want this list.',
  'wait-for-them': 'Wait for their message, or write by hand in the tool itself.',
  'use-other-address': 'Answer them where they publish, or follow their work.',
  read: 'Read something they published lately.',
  engage: 'Answer or comment on something they wrote.',
  'wait-for-acknowledgement': 'Wait until they answer or react.',
  invite: 'Invite them to connect.',
  introduce: 'Say who you are and what you do.',
  talk: 'Talk with them about their work.',
  ask: 'Ask whether they want to hear what you are working on.',
  offer: 'Tell them about the job they asked about.',
  'mention-reading': 'Take up one thing from what you read, in your own words.',
  wait: 'Wait for their answer.',
  'send-later': 'Send it after 08:00 their time.',
  'keep-warm': 'Stay in touch: read and answer what they write.',
  'ask-for-names': 'Ask whom they know.',
  'write-to-one': 'Write to one person, in words for that person.',
  'give-first': 'Help somebody in the room first.',
  send: 'Send it.',
}

export function next(step: NextStep): Next {
  return { step, words: WORDS[step] }
}

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
