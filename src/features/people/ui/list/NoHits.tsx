import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { EmptyState } from '#web/kit/States.tsx'

type Looser = { query: string; n: number; more: boolean }

/** Nothing fits: the nearest spelling, one looser query with its count, or a way back. */
export function NoHits(props: {
  spelling: string | null
  looser: Looser | null
  onAsk: (query: string) => void
  onClear: () => void
}) {
  const { spelling, looser, onAsk, onClear } = props
  const t = useText('people')
  return (
    <EmptyState title={t('none')}>
      {spelling !== null && <NextStep onClick={() => onAsk(spelling)}>{t('spelling', { query: spelling })}</NextStep>}
      {looser && (
        <Button look={spelling === null ? 'filled' : 'plain'} onClick={() => onAsk(looser.query)}>
          {t(looser.more ? 'looser-more' : 'looser', { query: looser.query, count: looser.n })}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {t('show-all')}
      </Button>
    </EmptyState>
  )
}
