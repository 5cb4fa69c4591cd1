import { useNavigate } from '@tanstack/react-router'
import { useCommandSource } from '#web/palette/commands.ts'
import { findPeople } from './api.ts'

/** Gives the palette the people that fit what is typed. */
export function PaletteSource() {
  const navigate = useNavigate()
  useCommandSource(async (query, signal) => {
    const people = await findPeople(`${query.trim()}`, signal)
    return people.map(person => ({
      id: `person:${person.id}`,
      label: person.name,
      group: 'people' as const,
      run: () => void navigate({ to: '/people/$personId', params: { personId: person.id } }),
    }))
  })
  return null
}
