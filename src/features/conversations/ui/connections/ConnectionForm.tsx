import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { CheckField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { addConnection, type ConnectionView, type ConnectorView, changeConnection, testConnection } from '../api.ts'
import { keys } from '../queries.ts'
import { LetIn } from './LetIn.tsx'
import { Refusal } from './Refusal.tsx'

type Field = ConnectorView['fields'][number]

/** The connector's own form. Test comes before Save: what was changed since has to be tested again. */
export function ConnectionForm(props: { connector: ConnectorView; connection?: ConnectionView; onClose: () => void }) {
  const { connector, connection, onClose } = props
  const t = useText('conversations')
  const queries = useQueryClient()
  const [label, setLabel] = useState(connection?.label ?? '')
  const [values, setValues] = useState<Readonly<Record<string, string>>>(connection?.values ?? {})
  const [shown, setShown] = useState(false)
  const [preset, setPreset] = useState<string>()
  const tested = useMutation({
    mutationFn: () =>
      testConnection({ tool: connector.tool, values, ...(connection ? { connection: connection.id } : {}) }),
  })
  const saved = useMutation<unknown>({
    mutationFn: () => {
      // Never a secret: the name is shown to the whole team.
      const naming = connector.fields.find(field => field.kind === 'text' && field.required)
      const name = label.trim() || values[naming?.name ?? '']?.trim() || connector.label
      return connection
        ? changeConnection(connection.id, { label: name, values })
        : addConnection({ tool: connector.tool, label: name, values })
    },
    onSuccess: async () => {
      // The page below says "Connected" and shows it at once.
      await queries.invalidateQueries({ queryKey: keys.connections })
      tell(t(connection ? 'connections.was-changed' : 'connections.was-added'))
      onClose()
    },
    onError: () => queries.invalidateQueries({ queryKey: keys.connections }),
  })
  const missing = (field: Field) =>
    field.required && (values[field.name] ?? '').trim() === '' && !(connection && field.kind === 'secret')
  const complete = !connector.fields.some(missing)
  const passed = tested.data?.ok === true
  const set = (name: string, value: string) => {
    setValues({ ...values, [name]: value })
    tested.reset()
  }
  const test = () => {
    setShown(true)
    if (complete) tested.mutate()
  }
  const letIn = (given: Readonly<Record<string, string>>) => {
    setValues({ ...values, ...given })
    tested.reset()
    tell(t('connections.let-in.done'))
  }
  const first = connector.fields.filter(field => field.required || field.upfront)
  const rest = connector.fields.filter(field => !first.includes(field))
  const fields = (list: readonly Field[]) =>
    list.map(field => (
      <Fragment key={field.name}>
        {/* Above the field that it fills in: whoever has a token already passes it by. */}
        {field.name === connector.signIn[0] && <LetIn form={{ tool: connector.tool, values }} onLetIn={letIn} />}
        <FormField
          field={field}
          value={values[field.name] ?? ''}
          kept={connection !== undefined && field.kind === 'secret'}
          wrong={shown && missing(field)}
          onChange={value => set(field.name, value)}
        />
      </Fragment>
    ))
  const problem = saved.error ?? tested.error
  const answer = useRef<HTMLDivElement>(null)
  const stands = `${tested.status} ${saved.status}`
  useEffect(() => {
    if (stands !== 'idle idle') answer.current?.scrollIntoView({ block: 'nearest' })
  }, [stands])
  return (
    <Sheet
      title={t(connection ? 'connections.edit-title' : 'connections.add-title', { tool: connector.label })}
      onClose={onClose}
      footer={
        <>
          {passed && <Button onClick={test}>{t('connections.test-again')}</Button>}
          {passed ? (
            <NextStep busy={saved.isPending} onClick={() => saved.mutate()}>
              {t('save')}
            </NextStep>
          ) : (
            <NextStep busy={tested.isPending} onClick={test}>
              {t('connections.test')}
            </NextStep>
          )}
        </>
      }
    >
      <form
        className="k-stack"
        onSubmit={event => {
          event.preventDefault()
          if (passed) saved.mutate()
          else test()
        }}
      >
        {connector.presets.length > 0 && !connection && (
          <fieldset className="c-presets">
            <legend>{t('connections.presets.choose')}</legend>
            <div className="k-line">
              {connector.presets.map(({ name, values: given }) => (
                <Button
                  key={name}
                  size="row"
                  aria-pressed={preset === name}
                  onClick={() => {
                    setPreset(name)
                    setValues({ ...values, ...given })
                    tested.reset()
                  }}
                >
                  {t(`connections.presets.${name}`)}
                </Button>
              ))}
            </div>
            {preset && <p className="k-meta">{t(`connections.presets.${preset}-help`)}</p>}
          </fieldset>
        )}
        {connector.steps.length > 0 && !connection && (
          <ol className="c-steps">
            {connector.steps.map(({ name, url }) => (
              <li key={name}>
                {t(`connections.steps.${name}`)}{' '}
                {url && (
                  <a href={url} target="_blank" rel="noreferrer">
                    {t('connections.steps.open', { host: new URL(url).host })}
                  </a>
                )}
              </li>
            ))}
          </ol>
        )}
        {fields(first)}
        <TextField
          label={t('connections.label')}
          hint={t('connections.label-hint')}
          optional
          maxLength={120}
          value={label}
          onChange={event => setLabel(event.target.value)}
        />
        {rest.length > 0 && (
          <details className="c-more-fields">
            <summary>{t('connections.more')}</summary>
            <div className="k-stack">{fields(rest)}</div>
          </details>
        )}
        <div ref={answer} className="c-answer" aria-live="polite">
          {tested.isPending && <Notice>{t('connections.testing')}</Notice>}
          {tested.data && (
            <Notice tone={tested.data.ok ? 'ok' : 'block'}>
              {tested.data.ok ? tested.data.text : <Refusal code={tested.data.code} text={tested.data.text} />}
            </Notice>
          )}
          {problem && <Notice tone="block">{problem.message}</Notice>}
        </div>
        <button type="submit" hidden />
      </form>
    </Sheet>
  )
}

function FormField(props: {
  field: Field
  value: string
  kept: boolean
  wrong: boolean
  onChange: (value: string) => void
}) {
  const { field, value, kept, wrong, onChange } = props
  const t = useText('conversations')
  const label = t(`connections.fields.${field.label}`)
  const help = field.help === undefined ? undefined : t(`connections.fields.${field.help}`)
  if (field.kind === 'switch')
    return (
      <CheckField
        label={label}
        hint={help}
        checked={value === 'true'}
        onChange={event => onChange(event.target.checked ? 'true' : '')}
      />
    )
  const type = { text: 'text', secret: 'password', url: 'url', number: 'number' }[field.kind]
  return (
    <TextField
      label={label}
      hint={kept ? t('connections.secret-kept') : help}
      optional={!field.required}
      error={wrong ? t('connections.needed') : undefined}
      type={type}
      autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
      autoCapitalize="none"
      spellCheck={false}
      placeholder={field.placeholder}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}
