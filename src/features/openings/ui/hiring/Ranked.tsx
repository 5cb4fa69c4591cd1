import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { FitWhy } from '#web/kit/FitWhy.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import { consider, keys, type OpeningView, type RankedView, rankedQuery } from '../api.ts'

/** People of the database, the best fit first. Considering somebody says nothing to them. */
export function Ranked({ opening }: { opening: OpeningView }) {
  const t = useText('openings')
  const presence = usePresence()
  const { data, error, refetch } = useQuery(rankedQuery(opening.id))
  const add = useConsider(opening)
  if (!data) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  return (
    <div className="j-ranked">
      <Wanted wanted={data.wanted} />
      {data.people.length === 0 && <EmptyState title={t('ranked.empty')} />}
      {data.people.length > 0 && (
        <>
          <p className="k-meta">{t('ranked.looked', { count: data.looked })}</p>
          <ol>
            {data.people.map(({ person, fit }) => (
              <li key={person.id} className="j-ranked-row">
                <div>
                  <PersonName
                    name={person.name}
                    stage={readStage(person.stage)}
                    tools={person.tools.slice(0, 3)}
                    presence={presence.get(person.id) ?? 'off'}
                    to={`/people/${person.id}`}
                  />
                  {person.headline && <p className="j-reason">{person.headline}</p>}
                </div>
                <FitWhy fit={fit} person={person.id} name={opening.title} />
                <Button
                  size="row"
                  busy={add.isPending && add.variables.person.id === person.id}
                  unavailable={opening.state === 'closed' ? t('ranked.closed') : undefined}
                  onClick={() => add.mutate({ person })}
                >
                  {t('ranked.consider')}
                  <span className="hush"> {person.name}</span>
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

function useConsider(opening: OpeningView) {
  const t = useText('openings')
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ person }: { person: { id: string; name: string } }) => consider(opening.id, [person.id], 'ranked'),
    onSuccess: ({ leftOut: [out] }, { person }) =>
      tell(out ? t(`left-out.${out.code}`, { name: out.name || person.name }) : t('considered', { name: person.name })),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
}

/** What is looked for, as it was read out of the opening: the recruiter sees why somebody stands where they stand. */
function Wanted({ wanted }: { wanted: RankedView['wanted'] }) {
  const t = useText('openings')
  const parts = [
    wanted.title && t('wanted.title', { what: wanted.title }),
    wanted.must.length > 0 && t('wanted.must', { what: wanted.must.join(', ') }),
    wanted.nice.length > 0 && t('wanted.nice', { what: wanted.nice.join(', ') }),
    wanted.place && t('wanted.place', { place: wanted.place, km: wanted.km }),
    wanted.languages.length > 0 && t('wanted.languages', { what: wanted.languages.join(', ') }),
  ].filter(part => typeof part === 'string')
  return (
    <Notice tone="info">
      {t('wanted.lead')} {parts.join(' ')} {t('wanted.never')}
    </Notice>
  )
}
