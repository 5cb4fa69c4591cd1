import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Why } from '#web/kit/Why.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { type FitWire, fitQuery, type WantedWire, wantedQuery } from './api.ts'
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
  const { formats } = useLanguage()
  const { data: fit, error, refetch } = useQuery(fitQuery(person, wanted.id))
  if (error && !fit)
    return (
      <Button size="row" look="quiet" onClick={() => void refetch()}>
        {t('again')}
      </Button>
    )
  if (!fit) return <span className="k-meta"> </span>
  const number = (n: number) => new Intl.NumberFormat(formats, { maximumFractionDigits: 1 }).format(n)
  const score = fit.of === 0 ? t('nothing-known') : t('points', { points: number(fit.points), of: number(fit.of) })
  const unknown = fit.terms.filter(term => term.state === 'unknown').map(term => term.wanted)
  return (
    <>
      <Why
        title={t('why-title', { name: wanted.name })}
        label={t('why', { name: wanted.name, score })}
        items={fit.terms
          .filter(term => term.state !== 'unknown')
          .map(term => ({
            key: `${term.kind} ${term.wanted}`,
            what: <Term term={term} person={person} />,
            weight: `${number(term.points)} / ${number(term.weight)}`,
          }))}
        note={
          <>
            {unknown.length > 0 && <>{t('unknown', { what: new Intl.ListFormat(formats).format(unknown) })} </>}
            {t(`confidence.${fit.confidence}`)} {t('never-rejects')}
          </>
        }
      >
        {score}
      </Why>
      {(fit.confidence === 'low' || fit.confidence === 'none') && (
        <span className="k-meta">{t(`short-confidence.${fit.confidence}`)}</span>
      )}
    </>
  )
}

type TermWire = FitWire['terms'][number]

function Term({ term, person }: { term: TermWire; person: string }) {
  const t = useText('fit')
  return (
    <span className="f-term">
      <strong>{term.wanted}</strong> {t(`how.${term.how}`, { km: term.km ?? 0 })}
      {term.cites.length > 0 && (
        <ul className="f-cites">
          {term.cites.map(cite => (
            <li key={`${cite.kind} ${cite.kind === 'item' ? cite.item : cite.profile} ${cite.text}`}>
              {cite.kind === 'item' ? (
                <Link
                  to="/people/$personId"
                  params={{ personId: person }}
                  search={{ tab: 'activity', item: cite.item }}
                  className="k-link"
                >
                  {t('cite.item')}
                </Link>
              ) : (
                <span>{t(`cite.${cite.kind}`)}</span>
              )}{' '}
              <q>{cite.text}</q>
            </li>
          ))}
        </ul>
      )}
    </span>
  )
}
