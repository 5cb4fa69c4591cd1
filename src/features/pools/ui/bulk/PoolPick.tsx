import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Added, addToPool, keys, poolsQuery, takeOut } from '../api.ts'
import { PoolForm } from '../PoolForm.tsx'

/** Puts people into a pool, and says who was left out and why. */
export function useAddToPool(onDone?: () => void) {
  const t = useText('pools')
  const queries = useQueryClient()
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.all })
    void queries.invalidateQueries({ queryKey: ['person'] })
  }
  const undo = useMutation({
    mutationFn: ({ pool, people }: { pool: string; people: readonly string[] }) => takeOut(pool, people),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  return useMutation({
    mutationFn: ({ pool, people }: { pool: { id: string; name: string }; people: readonly string[] }) =>
      addToPool(pool.id, people),
    onSuccess: (result: Added, { pool }) => {
      onDone?.()
      const why = [...new Set(result.leftOut.map(one => one.code))].map(code =>
        t(`left-out-of.${code}`, { count: result.leftOut.filter(one => one.code === code).length }),
      )
      const said = [t('bulk.added', { count: result.added.length, name: pool.name }), ...why].join(' ')
      tell(said, result.added.length > 0 ? () => undo.mutate({ pool: pool.id, people: result.added }) : undefined)
    },
    onSettled: refresh,
    onError: error => tell(error.message),
  })
}

export function PoolPick(props: { people: readonly string[]; not?: string; onDone?: () => void; label?: string }) {
  const { people, not, onDone, label } = props
  const t = useText('pools')
  const { data: pools = [] } = useQuery(poolsQuery)
  const [making, setMaking] = useState(false)
  const add = useAddToPool(onDone)
  return (
    <>
      <Menu
        label={t('bulk.pool')}
        target={
          <button type="button" className="k-button k-button-row">
            {label ?? t('bulk.pool')} <Icon name="down" size={14} />
          </button>
        }
        entries={[
          ...pools
            .filter(pool => pool.id !== not)
            .map(pool => ({
              kind: 'item' as const,
              key: pool.id,
              label: pool.name,
              hint: <span className="k-meta">{pool.size}</span>,
              run: () => add.mutate({ pool, people }),
            })),
          ...(pools.length > 0 ? [{ kind: 'line' as const, key: 'line' }] : []),
          { kind: 'item' as const, key: 'new', label: t('new'), run: () => setMaking(true) },
        ]}
      />
      {making && (
        <PoolForm
          people={people}
          onClose={() => {
            setMaking(false)
            onDone?.()
          }}
        />
      )}
    </>
  )
}
