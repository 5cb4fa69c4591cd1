import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getTool } from '#features/tools/model.ts'
import { type MessageId, newId, type PersonId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type ConversationView, recordAnswer } from '../api.ts'
import { keys, threadOf } from '../queries.ts'
import { localNow } from './local-time.ts'
import { takeBackRecorded } from './take-back.ts'

/** What they wrote on the tool's own page becomes their message here, with the time at which they wrote it. */
export function PasteSheet(props: { conversation: ConversationView; person: PersonId; onClose: () => void }) {
  const { conversation, person, onClose } = props
  const t = useText('conversations')
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const [at, setAt] = useState(localNow)
  const id = useRef<MessageId>(newId<'Message'>())
  const written = new Date(at)
  const wrong =
    at === '' || Number.isNaN(written.getTime())
      ? t('consent.when')
      : written > new Date()
        ? t('paste.ahead')
        : undefined
  const empty = text.trim() === ''
  const keep = useMutation({
    mutationFn: () =>
      recordAnswer({
        id: id.current,
        person,
        tool: conversation.tool,
        surface: 'direct',
        kind: 'answered',
        text: text.trim(),
        at: written.toISOString(),
      }),
    onSuccess: () => {
      const failed = t('action.failed', { why: '' })
      tell(t('paste.kept'), () => void takeBackRecorded({ id: id.current, conversation, failed }))
      onClose()
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.one(conversation.id) })
      void queries.invalidateQueries({ queryKey: keys.context(conversation.id) })
      void queries.invalidateQueries({ queryKey: keys.lists })
      void queries.invalidateQueries({ queryKey: keys.messages(threadOf({ conversation: conversation.id, person })) })
      void queries.invalidateQueries({ queryKey: ['person', person] })
    },
  })
  return (
    <Sheet title={t('paste.title', { name: conversation.title })} place="middle" onClose={onClose}>
      <form
        className="k-stack"
        onSubmit={event => {
          event.preventDefault()
          if (!empty && wrong === undefined) keep.mutate()
        }}
      >
        <TextAreaField
          label={t('paste.words', { name: conversation.title, tool: getTool(conversation.tool).label })}
          rows={5}
          maxLength={100_000}
          dir="auto"
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <TextField
          type="datetime-local"
          label={t('paste.at')}
          value={at}
          error={wrong}
          onChange={event => setAt(event.target.value)}
        />
        {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
        <div className="k-line">
          <Button type="submit" look="filled" busy={keep.isPending} unavailable={empty ? t('paste.empty') : wrong}>
            {t('paste.keep')}
          </Button>
        </div>
        <p className="k-meta">{t('paste.what')}</p>
      </form>
    </Sheet>
  )
}
