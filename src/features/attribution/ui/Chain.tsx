import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { NumberText } from '#web/kit/Figures.tsx'
import { chainSteps } from '../model.ts'
import type { CampaignWire } from '../wire.ts'
import { chainSentence } from './people-words.ts'

/** From seen to hired: each number opens its people, the weakest link is marked and said. */
export function Chain(props: {
  campaign: CampaignWire
  tooFew: { visits: number }
  onOpen?: (milestone: 'answered' | 'connected' | 'interested' | 'candidate' | 'hired') => void
}) {
  const { campaign, tooFew, onOpen } = props
  const t = useText('attribution')
  const { formats } = useLanguage()
  const { counts, chain, weakest, reach } = campaign
  return (
    <div className="at-chain-whole">
      <ol className="at-chain">
        {reach > 0 && reach !== counts.visits && (
          <li>
            <span className="at-step">
              <b>
                <NumberText value={reach} />
              </b>
              <span className="k-meta">{t('step.reach')}</span>
            </span>
          </li>
        )}
        {chainSteps.map(step => {
          const broken = weakest?.to === step
          const link = chain.find(one => one.to === step)
          const body = (
            <>
              <b>
                <NumberText value={counts[step]} />
              </b>{' '}
              <span className="k-meta">{t(`step.${step}`)}</span>
            </>
          )
          return (
            <li key={step} data-verdict={link?.verdict} data-broken={broken || undefined}>
              {broken && <span className="at-break">{t('broken')}</span>}
              {step === 'visits' || counts[step] === 0 || !onOpen ? (
                <span className="at-step">{body}</span>
              ) : (
                <button type="button" className="at-step k-report-open" onClick={() => onOpen(step)}>
                  {body}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      <p className={weakest ? 'at-said at-weak' : 'at-said'}>{chainSentence(chain, weakest, tooFew, t, formats)}</p>
    </div>
  )
}
