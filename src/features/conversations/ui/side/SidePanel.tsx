import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { PersonId } from '#kernel/ids.ts'
import { conversationParts } from '#web/features.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TextAreaField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { addNote, type ConversationView } from '../api.ts'
import { JoinRoom } from '../online/JoinRoom.tsx'
import { OnlineList } from '../online/OnlineList.tsx'
import { ownQuery, personQuery, readingsQuery } from '../queries.ts'
import { KnownAlready, WhoIsIt } from '../thread/WhoIsIt.tsx'
import { Relationship } from './Relationship.tsx'
import { RoomPart } from './RoomPart.tsx'
import { VisitPart } from './VisitPart.tsx'

const shownReadings = 4
const shownNotes = 3

/** Beside the thread: the person, and who is online. */
export function SidePanel({ conversation }: { conversation: ConversationView }) {
  const t = useText('conversations')
  const { person, kind, requested } = conversation
  const unknown = !person && kind !== 'room' && !requested
  return (
    <div className="c-side">
      {person && <PersonPart id={person.id} conversation={conversation} />}
      {unknown && <WhoIsIt conversation={conversation} />}
      {kind === 'room' && <RoomPart conversation={conversation} />}
      {kind === 'visitor' && <VisitPart conversation={conversation} />}
      {kind === 'visitor' && person && <KnownAlready conversation={conversation} />}
      <Suspense>
        {conversationParts.map(({ feature, Part }) => (
          <Part key={feature} conversation={conversation.id} person={person?.id ?? null} />
        ))}
      </Suspense>
      <section aria-label={t('online.title')}>
        <h2>{t('online.title')}</h2>
        <OnlineList />
        <JoinRoom />
      </section>
    </div>
  )
}

function PersonPart({ id, conversation }: { id: PersonId; conversation: ConversationView }) {
  const t = useText('conversations')
  const navigate = useNavigate()
  const { data: person, error, refetch } = useQuery(personQuery(id))
  const { data: activity } = useQuery(readingsQuery(id))
  const { data: me } = useQuery(ownQuery)
  if (error && !person) return <ErrorState detail={error.message} onRetry={() => void refetch()} />
  if (!person) return <RowSkeleton rows={4} label={t('side.loading')} />
  const readings = (activity?.readings ?? []).filter(reading => reading.dismissedAt === null).slice(0, shownReadings)
  return (
    <>
      <section aria-label={t('side.relationship')}>
        <h2>
          <bdi>{person.name}</bdi>
        </h2>
        <Relationship person={id} tool={conversation.tool} />
        <Button size="row" onClick={() => void navigate({ to: `/people/${id}` })}>
          {t('side.open-person')}
        </Button>
      </section>
      <section aria-label={t('side.profiles')}>
        <h3>{t('side.profiles')}</h3>
        <ul className="c-facts">
          {person.profiles.map(profile => (
            <li key={profile.id}>
              <ToolMark tool={profile.tool} />{' '}
              {profile.url === null ? (
                <bdi>
                  {profile.tool === 'website-chat'
                    ? (profile.displayName ?? t('visitor'))
                    : (profile.handle ?? profile.displayName)}
                </bdi>
              ) : (
                <a href={profile.url} target="_blank" rel="noreferrer noopener">
                  <bdi>{profile.handle ?? profile.displayName ?? profile.url}</bdi>
                </a>
              )}
              {profile.headline !== null && <span className="k-meta"> {profile.headline}</span>}
            </li>
          ))}
          {person.profiles.length === 0 && <li className="k-meta">{t('side.no-profiles')}</li>}
        </ul>
      </section>
      <section aria-label={t('side.readings')}>
        <h3>{t('side.readings')}</h3>
        <ul className="c-facts">
          {readings.map(reading => (
            <li key={reading.id}>
              <ToolMark tool={reading.tool} /> <bdi>{reading.title ?? t('side.untitled')}</bdi>{' '}
              <span className="k-meta">
                <TimeAgo at={reading.readAt} />
              </span>
            </li>
          ))}
          {readings.length === 0 && <li className="k-meta">{t('side.no-readings')}</li>}
        </ul>
      </section>
      <section aria-label={t('side.notes')}>
        <h3>{t('side.notes')}</h3>
        <ul className="c-facts">
          {person.notes.slice(0, shownNotes).map(note => (
            <li key={note.id}>
              <span className="c-note" dir="auto">
                {note.text}
              </span>{' '}
              <span className="k-meta">
                <TimeAgo at={note.createdAt} />
              </span>
            </li>
          ))}
        </ul>
        {me?.may.includes('work-with-people') && <NoteForm person={id} />}
      </section>
    </>
  )
}

function NoteForm({ person }: { person: PersonId }) {
  const t = useText('conversations')
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const { mutate, isPending } = useMutation({
    mutationFn: () => addNote(person, text.trim()),
    onSuccess: () => {
      setText('')
      tell(t('side.note-kept'))
    },
    onError: error => tell(t('action.failed', { why: error.message })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['person', person] }),
  })
  return (
    <form
      className="c-note-form"
      onSubmit={event => {
        event.preventDefault()
        if (text.trim() !== '') mutate()
      }}
    >
      <TextAreaField label={t('side.new-note')} rows={2} value={text} onChange={event => setText(event.target.value)} />
      <Button
        type="submit"
        size="row"
        busy={isPending}
        unavailable={text.trim() === '' ? t('side.note-empty') : undefined}
      >
        {t('side.keep-note')}
      </Button>
    </form>
  )
}
