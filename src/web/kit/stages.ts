/** The ladder of a relationship, then its side states, in the product's words. */
export const rungs = [
  'found',
  'read',
  'engaged',
  'acknowledged',
  'connected',
  'introduced',
  'interested',
  'candidate',
] as const
export const sideStates = ['referrer', 'passive', 'declined', 'do-not-contact'] as const

export type Rung = (typeof rungs)[number]
export type Stage = Rung | (typeof sideStates)[number]

export type Gate = { before: Rung; name: 'reading' | 'invite' | 'message' | 'job' }

const readingGate: Gate = { before: 'engaged', name: 'reading' }
const messagingGates: readonly Gate[] = [
  { before: 'connected', name: 'invite' },
  { before: 'introduced', name: 'message' },
  { before: 'interested', name: 'job' },
]

/** Where the tool in hand asks for more before the next kind of step; broadcast has no gate. */
export function gatesOf(kind: 'messaging' | 'sourcing' | 'mixed' | 'broadcast'): readonly Gate[] {
  if (kind === 'broadcast') return []
  if (kind === 'sourcing') return [readingGate]
  return kind === 'mixed' ? [readingGate, ...messagingGates] : messagingGates
}
