import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { getTool } from '#features/tools/model.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Notice } from '#web/kit/States.tsx'
import { type ConversationView, recordConsent } from '../api.ts'
import { keys, threadOf } from '../queries.ts'
import { localNow } from './local-time.ts'

/** Their yes to being written to here: its words, where they said it, and when. */
export function ConsentForm({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [wording, setWording] = useState('')
  const [heard, setHeard] = useState('')
  const [at, setAt] = useState(localNow)
  const id = useRef<MessageId>(newId<'Message'>())
  const given = new Date(at)
  const wrong =
    at === '' || Number.isNaN(given.getTime()) ? t('consent.when') : given > new Date() ? t('consent.ahead') : undefined
  const keep = useMutation({
    mutationFn: () =>
      recordConsent(conversation.id, {
        id: id.current,
        wording: wording.trim(),
        heard: heard.trim(),
        givenAt: given.toISOString(),
      }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.one(conversation.id) })
      void queries.invalidateQueries({ queryKey: keys.context(conversation.id) })
      void queries.invalidateQueries({
        queryKey: keys.messages(threadOf({ conversation: conversation.id, person: conversation.person?.id ?? null })),
      })
    },
  })
  const empty = wording.trim() === '' || heard.trim() === ''
  const names = { name: conversation.title, tool: getTool(conversation.tool).label }
  if (conversation.person === null) return <Notice>{t('consent.no-person')}</Notice>
  return (
    <form
      className="k-stack"
      onSubmit={event => {
        event.preventDefault()
        if (!empty && wrong === undefined) keep.mutate()
      }}
    >
      <p>{t('consent.needed', names)}</p>
      <TextAreaField
        label={t('consent.wording')}
        hint={t('consent.wording-hint')}
        rows={3}
        maxLength={2_000}
        value={wording}
        onChange={event => setWording(event.target.value)}
      />
      <TextField
        label={t('consent.heard')}
        hint={t('consent.heard-hint')}
        maxLength={300}
        value={heard}
        onChange={event => setHeard(event.target.value)}
      />
      <TextField
        type="datetime-local"
        label={t('consent.given')}
        value={at}
        error={wrong}
        onChange={event => setAt(event.target.value)}
      />
      {keep.error && <Notice tone="block">{keep.error.message}</Notice>}
      <div className="k-line">
        <Button type="submit" look="filled" busy={keep.isPending} unavailable={empty ? t('consent.empty') : wrong}>
          {t('consent.keep')}
        </Button>
      </div>
      <p className="k-meta">{t('consent.kept-as')}</p>
    </form>
  )
}
