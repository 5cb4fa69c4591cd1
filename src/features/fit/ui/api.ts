import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { ask } from '#web/api/ask.ts'
import type { FitWire, WantedWire, wantedInput } from '../wire.ts'

export type { FitWire, WantedWire }

export const keys = { wanted: ['wanted-profiles'], fit: (person: string) => ['person', person, 'fit'] } as const

export const wantedQuery = queryOptions({
  queryKey: keys.wanted,
  queryFn: async () => (await ask<{ wanted: WantedWire[] }>('/wanted-profiles')).wanted,
})

export const fitQuery = (person: string, wanted: string) =>
  queryOptions({
    queryKey: [...keys.fit(person), wanted],
    queryFn: () => ask<FitWire>(`/people/${person}/fit/${wanted}`),
  })

type Given = z.input<typeof wantedInput>
export const keepWanted = (given: Given, id?: string) =>
  id
    ? ask<null>(`/wanted-profiles/${id}`, 'PUT', given).then(() => id)
    : ask<{ id: string }>('/wanted-profiles', 'POST', given).then(made => made.id)
export const dropWanted = (id: string) => ask<null>(`/wanted-profiles/${id}`, 'DELETE')
