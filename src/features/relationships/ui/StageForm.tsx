import { useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { isStage, type Stage, stages } from '../model.ts'
import { useStage } from './use-stage.ts'

/** By hand, with a reason: the ladder is climbed by what happens, so a leap explains itself. */
export function StageForm({
  person,
  at,
  wanted,
  onClose,
}: {
  person: PersonId
  at: Stage
  wanted: Stage
  onClose: () => void
}) {
  const t = useText('relationships')
  const shell = useText('shell')
  const { set } = useStage(person)
  const [stage, setStage] = useState<Stage>(wanted)
  const [reason, setReason] = useState('')
  const missing = stage === at ? t('set.same') : reason.trim() === '' ? t('set.reason-first') : undefined
  return (
    <form
      className="r-form"
      onSubmit={event => {
        event.preventDefault()
        if (!missing) set.mutate({ stage, reason: reason.trim() }, { onSuccess: onClose })
      }}
    >
      <SelectField
        label={t('set.stage')}
        value={stage}
        choices={stages
          .filter(each => each !== 'do-not-contact')
          .map(each => ({ value: each, label: shell(`stage.${each}`) }))}
        onChange={event => isStage(event.target.value) && setStage(event.target.value)}
      />
      <TextField
        label={t('set.reason')}
        hint={t('set.reason-hint')}
        value={reason}
        maxLength={1000}
        autoFocus
        onChange={event => setReason(event.target.value)}
      />
      {set.error && <Notice tone="block">{set.error.message}</Notice>}
      <Line>
        <Button type="submit" busy={set.isPending} unavailable={missing}>
          {t('set.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Line>
    </form>
  )
}
