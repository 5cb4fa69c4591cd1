import { useNavigate } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { useLive } from '#web/live/LiveProvider.tsx'
import { useCommandSource } from '#web/palette/commands.ts'
import { findPeople } from './api.ts'

/** Gives the palette the people that fit what is typed, and says on any page when somebody is new to a saved search. */
export function PaletteSource() {
  const navigate = useNavigate()
  const t = useText('people')
  useLive('event', (kind, payload) => {
    if (kind !== 'people.search-found') return
    const { search, name, found, person } = {
      search: '',
      name: '',
      found: 0,
      person: '',
      ...(typeof payload === 'object' ? payload : {}),
    }
    if (found === 0) return
    const open = () =>
      person === ''
        ? navigate({ to: '/people', search: { fresh: search } })
        : navigate({ to: '/people/$personId', params: { personId: person } })
    tell(t('saved.told', { count: found, name }), undefined, {
      words: t('saved.look', { count: found }),
      run: () => void open(),
    })
  })
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
