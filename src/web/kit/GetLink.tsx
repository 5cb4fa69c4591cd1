import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MadeSource, NewSource } from '#features/attribution/wire.ts'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Sheet } from './Sheet.tsx'
import { tell } from './Toasts.tsx'

/** One press: a short link by which Kith sees what came of it; the same one when it was made before. */
export function GetLink({ of, words, size = 'body' }: { of: NewSource; words?: string; size?: 'row' | 'body' }) {
  const t = useText('shell')
  const cache = useQueryClient()
  const get = useMutation({
    mutationFn: () => ask<MadeSource>('/sources', 'POST', of),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['attribution'] }),
    onError: error => tell(error.message),
  })
  return (
    <>
      <Button size={size} icon={<Icon name="share" size={16} />} busy={get.isPending} onClick={() => get.mutate()}>
        {t('get-link.get')}
      </Button>
      {get.data && (
        <Sheet title={t('get-link.get')} onClose={() => get.reset()}>
          <div className="k-stack k-gap-4">
            <LinkToCopy url={get.data.url} />
            <p className="k-meta">{words ?? t('get-link.words')}</p>
          </div>
        </Sheet>
      )}
    </>
  )
}

/** Says whether the clipboard took it; the address stands there to be copied by hand anyway. */
export function LinkToCopy({ url }: { url: string }) {
  const t = useText('shell')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const taken = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    )
    setCopied(taken)
    announce(taken ? t('secret.copied') : t('get-link.by-hand'))
  }
  return (
    <div className="k-line k-gap-2">
      <input
        className="k-input"
        readOnly
        aria-label={t('get-link.address')}
        value={url}
        onFocus={event => event.target.select()}
      />
      <Button onClick={() => void copy()}>{copied ? t('secret.copied') : t('secret.copy')}</Button>
    </div>
  )
}
