import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { formatLikely } from '#web/i18n/likely.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { type PairWire, type PersonPageWire, personQuery } from './api.ts'
import { Evidence } from './Evidence.tsx'
import { Sides } from './Sides.tsx'
import { usualSurvivor } from './sides.ts'
import type { Given } from './use-decisions.ts'

/** While an answer is being taken back the two stand as they were: asked now, the server would tell of one. */
export function Pair(props: { pair: PairWire; undoing: boolean; onAnswer: (given: Given) => void }) {
  const { pair, undoing } = props
  const one = useQuery({ ...personQuery(pair.a), enabled: !undoing })
  const other = useQuery({ ...personQuery(pair.b), enabled: !undoing })
  const failed = one.error ?? other.error
  if (one.data && other.data) return <Both {...props} people={[one.data, other.data]} />
  if (failed)
    return (
      <ErrorState
        detail={failed.message}
        onRetry={() => {
          void one.refetch()
          void other.refetch()
        }}
      />
    )
  return <RowSkeleton />
}

function Both(props: {
  pair: PairWire
  undoing: boolean
  people: readonly [PersonPageWire, PersonPageWire]
  onAnswer: (given: Given) => void
}) {
  const { pair, undoing, people, onAnswer } = props
  const t = useText('identity')
  const { formats } = useLanguage()
  const [one, other] = people
  const [survivor, setSurvivor] = useState(() => usualSurvivor(one, other))
  const [asking, setAsking] = useState(false)
  const stays = survivor === one.id ? one : other
  const isLikely = pair.probability >= 0.5
  const probability = formatLikely(pair.probability, formats)

  const same = () => {
    if (pair.asksReason) setAsking(true)
    else onAnswer({ answer: 'same', survivor })
  }
  const different = () => onAnswer({ answer: 'different' })
  useKey('review-survivor', () => setSurvivor(survivor === one.id ? other.id : one.id))

  return (
    <div className="r-pair">
      <div className="r-question">
        <h2>{t('question')}</h2>
        <p className="k-meta">{t('likely', { probability })}</p>
        <p className="k-meta" role="status">
          {undoing && t('undoing')}
        </p>
      </div>
      <Sides people={people} survivor={survivor} onSurvivor={setSurvivor} />
      <Evidence pair={pair} people={people} />
      <div className="r-answers" data-floor="">
        {asking ? (
          <Reason
            name={stays.name}
            onCancel={() => setAsking(false)}
            onReason={reason => onAnswer({ answer: 'same', survivor, reason })}
          />
        ) : (
          <>
            <Choice shortcut="review-same" isNext={isLikely} onClick={same}>
              {t('same')}
            </Choice>
            <Choice shortcut="review-different" isNext={!isLikely} onClick={different}>
              {t('different')}
            </Choice>
            <Button shortcut="review-later" showKey onClick={() => onAnswer({ answer: 'later' })}>
              {t('later')}
            </Button>
            <p className="k-meta">{t('stays', { name: stays.name })}</p>
          </>
        )}
      </div>
    </div>
  )
}

/** The likelier answer is the next step; each has its letter. */
function Choice({
  isNext,
  ...rest
}: {
  children: string
  shortcut: 'review-same' | 'review-different'
  isNext: boolean
  onClick: () => void
}) {
  return isNext ? <NextStep showKey {...rest} /> : <Button showKey {...rest} />
}

const fewest = 3

function Reason({
  name,
  onReason,
  onCancel,
}: {
  name: string
  onReason: (reason: string) => void
  onCancel: () => void
}) {
  const t = useText('identity')
  const [reason, setReason] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length >= fewest) onReason(reason.trim())
  }
  return (
    <form
      ref={form}
      className="r-reason"
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <TextField
        label={t('reason')}
        hint={t('reason-hint')}
        value={reason}
        maxLength={500}
        autoFocus
        onChange={event => setReason(event.target.value)}
      />
      <div className="k-line">
        <NextStep type="submit" unavailable={reason.trim().length < fewest ? t('reason-first') : undefined}>
          {t('merge', { name })}
        </NextStep>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
