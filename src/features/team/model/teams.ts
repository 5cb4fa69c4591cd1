export const teamLimits = { nameLength: 60, perWorkspace: 100, members: 200 } as const

/** Whoever of a team has least to do now; the first by name where several have as little. */
export function leastBusy<Member extends { open: number }>(members: readonly Member[]): Member | undefined {
  return members.reduce<Member | undefined>(
    (least, each) => (!least || each.open < least.open ? each : least),
    undefined,
  )
}
