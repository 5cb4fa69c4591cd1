import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import type { PersonPart } from '#web/manifest.ts'
import { balanceQuery } from '../api.ts'
import '../network.css'

/** Given and taken, in a few words; nothing while there is nothing. */
export function BalanceLine({ person }: PersonPart) {
  const t = useText('network')
  const { data } = useQuery(balanceQuery(person))
  if (!data || data.given + data.received + data.asked === 0) return null
  return (
    <div className="n-of-person">
      <span className="k-meta">{t('line.label')}</span>
      <Link to="/people/$personId" params={{ personId: person }} search={{ tab: 'network' }} className="k-link">
        {t('line.words', { given: data.given, received: data.received })}
      </Link>
      {data.owing && <span>{t('line.give-first')}</span>}
    </div>
  )
}
