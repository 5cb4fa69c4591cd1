import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Why } from '#web/kit/Why.tsx'
import type { PersonPart } from '#web/manifest.ts'
import { levelQuery } from './api.ts'
import './activity.css'

/** "active weekly", and why: the counts and the items behind it. */
export function LevelLine({ person }: PersonPart) {
  const t = useText('activity')
  const { data } = useQuery(levelQuery(person))
  const level = data?.level
  if (!level) return <p className="a-level k-meta"> </p>
  const read = data.readings.filter(reading => reading.dismissedAt === null).length
  return (
    <p className="a-level">
      <Why
        title={t(`level.${level.level}`)}
        label={t('level.why', { level: t(`level.${level.level}`) })}
        items={level.kinds.map(each => ({
          key: each.kind,
          what: t(`kind.${each.kind}`) === `kind.${each.kind}` ? each.kind : t(`kind.${each.kind}`),
          weight: each.items,
        }))}
        note={
          <>
            {level.because}
            {level.cited.length > 0 && (
              <span className="a-cited">
                {level.cited.map(item => (
                  <span key={item.id}>
                    <Link
                      to="/people/$personId"
                      params={{ personId: person }}
                      search={{ tab: 'activity', item: item.id }}
                      className="k-link"
                    >
                      {item.title ?? t('untitled')}
                    </Link>{' '}
                    <TimeAgo at={item.at} />
                  </span>
                ))}
              </span>
            )}
          </>
        }
      >
        {t(`level.${level.level}`)}
      </Why>
      <span className="k-meta">{t('read-of-theirs', { count: read })}</span>
    </p>
  )
}
