import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { ChoiceField, SelectField, TextField } from '#web/kit/Fields.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import {
  fits,
  hourOf,
  type LineValue,
  ownValue,
  type Policy,
  type PolicyLine,
  policyReasonLeast,
  readLine,
  valueIn,
} from '../model.ts'
import { changeLine, policyKeys } from './queries.ts'
import { useWords } from './use-words.ts'

/** One thing that can be set: what holds, what it does, and whether that is Kith's own. */
export function LineRow({ line, policy, mayChange }: { line: string; policy: Policy; mayChange: boolean }) {
  const t = useText('etiquette')
  const { nameOf, valueWords, effectOf } = useWords()
  const [open, setOpen] = useState(false)
  const read = readLine(line)
  if (!('kind' in read)) return null
  const value = valueIn(policy, read)
  const own = ownValue(read)
  return (
    <li>
      <div className="e-line">
        <strong>{nameOf(line)}</strong>
        <span className="k-line">
          {value !== own && <span className="e-changed">{t('own-is', { own: valueWords(read, own) })}</span>}
          <span>{valueWords(read, value)}</span>
          {mayChange && (
            <Button
              size="row"
              aria-expanded={open}
              aria-label={t('change-line', { line: nameOf(line) })}
              onClick={() => setOpen(!open)}
            >
              {t('change')}
            </Button>
          )}
        </span>
      </div>
      <p className="k-meta">{effectOf(read, value)}</p>
      {open && <LineForm name={line} line={read} value={value} onDone={() => setOpen(false)} />}
    </li>
  )
}

function LineForm(props: { name: string; line: PolicyLine; value: LineValue; onDone: () => void }) {
  const { name, line, value, onDone } = props
  const t = useText('etiquette')
  const { nameOf, valueWords, effectOf } = useWords()
  const queries = useQueryClient()
  const [text, setText] = useState(String(value))
  const [reason, setReason] = useState('')
  const own = ownValue(line)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (to: LineValue | null) => changeLine(name, { value: to, reason: reason.trim() }),
    onSuccess: () => {
      tell(t('saved', { line: nameOf(name) }))
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: policyKeys.all }),
  })
  const wanted: unknown = line.kind === 'rule' ? text : text.trim() === '' ? undefined : Number(text)
  const fitting = fits(line, wanted) ? wanted : undefined
  const thin = reason.trim().length < policyReasonLeast ? t('reason-first', { least: policyReasonLeast }) : undefined
  const unfit = fitting === undefined ? t('unfit') : fitting === value ? t('same') : undefined
  return (
    <form
      className="e-form"
      onSubmit={event => {
        event.preventDefault()
        if (fitting !== undefined && !unfit && !thin) mutate(fitting)
      }}
    >
      <ValueField line={line} label={nameOf(name)} text={text} onText={setText} wrong={fitting === undefined} />
      <p aria-live="polite">{fitting !== undefined && effectOf(line, fitting)}</p>
      <TextField
        label={t('reason')}
        hint={t('reason-hint', { least: policyReasonLeast })}
        value={reason}
        maxLength={1_000}
        onChange={event => setReason(event.target.value)}
      />
      <div role="alert">{error && <Notice tone="block">{error.message}</Notice>}</div>
      <div className="k-line">
        <NextStep type="submit" busy={isPending} unavailable={unfit ?? thin}>
          {t('save')}
        </NextStep>
        {value !== own && (
          <Button busy={isPending} unavailable={thin} onClick={() => mutate(null)}>
            {t('back-to-own', { own: valueWords(line, own) })}
          </Button>
        )}
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourOf(hour) }))

function ValueField(props: {
  line: PolicyLine
  label: string
  text: string
  onText: (text: string) => void
  wrong: boolean
}) {
  const { line, label, text, onText, wrong } = props
  const t = useText('etiquette')
  if (line.kind === 'rule')
    return (
      <ChoiceField
        label={label}
        value={text}
        choices={line.choices.map(choice => ({ value: choice, label: t(`verdict.${choice}`) }))}
        onChoose={onText}
      />
    )
  if (line.kind === 'limit' && (line.limit === 'quiet-from' || line.limit === 'quiet-until'))
    return <SelectField label={label} value={text} choices={hours} onChange={event => onText(event.target.value)} />
  const { least, most } = line.range
  return (
    <TextField
      label={label}
      hint={t('range', { least, most })}
      error={wrong ? t('unfit-range', { least, most }) : undefined}
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      step={1}
      value={text}
      onChange={event => onText(event.target.value)}
    />
  )
}
