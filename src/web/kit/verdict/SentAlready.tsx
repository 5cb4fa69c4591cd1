import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '../Button.tsx'

/** The quiet way beside a text that is held back: what has gone out is a fact, and is kept as one. It opens and copies nothing. */
export function SentAlready(props: { busy: boolean; onTell: () => void }) {
  const t = useText('shell')
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <div className="k-sent-already">
        <Button look="quiet" size="row" aria-expanded={false} onClick={() => setOpen(true)}>
          {t('sent-already.open')}
        </Button>
      </div>
    )
  return (
    <div className="k-sent-already k-sent-already-open">
      <p>{t('sent-already.words')}</p>
      <div className="k-line">
        <Button size="row" busy={props.busy} onClick={props.onTell}>
          {t('sent-already.tell')}
        </Button>
        <Button look="quiet" size="row" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  )
}
