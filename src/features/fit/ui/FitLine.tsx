import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { FitWhy } from '#web/kit/FitWhy.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { fitQuery, type WantedWire, wantedQuery } from './api.ts'
import { WantedSheet } from './WantedSheet.tsx'
import './fit.css'

const chosenKey = 'kith.wanted'

function remembered(): string {
  try {
    return localStorage.getItem(chosenKey) ?? ''
  } catch {
    return ''
  }
}

function remember(id: string): void {
  try {
    localStorage.setItem(chosenKey, id)
  } catch {
    // Forbidden storage: chosen anew on the next page.
  }
}

/** "Fit Night lead 7 of 9", with every point and where it comes from under why. */
export function FitLine({ person }: PersonPart) {
  const t = useText('fit')
  const { data: wanted } = useQuery(wantedQuery)
  const [chosen, setChosen] = useState(remembered)
  const [editing, setEditing] = useState<WantedWire | 'new'>()
  const id = useId()
  const choose = (next: string) => {
    remember(next)
    setChosen(next)
  }
  if (!wanted) return <p className="f-fit k-meta"> </p>
  const current = wanted.find(each => each.id === chosen) ?? wanted[0]
  return (
    <div className="f-fit">
      {current ? (
        <>
          <label htmlFor={id} className="hush">
            {t('choose')}
          </label>
          <select
            id={id}
            className="k-input k-select f-choice"
            value={current.id}
            onChange={event => choose(event.target.value)}
          >
            {wanted.map(each => (
              <option key={each.id} value={each.id}>
                {t('fit-for', { name: each.name })}
              </option>
            ))}
          </select>
          <Judgement person={person} wanted={current} />
          <Button size="row" look="quiet" onClick={() => setEditing(current)}>
            {t('change')}
          </Button>
        </>
      ) : (
        <span className="k-meta">{t('none')}</span>
      )}
      <Button size="row" look="quiet" onClick={() => setEditing('new')}>
        {t('add')}
      </Button>
      {editing && (
        <WantedSheet
          wanted={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onKept={choose}
        />
      )}
    </div>
  )
}

function Judgement({ person, wanted }: { person: string; wanted: WantedWire }) {
  const t = useText('fit')
  const { data: fit, error, refetch } = useQuery(fitQuery(person, wanted.id))
  if (error && !fit)
    return (
      <Button size="row" look="quiet" onClick={() => void refetch()}>
        {t('again')}
      </Button>
    )
  if (!fit) return <span className="k-meta"> </span>
  return <FitWhy fit={fit} person={person} name={wanted.name} />
}
