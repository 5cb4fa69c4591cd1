import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextField } from '#web/kit/Fields.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { knownVariables } from '../../model.ts'
import { PickSheet } from '../organise/PickSheet.tsx'
import { fillReply, type SavedReplyView } from './api.ts'
import { repliesQuery } from './queries.ts'

type Place = { conversation: string; tool: ToolId }

/** Choose a saved reply; what it can't know is asked for, and only then does it come into the field. */
export function ReplySheet(
  props: Place & { start?: SavedReplyView; onText: (text: string) => void; onClose: () => void },
) {
  const { conversation, tool, start, onText, onClose } = props
  const t = useText('conversations')
  const navigate = useNavigate()
  const { data: replies = [] } = useQuery(repliesQuery)
  const [asking, setAsking] = useState<{ reply: SavedReplyView; missing: readonly string[] }>()
  const fill = (reply: SavedReplyView, values: Readonly<Record<string, string>>) => {
    fillReply(reply.id, { conversation, values }).then(
      ({ text, missing }) => {
        if (missing.length > 0) setAsking({ reply, missing })
        else {
          onClose()
          onText(text)
        }
      },
      (error: Error) => {
        onClose()
        tell(t('action.failed', { why: error.message }))
      },
    )
  }
  const begin = useRef(fill)
  begin.current = fill
  useEffect(() => {
    if (start) begin.current(start, {})
  }, [start])
  if (asking)
    return (
      <AskSheet
        missing={asking.missing}
        title={asking.reply.name}
        onClose={onClose}
        onValues={values => fill(asking.reply, values)}
      />
    )
  if (start) return null
  return (
    <PickSheet
      title={t('replies.choose')}
      placeholder={t('replies.type')}
      picks={[
        ...replies.map(reply => ({
          id: reply.id,
          label: reply.name,
          hint: <span className="c-reply-start">{reply.variants[tool] ?? reply.text}</span>,
          run: () => fill(reply, {}),
        })),
        { id: 'manage', label: t('replies.manage'), run: () => void navigate({ to: '/settings/replies' }) },
      ]}
      // Filling goes on after the choice: the one who opened the sheet closes it then.
      onClose={onClose}
      keepOpen
    />
  )
}

const isKnown = (name: string) => (knownVariables as readonly string[]).includes(name)

function AskSheet(props: {
  title: string
  missing: readonly string[]
  onValues: (values: Readonly<Record<string, string>>) => void
  onClose: () => void
}) {
  const { title, missing, onValues, onClose } = props
  const t = useText('conversations')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const form = useRef<HTMLFormElement>(null)
  // After the sheet has opened, which gives the focus to its first control.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const empty = missing.some(name => (values[name] ?? '').trim() === '')
  return (
    <Sheet title={title} place="middle" onClose={onClose}>
      <form
        ref={form}
        className="k-stack"
        onSubmit={event => {
          event.preventDefault()
          if (!empty) onValues(values)
        }}
      >
        <p>{t('replies.missing')}</p>
        {missing.map(name => (
          <TextField
            key={name}
            label={isKnown(name) ? t(`replies.variable.${name}`) : name}
            value={values[name] ?? ''}
            maxLength={1_000}
            onChange={event => setValues({ ...values, [name]: event.target.value })}
          />
        ))}
        <div className="k-line">
          <Button type="submit" look="filled" unavailable={empty ? t('replies.fill-all') : undefined}>
            {t('replies.put-in')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
