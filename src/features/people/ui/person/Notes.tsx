import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { useKeptText } from '#web/kept-text.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Meta } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { addNote, changeNote, type PersonPageWire } from '../api.ts'
import { keys } from '../keys.ts'

type Note = PersonPageWire['notes'][number]

export function Notes({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [text, write] = useKeptText(`note.${person.id}`)
  const add = useMutation({
    mutationFn: () => addNote(person.id, text.trim()),
    onSuccess: () => write(''),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.person(person.id) }),
  })
  return (
    <section aria-label={t('note.title')}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (text.trim()) add.mutate()
        }}
      >
        <TextAreaField
          label={t('note.new')}
          value={text}
          maxLength={20000}
          error={add.error?.message}
          onChange={event => write(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) add.mutate()
          }}
        />
        <div className="p-after-field">
          <Button type="submit" busy={add.isPending} unavailable={text.trim() ? undefined : t('note.first')}>
            {t('note.keep')}
          </Button>
        </div>
      </form>
      {person.notes.length === 0 && <p className="p-quiet">{t('note.none')}</p>}
      <ul className="p-notes">
        {person.notes.map(note => (
          <li key={note.id}>
            <OneNote person={person} note={note} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneNote({ person, note }: { person: PersonPageWire; note: Note }) {
  const t = useText('people')
  const queries = useQueryClient()
  const [draft, setDraft] = useState<string>()
  const change = useMutation({
    mutationFn: (given: { text: string } | { deleted: boolean }) => changeNote(person.id, note.id, given),
    onError: error => tell(error.message),
    onSettled: () => void queries.invalidateQueries({ queryKey: keys.person(person.id) }),
  })
  const remove = () => {
    change.mutate({ deleted: true })
    tell(t('note.deleted'), () => change.mutate({ deleted: false }))
  }
  if (draft !== undefined) {
    return (
      <form
        onSubmit={event => {
          event.preventDefault()
          if (draft.trim()) change.mutate({ text: draft.trim() })
          setDraft(undefined)
        }}
      >
        <TextAreaField
          label={t('note.change')}
          value={draft}
          autoFocus
          onChange={event => setDraft(event.target.value)}
        />
        <Line>
          <Button type="submit" size="row">
            {t('note.keep')}
          </Button>
          <Button look="quiet" size="row" onClick={() => setDraft(undefined)}>
            {t('cancel')}
          </Button>
        </Line>
      </form>
    )
  }
  return (
    <>
      <p className="p-note-text">{note.text}</p>
      <Line gap={1}>
        <Meta>
          <TimeAgo at={note.createdAt} />
          {note.editedAt && ` · ${t('note.edited')}`}
        </Meta>
        <Button look="quiet" size="row" onClick={() => setDraft(note.text)}>
          {t('change')}
        </Button>
        <Button look="quiet" size="row" onClick={remove}>
          {t('note.delete')}
        </Button>
      </Line>
    </>
  )
}
