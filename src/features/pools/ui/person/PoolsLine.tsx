import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { IconButton } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { keys, poolsOfQuery, putBack, type Removed, takeOut } from '../api.ts'
import { PoolPick } from '../bulk/PoolPick.tsx'
import '../pools.css'

/** The pools somebody is in; out of one and into another from here. */
export function PoolsLine({ person, stage }: PersonPart) {
  const t = useText('pools')
  const queries = useQueryClient()
  const { data: pools } = useQuery(poolsOfQuery(person))
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.ofPerson(person) })
    void queries.invalidateQueries({ queryKey: keys.all })
  }
  const back = useMutation({
    mutationFn: ({ pool, people }: { pool: string; people: Removed }) => putBack(pool, people),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  const out = useMutation({
    mutationFn: (pool: { id: string; name: string }) => takeOut(pool.id, [person]),
    onSuccess: (removed, pool) =>
      tell(t('bulk.taken-out', { count: 1, name: pool.name }), () => back.mutate({ pool: pool.id, people: removed })),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  if (!pools) return null
  return (
    <div className="o-of-person">
      <span className="k-meta">{t('person.pools')}</span>
      {pools.map(pool => (
        <span key={pool.id} className="o-chip">
          <Link to="/pools/$poolId" params={{ poolId: pool.id }}>
            <bdi>{pool.name}</bdi>
          </Link>
          <IconButton label={t('person.take-out', { name: pool.name })} onClick={() => out.mutate(pool)}>
            <Icon name="close" size={14} />
          </IconButton>
        </span>
      ))}
      {pools.length === 0 && <span className="k-meta">{t('person.none')}</span>}
      {stage !== 'do-not-contact' && <PoolPick people={[person]} label={t('person.add')} />}
    </div>
  )
}
