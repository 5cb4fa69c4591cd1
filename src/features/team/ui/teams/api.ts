import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { addTeamRequest, changeTeamRequest, TeamView } from '../../wire.ts'

export type { TeamView }

export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: async () => (await ask<{ teams: TeamView[] }>('/teams')).teams,
})
export const addTeam = (given: z.input<typeof addTeamRequest>) => ask<{ team: string }>('/teams', 'POST', given)
export const changeTeam = (id: string, change: z.input<typeof changeTeamRequest>) =>
  ask<null>(`/teams/${id}`, 'PATCH', change)
