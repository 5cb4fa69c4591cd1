/** The ladder of PRODUCT section 4, lowest first. */
export const ladder = [
  'found',
  'read',
  'engaged',
  'acknowledged',
  'connected',
  'introduced',
  'interested',
  'candidate',
] as const
export type LadderStage = (typeof ladder)[number]

/** States beside the ladder. */
export const sideStates = ['referrer', 'passive', 'declined', 'do-not-contact'] as const
export type SideState = (typeof sideStates)[number]

export const stages = [...ladder, ...sideStates] as const
export type Stage = LadderStage | SideState

const RANK: Readonly<Record<Stage, number>> = {
  found: 0,
  read: 1,
  engaged: 2,
  acknowledged: 3,
  connected: 4,
  introduced: 5,
  interested: 6,
  candidate: 7,
  referrer: 5,
  passive: 5,
  declined: 5,
  'do-not-contact': 0,
}

/** Passive, referrer and declined people know who we are: they rank as introduced. */
export function stageRank(stage: Stage): number {
  return RANK[stage]
}

export function isAtLeast(stage: Stage, wanted: LadderStage): boolean {
  return RANK[stage] >= RANK[wanted]
}

export function isStage(text: string): text is Stage {
  return (stages as readonly string[]).includes(text)
}

export function isSideState(stage: Stage): stage is SideState {
  return (sideStates as readonly string[]).includes(stage)
}
