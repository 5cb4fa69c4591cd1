import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeTags, type PersonPageWire, tagsQuery } from '../api.ts'
import { keys } from '../keys.ts'

export function Tags({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const { data: known = [] } = useQuery(tagsQuery)
  const [tag, setTag] = useState('')
  const id = useId()
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
        <label htmlFor={id} className="hush">
          {t('bulk.tag')}
        </label>
        <input
          id={id}
          className="k-input"
          list={`${id}-known`}
          maxLength={60}
          placeholder={t('bulk.tag')}
          value={tag}
          onChange={event => setTag(event.target.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map(each => (
            <option key={each.tag} value={each.tag} />
          ))}
        </datalist>
        <Button type="submit" unavailable={tag.trim() ? undefined : t('bulk.tag-first')}>
          {t('bulk.add')}
        </Button>
      </form>
    </section>
  )
}
