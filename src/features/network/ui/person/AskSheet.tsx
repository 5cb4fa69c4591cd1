import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextAreaField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { askFor, keys, type WayView } from '../api.ts'
import { adviceWords } from '../words.tsx'

/** The words that ask for an introduction, judged by where the one who is asked stands; they wait in the conversation, or are copied. */
export function AskSheet({
  way,
  person,
  name,
  onClose,
}: {
  way: WayView
  person: string
  name: string
  onClose: () => void
}) {
  const t = useText('network')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [via, between] = way.through
  const to = { via: via?.person ?? '', person, between: between?.person ?? null } as Parameters<typeof askFor>[0]
  const [typed, setTyped] = useState<string>()
  const first = useQuery({
    queryKey: ['introductions', to.via, person],
    queryFn: () => askFor(to),
    staleTime: 0,
    gcTime: 0,
  })
  const settled = useDeferredValue(typed?.trim() ? typed : undefined)
  const judged = useQuery({
    queryKey: ['introductions', to.via, person, settled],
    queryFn: () => askFor({ ...to, text: settled }),
    enabled: settled !== undefined,
    placeholderData: before => before,
    gcTime: 0,
  })
  const answer = (settled === undefined ? undefined : judged.data) ?? first.data
  const text = typed ?? first.data?.text ?? ''
  const keep = useMutation({
    mutationFn: async () => {
      const kept = await askFor({ ...to, text, keep: true })
      if (kept.conversation === null) await navigator.clipboard.writeText(text)
      return kept
    },
    onSuccess: ({ conversation }) => {
      tell(t(conversation ? 'ask.kept' : 'ask.copied', { name: via?.name ?? '' }))
      onClose()
      if (conversation) void navigate({ to: '/inbox/$conversationId', params: { conversationId: conversation } })
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.people }),
  })
  const error = keep.error ?? first.error
  const advice = answer?.balance.owing ? adviceWords(t, answer.balance.advice, via?.name ?? '') : null
  const blocked = answer?.verdict === 'block'
  return (
    <Sheet title={t('ask.title', { via: via?.name ?? '', name })} onClose={onClose}>
      <Stack gap={4}>
        {!first.data && !first.error && <RowSkeleton rows={3} />}
        {advice && (
          <Notice tone="warn">
            <strong>{t('ask.give-first')}</strong> {advice}
          </Notice>
        )}
        {first.data && (
          <TextAreaField
            label={t('ask.words')}
            hint={t('ask.hint', { name: via?.name ?? '' })}
            rows={7}
            maxLength={4_000}
            value={text}
            onChange={event => setTyped(event.target.value)}
          />
        )}
        {answer?.tool && (
          <p className="n-tool">
            <ToolMark tool={answer.tool} word />
          </p>
        )}
        {answer && answer.tool === null && <Notice tone="warn">{t('ask.no-way', { name: via?.name ?? '' })}</Notice>}
        {answer?.reasons.map(reason => (
          <Notice key={reason.code} tone={reason.verdict}>
            {reason.message}
          </Notice>
        ))}
        {error && <Notice tone="block">{error.message}</Notice>}
        <Line>
          <NextStep
            busy={keep.isPending}
            aria-disabled={!answer?.tool || blocked || undefined}
            onClick={() => {
              if (!blocked && answer?.tool) keep.mutate()
            }}
          >
            {t(blocked ? 'ask.not-yet' : answer?.conversation ? 'ask.keep' : 'ask.copy')}
          </NextStep>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </Line>
      </Stack>
    </Sheet>
  )
}
