import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { CopyButton } from '#web/kit/CopyButton.tsx'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { NumberText, TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { PersonName } from '#web/kit/PersonName.tsx'
import { EmptyState, ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { readStage } from '#web/kit/stages.ts'
import { usePresence } from '#web/live/presence.ts'
import { type ReferralsView, type ReferralView, referralsQuery } from './api.ts'
import { AskSheet, LinkSheet, PaidButton, TermsSheet, ThankSheet } from './Sheets.tsx'
import './referrals.css'

const views = ['referrals', 'referrers', 'report'] as const
type View = (typeof views)[number]

/** Who recommended whom, what became of it, who is to be asked, thanked or paid. */
export function ReferralsPage() {
  const t = useText('referrals')
  const navigate = useNavigate()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const { data, error, refetch } = useQuery(referralsQuery)
  const [terms, setTerms] = useState(false)
  const view: View = views.find(each => each === search.view) ?? 'referrals'
  if (!data)
    return (
      <Page title={t('title')}>
        {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
      </Page>
    )
  return (
    <Page
      title={t('title')}
      meta={t('count', { count: data.referrals.length })}
      actions={<Button onClick={() => setTerms(true)}>{t('terms.open')}</Button>}
    >
      <div className="rf-page">
        <ChoiceField
          label={t('view.label')}
          hideLabel
          value={view}
          choices={views.map(each => ({ value: each, label: t(`view.${each}`) }))}
          onChoose={to => void navigate({ to: '/referrals', search: { view: to }, replace: true })}
        />
        {view === 'referrals' && <Referrals data={data} />}
        {view === 'referrers' && <Referrers data={data} />}
        {view === 'report' && <Report data={data} />}
      </div>
      {terms && <TermsSheet terms={data.terms} onClose={() => setTerms(false)} />}
    </Page>
  )
}

function Referrals({ data }: { data: ReferralsView }) {
  const t = useText('referrals')
  const presence = usePresence()
  if (data.referrals.length === 0) return <EmptyState title={t('empty')} />
  return (
    <ul className="rf-list">
      {data.referrals.map(one => (
        <li key={one.id}>
          <div>
            {one.person ? (
              <PersonName
                name={one.name}
                stage={readStage(one.stage)}
                presence={presence.get(one.person) ?? 'off'}
                to={`/people/${one.person}`}
              />
            ) : (
              <strong>{one.name === '' ? t('forgotten') : <bdi>{one.name}</bdi>}</strong>
            )}
            <p className="k-meta">
              {t('by', { name: one.referrer.name })}
              {one.opening && ` · ${one.opening.title}`} · <TimeAgo at={one.madeAt} />
            </p>
            {one.words !== '' && <p className="rf-words">{one.words}</p>}
          </div>
          <p>
            {t(`state.${one.state}`)}
            {one.why && ` ${t(`why.${one.why}`)}`}
            {one.hiredAt && ` ${t('hired')}`}
            <Reward reward={one.reward} />
          </p>
          <Acts referral={one} />
        </li>
      ))}
    </ul>
  )
}

function Reward({ reward }: { reward: ReferralView['reward'] }) {
  const t = useText('referrals')
  const { formats } = useLanguage()
  const { state, amount, currency, dueOn } = reward
  if (state === 'none' || amount === null || currency === null) return null
  const worth = new Intl.NumberFormat(formats, { style: 'currency', currency, minimumFractionDigits: 0 }).format(amount)
  const day =
    dueOn && new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(dueOn))
  return (
    <span className="rf-reward" data-state={state}>
      {t(`reward.${state}`, { amount: worth })}
      {state === 'pending' && day && ` ${t('due-on', { day })}`}
    </span>
  )
}

function Acts({ referral }: { referral: ReferralView }) {
  const t = useText('referrals')
  const [open, setOpen] = useState<'ask' | 'thank'>()
  return (
    <div className="rf-acts">
      {referral.state === 'waiting' && (
        <Button size="row" onClick={() => setOpen('ask')}>
          {t('ask.do')}
          <span className="hush"> {referral.name}</span>
        </Button>
      )}
      {referral.state !== 'waiting' && (
        <Button size="row" look="quiet" onClick={() => setOpen('thank')}>
          {referral.thankedAt ? t('thanks.again') : t('thanks.do')}
          <span className="hush"> {referral.referrer.name}</span>
        </Button>
      )}
      <PaidButton referral={referral} />
      {open === 'ask' && <AskSheet referral={referral} onClose={() => setOpen(undefined)} />}
      {open === 'thank' && <ThankSheet referral={referral} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function Referrers({ data }: { data: ReferralsView }) {
  const t = useText('referrals')
  const presence = usePresence()
  const [linked, setLinked] = useState<string>()
  const referrer = data.referrers.find(one => one.id === linked)
  if (data.referrers.length === 0) return <EmptyState title={t('no-referrers')} />
  return (
    <>
      <ul className="rf-list">
        {data.referrers.map(one => (
          <li key={one.id}>
            <div>
              <PersonName
                name={one.name}
                stage={readStage(one.stage)}
                presence={presence.get(one.person) ?? 'off'}
                to={`/people/${one.person}`}
              />
              <p className="k-meta">{t(`kind.${one.kind}`)}</p>
            </div>
            <p>
              <a href={one.url} className="k-link rf-url">
                {one.url}
              </a>
            </p>
            <div className="rf-acts">
              <CopyButton text={one.url} label={t('copy-link')} hush={one.name} />
              <Button size="row" onClick={() => setLinked(one.id)}>
                {one.hasPage ? t('link.again') : t('link.do')}
                <span className="hush"> {one.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {referrer && <LinkSheet referrer={referrer} onClose={() => setLinked(undefined)} />}
    </>
  )
}

function Report({ data }: { data: ReferralsView }) {
  const t = useText('referrals')
  const { formats } = useLanguage()
  const days = (n: number | null) =>
    n === null ? '–' : new Intl.NumberFormat(formats, { maximumFractionDigits: 1 }).format(n)
  if (data.report.length === 0) return <EmptyState title={t('no-referrers')} />
  const columns = ['visits', 'referrals', 'agreed', 'far', 'hired'] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways
    <section className="o-scroll rf-scroll" tabIndex={0} aria-label={t('view.report')}>
      <table className="rf-table">
        <caption className="k-meta">{t('report.note')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.who')}</th>
            {columns.map(each => (
              <th key={each} scope="col" className="k-number">
                {t(`report.${each}`)}
              </th>
            ))}
            <th scope="col" className="k-number">
              {t('report.to-answer')}
            </th>
            <th scope="col" className="k-number">
              {t('report.to-hire')}
            </th>
          </tr>
        </thead>
        <tbody>
          {data.report.map(row => (
            <tr key={row.referrer}>
              <th scope="row">
                <bdi>{row.name}</bdi> <span className="k-meta">{t(`kind.${row.kind}`)}</span>
              </th>
              {columns.map(each => (
                <td key={each} className="k-number">
                  <NumberText value={row[each]} />
                </td>
              ))}
              <td className="k-number">{days(row.daysToAnswer)}</td>
              <td className="k-number">{days(row.daysToHire)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
