import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { toolLabel } from '#features/tools/model.ts'
import { isToolId, type ToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Page } from '#web/kit/Page.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { knownVariables, variablesIn } from '../../model.ts'
import { connectionsQuery, ownQuery } from '../queries.ts'
import { addReply, changeReply, type ReplyDraft, type SavedReplyView } from './api.ts'
import { repliesQuery, replyKeys } from './queries.ts'
import '../organise/organise.css'

/** Texts that the team writes again and again, with the words that change left open. */
export function RepliesPage() {
  const t = useText('conversations')
  const { data: replies, error, isPending, refetch } = useQuery(repliesQuery)
  const { data: me } = useQuery(ownQuery)
  const [adding, setAdding] = useState(false)
  const mayChange = me?.may.includes('write-messages') ?? false
  return (
    <Page title={t('replies.title')}>
      <div className="c-manage">
        <p>{t('replies.words')}</p>
        {mayChange &&
          (adding ? (
            <ReplyForm onDone={() => setAdding(false)} />
          ) : (
            <div className="k-line">
              <NextStep onClick={() => setAdding(true)}>{t('replies.add')}</NextStep>
            </div>
          ))}
        <section aria-label={t('replies.title')}>
          {isPending && <RowSkeleton rows={3} label={t('replies.loading')} />}
          {error && !replies && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
          {replies?.length === 0 && !adding && <EmptyState title={t('replies.none')} />}
          <ul className="c-manage-list">
            {replies?.map(reply => (
              <ReplyLine key={reply.id} reply={reply} mayChange={mayChange} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  )
}

function ReplyLine({ reply, mayChange }: { reply: SavedReplyView; mayChange: boolean }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { mutate } = useMutation({
    mutationFn: (removed: boolean) => changeReply(reply.id, { removed }),
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: replyKeys.all }),
  })
  const remove = () => {
    mutate(true)
    tell(t('replies.removed', { name: reply.name }), () => mutate(false))
  }
  if (open)
    return (
      <li>
        <ReplyForm reply={reply} onDone={() => setOpen(false)} />
      </li>
    )
  return (
    <li>
      <div className="c-manage-line">
        <h2>
          <bdi>{reply.name}</bdi>
        </h2>
        {mayChange && (
          <span className="k-line">
            <Button size="row" onClick={() => setOpen(true)}>
              {t('change')}
            </Button>
            <Button size="row" look="quiet" onClick={remove}>
              {t('remove')}
            </Button>
          </span>
        )}
      </div>
      <p className="c-reply-text" dir="auto">
        {reply.text}
      </p>
      {Object.keys(reply.variants)
        .filter(isToolId)
        .map(tool => (
          <p key={tool} className="c-reply-text" dir="auto">
            <ToolMark tool={tool} word /> {reply.variants[tool]}
          </p>
        ))}
    </li>
  )
}

function ReplyForm({ reply, onDone }: { reply?: SavedReplyView; onDone: () => void }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const { data: connections = [] } = useQuery(connectionsQuery)
  const [draft, setDraft] = useState<ReplyDraft>(reply ?? { name: '', text: '', variants: {} })
  const field = useRef<HTMLTextAreaElement>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      // A variant that was emptied is none.
      const written = Object.entries(draft.variants).filter(([, text]) => text.trim() !== '')
      const given = { ...draft, name: draft.name.trim(), variants: Object.fromEntries(written) }
      if (reply) await changeReply(reply.id, { name: given.name, text: given.text, variants: given.variants })
      else await addReply(given)
    },
    onSuccess: () => {
      tell(t('replies.kept', { name: draft.name.trim() }))
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: replyKeys.all }),
  })
  const empty = draft.name.trim() === '' || draft.text.trim() === '' ? t('replies.write-first') : undefined
  const put = (variable: string) => {
    const at = field.current?.selectionStart ?? draft.text.length
    const put = `{${variable}}`
    setDraft({ ...draft, text: `${draft.text.slice(0, at)}${put}${draft.text.slice(at)}` })
    field.current?.focus()
    // A new value moves the caret to its end.
    requestAnimationFrame(() => field.current?.setSelectionRange(at + put.length, at + put.length))
  }
  const own = variablesIn(draft.text).filter(name => !(knownVariables as readonly string[]).includes(name))
  const variants = Object.keys(draft.variants).filter(isToolId)
  const others = [...new Set(connections.map(each => each.tool))].filter(tool => !variants.includes(tool))
  const setVariant = (tool: ToolId, text: string) =>
    setDraft({ ...draft, variants: { ...draft.variants, [tool]: text } })
  return (
    <form
      className="c-manage-form"
      onSubmit={event => {
        event.preventDefault()
        if (!empty) mutate()
      }}
    >
      <TextField
        label={t('replies.name')}
        value={draft.name}
        maxLength={80}
        error={error?.message}
        onChange={event => setDraft({ ...draft, name: event.target.value })}
      />
      <TextAreaField
        ref={field}
        label={t('replies.text')}
        hint={own.length > 0 ? t('replies.asks', { names: own.join(', ') }) : t('replies.text-hint')}
        rows={5}
        dir="auto"
        maxLength={10_000}
        value={draft.text}
        onChange={event => setDraft({ ...draft, text: event.target.value })}
      />
      <fieldset className="c-variables">
        <legend className="k-meta">{t('replies.variables')}</legend>
        {knownVariables.map(name => (
          <Button key={name} size="row" onClick={() => put(name)}>
            {t(`replies.variable.${name}`)}
          </Button>
        ))}
      </fieldset>
      {variants.map(tool => (
        <TextAreaField
          key={tool}
          label={t('replies.variant', { tool: toolLabel(tool) })}
          rows={3}
          dir="auto"
          maxLength={10_000}
          value={draft.variants[tool] ?? ''}
          onChange={event => setVariant(tool, event.target.value)}
        />
      ))}
      {others.length > 0 && (
        <SelectField
          label={t('replies.add-variant')}
          optional
          value=""
          choices={[
            { value: '', label: t('replies.choose-tool') },
            ...others.map(tool => ({ value: tool, label: toolLabel(tool) })),
          ]}
          onChange={event => isToolId(event.target.value) && setVariant(event.target.value, draft.text)}
        />
      )}
      <div className="k-line">
        <NextStep type="submit" busy={isPending} unavailable={empty}>
          {t('save')}
        </NextStep>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
