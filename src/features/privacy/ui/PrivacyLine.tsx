import { useMutation } from '@tanstack/react-query'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Line } from '#web/kit/Layout.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PersonPart } from '#web/manifest.ts'

/** Their own link to what we keep of them, onto the clipboard: it goes where they are known to read. */
export function PrivacyLine({ person }: PersonPart) {
  const t = useText('privacy')
  const make = useMutation({
    mutationFn: () => ask<{ url: string }>(`/people/${person}/privacy-link`, 'POST', {}),
    onSuccess: async ({ url }) => {
      await navigator.clipboard?.writeText(url).catch(() => undefined)
      tell(t('copied'))
    },
    onError: error => tell(error.message),
  })
  return (
    <Line>
      <Button busy={make.isPending} onClick={() => make.mutate()}>
        {t('make')}
      </Button>
      {make.data && (
        <input
          className="k-input"
          readOnly
          aria-label={t('link')}
          value={make.data.url}
          onFocus={e => e.target.select()}
        />
      )}
    </Line>
  )
}
