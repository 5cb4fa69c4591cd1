import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { bulkParts } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { changeTags } from '../api.ts'
import { keys } from '../keys.ts'
import { TagField } from '../TagField.tsx'

/** What can be done with the selected people at once; each can be undone. `had` tells who has a tag already. */
export function BulkBar(props: {
  selected: readonly string[]
  had: (tag: string) => readonly string[]
  onClear: () => void
}) {
  const { selected, had, onClear } = props
  const t = useText('people')
  const queries = useQueryClient()
  const [tag, setTag] = useState('')
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.lists })
    void queries.invalidateQueries({ queryKey: keys.tags })
  }
  const change = useMutation({
    mutationFn: ({ people, name, on }: { people: readonly string[]; name: string; on: boolean }) =>
      changeTags(people, on ? [name] : [], on ? [] : [name]),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  const apply = (on: boolean) => {
    const name = tag.trim()
    const already = new Set(had(name))
    const people = selected.filter(person => already.has(person) !== on)
    if (people.length === 0) {
      tell(t(on ? 'bulk.all-have' : 'bulk.none-has', { tag: name }))
      return
    }
    change.mutate(
      { people, name, on },
      {
        onSuccess: () => {
          setTag('')
          tell(t(on ? 'bulk.tagged' : 'bulk.untagged', { count: people.length, tag: name }), () =>
            change.mutate({ people, name, on: !on }),
          )
        },
      },
    )
  }
  const missing = tag.trim() === '' ? t('bulk.tag-first') : undefined
  return (
    <section className="p-bulk" aria-label={t('bulk.label')}>
      <strong>{t('bulk.selected', { count: selected.length })}</strong>
      <form
        className="p-bulk-tags"
        onSubmit={event => {
          event.preventDefault()
          if (!missing) apply(true)
        }}
      >
        <TagField value={tag} onChange={setTag} />
        <Button type="submit" size="row" busy={change.isPending} unavailable={missing}>
          {t('bulk.add')}
        </Button>
        <Button size="row" look="quiet" unavailable={missing} onClick={() => apply(false)}>
          {t('bulk.remove')}
        </Button>
      </form>
      <Suspense>
        {bulkParts.map(({ id: part, Part }) => (
          <Part key={part} people={selected} onDone={onClear} />
        ))}
      </Suspense>
      <Button size="row" look="quiet" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </section>
  )
}
