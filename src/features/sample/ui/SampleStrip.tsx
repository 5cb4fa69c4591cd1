import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Strip } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { SampleView } from '../wire.ts'

const key = ['sample']
const lookAgainMs = 2_000

/** Over every page as long as there is sample data: what one sees, and the way out of it. */
export function SampleStrip() {
  const t = useText('sample')
  const queries = useQueryClient()
  const place = useStrips()
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => ask<SampleView>('/sample'),
    refetchInterval: query => (query.state.data?.loading ? lookAgainMs : false),
  })
  const remove = useMutation({
    mutationFn: () => ask<{ people: number }>('/sample', 'DELETE'),
    onSuccess: async ({ people }) => {
      await queries.invalidateQueries()
      tell(t('removed', { count: people }))
    },
    onError: error => tell(error.message),
  })
  if (!place || !data || !(data.loaded || data.loading || data.failed)) return null
  return createPortal(
    <Strip tone={data.failed ? 'warn' : 'info'}>
      {words(t, data)}{' '}
      {!data.loading && (
        <Button look="quiet" size="row" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('remove')}
        </Button>
      )}
    </Strip>,
    place,
  )
}

function words(t: ReturnType<typeof useText>, { loading, failed, progress }: SampleView): string {
  if (loading) return t('loading', { percent: Math.round(progress * 100) })
  return failed ? t('failed') : t('loaded')
}

/** The place for strips in the frame; it is there once the frame is. */
function useStrips(): Element | null {
  const [place, setPlace] = useState<Element | null>(null)
  useLayoutEffect(() => setPlace(document.querySelector('.k-strips')), [])
  return place
}
