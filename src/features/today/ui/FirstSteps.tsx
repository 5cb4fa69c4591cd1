import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { RowSkeleton } from '#web/kit/States.tsx'
import { connectionsQuery, countPeople } from './api.ts'

/** Until people, a tool and something to read are here, these are the next right steps; afterwards `otherwise`. */
export function FirstSteps({ otherwise }: { otherwise: ReactNode }) {
  const t = useText('today')
  const navigate = useNavigate()
  const { data: people } = useQuery({ queryKey: ['people', 'list', 'any'], queryFn: () => countPeople({}) })
  const { data: active } = useQuery({
    queryKey: ['people', 'list', 'any-active'],
    queryFn: () => countPeople({ active: 'year' }),
  })
  const connections = useQuery(connectionsQuery)
  if (people === undefined || active === undefined || (!connections.data && !connections.error))
    return <RowSkeleton rows={3} />
  // The chat on one's own pages is there by itself: nobody connected it.
  const chat = connections.data?.some(({ tool, values }) => tool !== 'website-chat' && values.hand !== 'yes') ?? true
  const steps = [
    { id: 'import', done: people > 0, to: '/import', search: {} },
    { id: 'connect', done: chat, to: '/settings/connections', search: { add: 'tool' } },
    { id: 'follow', done: active > 0, to: '/people', search: {} },
  ] as const
  const first = steps.find(step => !step.done)
  if (!first) return otherwise
  return (
    <section aria-label={t('first.title')} className="t-first">
      <h2>{t('first.title')}</h2>
      <ol>
        {steps.map(step => {
          const Go = step === first ? NextStep : Button
          return (
            <li key={step.id} data-done={step.done || undefined}>
              <div>
                <h3>
                  {step.done && <span aria-hidden="true">✓ </span>}
                  {t(`first.${step.id}`)}
                  {step.done && <span className="hush"> {t('folded')}</span>}
                </h3>
                <p>{t(`first.${step.id}-why`)}</p>
              </div>
              {!step.done && (
                <Go onClick={() => void navigate({ to: step.to, search: step.search })}>{t(`first.${step.id}-do`)}</Go>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
