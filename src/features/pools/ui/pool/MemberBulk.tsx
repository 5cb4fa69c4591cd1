import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { keys, type PoolView, putBack, type Removed, takeOut } from '../api.ts'
import { PlanButton } from '../bulk/PlanSheet.tsx'
import { PoolPick } from '../bulk/PoolPick.tsx'

/** What can be done with the selected members at once; all of it can be undone. */
export function MemberBulk(props: { pool: PoolView; selected: readonly string[]; onClear: () => void }) {
  const { pool, selected, onClear } = props
  const t = useText('pools')
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: keys.all })
  const back = useMutation({
    mutationFn: (people: Removed) => putBack(pool.id, people),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  const out = useMutation({
    mutationFn: () => takeOut(pool.id, selected),
    onSuccess: removed => {
      onClear()
      tell(t('bulk.taken-out', { count: removed.length, name: pool.name }), () => back.mutate(removed))
    },
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  return (
    <section className="o-bulk" aria-label={t('bulk.label')}>
      <strong>{t('bulk.selected', { count: selected.length })}</strong>
      <PlanButton people={selected} pool={pool.id} onDone={onClear} />
      <PoolPick people={selected} not={pool.id} onDone={onClear} />
      <Button size="row" look="quiet" busy={out.isPending} onClick={() => out.mutate()}>
        {t('bulk.take-out')}
      </Button>
      <Button size="row" look="quiet" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </section>
  )
}
