import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice, ProgressBar } from '#web/kit/States.tsx'
import { canCancel, canPause, canResume } from '../model.ts'
import { changeImport, type ImportWire, keys } from './api.ts'
import { timeLeft, useImportWords } from './use-words.ts'

/** How far an import is, with pause and cancel. Follows by live events. */
export function Progress({ row }: { row: ImportWire }) {
  const t = useText('sourcing')
  const { whole, many } = useImportWords()
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: (step: 'pause' | 'resume' | 'cancel') => changeImport(row.id, step),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.list }),
        queries.invalidateQueries({ queryKey: keys.report(row.id) }),
      ]),
  })
  const fraction = row.rowsTotal ? row.rowsDone / row.rowsTotal : undefined
  const left = row.state === 'running' ? timeLeft(row, Date.now()) : undefined
  const words = [
    t(`state.${row.state}`),
    fraction === undefined ? t('rows', many(row.rowsDone)) : `${Math.floor(Math.min(1, fraction) * 100)} %`,
    row.rowsTotal ? t('of', { done: whole(row.rowsDone), total: whole(row.rowsTotal) }) : '',
    left ? t(`left.${left.unit}`, { count: left.count }) : '',
  ]
  return (
    <div className="i-progress">
      <ProgressBar
        value={row.state === 'waiting' ? 0 : fraction}
        label={t('progress', { name: row.name })}
        words={words.filter(word => word !== '').join(' · ')}
      />
      <Line>
        {canPause(row.state) && (
          <Button size="row" busy={change.isPending} onClick={() => change.mutate('pause')}>
            {t('pause')}
          </Button>
        )}
        {canResume(row.state) && (
          <Button size="row" busy={change.isPending} onClick={() => change.mutate('resume')}>
            {t('resume')}
          </Button>
        )}
        {canCancel(row.state) && (
          <Button size="row" look="quiet" busy={change.isPending} onClick={() => change.mutate('cancel')}>
            {t('cancel')}
          </Button>
        )}
      </Line>
      {change.error && <Notice tone="warn">{change.error.message}</Notice>}
    </div>
  )
}
