import { queryOptions, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { assistantLimits } from '#features/assistant/model.ts'
import type { AssistantView, Suggestion } from '#features/assistant/wire.ts'
import { ask } from '#web/api/ask.ts'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useKeptText } from '#web/kept-text.ts'
import { Button } from '#web/kit/Button.tsx'
import type { MenuEntry } from '#web/kit/Menu.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { type Command, useCommands } from '#web/palette/commands.ts'

const assistantQuery = queryOptions({
  queryKey: ['assistant'],
  queryFn: () => ask<AssistantView>('/assistant'),
  staleTime: 5 * 60_000,
})

/** A draft from the assistant, in the menu and with ⌘K where it is on: what stands in the field is its note, and comes back with one press. */
export function useSuggestion(given: {
  conversation: { id: string; kind: string }
  action: 'message' | 'invite'
  text: string
  write: (text: string) => void
}): { entries: readonly MenuEntry[]; mark: ReactNode } {
  const { conversation, text } = given
  const t = useText('conversations')
  const { data: assistant } = useQuery(assistantQuery)
  const [suggested, keepSuggested] = useKeptText(`suggested.${conversation.id}`)
  const [own, setOwn] = useState('')
  const [busy, setBusy] = useState(false)
  const run = useRef(0)
  const latest = useRef(given)
  latest.current = given
  const isOn = assistant?.active === true && conversation.kind === 'direct'

  const suggest = async () => {
    const mine = ++run.current
    const note = latest.current.text.trim()
    setBusy(true)
    try {
      const body = { action: latest.current.action, note: note.slice(0, assistantLimits.noteChars) }
      const { text: draft } = await ask<Suggestion>(`/conversations/${conversation.id}/suggestion`, 'POST', body)
      if (run.current !== mine) return
      if (latest.current.text.trim() !== note) {
        tell(t('suggest.written-meanwhile'))
        return
      }
      setOwn(note)
      keepSuggested(draft)
      latest.current.write(draft)
    } catch (error) {
      if (run.current === mine) tell(t('suggest.failed', { why: wordsOf(t, error) }))
    } finally {
      if (run.current === mine) setBusy(false)
    }
  }
  const start = useRef(suggest)
  start.current = suggest

  const hasMark = suggested !== '' && text.trim() !== ''
  const wasMarked = useRef(hasMark)
  useEffect(() => {
    // Sent or taken away: what comes next is theirs alone.
    if (wasMarked.current && text.trim() === '') keepSuggested('')
    wasMarked.current = hasMark
  })
  useEffect(
    () => () => {
      run.current++
    },
    [],
  )
  const label = t(text.trim() === '' ? 'suggest.entry' : 'suggest.from-note')
  const commands = useMemo<readonly Command[]>(
    () => (isOn ? [{ id: 'composer:suggest', label, group: 'selection', run: () => void start.current() }] : []),
    [isOn, label],
  )
  useCommands(commands)
  return {
    entries: isOn ? [{ kind: 'item', key: 'suggest', label, run: () => void suggest() }] : [],
    mark: (
      <div role="status">
        {busy ? (
          <Notice>
            <span className="k-line">
              {t('suggest.writing')}
              <Button
                size="row"
                onClick={() => {
                  run.current++
                  setBusy(false)
                }}
              >
                {t('suggest.stop')}
              </Button>
            </span>
          </Notice>
        ) : (
          hasMark && (
            <Notice>
              <span className="k-line">
                {t(text.trim() === suggested.trim() ? 'suggest.mark' : 'suggest.mark-changed')}
                <Button
                  size="row"
                  onClick={() => {
                    keepSuggested('')
                    given.write(own)
                  }}
                >
                  {t(own === '' ? 'suggest.discard' : 'suggest.put-back')}
                </Button>
              </span>
            </Notice>
          )
        )}
      </div>
    ),
  }
}

function wordsOf(t: ReturnType<typeof useText>, error: unknown): string {
  if (!(error instanceof ApiError)) return t('suggest.refused.unknown')
  const words = t(`suggest.refused.${error.code}`)
  return words === `suggest.refused.${error.code}` ? error.message : words
}
