import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import type { PersonId } from '#kernel/ids.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { TouchKind } from '../model.ts'
import { keys, logTouch } from './api.ts'

/** What happens where Kith can't see it, the usual first. */
const kinds = [
  'met',
  'their-message',
  'our-message',
  'their-public-reply',
  'their-reaction',
  'comment',
  'invite-sent',
  'invite-accepted',
  'invite-refused',
  'they-invited',
  'introduced',
  'asked-about-work',
  'referred',
  'declined',
  'disconnected',
] as const satisfies readonly TouchKind[]

export function LogTouch({
  person,
  tools,
  onClose,
}: {
  person: PersonId
  tools: readonly ToolId[]
  onClose: () => void
}) {
  const t = useText('relationships')
  const queries = useQueryClient()
  const [kind, setKind] = useState<(typeof kinds)[number]>('met')
  const [tool, setTool] = useState<string>(tools[0] ?? '')
  const [day, setDay] = useState('')
  const [note, setNote] = useState('')
  const log = useMutation({
    mutationFn: () =>
      logTouch(person, {
        kind,
        ...(isToolId(tool) ? { tool } : {}),
        ...(day === '' ? {} : { at: new Date(`${day}T12:00:00`).toISOString() }),
        ...(note.trim() ? { note: note.trim() } : {}),
      }),
    onSuccess: ({ moved }) => {
      tell(t(moved > 0 ? 'log.done-moved' : 'log.done'))
      onClose()
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.person(person) })
      void queries.invalidateQueries({ queryKey: ['people'] })
    },
  })
  return (
    <form
      className="r-form r-log"
      onSubmit={event => {
        event.preventDefault()
        log.mutate()
      }}
    >
      <SelectField
        label={t('log.what')}
        value={kind}
        choices={kinds.map(each => ({ value: each, label: t(`touch.${each}`) }))}
        onChange={event => setKind(kinds.find(each => each === event.target.value) ?? 'met')}
      />
      <SelectField
        label={t('log.where')}
        value={tool}
        choices={[
          { value: '', label: t('log.nowhere') },
          ...tools.map(each => ({ value: each, label: toolLabel(each) })),
        ]}
        onChange={event => setTool(event.target.value)}
      />
      <TextField
        label={t('log.day')}
        hint={t('log.day-hint')}
        type="date"
        value={day}
        onChange={event => setDay(event.target.value)}
      />
      <TextField
        label={t('log.note')}
        optional
        value={note}
        maxLength={2000}
        onChange={event => setNote(event.target.value)}
      />
      {log.error && <Notice tone="block">{log.error.message}</Notice>}
      <Line>
        <Button type="submit" busy={log.isPending}>
          {t('log.do')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Line>
    </form>
  )
}
