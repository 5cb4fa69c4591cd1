import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { lookNow, modelQuery } from './api.ts'
import { weighed } from './weighed.ts'

/** When everyone was last looked through, with what the facts were found to weigh. */
export function Look() {
  const t = useText('identity')
  const { formats } = useLanguage()
  const { data } = useQuery(modelQuery)
  const [asked, setAsked] = useState(false)
  if (!data) return null
  const { model } = data
  const count = new Intl.NumberFormat(formats)
  const when = new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeStyle: 'short' })
  const weight = new Intl.NumberFormat(formats, { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  const look = async () => {
    try {
      await lookNow()
      setAsked(true)
      tell(t('look.asked'))
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <section className="r-look" aria-labelledby="r-look-title">
      <h2 id="r-look-title">{t('look.title')}</h2>
      <p>
        {model
          ? t('look.last', {
              people: count.format(model.people),
              pairs: count.format(model.proposedPairs),
              when: when.format(new Date(model.learnedAt)),
            })
          : t('look.never')}
      </p>
      <Button onClick={() => void look()} unavailable={asked ? t('look.asked') : undefined}>
        {t('look.now')}
      </Button>
      {model && (
        <details>
          <summary>{t('look.weights')}</summary>
          <p className="k-meta">{t('look.weights-hint')}</p>
          <dl className="r-weights">
            {model.facts
              .filter(({ fact }) => weighed.has(fact))
              .map(({ fact, degrees }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may mean the same fact
                <div key={`${fact} ${index}`}>
                  <dt>{t(`weighed.${fact}`)}</dt>
                  {[...degrees].reverse().map(each => (
                    <dd key={each.degree}>
                      <span>{t(`degree.${fact}.${each.degree}`)}</span>
                      <span className="k-number">{weight.format(each.weight)}</span>
                    </dd>
                  ))}
                </div>
              ))}
          </dl>
        </details>
      )}
    </section>
  )
}
