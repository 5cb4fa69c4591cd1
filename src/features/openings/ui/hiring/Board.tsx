import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import type { FitWire } from '#features/fit/wire.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { useBoardKeys } from '#web/keyboard/board-keys.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button } from '#web/kit/Button.tsx'
import { NumberText } from '#web/kit/Figures.tsx'
import { FitWhy } from '#web/kit/FitWhy.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { usePresence } from '#web/live/presence.ts'
import { type PipelineStage, pipeline } from '../../model.ts'
import { boardQuery, type CardView, fitsQuery, type OpeningView } from '../api.ts'
import { MoveSheet } from './MoveSheet.tsx'
import { type Movable, useMove } from './use-move.ts'

const dayMs = 86_400_000
const movableOf = (card: CardView): Movable => ({
  candidacy: card.candidacy,
  name: card.person.name,
  stage: card.stage,
})

/** A column for each step: cards are dragged, or moved by their menu, or by `m`; on a phone it is a list by step. */
export function Board({ opening, onRank }: { opening: OpeningView; onRank: () => void }) {
  const t = useText('openings')
  const home = useRef<HTMLDivElement>(null)
  const { data: cards, error, refetch } = useQuery(boardQuery(opening.id))
  const { data: judged } = useQuery({ ...fitsQuery(opening.id), enabled: (cards?.length ?? 0) > 0 })
  const fits = useMemo(() => new Map(judged?.fits.map(one => [one.person as string, one.fit] as const)), [judged])
  const [asked, setAsked] = useState<{ who: Movable; to?: PipelineStage }>()
  const [over, setOver] = useState<PipelineStage>()
  const move = useMove(opening.id, (who, wanted) => setAsked({ who, to: wanted.to }))
  useBoardKeys(home, '.j-column', '.j-card')
  if (!cards) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  if (cards.length === 0)
    return (
      <EmptyState title={t('board.empty')}>
        <Button onClick={onRank}>{t('board.rank')}</Button>
      </EmptyState>
    )
  const send = (who: Movable, to: PipelineStage) => {
    if (who.stage === to) return
    if (to === 'not-now') setAsked({ who, to })
    else move.mutate({ who, move: { to } })
  }
  const dropped = (candidacy: string, to: PipelineStage) => {
    const card = cards.find(one => one.candidacy === candidacy)
    if (card) send(movableOf(card), to)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, before its cards are there and without any too
    <div ref={home} className="j-board k-grid-free" tabIndex={0}>
      {pipeline.map(stage => {
        const here = cards.filter(card => card.stage === stage)
        return (
          <section
            key={stage}
            className="j-column"
            aria-labelledby={`pipeline-${stage}`}
            data-empty={here.length === 0 || undefined}
            data-over={over === stage || undefined}
            onDragOver={event => {
              event.preventDefault()
              if (over !== stage) setOver(stage)
            }}
            onDragLeave={event => {
              if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
              setOver(undefined)
            }}
            onDrop={event => {
              event.preventDefault()
              setOver(undefined)
              dropped(event.dataTransfer.getData('text/plain'), stage)
            }}
          >
            <h2 id={`pipeline-${stage}`}>
              {t(`pipeline.${stage}`)} <NumberText value={here.length} />
            </h2>
            <ul>
              {here.map(card => (
                <Card
                  key={card.candidacy}
                  opening={opening}
                  card={card}
                  fit={fits.get(card.person.id)}
                  onMove={to => (to ? send(movableOf(card), to) : setAsked({ who: movableOf(card) }))}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {asked && <MoveSheet opening={opening.id} who={asked.who} to={asked.to} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

function Card(props: {
  opening: OpeningView
  card: CardView
  fit: FitWire | undefined
  onMove: (to?: PipelineStage) => void
}) {
  const { opening, card, fit, onMove } = props
  const t = useText('openings')
  const { formats } = useLanguage()
  const presence = usePresence()
  const navigate = useNavigate()
  const home = useRef<HTMLLIElement>(null)
  const { person, stage } = card
  useKey(
    'board-move',
    () => {
      if (!home.current?.contains(document.activeElement)) return false
      onMove()
      return true
    },
    { within: home },
  )
  const open = { openingId: opening.id, candidacyId: card.candidacy }
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(card.since)) / dayMs))
  const day = (iso: string) =>
    new Intl.DateTimeFormat(formats, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(iso))
  const time = (iso: string) =>
    new Intl.DateTimeFormat(formats, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date(iso))
  return (
    <li
      ref={home}
      className="j-card"
      draggable
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk over the cards, which hold their own controls
      tabIndex={0}
      onDragStart={event => {
        event.dataTransfer.setData('text/plain', card.candidacy)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        void navigate({ to: '/openings/$openingId/people/$candidacyId', params: open })
      }}
    >
      <PersonName
        name={person.name}
        stage={readStage(person.stage)}
        tools={person.tools.slice(0, 3)}
        presence={presence.get(person.id) ?? 'off'}
        to={`/openings/${opening.id}/people/${card.candidacy}`}
      />
      {fit && <FitWhy fit={fit} person={person.id} name={opening.title} />}
      {card.interview && (
        <p>
          {t(`interview-state.${card.interview.state}`)}{' '}
          <time dateTime={card.interview.at}>{time(card.interview.at)}</time>
        </p>
      )}
      {card.comesBackOn && stage === 'not-now' && (
        <p>
          {t('comes-back', { day: day(card.comesBackOn) })} {card.pool && <bdi className="k-meta">{card.pool}</bdi>}
        </p>
      )}
      {card.reason !== '' && <p className="j-reason">{card.reason}</p>}
      <div className="j-card-foot">
        <span className="k-meta">
          {t('days', { count: days })}
          {card.scorecards.given > 0 && <> · {t('scorecards-given', { count: card.scorecards.given })}</>}
          {stage === 'interview' && !card.scorecards.own && (
            <>
              {' · '}
              <Link to="/openings/$openingId/people/$candidacyId" params={open} hash="scorecards">
                {t('yours-missing')}
              </Link>
            </>
          )}
        </span>
        <Menu
          label={t('move.title', { name: person.name })}
          target={
            <button type="button" className="k-button k-button-row k-button-quiet" aria-keyshortcuts="m">
              {t('move.open')}
              <span className="hush"> {person.name}</span> <Icon name="down" size={14} />
            </button>
          }
          entries={[
            ...pipeline.map(to => ({
              kind: 'item' as const,
              key: to,
              label: t(`pipeline.${to}`),
              run: () => onMove(to),
              ...(to === stage ? { unavailable: t('move.same') } : {}),
            })),
            { kind: 'line' as const, key: 'line' },
            { kind: 'item' as const, key: 'reason', label: t('move.with-reason'), run: () => onMove() },
          ]}
        />
      </div>
    </li>
  )
}
