import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isToolId, type ToolId, toolIds } from '#kernel/tools.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { SelectField, TextField } from '#web/kit/Fields.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import { ToolMark } from '#web/kit/ToolMark.tsx'
import { type CampaignPart, campaignParts } from '../model.ts'
import type { CampaignWire } from '../wire.ts'
import { toolWord } from './people-words.ts'
import { attributionKey, setPart } from './queries.ts'

/** Which tool is for what here; what nobody plays is seen at once. */
export function CampaignParts({ campaign }: { campaign: CampaignWire }) {
  const t = useText('attribution')
  const cache = useQueryClient()
  const [tool, setTool] = useState<ToolId>('irc')
  const [part, setPartName] = useState<CampaignPart>('drive')
  const [note, setNote] = useState('')
  const write = useMutation({
    mutationFn: (given: { tool: ToolId; part: CampaignPart; note: string | null }) => setPart(campaign.id, given),
    onError: error => tell(error.message),
    onSettled: () => cache.invalidateQueries({ queryKey: attributionKey }),
  })
  const out = (one: CampaignWire['parts'][number]) => {
    if (!isToolId(one.tool)) return
    const { tool: of } = one
    write.mutate({ tool: of, part: one.part, note: null })
    tell(t('parts.out', { tool: toolWord(of), part: t(`part.${one.part}`) }), () =>
      write.mutate({ tool: of, part: one.part, note: one.note }),
    )
  }
  return (
    <section aria-labelledby="at-parts">
      <h2 id="at-parts">{t('parts.title')}</h2>
      <dl className="at-part-list">
        {campaignParts.map(name => {
          const playing = campaign.parts.filter(one => one.part === name)
          return (
            <div key={name}>
              <dt>
                {t(`part.${name}`)} <span className="k-meta">{t(`part-words.${name}`)}</span>
              </dt>
              <dd>
                {playing.length === 0 && <span className="k-meta">{t('parts.nobody')}</span>}
                {playing.map(one => (
                  <span key={one.tool} className="at-chip">
                    {isToolId(one.tool) && <ToolMark tool={one.tool} word />}
                    {one.note && <span className="k-meta">{one.note}</span>}
                    <IconButton
                      label={t('parts.take-out', { tool: toolWord(one.tool), part: t(`part.${name}`) })}
                      onClick={() => out(one)}
                    >
                      <Icon name="close" size={14} />
                    </IconButton>
                  </span>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
      <form
        className="at-form"
        onSubmit={event => {
          event.preventDefault()
          write.mutate({ tool, part, note: note.trim() })
          setNote('')
        }}
      >
        <SelectField
          label={t('by.tool')}
          value={tool}
          choices={toolIds.map(id => ({ value: id, label: toolWord(id) }))}
          onChange={event => isToolId(event.target.value) && setTool(event.target.value)}
        />
        <SelectField
          label={t('parts.part')}
          value={part}
          choices={campaignParts.map(name => ({ value: name, label: t(`part.${name}`) }))}
          onChange={event => setPartName(campaignParts.find(name => name === event.target.value) ?? 'drive')}
        />
        <TextField
          label={t('parts.note')}
          optional
          value={note}
          maxLength={300}
          onChange={event => setNote(event.target.value)}
        />
        <Button type="submit" busy={write.isPending}>
          {t('parts.add')}
        </Button>
      </form>
    </section>
  )
}
