import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import type { PersonPart } from '#web/manifest.ts'
import { openingsOfQuery } from '../api.ts'
import { ConsiderFor } from '../bulk/ConsiderFor.tsx'
import '../openings.css'

/** What somebody is considered for, and how far; into one more from here. */
export function OpeningsLine({ person, stage }: PersonPart) {
  const t = useText('openings')
  const { data: openings } = useQuery(openingsOfQuery(person))
  if (!openings) return null
  return (
    <div className="j-of-person">
      <span className="k-meta">{t('person.openings')}</span>
      {openings.map(one => (
        <span key={one.candidacy} className="j-chip">
          <Link
            to="/openings/$openingId/people/$candidacyId"
            params={{ openingId: one.opening, candidacyId: one.candidacy }}
          >
            <bdi>{one.title}</bdi>
          </Link>{' '}
          <span className="k-meta">{t(`pipeline.${one.stage}`)}</span>
        </span>
      ))}
      {openings.length === 0 && <span className="k-meta">{t('person.none')}</span>}
      {stage !== 'do-not-contact' && <ConsiderFor people={[person]} label={t('person.consider')} />}
    </div>
  )
}
