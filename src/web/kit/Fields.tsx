import { type ComponentProps, type ReactNode, useId } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { classes } from './classes.ts'
import './fields.css'

type Around = { label: string; hint?: ReactNode; error?: string | undefined; optional?: boolean }

/** Label, hint and error around any control; the control gets the ids it must carry. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
}: Around & { children: (ids: FieldIds) => ReactNode }) {
  const t = useText('shell')
  const id = useId()
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
  return (
    <div className={classes('k-field', error !== undefined && 'k-field-wrong')}>
      <label id={`${id}-label`} htmlFor={id}>
        {label} {optional && <span className="k-meta">{t('optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error !== undefined || undefined })}
      {hint && (
        <span id={`${id}-hint`} className="k-meta">
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span id={`${id}-error`} className="k-field-error">
          {error}
        </span>
      )}
    </div>
  )
}

export type FieldIds = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export function TextField({ label, hint, error, optional, ...rest }: Around & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {ids => <input {...rest} {...ids} className="k-input" />}
    </Field>
  )
}

export function TextAreaField({ label, hint, error, optional, ...rest }: Around & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {ids => <textarea rows={3} {...rest} {...ids} className="k-input" />}
    </Field>
  )
}

export type Choice = { value: string; label: string; unavailable?: boolean }

export function SelectField({
  label,
  hint,
  error,
  optional,
  choices,
  ...rest
}: Around & ComponentProps<'select'> & { choices: readonly Choice[] }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {ids => (
        <select {...rest} {...ids} className="k-input k-select">
          {choices.map(choice => (
            <option key={choice.value} value={choice.value} disabled={choice.unavailable}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** One box with its words; `look="switch"` for a setting that takes effect at once. */
export function CheckField({
  label,
  hint,
  look = 'box',
  ...rest
}: { label: ReactNode; hint?: ReactNode; look?: 'box' | 'switch' } & ComponentProps<'input'>) {
  const id = useId()
  return (
    <div className="k-check">
      <input
        type="checkbox"
        {...rest}
        id={id}
        role={look === 'switch' ? 'switch' : undefined}
        className={`k-${look}`}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="k-meta">
          {hint}
        </span>
      )}
    </div>
  )
}

/** A few choices that exclude each other, all in view. */
export function ChoiceField(props: {
  label: string
  choices: readonly Choice[]
  value: string
  onChoose: (value: string) => void
  hideLabel?: boolean
}) {
  const name = useId()
  return (
    <fieldset className="k-choices">
      <legend className={props.hideLabel ? 'hush' : undefined}>{props.label}</legend>
      <div>
        {props.choices.map(choice => (
          <label key={choice.value} className="k-choice">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              disabled={choice.unavailable}
              onChange={() => props.onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
