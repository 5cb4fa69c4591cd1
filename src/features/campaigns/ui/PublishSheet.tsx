import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button, NextStep } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { PageView } from '../wire.ts'
import { changePage } from './api.ts'
import type { Draft } from './use-draft.ts'

/** Says what happens: where it will be, who can read it, who answers, and how it is taken back. */
export function PublishSheet(props: {
  page: PageView
  draft: Draft
  onClose: () => void
  onDone: () => Promise<void>
}) {
  const { page, draft, onClose, onDone } = props
  const t = useText('campaigns')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const isPublished = page.publishedAt !== null
  const undo = () => void changePage(page.id, { published: false }).then(onDone)
  const publish = async () => {
    if (busy) return
    setBusy(true)
    try {
      await draft.flush()
      await changePage(page.id, { published: true })
      await onDone()
      onClose()
      tell(t(isPublished ? 'republished' : 'published'), isPublished ? undefined : undo)
    } catch (error) {
      setRefused(error instanceof ApiError && error.status > 0 ? error.message : t('not-published'))
      setBusy(false)
    }
  }
  return (
    <Sheet
      title={isPublished ? t('publish-changes') : t('publish')}
      place="middle"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('not-yet')}</Button>
          <NextStep busy={busy} onClick={() => void publish()}>
            {isPublished ? t('publish-changes') : t('publish')}
          </NextStep>
        </>
      }
    >
      <ul className="pages-facts">
        <li>{t('fact.where', { url: page.url })}</li>
        <li>{isPublished ? t('fact.replaces') : t('fact.who-reads')}</li>
        <li>{t('fact.answers')}</li>
        <li>{t('fact.back')}</li>
      </ul>
      {refused && <Notice tone="warn">{refused}</Notice>}
    </Sheet>
  )
}
