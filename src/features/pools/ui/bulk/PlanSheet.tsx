import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type PlannedAction, plannedActions, poolLimits } from '../../model.ts'
import { checkPlan, type PlanWire, plan, takeBackPlan } from '../api.ts'

export function PlanButton(props: { people: readonly string[]; pool?: string; onDone: () => void }) {
  const { people, pool, onDone } = props
  const t = useText('pools')
  const [open, setOpen] = useState(false)
  const tooMany =
    people.length > poolLimits.judgedPerStep ? t('plan.too-many', { count: poolLimits.judgedPerStep }) : undefined
  return (
    <>
      <Button size="row" unavailable={tooMany} onClick={() => setOpen(true)}>
        {t('plan.open')}
      </Button>
      {open && <PlanSheet people={people} pool={pool} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  )
}

/** The day on this clock, as a calendar writes it. */
const today = () => new Intl.DateTimeFormat('en-CA').format(new Date())

/** Who could get a step of their own and who is left out, and why; nothing is sent to anybody. */
function PlanSheet(props: {
  people: readonly string[]
  pool: string | undefined
  onClose: () => void
  onDone: () => void
}) {
  const { people, pool, onClose, onDone } = props
  const t = useText('pools')
  const queries = useQueryClient()
  const [action, setAction] = useState<PlannedAction>('keep-warm')
  const [perDay, setPerDay] = useState(5)
  const input = { people: people as never, action, from: today(), perDay, ...(pool ? { pool: pool as never } : {}) }
  const judged = useQuery({ queryKey: ['plans', 'check', input], queryFn: () => checkPlan(input), staleTime: 0 })
  const refresh = () => queries.invalidateQueries({ queryKey: ['today'] })
  const back = useMutation({
    mutationFn: (planned: readonly string[]) => takeBackPlan(planned),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  const keep = useMutation({
    mutationFn: () => plan(input),
    onSuccess: ({ possible, leftOut }) => {
      onClose()
      onDone()
      tell(
        t('plan.done', { count: possible.length, out: leftOut.length }),
        possible.length > 0 ? () => back.mutate(possible.map(one => one.person)) : undefined,
      )
    },
    onSettled: refresh,
  })
  const { data } = judged
  return (
    <Sheet title={t('plan.title')} onClose={onClose}>
      <Stack gap={4}>
        <p>{t('plan.about')}</p>
        <ChoiceField
          label={t('plan.what')}
          value={action}
          choices={plannedActions.map(each => ({ value: each, label: t(`plan.action.${each}`) }))}
          onChoose={value => setAction(plannedActions.find(each => each === value) ?? 'keep-warm')}
        />
        <TextField
          label={t('plan.per-day')}
          type="number"
          min={1}
          max={50}
          value={perDay}
          onChange={event => setPerDay(Math.min(50, Math.max(1, Math.round(event.target.valueAsNumber || 1))))}
        />
        {judged.isPending && <RowSkeleton rows={4} label={t('plan.judging')} />}
        {judged.error && <ErrorState detail={judged.error.message} onRetry={() => void judged.refetch()} />}
        {data && <Judged judged={data} />}
        {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
        <Line>
          <NextStep
            busy={keep.isPending}
            unavailable={!data || data.possible.length === 0 ? t('plan.nobody') : undefined}
            onClick={() => keep.mutate()}
          >
            {t('plan.do', { count: data?.possible.length ?? 0 })}
          </NextStep>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Line>
      </Stack>
    </Sheet>
  )
}

/** What pools say themselves; the rest is said by the etiquette. */
const ownCodes: ReadonlySet<string> = new Set([
  'gone',
  'do-not-contact',
  'declined',
  'does-not-know-you',
  'talking',
  'connected-already',
  'not-on-tool',
  'no-tool',
])

function Judged({ judged }: { judged: PlanWire }) {
  const t = useText('pools')
  const { formats } = useLanguage()
  const { possible, leftOut } = judged
  const byCode = Map.groupBy(leftOut, one => one.code)
  const day = new Intl.DateTimeFormat(formats, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (
    <section className="o-judged" aria-label={t('plan.judged')} aria-live="polite">
      <p>
        <strong>{t('plan.sum', { go: possible.length, out: leftOut.length })}</strong>
      </p>
      {[...byCode].map(([code, people]) => (
        <details key={code} open={byCode.size === 1}>
          <summary>
            {ownCodes.has(code) ? t(`plan.code.${code}`) : (people[0]?.because ?? code)}{' '}
            <span className="k-meta">{people.length}</span>
          </summary>
          <ul>
            {people.slice(0, 50).map(one => (
              <li key={one.person}>
                <bdi>{one.name === '' ? t('plan.unnamed') : one.name}</bdi>
                {one.because && one.because !== people[0]?.because && <span className="k-meta"> {one.because}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {possible.length > 0 && (
        <details>
          <summary>
            {t('plan.who-goes')} <span className="k-meta">{possible.length}</span>
          </summary>
          <ul>
            {possible.slice(0, 100).map(one => (
              <li key={one.person}>
                <bdi>{one.name}</bdi>{' '}
                <span className="k-meta">
                  {one.tool && toolLabel(one.tool)} · {day.format(new Date(`${one.on}T12:00:00Z`))}
                  {one.warning && ` · ${one.warning}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
