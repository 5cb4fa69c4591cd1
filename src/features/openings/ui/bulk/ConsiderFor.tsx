import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { consider, keys, openingsQuery } from '../api.ts'

/** Puts people before the team of an opening, and says who was left out and why. Nothing is said to them. */
export function ConsiderFor(props: { people: readonly string[]; label: string; onDone?: () => void }) {
  const { people, label, onDone } = props
  const t = useText('openings')
  const cache = useQueryClient()
  const { data: openings = [] } = useQuery(openingsQuery)
  const going = openings.filter(opening => opening.state !== 'closed')
  const add = useMutation({
    mutationFn: (opening: { id: string; title: string }) => consider(opening.id, people),
    onSuccess: ({ added, leftOut }, opening) => {
      onDone?.()
      const why = leftOut.map(out => t(`left-out.${out.code}`, { name: out.name || '?' }))
      tell([t('considered-many', { count: added.length, title: opening.title }), ...why.slice(0, 3)].join(' '))
    },
    onError: error => tell(error.message),
    onSettled: () => {
      void cache.invalidateQueries({ queryKey: keys.all })
      void cache.invalidateQueries({ queryKey: ['person'] })
    },
  })
  return (
    <Menu
      label={label}
      target={
        <button type="button" className="k-button k-button-row">
          {label} <Icon name="down" size={14} />
        </button>
      }
      entries={
        going.length > 0
          ? going.map(opening => ({
              kind: 'item' as const,
              key: opening.id,
              label: opening.title,
              hint: <span className="k-meta">{t(`state.${opening.state}`)}</span>,
              run: () => add.mutate(opening),
            }))
          : [{ kind: 'heading' as const, key: 'none', label: t('person.no-openings') }]
      }
    />
  )
}
