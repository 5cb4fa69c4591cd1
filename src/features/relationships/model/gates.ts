import type { ToolKind } from '#kernel/tools.ts'
import { isAtLeast, type LadderStage, type Stage } from './stages.ts'

export type GateName = 'reading' | 'invite' | 'message' | 'job'

/** It stands before the rung `opensAt`. */
export type Gate = { gate: GateName; opensAt: LadderStage; open: boolean }

const reading = ['reading', 'read'] as const
const social = [
  ['invite', 'acknowledged'],
  ['message', 'connected'],
  ['job', 'interested'],
] as const

const gatesOf: Readonly<Record<ToolKind, readonly (readonly [GateName, LadderStage])[]>> = {
  messaging: social,
  sourcing: [reading],
  mixed: [reading, ...social],
  broadcast: [],
}

/** What the ladder shows for a tool of this kind. */
export function gatesFor(kind: ToolKind, stage: Stage): Gate[] {
  return gatesOf[kind].map(([gate, opensAt]) => ({
    gate,
    opensAt,
    open: stage !== 'do-not-contact' && isAtLeast(stage, opensAt),
  }))
}
