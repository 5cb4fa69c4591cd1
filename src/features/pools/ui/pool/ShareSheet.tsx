import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { keys, type PoolView, sharePool, sharingQuery } from '../api.ts'

/** With whom a pool is shared: they see it, put people in and keep it warm, too. */
export function ShareSheet({ pool, onClose }: { pool: PoolView; onClose: () => void }) {
  const t = useText('pools')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(sharingQuery(pool.id))
  const [chosen, setChosen] = useState<ReadonlySet<string>>()
  const before = data?.shares.map(share => share.user) ?? []
  const now = chosen ?? new Set<string>(before)
  const share = useMutation({
    mutationFn: (users: readonly string[]) => sharePool(pool.id, users),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all }),
    onError: failure => tell(failure.message),
  })
  const keep = () =>
    share.mutate([...now], {
      onSuccess: () => {
        onClose()
        tell(t('share.done', { count: now.size }), () => share.mutate(before))
      },
    })
  return (
    <Sheet title={t('share.title', { name: pool.name })} onClose={onClose}>
      {!data &&
        (error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton rows={3} />)}
      {data && (
        <Stack gap={3}>
          <p>{t(data.team ? 'share.team' : 'share.about')}</p>
          {data.colleagues.length === 0 && <p className="k-meta">{t('share.nobody')}</p>}
          {data.colleagues.map(colleague => (
            <CheckField
              key={colleague.id}
              label={colleague.name}
              checked={now.has(colleague.id)}
              onChange={event => {
                const next = new Set(now)
                if (event.target.checked) next.add(colleague.id)
                else next.delete(colleague.id)
                setChosen(next)
              }}
            />
          ))}
          <Line>
            <NextStep
              busy={share.isPending}
              unavailable={data.colleagues.length === 0 ? t('share.nobody') : undefined}
              onClick={keep}
            >
              {t('share.do')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      )}
    </Sheet>
  )
}
