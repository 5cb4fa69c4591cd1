import { Link } from '@tanstack/react-router'
import type { FitWire } from '#features/fit/wire.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Why } from './Why.tsx'
import './marks.css'

/** "7 of 9" for what is wanted, by its `name`, with every point and where it comes from under why. */
export function FitWhy({ fit, person, name }: { fit: FitWire; person: string; name: string }) {
  const t = useText('fit')
  const { formats } = useLanguage()
  const number = (n: number) => new Intl.NumberFormat(formats, { maximumFractionDigits: 1 }).format(n)
  const score = fit.of === 0 ? t('nothing-known') : t('points', { points: number(fit.points), of: number(fit.of) })
  const unknown = fit.terms.filter(term => term.state === 'unknown').map(term => term.wanted)
  return (
    <span className="k-fit">
      <Why
        title={t('why-title', { name })}
        label={t('why', { name, score })}
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
    </span>
  )
}

function Term({ term, person }: { term: FitWire['terms'][number]; person: string }) {
  const t = useText('fit')
  return (
    <span className="k-fit-term">
      <strong>{term.wanted}</strong> {t(`how.${term.how}`, { km: term.km ?? 0 })}
      {term.cites.length > 0 && (
        <ul className="k-fit-cites">
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
