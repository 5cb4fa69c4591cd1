import { useLanguage, useText } from '#web/i18n/i18n.ts'
import type { PairWire, PersonPageWire } from './api.ts'
import { weighed } from './weighed.ts'

/** What speaks for one person and what against, each with its weight, the strongest first. */
export function Evidence({ pair, people }: { pair: PairWire; people: readonly PersonPageWire[] }) {
  const t = useText('identity')
  const { formats } = useLanguage()
  const weight = new Intl.NumberFormat(formats, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return (
    <section
      className="r-evidence"
      aria-label={t('evidence.title', { names: people.map(each => each.name).join(', ') })}
    >
      <h3>{t('evidence.heading')}</h3>
      <ul>
        {pair.evidence.map((each, index) => {
          const speaksFor = each.weight >= 0
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the facts of a pair don't change
            <li key={index} className={speaksFor ? 'r-for' : 'r-against'}>
              <span aria-hidden="true" className="r-sign">
                {speaksFor ? '+' : '−'}
              </span>
              <span>
                <span className="hush">{t(speaksFor ? 'evidence.for' : 'evidence.against')} </span>
                <Said fact={each.fact} speaksFor={speaksFor} says={each.says} />
                {(each.left || each.right) && (
                  <span className="r-values">
                    {each.left && <bdi>{each.left}</bdi>}
                    {each.right && each.right !== each.left && (
                      <>
                        {' | '}
                        <bdi>{each.right}</bdi>
                      </>
                    )}
                  </span>
                )}
              </span>
              <span className="k-number">{weight.format(Math.abs(each.weight))}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const known = new Set(['profile', 'email', 'phone', 'name', 'birth-date', 'place', 'link'])

/** Facts of imports and degrees of agreement have words in every language; others come with a sentence of their own. */
function Said({ fact, speaksFor, says }: { fact: string; speaksFor: boolean; says: string }) {
  const t = useText('identity')
  if (known.has(fact)) return <>{t(`fact-${speaksFor ? 'for' : 'against'}.${fact}`)}</>
  const [meaning = '', degree, mark] = fact.split(':')
  if (fact !== 'tied' && (degree === undefined || !weighed.has(meaning))) return <>{says}</>
  const words = t(degree === undefined ? `degree.${meaning}` : `degree.${meaning}.${degree}`)
  return <>{mark ? t(`degree-${mark}`, { words }) : words}</>
}
