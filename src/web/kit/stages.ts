import { isStage, type LadderStage, type Stage, stages } from '#features/relationships/model.ts'
import type { ToolKind } from '#kernel/tools.ts'

export type Gate = { before: LadderStage; name: 'reading' | 'invite' | 'message' | 'job' }

const readingGate: Gate = { before: 'engaged', name: 'reading' }
const messagingGates: readonly Gate[] = [
  { before: 'connected', name: 'invite' },
  { before: 'introduced', name: 'message' },
  { before: 'interested', name: 'job' },
]

/** Where the tool in hand asks for more before the next kind of step; broadcast has no gate. */
export function gatesOf(kind: ToolKind): readonly Gate[] {
  if (kind === 'broadcast') return []
  if (kind === 'sourcing') return [readingGate]
  return kind === 'mixed' ? [readingGate, ...messagingGates] : messagingGates
}

/** Every stage and side state, for pickers; a page above relationships learns them here. */
export const stageIds: readonly Stage[] = stages

/** A stage as the server tells it; one this page does not know yet stands as found. */
export const readStage = (text: string): Stage => (isStage(text) ? text : 'found')
