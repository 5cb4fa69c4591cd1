import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, IconButton, NextStep } from '#web/kit/Button.tsx'
import { TextAreaField } from '#web/kit/Fields.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { FitWhy } from '#web/kit/FitWhy.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import { addNote, type CandidacyView, candidacyQuery, keys, setConsidered, setNoteRemoved } from '../api.ts'
import { Letter } from '../Letter.tsx'
import { Interviews } from './Interviews.tsx'
import { MoveSheet } from './MoveSheet.tsx'
import { Scorecards } from './Scorecards.tsx'
import '../openings.css'

/** One person in one opening: how they came here, what each of the team saw, when they are met. */
export function CandidacyPage() {
  const { candidacyId = '' }: { candidacyId?: string } = useParams({ strict: false })
  const t = useText('openings')
  const presence = usePresence()
  const { data, error, refetch } = useQuery(candidacyQuery(candidacyId))
  if (!data)
    return (
      <Page title={t('title')}>
        {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
      </Page>
    )
  const { person, opening } = data
  return (
    <Page
      title={t('candidacy-title', { name: person.name, opening: opening.title })}
      meta={t(`pipeline.${data.stage}`)}
      actions={<Actions data={data} />}
    >
      <div className="j-opening">
        <div className="j-who">
          <PersonName
            name={person.name}
            stage={readStage(person.stage)}
            stageWord
            tools={person.tools}
            presence={presence.get(person.id) ?? 'off'}
            to={`/people/${person.id}`}
          />
          {data.fit && <FitWhy fit={data.fit} person={person.id} name={opening.title} />}
          <Link to="/openings/$openingId" params={{ openingId: opening.id }} className="k-link">
            {opening.title}
          </Link>
        </div>
        {person.headline && <p>{person.headline}</p>}
        <div className="j-columns">
          <div className="j-side">
            <Interviews data={data} />
            <Scorecards key={data.scorecards.find(card => card.own)?.at ?? ''} data={data} />
          </div>
          <aside className="j-side">
            <Letters data={data} />
            <Notes data={data} />
            <History data={data} />
            {data.others.length > 0 && (
              <section>
                <h2>{t('also-in')}</h2>
                <ul className="j-list">
                  {data.others.map(other => (
                    <li key={other.candidacy}>
                      <Link
                        to="/openings/$openingId/people/$candidacyId"
                        params={{ openingId: other.opening, candidacyId: other.candidacy }}
                        className="k-link"
                      >
                        {other.title}
                      </Link>{' '}
                      <span className="k-meta">{t(`pipeline.${other.stage}`)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </aside>
        </div>
      </div>
    </Page>
  )
}

function Letters({ data }: { data: CandidacyView }) {
  const t = useText('openings')
  if (data.applications.length === 0) return null
  return (
    <section>
      <h2>{t('letters')}</h2>
      <ul className="j-list">
        {data.applications.map(one => (
          <li key={one.id}>
            <p className="k-meta">
              <TimeAgo at={one.at} />
            </p>
            <Letter application={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Actions({ data }: { data: CandidacyView }) {
  const t = useText('openings')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [moving, setMoving] = useState(false)
  const { candidacy, person, opening, stage } = data
  const set = useMutation({
    mutationFn: (considered: boolean) => setConsidered(candidacy, considered),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.all }),
  })
  const takeOut = () =>
    set.mutate(false, {
      onSuccess: () => {
        void navigate({ to: '/openings/$openingId', params: { openingId: opening.id } })
        tell(t('taken-out', { name: person.name }), () => set.mutate(true))
      },
    })
  return (
    <>
      <Button look="quiet" onClick={takeOut}>
        {t('take-out')}
      </Button>
      <NextStep onClick={() => setMoving(true)}>{t('move.open')}</NextStep>
      {moving && (
        <MoveSheet
          opening={opening.id}
          who={{ candidacy, name: person.name, stage }}
          onClose={() => setMoving(false)}
        />
      )}
    </>
  )
}

function Notes({ data }: { data: CandidacyView }) {
  const t = useText('openings')
  const cache = useQueryClient()
  const [text, setText] = useState('')
  const refresh = () => cache.invalidateQueries({ queryKey: keys.candidacy(data.candidacy) })
  const add = useMutation({
    mutationFn: () => addNote(data.candidacy, text.trim()),
    onSuccess: () => setText(''),
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  const set = useMutation({
    mutationFn: ({ note, removed }: { note: string; removed: boolean }) =>
      setNoteRemoved(data.candidacy, note, removed),
    onSuccess: (_, { note, removed }) => {
      if (removed) tell(t('note.gone'), () => set.mutate({ note, removed: false }))
    },
    onError: error => tell(error.message),
    onSettled: refresh,
  })
  return (
    <section>
      <h2>{t('note.title')}</h2>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (text.trim() !== '') add.mutate()
        }}
      >
        <TextAreaField
          label={t('note.field')}
          rows={3}
          maxLength={4_000}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <Line>
          <Button type="submit" busy={add.isPending} unavailable={text.trim() === '' ? t('note.first') : undefined}>
            {t('note.keep')}
          </Button>
        </Line>
      </form>
      <ul className="j-list">
        {data.notes.map(note => (
          <li key={note.id}>
            <p className="j-message">{note.text}</p>
            <p className="k-meta">
              {note.by && <bdi>{note.by}, </bdi>}
              <TimeAgo at={note.at} />
              {note.own && (
                <IconButton label={t('note.remove')} onClick={() => set.mutate({ note: note.id, removed: true })}>
                  <Icon name="close" size={14} />
                </IconButton>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ data }: { data: CandidacyView }) {
  const t = useText('openings')
  const { formats } = useLanguage()
  const day = (on: string) =>
    new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(on))
  return (
    <section>
      <h2>{t('history')}</h2>
      <ol className="j-list">
        {data.moves.toReversed().map(move => (
          <li key={move.id}>
            <p>
              {move.undone ? <del>{t(`pipeline.${move.to}`)}</del> : <strong>{t(`pipeline.${move.to}`)}</strong>}{' '}
              {move.from === null && t(`source.${data.source}`)}
              {move.undone && <span className="k-meta">{t('taken-back')}</span>}
            </p>
            {move.reason !== '' && <p className="j-message">{move.reason}</p>}
            {move.comesBackOn && (
              <p>
                {t('comes-back', { day: day(move.comesBackOn) })} {move.pool && <bdi>{move.pool}</bdi>}
              </p>
            )}
            <p className="k-meta">
              {move.by && <bdi>{move.by}, </bdi>}
              <TimeAgo at={move.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
