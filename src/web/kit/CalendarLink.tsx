import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from './Button.tsx'
import { Line, Stack } from './Layout.tsx'
import { Secret } from './Secret.tsx'
import { Sheet } from './Sheet.tsx'
import { tell } from './Toasts.tsx'

/** What has a time in Kith, in the recruiter's own calendar program: an address that is theirs alone, made anew or ended here. */
export function CalendarLink() {
  const t = useText('shell')
  const [open, setOpen] = useState(false)
  const make = useMutation({
    mutationFn: () => ask<{ url: string }>('/me/calendar-link', 'POST'),
    onError: error => tell(error.message),
  })
  const end = useMutation({
    mutationFn: () => ask('/me/calendar-link', 'DELETE'),
    onSuccess: () => {
      make.reset()
      tell(t('calendar.ended'))
    },
    onError: error => tell(error.message),
  })
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('calendar.title')}
      </Button>
      {open && (
        <Sheet
          title={t('calendar.title')}
          onClose={() => {
            make.reset()
            setOpen(false)
          }}
        >
          <Stack gap={4}>
            <p>{t('calendar.words')}</p>
            {make.data && <Secret words={t('calendar.made')} secret={make.data.url} />}
            <Line>
              <Button busy={make.isPending} onClick={() => make.mutate()}>
                {t('calendar.make')}
              </Button>
              <Button look="quiet" busy={end.isPending} onClick={() => end.mutate()}>
                {t('calendar.end')}
              </Button>
            </Line>
          </Stack>
        </Sheet>
      )}
    </>
  )
}
