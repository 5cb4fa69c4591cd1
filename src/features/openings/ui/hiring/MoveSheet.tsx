import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { type PipelineStage, pipeline } from '../../model.ts'
import { type Move, poolsQuery } from '../api.ts'
import { type Movable, useMove } from './use-move.ts'

/** So many days ahead unless another day is chosen. */
const usualDays = 90
const dayMs = 86_400_000
const dayIn = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10)

/** Where to, and why; "not now" asks for a day and a pool, so that nobody is dropped. */
export function MoveSheet(props: {
  opening: string
  who: Movable
  to?: PipelineStage | undefined
  onClose: () => void
}) {
  const { opening, who, onClose } = props
  const t = useText('openings')
  const { data: pools = [] } = useQuery(poolsQuery)
  const [to, setTo] = useState<PipelineStage>(props.to ?? who.stage)
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(dayIn(usualDays))
  const [chosen, setPool] = useState('')
  const pool = chosen || pools.find(one => one.kind === 'static')?.id || pools[0]?.id || ''
  const move = useMove(opening)
  const isLater = to === 'not-now'
  const missing =
    to === who.stage
      ? t('move.same')
      : isLater && reason.trim() === ''
        ? t('move.reason-first')
        : isLater && pool === ''
          ? t('move.pool-first')
          : isLater && day <= dayIn(0)
            ? t('move.day-first')
            : undefined
  const given: Move = { to, reason: reason.trim(), ...(isLater ? { pool, comesBackOn: day } : {}) }
  return (
    <Sheet title={t('move.title', { name: who.name })} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) move.mutate({ who, move: given }, { onSuccess: onClose })
        }}
      >
        <Stack gap={4}>
          <SelectField
            label={t('move.to')}
            value={to}
            autoFocus
            choices={pipeline.map(each => ({ value: each, label: t(`pipeline.${each}`) }))}
            onChange={event => setTo(pipeline.find(each => each === event.target.value) ?? to)}
          />
          <TextField
            label={t('move.reason')}
            hint={t(isLater ? 'move.reason-later' : 'move.reason-hint')}
            optional={!isLater}
            maxLength={1_000}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          {isLater && (
            <>
              <TextField
                label={t('move.day')}
                hint={t('move.day-hint')}
                type="date"
                min={dayIn(1)}
                value={day}
                onChange={event => setDay(event.target.value)}
              />
              {pools.length > 0 ? (
                <SelectField
                  label={t('move.pool')}
                  value={pool}
                  choices={pools.map(one => ({ value: one.id, label: one.name }))}
                  onChange={event => setPool(event.target.value)}
                />
              ) : (
                <Notice tone="info">{t('move.no-pools')}</Notice>
              )}
            </>
          )}
          {move.error && <Notice tone="block">{move.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={move.isPending} unavailable={missing}>
              {t('move.do')}
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
