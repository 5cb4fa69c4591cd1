import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { NextStep } from '#web/kit/Button.tsx'
import { ChoiceField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { IssuePageWire } from '../wire.ts'
import { actOnIssue, listKeys, sendIssue, whyOf } from './queries.ts'

/** What, to whom, when; a plan can be taken back until it begins. */
export function SendSheet({ page, onClose }: { page: IssuePageWire; onClose: () => void }) {
  const t = useText('broadcasts')
  const cache = useQueryClient()
  const [when, setWhen] = useState('now')
  const [at, setAt] = useState('')
  const fresh = () => cache.invalidateQueries({ queryKey: listKeys.all })
  const send = useMutation({
    mutationFn: () => sendIssue(page.issue.id, when === 'now' ? undefined : new Date(at).toISOString()),
    onSuccess: () => {
      tell(
        t(when === 'now' ? 'send-sheet.begun' : 'send-sheet.planned'),
        when === 'now' ? undefined : () => void actOnIssue(page.issue.id, 'pause').then(fresh),
      )
      onClose()
      return fresh()
    },
  })
  const missing = when === 'later' && Number.isNaN(Date.parse(at))
  return (
    <Sheet title={t('send-sheet.title')} place="middle" onClose={onClose}>
      <form
        className="l-form"
        onSubmit={event => {
          event.preventDefault()
          if (!missing) send.mutate()
        }}
      >
        <dl className="l-wording" dir="auto">
          <dt>{t('field.subject')}</dt>
          <dd>{page.issue.subject}</dd>
          <dt>{t('who.title')}</dt>
          <dd>
            {t('who.goes', { count: page.audience.goes })}
            {page.audience.suppressed > 0 && ` ${t('who.suppressed', { count: page.audience.suppressed })}`}
          </dd>
        </dl>
        <ChoiceField
          label={t('send-sheet.when')}
          value={when}
          choices={[
            { value: 'now', label: t('send-sheet.now') },
            { value: 'later', label: t('send-sheet.later') },
          ]}
          onChoose={setWhen}
        />
        {when === 'later' && (
          <TextField
            label={t('send-sheet.at')}
            type="datetime-local"
            value={at}
            onChange={event => setAt(event.target.value)}
          />
        )}
        {send.error && <Notice tone="block">{whyOf(send.error) ?? t('failed')}</Notice>}
        <NextStep
          type="submit"
          busy={send.isPending}
          unavailable={missing ? t('send-sheet.first') : page.audience.goes === 0 ? t('who.nobody') : undefined}
        >
          {t('send-sheet.go', { count: page.audience.goes })}
        </NextStep>
      </form>
    </Sheet>
  )
}
