import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import type { OpeningDetail } from './api.ts'
import { Letter } from './Letter.tsx'

/** Who applied, by which links they came, and what happened to the opening. */
export function Applications({ data }: { data: OpeningDetail }) {
  const t = useText('openings')
  const { applications, referrals, log } = data
  return (
    <aside className="j-side">
      <section>
        <h2>{t('applications', { count: applications.length })}</h2>
        {applications.length === 0 && <p className="k-meta">{t('no-applications')}</p>}
        <ul className="j-list">
          {applications.map(one => (
            <li key={one.id}>
              <p>
                {one.person ? (
                  <Link to="/people/$personId" params={{ personId: one.person }}>
                    <bdi>{one.name}</bdi>
                  </Link>
                ) : (
                  <>
                    <bdi>{one.name}</bdi> <span className="k-meta">{t('not-a-person')}</span>
                  </>
                )}{' '}
                <span className="k-meta">
                  <TimeAgo at={one.at} />
                </span>
              </p>
              <Letter application={one} />
            </li>
          ))}
        </ul>
      </section>
      {referrals.length > 0 && (
        <section>
          <h2>{t('referrals')}</h2>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t('code')}</th>
                <th scope="col">{t('visits')}</th>
                <th scope="col">{t('column.applications')}</th>
              </tr>
            </thead>
            <tbody>
              {referrals.map(each => (
                <tr key={each.code}>
                  <td>{each.code}</td>
                  <td>
                    <NumberText value={each.visits} />
                  </td>
                  <td>
                    <NumberText value={each.applications} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <h2>{t('history')}</h2>
        <ul className="j-list">
          {log.map(entry => (
            <li key={`${entry.kind} ${String(entry.at)}`}>
              {t(`log.${entry.kind}`)}
              {entry.reason && ` (${t(`reason.${entry.reason}`)})`}{' '}
              <span className="k-meta">
                {entry.by && <bdi>{entry.by}, </bdi>}
                <TimeAgo at={entry.at} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
