import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { TextAreaField, TextField } from '#web/kit/Fields.tsx'
import { Line, Stack } from '#web/kit/Layout.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import type { CampaignWire } from '../wire.ts'
import { attributionKey, changeCampaign } from './queries.ts'

export function EditCampaign({ campaign, onClose }: { campaign: CampaignWire; onClose: () => void }) {
  const t = useText('attribution')
  const cache = useQueryClient()
  const [given, setGiven] = useState({
    name: campaign.name,
    aim: campaign.aim,
    startsOn: campaign.startsOn ?? '',
    endsOn: campaign.endsOn ?? '',
  })
  const save = useMutation({
    mutationFn: () =>
      changeCampaign(campaign.id, {
        name: given.name.trim(),
        aim: given.aim.trim(),
        startsOn: given.startsOn || null,
        endsOn: given.endsOn || null,
      }),
    onSuccess: onClose,
    onSettled: () => cache.invalidateQueries({ queryKey: attributionKey }),
  })
  const missing = given.name.trim() === '' ? t('campaign.name-first') : undefined
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change })
  return (
    <Sheet title={t('campaign.edit')} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!missing) save.mutate()
        }}
      >
        <Stack gap={4}>
          <TextField
            label={t('campaign.name')}
            value={given.name}
            maxLength={120}
            onChange={event => set({ name: event.target.value })}
          />
          <TextAreaField
            label={t('campaign.aim')}
            hint={t('campaign.aim-hint')}
            optional
            value={given.aim}
            maxLength={1000}
            onChange={event => set({ aim: event.target.value })}
          />
          <TextField
            label={t('campaign.starts')}
            type="date"
            optional
            value={given.startsOn}
            onChange={event => set({ startsOn: event.target.value })}
          />
          <TextField
            label={t('campaign.ends')}
            type="date"
            optional
            value={given.endsOn}
            onChange={event => set({ endsOn: event.target.value })}
          />
          {save.error && <Notice tone="block">{save.error.message}</Notice>}
          <Line>
            <NextStep type="submit" busy={save.isPending} unavailable={missing}>
              {t('save')}
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
