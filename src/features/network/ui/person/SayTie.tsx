import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { findPeople, keys, sayTie, unsayTie } from '../api.ts'

/** "Ana and Tom worked nights together": a recruiter says so. */
export function SayTie({ person, name, onClose }: { person: string; name: string; onClose: () => void }) {
  const t = useText('network')
  const cache = useQueryClient()
  const [q, setQ] = useState('')
  const [other, setOther] = useState<{ id: string; name: string }>()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(q.trim())
  const { data: found } = useQuery({
    queryKey: ['people', 'named', asked],
    queryFn: () => findPeople(asked),
    enabled: asked.length > 1 && !other,
  })
  const refresh = () => void cache.invalidateQueries({ queryKey: keys.people })
  const back = useMutation({ mutationFn: (id: string) => unsayTie(person, id), onSettled: refresh })
  const say = useMutation({
    mutationFn: () => sayTie(person, other?.id ?? '', words.trim()),
    onSuccess: () => {
      const id = other?.id ?? ''
      tell(t('say.done', { a: name, b: other?.name ?? '' }), () => back.mutate(id))
      onClose()
    },
    onSettled: refresh,
  })
  return (
    <Sheet title={t('say.title', { name })} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (other && words.trim()) say.mutate()
        }}
      >
        <Stack gap={4}>
          {other ? (
            <p className="n-acts">
              <strong>
                <bdi>{other.name}</bdi>
              </strong>
              <Button look="quiet" onClick={() => setOther(undefined)}>
                {t('say.other')}
              </Button>
            </p>
          ) : (
            <TextField label={t('say.who')} value={q} autoComplete="off" onChange={event => setQ(event.target.value)} />
          )}
          {!other && found && (
            <ul className="n-found" aria-label={t('say.found')}>
              {found
                .filter(one => one.id !== person)
                .map(one => (
                  <li key={one.id}>
                    <Button size="row" onClick={() => setOther(one)}>
                      {one.name}
                    </Button>
                  </li>
                ))}
              {found.length === 0 && <li className="k-meta">{t('say.nobody')}</li>}
            </ul>
          )}
          <TextField
            label={t('say.words')}
            hint={t('say.hint')}
            maxLength={300}
            required
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          {say.error && <Notice tone="block">{say.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={say.isPending} aria-disabled={!other || !words.trim() || undefined}>
              {t('say.keep')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
