export const teamLimits = { nameLength: 60, perWorkspace: 100, members: 200 } as const
