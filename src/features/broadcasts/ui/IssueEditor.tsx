import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CheckField, SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { MarkdownField } from '#web/kit/MarkdownField.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { IssuePageWire, SegmentWire } from '../wire.ts'
import { testIssue, whyOf } from './queries.ts'
import type { IssueDraft } from './use-issue-draft.ts'

/** Write, then say who gets it. */
export function IssueEditor(props: { page: IssuePageWire; draft: IssueDraft; viewer: string | undefined }) {
  const { page, draft, viewer } = props
  const t = useText('broadcasts')
  const locked = viewer !== undefined
  const segment = draft.segment
  const narrow = (change: Partial<SegmentWire>) => {
    const next = { ...segment, ...change }
    draft.write({
      segment: {
        ...(next.pool ? { pool: next.pool } : {}),
        ...(next.place?.trim() ? { place: next.place } : {}),
        ...(next.interests && next.interests.length > 0 ? { interests: next.interests } : {}),
      },
    })
  }
  return (
    <div className="l-write">
      <TextField
        label={t('field.subject')}
        hint={t('field.subject-hint')}
        maxLength={200}
        readOnly={locked}
        value={draft.subject}
        onChange={event => draft.write({ subject: event.target.value })}
      />
      <TextField
        label={t('field.preheader')}
        hint={t('field.preheader-hint')}
        optional
        maxLength={200}
        readOnly={locked}
        value={draft.preheader}
        onChange={event => draft.write({ preheader: event.target.value })}
      />
      <MarkdownField
        label={t('field.body')}
        hint={t('field.body-hint')}
        rows={16}
        maxLength={200_000}
        breaks
        readOnly={locked}
        value={draft.body}
        onChange={body => draft.write({ body })}
      />
      <fieldset className="l-who-gets">
        <legend>{t('who.title')}</legend>
        <p>
          {t('who.goes', { count: page.audience.goes })}
          {page.audience.suppressed > 0 && ` ${t('who.suppressed', { count: page.audience.suppressed })}`}
        </p>
        {page.pools.length > 0 && (
          <SelectField
            label={t('who.pool')}
            value={segment.pool ?? ''}
            choices={[
              { value: '', label: t('everyone') },
              ...page.pools.map(pool => ({ value: pool.id, label: pool.name })),
            ]}
            onChange={event => {
              const pool = page.pools.find(each => each.id === event.target.value)
              const { pool: _, ...rest } = segment
              draft.write({ segment: pool ? { ...rest, pool: pool.id } : rest })
            }}
          />
        )}
        <TextField
          label={t('who.place')}
          hint={t('who.place-hint')}
          optional
          maxLength={120}
          readOnly={locked}
          value={segment.place ?? ''}
          onChange={event => narrow({ place: event.target.value })}
        />
        {page.list.interests.map(interest => (
          <CheckField
            key={interest.id}
            label={interest.label}
            checked={segment.interests?.includes(interest.id) ?? false}
            onChange={event => {
              const others = (segment.interests ?? []).filter(each => each !== interest.id)
              narrow({ interests: event.target.checked ? [...others, interest.id] : others })
            }}
          />
        ))}
      </fieldset>
      <TestMail issue={page.issue.id} ready={page.ready} viewer={viewer} flush={draft.flush} />
    </div>
  )
}

function TestMail(props: { issue: string; ready: boolean; viewer: string | undefined; flush: () => Promise<void> }) {
  const t = useText('broadcasts')
  const [to, setTo] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const send = async () => {
    setBusy(true)
    setWrong(undefined)
    try {
      await props.flush()
      await testIssue(props.issue, to.trim())
      tell(t('test.done', { to: to.trim() }))
    } catch (error) {
      setWrong(whyOf(error) ?? t('failed'))
    }
    setBusy(false)
  }
  return (
    <form
      className="l-test"
      onSubmit={event => {
        event.preventDefault()
        if (to.trim() !== '' && !busy) void send()
      }}
    >
      <TextField label={t('test.to')} type="email" value={to} onChange={event => setTo(event.target.value)} />
      <Line>
        <Button
          type="submit"
          busy={busy}
          unavailable={
            props.viewer ?? (props.ready ? (to.trim() === '' ? t('test.first') : undefined) : t('not-ready'))
          }
        >
          {t('test.send')}
        </Button>
      </Line>
      {wrong && <Notice tone="block">{wrong}</Notice>}
    </form>
  )
}
