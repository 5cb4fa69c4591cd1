import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Assessment } from '#features/etiquette/model.ts'
import { getTool } from '#features/tools/model.ts'
import { type MessageId, newId } from '#kernel/ids.ts'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { SentAlready } from '#web/kit/verdict/SentAlready.tsx'
import { type DetailWire, recordHandOff } from '../api.ts'
import { keys, threadOf } from '../queries.ts'
import { assessmentIn } from '../sending.ts'
import { PasteSheet } from './PasteSheet.tsx'
import { takeBackRecorded } from './take-back.ts'

/** What stands in the place of Send where the text is taken to the tool's own page: copy and open, then “I sent it”. */
export function useByHand(given: {
  detail: DetailWire
  text: string
  blocked: boolean
  onSent: () => void
  onRefused: (assessment: Assessment) => void
}): {
  open: (reason?: string) => void
  /** It was copied; whether it was sent is asked now. */
  copied: boolean
  bar: ReactNode
  /** For what has gone out although it is held back here. */
  already: ReactNode
  paste: () => void
  sheet: ReactNode
} {
  const { detail, text, blocked, onSent, onRefused } = given
  const { conversation } = detail
  const t = useText('conversations')
  const queries = useQueryClient()
  const [opened, setOpened] = useState<{ id: MessageId; reason: string | undefined; text: string }>()
  const [pasting, setPasting] = useState(false)
  const words = text.trim()
  useEffect(() => {
    // Other words are another message.
    setOpened(before => (before?.text === words ? before : undefined))
  }, [words])
  const tool = getTool(conversation.tool)
  const page = detail.byHand?.url ?? undefined
  const sending = useMutation({
    mutationFn: async ({ id, reason, already }: { id: MessageId; reason?: string | undefined; already?: true }) => {
      if (!conversation.person) throw new Error(t('by-hand.no-person'))
      return recordHandOff({
        id,
        person: conversation.person.id,
        tool: conversation.tool,
        surface: 'direct',
        action: 'message',
        text: words,
        ...(reason === undefined ? {} : { overrideReason: reason }),
        ...(already && { sentAlready: true }),
      })
    },
    onSuccess: ({ id }) => {
      setOpened(undefined)
      onSent()
      tell(
        t('by-hand.noted'),
        () => void takeBackRecorded({ id, conversation, failed: t('action.failed', { why: '' }) }),
      )
    },
    onError: error => {
      const assessment = error instanceof ApiError ? assessmentIn(error.body) : undefined
      if (assessment) onRefused(assessment)
      else tell(t('action.failed', { why: error.message }))
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: keys.one(conversation.id) })
      void queries.invalidateQueries({ queryKey: keys.context(conversation.id) })
      void queries.invalidateQueries({ queryKey: keys.lists })
      void queries.invalidateQueries({
        queryKey: keys.messages(threadOf({ conversation: conversation.id, person: conversation.person?.id ?? null })),
      })
    },
  })
  const open = (reason?: string) => {
    if (words === '') return
    setOpened(before => ({ id: before?.id ?? newId<'Message'>(), reason: reason ?? before?.reason, text: words }))
    navigator.clipboard.writeText(words).catch(() => tell(t('by-hand.copy-failed')))
    if (page) window.open(page, '_blank', 'noopener,noreferrer')
  }
  const bar = opened ? (
    <>
      <NextStep busy={sending.isPending} onClick={() => sending.mutate(opened)}>
        {t('by-hand.sent')}
      </NextStep>
      <Button onClick={() => open()}>{t('by-hand.again')}</Button>
      <Button look="quiet" onClick={() => setOpened(undefined)}>
        {t('by-hand.not-sent')}
      </Button>
    </>
  ) : (
    <Button
      look="filled"
      unavailable={words === '' ? t('composer.empty') : blocked ? t('composer.blocked') : undefined}
      onClick={() => open()}
    >
      {t(page ? 'by-hand.copy-open' : 'by-hand.copy', { tool: tool.label })}
    </Button>
  )
  return {
    open,
    copied: opened !== undefined,
    bar,
    already: blocked && words !== '' && opened === undefined && (
      <SentAlready busy={sending.isPending} onTell={() => sending.mutate({ id: newId<'Message'>(), already: true })} />
    ),
    paste: () => setPasting(true),
    sheet: pasting && conversation.person && (
      <PasteSheet conversation={conversation} person={conversation.person.id} onClose={() => setPasting(false)} />
    ),
  }
}
