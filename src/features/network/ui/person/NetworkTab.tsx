import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import type { PersonPart } from '#web/manifest.ts'
import { neighboursQuery } from '../api.ts'
import { Grade, useBecause } from '../words.tsx'
import { Balance } from './Balance.tsx'
import { SayTie } from './SayTie.tsx'
import { Ways } from './Ways.tsx'
import '../network.css'
import { usePresence } from '#web/live/presence.ts'

/** Who could introduce us, whom they know, and what passed between us. */
export function NetworkTab(part: PersonPart) {
  return (
    <div className="n-tab">
      <Ways {...part} />
      <Balance {...part} />
      <Neighbours {...part} />
    </div>
  )
}

const atFirst = 12

function Neighbours({ person, name }: PersonPart) {
  const t = useText('network')
  const because = useBecause()
  const { data: people, error, refetch } = useQuery(neighboursQuery(person))
  const presence = usePresence()
  const [all, setAll] = useState(false)
  const [saying, setSaying] = useState(false)
  const shown = all ? people : people?.slice(0, atFirst)
  return (
    <section className="n-section" aria-labelledby="n-knows">
      <header className="n-head">
        <h2 id="n-knows">{t('knows.title', { name })}</h2>
        <Link to="/network" search={{ person }} className="k-link">
          {t('knows.drawing')}
        </Link>
        <Button size="row" onClick={() => setSaying(true)}>
          {t('knows.say')}
        </Button>
      </header>
      {error && !people && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
      {!people && !error && <RowSkeleton rows={3} />}
      {people?.length === 0 && <EmptyState title={t('knows.empty')} />}
      {shown && shown.length > 0 && (
        <ul className="n-people">
          {shown.map(one => (
            <li key={one.person}>
              <PersonName
                name={one.name}
                stage={readStage(one.stage)}
                to={`/people/${one.person}`}
                presence={presence.get(one.person) ?? 'off'}
              />
              <span className="n-because">{one.because[0] && because(one.because[0])}</span>
              <Grade link={one} title={t('between', { a: name, b: one.name })} />
            </li>
          ))}
        </ul>
      )}
      {people && people.length > atFirst && !all && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('knows.all', { count: people.length })}
        </Button>
      )}
      {saying && <SayTie person={person} name={name} onClose={() => setSaying(false)} />}
    </section>
  )
}
