import { useQuery } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { hardCodes, limitIds, policyFrom, softCodes, toolsWithLength } from '../model.ts'
import { ChangeLog } from './ChangeLog.tsx'
import { LineRow } from './LineRow.tsx'
import { ownQuery, policyQuery } from './queries.ts'
import './etiquette.css'

/** The limits of the team: seen by all, changed by admins, every change with its reason. */
export function EtiquettePage() {
  const t = useText('etiquette')
  const policy = useQuery(policyQuery)
  const { data: me } = useQuery(ownQuery)
  const mayChange = me?.may.includes('set-etiquette') ?? false
  const set = policy.data && policyFrom(Object.entries(policy.data.lines))
  const changed = Object.keys(policy.data?.lines ?? {}).length
  const rows = (lines: readonly string[]) =>
    set && (
      <ul className="e-lines">
        {lines.map(line => (
          <LineRow key={line} line={line} policy={set} mayChange={mayChange} />
        ))}
      </ul>
    )
  return (
    <Page title={t('title')} meta={policy.data && t('changed', { count: changed })}>
      <div className="e-page">
        <p>{t('words')}</p>
        {me && !mayChange && <Notice>{t('admins-change')}</Notice>}
        {policy.isPending && <RowSkeleton rows={8} />}
        {policy.isError && <ErrorState detail={policy.error.message} onRetry={() => void policy.refetch()} />}
        {set && (
          <>
            <section aria-labelledby="e-limits">
              <h2 id="e-limits">{t('limits')}</h2>
              {rows(limitIds)}
            </section>
            <section aria-labelledby="e-rules">
              <h2 id="e-rules">{t('rules')}</h2>
              <p>{t('rules-words')}</p>
              {rows(softCodes.map(code => `rule.${code}`))}
            </section>
            <details className="e-fold">
              <summary>
                <h2>{t('lengths')}</h2>
              </summary>
              <p>{t('lengths-words')}</p>
              {rows(toolsWithLength.map(tool => `length.${tool}`))}
            </details>
            <section aria-labelledby="e-hard">
              <h2 id="e-hard">{t('hard')}</h2>
              <p>{t('hard-words')}</p>
              <ul className="e-lines">
                {hardCodes.map(code => (
                  <li key={code}>
                    <strong>{t(`hard-rule.${code}.name`)}</strong>
                    <p className="k-meta">{t(`hard-rule.${code}.when`)}</p>
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
        <ChangeLog />
      </div>
    </Page>
  )
}
