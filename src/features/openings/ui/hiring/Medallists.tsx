import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CheckField, SelectField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { Notice } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import { addToPool, medallistsQuery, type OpeningView, poolsQuery, takeFromPool } from '../api.ts'

/** Of a closed opening: who came far and was not hired, to be kept in a pool. */
export function Medallists({ opening }: { opening: OpeningView }) {
  const t = useText('openings')
  const presence = usePresence()
  const cache = useQueryClient()
  const { data } = useQuery(medallistsQuery(opening.id))
  const { data: pools = [] } = useQuery(poolsQuery)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setPool] = useState('')
  const pool = pools.find(one => one.id === chosen) ?? pools.find(one => one.kind === 'static') ?? pools[0]
  const people = data?.people ?? []
  const picked = people.map(one => one.person.id as string).filter(id => !left.has(id))
  const refresh = () => void cache.invalidateQueries({ queryKey: ['pools'] })
  const undo = useMutation({
    mutationFn: (given: { pool: string; people: readonly string[] }) => takeFromPool(given.pool, given.people),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  const keep = useMutation({
    mutationFn: (to: { id: string; name: string }) => addToPool(to.id, picked),
    onSuccess: ({ added }, to) =>
      tell(
        t('medallists.kept', { count: added.length, pool: to.name }),
        added.length > 0 ? () => undo.mutate({ pool: to.id, people: added }) : undefined,
      ),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  if (people.length === 0) return null
  return (
    <section className="j-medallists" aria-labelledby="medallists">
      <Notice tone="info">
        <Stack gap={2}>
          <h2 id="medallists">{t('medallists.title', { count: people.length })}</h2>
          <ul>
            {people.map(({ person, reached }) => (
              <li key={person.id}>
                <CheckField
                  label={<span className="hush">{t('medallists.pick', { name: person.name })}</span>}
                  checked={!left.has(person.id)}
                  onChange={event => {
                    const next = new Set(left)
                    if (event.target.checked) next.delete(person.id)
                    else next.add(person.id)
                    setLeft(next)
                  }}
                />
                <PersonName
                  name={person.name}
                  stage={readStage(person.stage)}
                  presence={presence.get(person.id) ?? 'off'}
                  to={`/people/${person.id}`}
                />
                <span className="k-meta">{t(`medallists.${reached}`)}</span>
              </li>
            ))}
          </ul>
          {pool ? (
            <Line>
              <SelectField
                label={t('medallists.pool')}
                value={pool.id}
                choices={pools.map(one => ({ value: one.id, label: one.name }))}
                onChange={event => setPool(event.target.value)}
              />
              <Button
                busy={keep.isPending}
                unavailable={picked.length === 0 ? t('medallists.nobody') : undefined}
                onClick={() => keep.mutate(pool)}
              >
                {t('medallists.keep', { count: picked.length })}
              </Button>
            </Line>
          ) : (
            <p>{t('move.no-pools')}</p>
          )}
        </Stack>
      </Notice>
    </section>
  )
}
