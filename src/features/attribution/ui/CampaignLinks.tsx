import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isToolId } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/Fields.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import type { CampaignWire } from '../wire.ts'
import { attributionKey, changeLink, sourcesQuery } from './queries.ts'

/** Pages, posts, issues and links that belong to this campaign: their visits and people make its chain. */
export function CampaignLinks({ campaign }: { campaign: CampaignWire }) {
  const t = useText('attribution')
  const cache = useQueryClient()
  const { data: sources } = useQuery(sourcesQuery(false))
  const [chosen, setChosen] = useState('')
  const assign = useMutation({
    mutationFn: ({ id, to }: { id: string; to: CampaignWire['id'] | null }) => changeLink(id, { campaign: to }),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: attributionKey }),
  })
  const mine = sources?.filter(one => one.campaign?.id === campaign.id) ?? []
  const free = sources?.filter(one => one.campaign === null) ?? []
  return (
    <section aria-labelledby="at-links">
      <h2 id="at-links">{t('links.of-campaign')}</h2>
      {mine.length === 0 && <p className="k-meta">{t('links.none-here')}</p>}
      {mine.length > 0 && (
        <ul className="at-rows">
          {mine.map(one => (
            <li key={one.id}>
              <span className="at-row-start">
                {isToolId(one.tool) && <ToolMark tool={one.tool} />}
                <bdi>{one.label}</bdi> <span className="k-meta">{t(`kind.${one.kind}`)}</span>
              </span>
              <span className="at-row-end">
                <span className="k-meta">{t('links.came', { visits: one.visits, people: one.people })}</span>
                <IconButton
                  label={t('links.take-out', { name: one.label })}
                  onClick={() => {
                    assign.mutate({ id: one.id, to: null })
                    tell(t('links.out', { name: one.label }), () => assign.mutate({ id: one.id, to: campaign.id }))
                  }}
                >
                  <Icon name="close" size={14} />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <form
          className="at-form"
          onSubmit={event => {
            event.preventDefault()
            if (chosen !== '') assign.mutate({ id: chosen, to: campaign.id })
            setChosen('')
          }}
        >
          <SelectField
            label={t('links.add')}
            value={chosen}
            choices={[
              { value: '', label: t('links.choose') },
              ...free.map(one => ({ value: one.id, label: `${one.label} (${t(`kind.${one.kind}`)})` })),
            ]}
            onChange={event => setChosen(event.target.value)}
          />
          <Button type="submit" unavailable={chosen === '' ? t('links.choose') : undefined} busy={assign.isPending}>
            {t('links.put-in')}
          </Button>
        </form>
      )}
    </section>
  )
}
