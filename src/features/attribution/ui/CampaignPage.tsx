import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Page } from '#web/kit/Page.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { fewest } from '../model.ts'
import type { CampaignWire } from '../wire.ts'
import { CampaignLinks } from './CampaignLinks.tsx'
import { CampaignParts } from './CampaignParts.tsx'
import { Chain } from './Chain.tsx'
import { Costs } from './Costs.tsx'
import { CostWords } from './CostWords.tsx'
import { EditCampaign } from './EditCampaign.tsx'
import { PeopleSheet } from './PeopleSheet.tsx'
import { isoDay } from './people-words.ts'
import { attributionKey, campaignQuery, changeCampaign } from './queries.ts'
import '#web/kit/report.css'
import './attribution.css'

type Opened = 'answered' | 'connected' | 'interested' | 'candidate' | 'hired'

/** One campaign: what came of it, which tool plays which part, its links, and what it cost. */
export function CampaignPage() {
  const { campaignId = '' }: { campaignId?: string } = useParams({ strict: false })
  const t = useText('attribution')
  const { data, error, refetch } = useQuery(campaignQuery(campaignId))
  const [opened, setOpened] = useState<Opened>()
  if (!data)
    return (
      <Page title={t('by.campaign')}>
        {error ? <ErrorState detail={error.message} onRetry={() => void refetch()} /> : <RowSkeleton />}
      </Page>
    )
  return (
    <Page title={data.name} meta={<CostWords campaign={data} />} actions={<Actions campaign={data} />}>
      <div className="k-report">
        <About campaign={data} />
        <Chain campaign={data} tooFew={fewest} onOpen={setOpened} />
        <CampaignParts campaign={data} />
        <CampaignLinks campaign={data} />
        <Costs campaign={data} />
      </div>
      {opened && (
        <PeopleSheet
          title={`${data.name}: ${t(`step.${opened}`)}`}
          asked={{
            view: 'all',
            by: 'campaign',
            key: data.id,
            milestone: opened,
            from: '2000-01-01',
            to: isoDay(new Date()),
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Page>
  )
}

function About({ campaign }: { campaign: CampaignWire }) {
  const t = useText('attribution')
  const { formats } = useLanguage()
  const day = (text: string) =>
    new Intl.DateTimeFormat(formats, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`))
  const { aim, startsOn, endsOn } = campaign
  const span = [
    ...(startsOn ? [t('campaign.from', { day: day(startsOn) })] : []),
    ...(endsOn ? [t('campaign.until', { day: day(endsOn) })] : []),
  ]
  if (aim === '' && span.length === 0) return null
  return (
    <div>
      {aim && <p className="at-aim">{aim}</p>}
      {span.length > 0 && <p className="k-meta">{span.join(' ')}</p>}
    </div>
  )
}

function Actions({ campaign }: { campaign: CampaignWire }) {
  const t = useText('attribution')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const [editing, setEditing] = useState(false)
  const archive = useMutation({
    mutationFn: (archived: boolean) => changeCampaign(campaign.id, { archived }),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: attributionKey }),
  })
  const put = async () => {
    await archive.mutateAsync(true)
    await navigate({ to: '/campaigns' })
    tell(t('campaign.archived', { name: campaign.name }), () => archive.mutate(false))
  }
  return (
    <>
      <Button look="quiet" onClick={() => void put().catch(() => undefined)} busy={archive.isPending}>
        {t('campaign.archive')}
      </Button>
      <Button onClick={() => setEditing(true)}>{t('campaign.edit')}</Button>
      {editing && <EditCampaign campaign={campaign} onClose={() => setEditing(false)} />}
    </>
  )
}
