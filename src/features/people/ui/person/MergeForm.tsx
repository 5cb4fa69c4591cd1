import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Stack } from '#web/kit/Layout.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { Notice } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { findPeople, mergePeople, undoMove } from '../api.ts'
import { keys } from '../keys.ts'

/** Two entries, one human: the other's profiles, notes and history come here, and can go back. */
export function MergeForm({ person, name, onClose }: { person: PersonId; name: string; onClose: () => void }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [query, setQuery] = useState(name)
  const { data: found = [] } = useQuery({
    queryKey: [...keys.lists, 'merge', query.trim()],
    queryFn: () => findPeople(query.trim()),
    enabled: query.trim().length > 1,
  })
  const others = found.filter(each => each.id !== person)
  const merge = useMutation({
    mutationFn: (other: PersonId) => mergePeople(person, other),
    onSuccess: ({ id }) => {
      tell(t('merge.done'), () => void undoMove(id).catch((error: Error) => tell(error.message)))
      void queries.invalidateQueries({ queryKey: keys.person(person) })
      onClose()
    },
  })
  return (
    <div className="p-inline-form">
      <Stack gap={3}>
        <TextField
          label={t('merge.who')}
          hint={t('merge.hint')}
          value={query}
          autoFocus
          onChange={event => setQuery(event.target.value)}
        />
        {query.trim().length > 1 && others.length === 0 && <p className="p-quiet">{t('merge.none')}</p>}
        <ul className="p-pick">
          {others.map(other => (
            <li key={other.id}>
              <PersonName name={other.name} stage={readStage(other.stage)} tools={other.tools} stageWord />
              <span className="k-meta">{[other.headline, other.place].filter(Boolean).join(' · ')}</span>
              <Button size="row" busy={merge.isPending} onClick={() => merge.mutate(other.id)}>
                {t('merge.this')}
              </Button>
            </li>
          ))}
        </ul>
        {merge.error && <Notice tone="block">{merge.error.message}</Notice>}
        <div>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </Stack>
    </div>
  )
}
