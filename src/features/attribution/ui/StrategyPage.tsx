import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { EmptyState, ErrorState, Notice, RowSkeleton } from '#web/kit/States.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { campaignParts } from '../model.ts'
import type { CampaignWire, StrategyWire } from '../wire.ts'
import { Calendar } from './Calendar.tsx'
import { Chain } from './Chain.tsx'
import { CostWords } from './CostWords.tsx'
import { addCampaign, attributionKey, strategyQuery } from './queries.ts'
import '#web/kit/report.css'
import './attribution.css'

/** The whole strategy: which tool plays which part, what is planned, what it cost and what came of it. */
export function StrategyPage() {
  const t = useText('attribution')
  const { data, error, refetch } = useQuery(strategyQuery)
  const [making, setMaking] = useState(false)
  const some = data && data.campaigns.length > 0
  return (
    <Page
      title={t('strategy.title')}
      meta={data && t('strategy.count', { count: data.campaigns.length })}
      actions={some && <Button onClick={() => setMaking(true)}>{t('campaign.new')}</Button>}
    >
      <div className="k-report">
        {error && !data && <ErrorState detail={error.message} onRetry={() => void refetch()} />}
        {!data && !error && <RowSkeleton />}
        {data && !some && (
          <EmptyState title={t('strategy.empty')}>
            <NextStep onClick={() => setMaking(true)}>{t('campaign.new')}</NextStep>
          </EmptyState>
        )}
        {data && some && (
          <>
            <ul className="at-campaigns">
              {data.campaigns.map(campaign => (
                <li key={campaign.id}>
                  <Row campaign={campaign} tooFew={data.tooFew} />
                </li>
              ))}
            </ul>
            <Parts campaigns={data.campaigns} />
          </>
        )}
        {data && (
          <section aria-labelledby="at-calendar">
            <h2 id="at-calendar">{t('calendar.title')}</h2>
            <p className="k-meta">{t('calendar.words')}</p>
            <Calendar items={data.calendar} />
          </section>
        )}
      </div>
      {making && <NewCampaign onClose={() => setMaking(false)} />}
    </Page>
  )
}

function Row({ campaign, tooFew }: { campaign: CampaignWire; tooFew: StrategyWire['tooFew'] }) {
  return (
    <article className="at-campaign">
      <div className="at-campaign-head">
        <h2>
          <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
            <bdi>{campaign.name}</bdi>
          </Link>
        </h2>
        <CostWords campaign={campaign} />
      </div>
      {campaign.aim && <p className="k-meta">{campaign.aim}</p>}
      <Chain campaign={campaign} tooFew={tooFew} />
    </article>
  )
}

/** Tools × parts over all campaigns: a gap in a column is a part that nobody plays. */
function Parts({ campaigns }: { campaigns: readonly CampaignWire[] }) {
  const t = useText('attribution')
  const all = campaigns.flatMap(campaign => campaign.parts.map(part => ({ ...part, campaign: campaign.name })))
  const tools = [...new Set(all.map(part => part.tool))]
  const missing = campaignParts.filter(part => !all.some(one => one.part === part))
  return (
    <section aria-labelledby="at-parts">
      <h2 id="at-parts">{t('parts.title')}</h2>
      {missing.length > 0 && (
        <p className="k-meta">{t('parts.missing', { parts: missing.map(part => t(`part.${part}`)).join(', ') })}</p>
      )}
      {tools.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by keys
        <section className="k-report-scroll" aria-label={t('table')} tabIndex={0}>
          <table className="k-report-table at-parts">
            <thead>
              <tr>
                <th scope="col">{t('by.tool')}</th>
                {campaignParts.map(part => (
                  <th key={part} scope="col" title={t(`part-words.${part}`)}>
                    {t(`part.${part}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tools.map(tool => (
                <tr key={tool}>
                  <th scope="row">{isToolId(tool) ? <ToolMark tool={tool} word /> : tool}</th>
                  {campaignParts.map(part => (
                    <td key={part}>
                      {all
                        .filter(one => one.tool === tool && one.part === part)
                        .map(one => (
                          <p key={one.campaign}>
                            <bdi>{one.campaign}</bdi>
                            {one.note && <span className="k-meta"> {one.note}</span>}
                          </p>
                        ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function NewCampaign({ onClose }: { onClose: () => void }) {
  const t = useText('attribution')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [aim, setAim] = useState('')
  const make = useMutation({
    mutationFn: () => addCampaign({ name: name.trim(), aim: aim.trim() }),
    onSuccess: async ({ id }) => {
      await cache.invalidateQueries({ queryKey: attributionKey })
      onClose()
      await navigate({ to: '/campaigns/$campaignId', params: { campaignId: id } })
    },
  })
  const missing = name.trim() === '' ? t('campaign.name-first') : undefined
  return (
    <Sheet title={t('campaign.new')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) make.mutate()
        }}
      >
        <Stack gap={4}>
          <TextField
            label={t('campaign.name')}
            value={name}
            maxLength={120}
            autoFocus
            onChange={event => setName(event.target.value)}
          />
          <TextAreaField
            label={t('campaign.aim')}
            hint={t('campaign.aim-hint')}
            optional
            value={aim}
            maxLength={1000}
            onChange={event => setAim(event.target.value)}
          />
          {make.error && <Notice tone="block">{make.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={make.isPending} unavailable={missing}>
              {t('campaign.begin')}
            </NextStep>
            <Button look="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </Line>
        </Stack>
      </form>
    </Sheet>
  )
}
