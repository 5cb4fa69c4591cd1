import { useText } from '#web/i18n/i18n.ts'
import { Notice } from '#web/kit/States.tsx'
import { type ComposerProps, OpenComposer } from './OpenComposer.tsx'
import { ToolSwitch } from './ToolSwitch.tsx'
import { useClosed } from './use-closed.ts'
import { WindowComposer } from './WindowComposer.tsx'

/** Where a message is written, or why none can be. */
export function Composer(props: ComposerProps) {
  const { detail, me } = props
  const closed = useClosed(detail.freeText)
  if (detail.closed !== null) return <ClosedComposer {...props} />
  if (closed && detail.freeText) return <WindowComposer {...props} user={me.user.id} freeText={detail.freeText} />
  return <OpenComposer {...props} />
}

function ClosedComposer({ detail, ways, onWay }: ComposerProps) {
  const t = useText('conversations')
  return (
    <section className="c-composer" aria-label={t('composer.label')}>
      <Notice>
        {t('composer.closed')} {detail.closed}
      </Notice>
      <div className="c-composer-bar" data-floor="">
        <ToolSwitch
          conversation={detail.conversation}
          ways={ways}
          onWay={way => onWay(way, { text: detail.draft, later: '' })}
        />
      </div>
    </section>
  )
}
