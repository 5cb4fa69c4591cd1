import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { NumberText, Proportion } from '#web/kit/Figures.tsx'
import { Notice, ProgressBar } from '#web/kit/States.tsx'
import type { IssuePageWire } from '../wire.ts'

/** What became of it, in numbers that add up. */
export function IssueReport(props: { page: IssuePageWire; viewer: string | undefined; onAgain: () => void }) {
  const { page, viewer, onAgain } = props
  const t = useText('broadcasts')
  const { figures, issue } = page
  if (!figures) return <p>{t('report.not-yet', { count: page.audience.goes })}</p>
  const settled = figures.total - figures.waits - figures.claimed
  const rows = [
    ['sent', figures.sent],
    ['waits', figures.waits + figures.claimed],
    ['doNotContact', figures.doNotContact],
    ['notOptedIn', figures.notOptedIn],
    ['refused', figures.refused],
    ['givenUp', figures.givenUp],
    ['unknown', figures.unknown],
  ] as const
  return (
    <>
      <section aria-labelledby="l-report">
        <h2 id="l-report">{t('report.title')}</h2>
        {issue.state === 'sending' && (
          <ProgressBar
            value={figures.total === 0 ? 1 : settled / figures.total}
            label={t('report.progress')}
            words={t('report.progress-words', { settled, total: figures.total })}
          />
        )}
        <dl className="l-report">
          {rows
            .filter(([name, value]) => value > 0 || name === 'sent')
            .map(([name, value]) => (
              <div key={name}>
                <dt>{t(`report.${name}`)}</dt>
                <dd>
                  <NumberText value={value} />
                </dd>
              </div>
            ))}
        </dl>
        {figures.unheard > 0 && <p className="k-meta">{t('report.unheard', { count: figures.unheard })}</p>}
        {figures.unknown > 0 && (
          <Notice tone="warn">
            <p>{t('report.unknown-words', { count: figures.unknown })}</p>
            {(issue.state === 'sent' || issue.state === 'paused') && (
              <Button size="row" unavailable={viewer} onClick={onAgain}>
                {t('report.again')}
              </Button>
            )}
          </Notice>
        )}
        {page.troubles.length > 0 && (
          <ul className="l-rows">
            {page.troubles.map(trouble => (
              <li key={trouble.code}>
                <span>
                  <NumberText value={trouble.count} /> × {trouble.code}
                </span>
                {trouble.said && <q className="k-meta">{trouble.said}</q>}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="l-came">
        <h2 id="l-came">{t('report.came')}</h2>
        <dl className="l-report">
          {(
            [
              ['clicked', figures.clicked],
              ['left', figures.left],
              ['hardBounces', figures.hardBounces],
              ['softBounces', figures.softBounces],
              ['complaints', figures.complaints],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{t(`report.${name}`)}</dt>
              <dd>
                <Proportion hits={value} total={figures.sent} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="k-meta">{t('report.no-opens')}</p>
        {page.links.length > 0 && (
          <ul className="l-rows">
            {page.links.map(link => (
              <li key={link.url}>
                <span className="l-address">{link.url}</span>
                <span className="k-meta">{t('report.link', { people: link.people, clicks: link.clicks })}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
