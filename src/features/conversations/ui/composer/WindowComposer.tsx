import { useEffect, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { DetailWire } from '../api.ts'
import { useReturned } from '../sending.ts'
import type { Draft } from './drafts.ts'
import { TemplateSheet } from './TemplateSheet.tsx'
import { ToolSwitch } from './ToolSwitch.tsx'
import { useDraft } from './use-draft.ts'
import { WindowClosed } from './WindowClosed.tsx'

/** In the place of the field while the tool takes no free text; a draft that was begun waits below. */
export function WindowComposer(props: {
  user: string
  detail: DetailWire
  freeText: NonNullable<DetailWire['freeText']>
  ways: DetailWire['ways']
  onWay: (way: DetailWire['ways'][number], draft: Draft) => void
  onWritten: (written: boolean) => void
  onNote: () => void
}) {
  const { user, detail, freeText, ways, onWay, onWritten, onNote } = props
  const { conversation, templates } = detail
  const t = useText('conversations')
  const [choosing, setChoosing] = useState(false)
  const { draft } = useDraft(user, conversation.id, detail.draft)
  const kept = draft.text.trim()
  useReturned(({ conversation: where, code, assessment, message }) => {
    if (where === conversation.id && code === 'not-yet') tell(assessment?.reasons[0]?.message ?? message)
  })
  useEffect(() => onWritten(kept !== ''), [onWritten, kept])
  return (
    <section className="c-composer" aria-label={t('composer.label')}>
      <WindowClosed
        freeText={freeText}
        tool={conversation.tool}
        templates={templates}
        onTemplate={() => setChoosing(true)}
      />
      {kept !== '' && (
        <p className="k-meta c-later">
          {t('window.draft')} <bdi>{kept}</bdi>
        </p>
      )}
      <div className="c-composer-bar" data-floor="">
        <ToolSwitch conversation={conversation} ways={ways} onWay={way => onWay(way, draft)} />
        <Button look="quiet" onClick={onNote}>
          {t('notes.write')}
        </Button>
      </div>
      {choosing && <TemplateSheet detail={detail} onClose={() => setChoosing(false)} />}
    </section>
  )
}
