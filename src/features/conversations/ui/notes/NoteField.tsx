import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { newId } from '#kernel/ids.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { ConversationView, Member } from '../api.ts'
import { keys, ownQuery, teamQuery } from '../queries.ts'
import { addThreadNote, removeThreadNote } from './api.ts'
import { complete, mentionedIn, suggest } from './mentions.ts'

const draftOf = new Map<string, string>()

/** Where a note for the team is written: another ground, another edge and another button than the composer's, and it says so. */
export function NoteField({ conversation, onClose }: { conversation: ConversationView; onClose: () => void }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const { data: me } = useQuery(ownQuery)
  const { data: members = [] } = useQuery(teamQuery)
  const { id, title } = conversation
  const [text, setText] = useState(draftOf.get(id) ?? '')
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [closed, setClosed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const ids = useId()
  const colleagues = members.filter(each => each.disabledAt === null && each.id !== me?.user.id)
  const offered = closed ? [] : suggest(text, caret, colleagues).slice(0, 6)
  const active = Math.min(at, offered.length - 1)
  useEffect(() => field.current?.focus(), [])
  const write = (next: string, place: number) => {
    setText(next)
    setCaret(place)
    setAt(0)
    setClosed(false)
    draftOf.set(id, next)
  }
  const { mutate, isPending } = useMutation({
    mutationFn: async (words: string) => {
      const note = {
        id: newId<'ThreadNote'>(),
        text: words,
        mentions: mentionedIn(words, colleagues).map(each => each.id),
      }
      await addThreadNote(id, note)
      return note
    },
    onSuccess: note => {
      draftOf.delete(id)
      const undo = () =>
        void removeThreadNote(note.id, true).then(
          () => queries.invalidateQueries({ queryKey: keys.allNotes }),
          (error: Error) => tell(t('action.failed', { why: error.message })),
        )
      tell(t('notes.kept'), undo)
      onClose()
    },
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.allNotes }),
  })
  const keep = () => {
    if (text.trim() !== '') mutate(text.trim())
  }
  const choose = (member: Member | undefined) => {
    if (!member) return
    const next = complete(text, caret, member.name)
    // At once: whoever types on writes behind the name.
    flushSync(() => {
      write(next.text, next.caret)
      setClosed(true)
    })
    field.current?.setSelectionRange(next.caret, next.caret)
  }
  return (
    <section className="c-note-field" aria-label={t('notes.write')}>
      <p id={`${ids}-who`} className="c-note-who">
        <strong>{t('notes.for-team')}</strong> {t('notes.never-sent', { name: title })}
      </p>
      <textarea
        ref={field}
        className="k-input"
        rows={3}
        dir="auto"
        value={text}
        aria-label={t('notes.write')}
        aria-describedby={`${ids}-who`}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${ids}-list` : undefined}
        aria-activedescendant={offered.length > 0 ? `${ids}-${active}` : undefined}
        placeholder={t('notes.placeholder')}
        maxLength={10_000}
        onChange={event => write(event.target.value, event.target.selectionStart)}
        onSelect={event => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (offered.length > 0 && step !== undefined) {
            event.preventDefault()
            setAt((active + step + offered.length) % offered.length)
          } else if (offered.length > 0 && (event.key === 'Enter' || event.key === 'Tab')) {
            event.preventDefault()
            choose(offered[active])
          } else if (event.key === 'Escape') {
            event.preventDefault()
            if (offered.length > 0) setClosed(true)
            else onClose()
          } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || !event.shiftKey)) {
            event.preventDefault()
            keep()
          }
        }}
      />
      {offered.length > 0 && (
        <div id={`${ids}-list`} role="listbox" aria-label={t('notes.colleagues')} className="c-note-offered">
          {offered.map((member, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            <div
              key={member.id}
              id={`${ids}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="k-palette-item"
              onPointerMove={() => setAt(index)}
              onClick={() => choose(member)}
            >
              <bdi>{member.name}</bdi>
            </div>
          ))}
        </div>
      )}
      <div className="k-line">
        <Button
          size="row"
          busy={isPending}
          unavailable={text.trim() === '' ? t('notes.empty') : undefined}
          onClick={keep}
        >
          {t('notes.keep')}
        </Button>
        <Button size="row" look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  )
}
