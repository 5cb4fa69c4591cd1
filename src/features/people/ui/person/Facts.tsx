import { useText } from '#web/i18n/i18n.ts'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { Unknown } from '#web/kit/Unknown.tsx'
import type { PersonPageWire } from '../api.ts'

/** What each profile says, row by row; ≠ where they disagree. Only this table scrolls sideways. */
export function Facts({ person }: { person: PersonPageWire }) {
  const t = useText('people')
  const { profiles, facts } = person
  if (facts.length === 0) return <p className="p-quiet">{t('facts.none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className="p-facts" aria-label={t('facts.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hush">{t('facts.fact')}</span>
            </th>
            {profiles.map(profile => (
              <th key={profile.id} scope="col">
                <ToolMark tool={profile.tool} word />
                <span className="k-meta"> {t(`depth.${profile.depthWord}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(row => (
            <tr key={row.fact} className={row.disagrees ? 'p-disagrees' : undefined}>
              <th scope="row">
                {t(`fact.${row.fact}`)}
                {row.disagrees && (
                  <span className="p-unequal" title={t('facts.disagree')}>
                    <span aria-hidden="true"> ≠</span>
                    <span className="hush"> {t('facts.disagree')}</span>
                  </span>
                )}
              </th>
              {profiles.map((profile, index) => (
                <td key={profile.id} lang={person.language ?? undefined}>
                  {row.values[index] ?? <Unknown said={t('unknown')} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
