import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { isStage, type Stage } from '#features/relationships/model.ts'
import { useText } from '#web/i18n/i18n.ts'
import { useBoardKeys } from '#web/keyboard/board-keys.ts'
import { useKey } from '#web/keyboard/registry.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { StageMark } from '#web/kit/StageMark.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { readStage, stageIds } from '#web/kit/stages.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { usePresence } from '#web/live/presence.ts'
import { keys, type MemberRowWire, membersQuery, type PoolView, setStage, stagesQuery, undoStage } from '../api.ts'

/** A column for each stage: arrows walk over the cards, `m` moves one, with a reason. */
export function Board({ pool }: { pool: PoolView }) {
  const home = useRef<HTMLDivElement>(null)
  const { data: stages, error, refetch } = useQuery(stagesQuery(pool.id))
  const [moving, setMoving] = useState<MemberRowWire>()
  useBoardKeys(home, '.o-column', '.o-card')
  if (!stages) return error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />
  const counts = new Map(stages.map(({ stage, people }) => [stage, people]))
  const shown = stageIds.filter(stage => stage !== 'do-not-contact' || counts.has(stage))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, before its cards are there and without any too
    <div ref={home} className="o-board k-grid-free" tabIndex={0}>
      {shown.map(stage => (
        <Column key={stage} pool={pool} stage={stage} count={counts.get(stage) ?? 0} onMove={setMoving} />
      ))}
      {moving && <MoveSheet pool={pool} person={moving} onClose={() => setMoving(undefined)} />}
    </div>
  )
}

function Column(props: { pool: PoolView; stage: Stage; count: number; onMove: (person: MemberRowWire) => void }) {
  const { pool, stage, count, onMove } = props
  const t = useText('pools')
  const found = useInfiniteQuery({
    ...membersQuery(pool.id, { stage, sort: 'added', limit: 20 }),
    enabled: count > 0,
  })
  const people = count > 0 ? (found.data?.pages.flatMap(page => page.people) ?? []) : []
  return (
    <section
      className="o-column"
      aria-labelledby={`board-${stage}`}
      aria-busy={(count > 0 && found.isPending) || undefined}
      data-empty={count === 0 || undefined}
    >
      <h2 id={`board-${stage}`}>
        <StageMark stage={stage} /> <NumberText value={count} />
      </h2>
      <ul>
        {people.map(person => (
          <Card key={person.id} person={person} onMove={() => onMove(person)} />
        ))}
      </ul>
      {found.hasNextPage && count > 0 && (
        <Button size="row" look="quiet" busy={found.isFetching} onClick={() => void found.fetchNextPage()}>
          {t('members.more')}
        </Button>
      )}
    </section>
  )
}

function Card({ person, onMove }: { person: MemberRowWire; onMove: () => void }) {
  const t = useText('pools')
  const presence = usePresence()
  const navigate = useNavigate()
  const home = useRef<HTMLLIElement>(null)
  useKey(
    'board-move',
    () => {
      if (!home.current?.contains(document.activeElement)) return false
      onMove()
      return true
    },
    { within: home },
  )
  return (
    <li
      ref={home}
      className="o-card"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows walk over the cards, which hold their own controls
      tabIndex={0}
      onKeyDown={event => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        void navigate({ to: '/people/$personId', params: { personId: person.id } })
      }}
    >
      <PersonName
        name={person.name}
        stage={readStage(person.stage)}
        tools={person.tools.slice(0, 3)}
        presence={presence.get(person.id) ?? 'off'}
        to={`/people/${person.id}`}
      />
      {person.headline && <p className="o-headline">{person.headline}</p>}
      <div className="o-card-foot">
        <span className="k-meta">{person.lastTouchAt ? <TimeAgo at={person.lastTouchAt} /> : t('never')}</span>
        <Button size="row" look="quiet" aria-keyshortcuts="m" onClick={onMove}>
          {t('board.move')}
          <span className="hush"> {person.name}</span>
        </Button>
      </div>
    </li>
  )
}

function MoveSheet({ pool, person, onClose }: { pool: PoolView; person: MemberRowWire; onClose: () => void }) {
  const t = useText('pools')
  const shell = useText('shell')
  const queries = useQueryClient()
  const at = readStage(person.stage)
  const [stage, setTo] = useState<Stage>(at)
  const [reason, setReason] = useState('')
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: keys.one(pool.id) })
    void queries.invalidateQueries({ queryKey: ['person', person.id] })
  }
  const undo = useMutation({
    mutationFn: (move: string) => undoStage(person.id, move),
    onSettled: refresh,
    onError: error => tell(error.message),
  })
  const move = useMutation({
    mutationFn: () => setStage(person.id, stage, reason.trim()),
    onSuccess: ({ move: moved }) => {
      onClose()
      tell(
        t('board.moved', { name: person.name, stage: shell(`stage.${stage}`) }),
        moved === null ? undefined : () => undo.mutate(moved),
      )
    },
    onSettled: refresh,
  })
  const missing = stage === at ? t('board.same') : reason.trim() === '' ? t('board.reason-first') : undefined
  return (
    <Sheet title={t('board.title', { name: person.name })} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) move.mutate()
        }}
      >
        <Stack gap={4}>
          <SelectField
            label={t('board.to')}
            value={stage}
            autoFocus
            choices={stageIds
              .filter(each => each !== 'do-not-contact')
              .map(each => ({ value: each, label: shell(`stage.${each}`) }))}
            onChange={event => isStage(event.target.value) && setTo(event.target.value)}
          />
          <TextField
            label={t('board.reason')}
            hint={t('board.reason-hint')}
            maxLength={1_000}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          {move.error && <Notice tone="block">{move.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={move.isPending} unavailable={missing}>
              {t('board.do')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
