import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeTags, type PersonPageWire } from '../api.ts'
import { keys } from '../keys.ts'
import { TagField } from '../TagField.tsx'

export function Tags({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [tag, setTag] = useState('')
  const change = useMutation({
    mutationFn: ({ add, remove }: { add: readonly string[]; remove: readonly string[] }) =>
      changeTags([person.id], add, remove),
    onError: error => tell(error.message),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.person(person.id) })
      void queries.invalidateQueries({ queryKey: keys.tags })
    },
  })
  const remove = (name: string) => {
    change.mutate({ add: [], remove: [name] })
    tell(t('tag.removed', { tag: name }), () => change.mutate({ add: [name], remove: [] }))
  }
  return (
    <section aria-label={t('tag.title')}>
      <h2>{t('tag.title')}</h2>
      <ul className="p-tags">
        {person.tags.map(name => (
          <li key={name}>
            <span>{name}</span>
            <button
              type="button"
              aria-label={t('tag.remove', { tag: name })}
              title={t('tag.remove', { tag: name })}
              onClick={() => remove(name)}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="p-inline-line"
        onSubmit={event => {
          event.preventDefault()
          if (!tag.trim()) return
          change.mutate({ add: [tag.trim()], remove: [] })
          setTag('')
        }}
      >
        <TagField value={tag} onChange={setTag} />
        <Button type="submit" unavailable={tag.trim() ? undefined : t('bulk.tag-first')}>
          {t('bulk.add')}
        </Button>
      </form>
    </section>
  )
}
