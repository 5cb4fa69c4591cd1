import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '#web/api/ask.ts'

type Row = { state: 'online' | 'away'; person: { id: string } | null }

/** Who can be reached now on any tool; the same cached answer as the list of who is online. */
export function usePresence(): ReadonlyMap<string, 'online' | 'away'> {
  const { data } = useQuery({
    queryKey: ['presence'],
    queryFn: async () => (await ask<{ people: Row[] }>('/presence')).people,
    refetchInterval: 120_000,
  })
  return useMemo(() => {
    const byPerson = new Map<string, 'online' | 'away'>()
    for (const { person, state } of data ?? [])
      if (person && byPerson.get(person.id) !== 'online') byPerson.set(person.id, state)
    return byPerson
  }, [data])
}
