import { useText } from '#web/i18n/i18n.ts'
import { Button } from '../Button.tsx'
import type { VerdictLevel } from './calm.ts'

/**
 * Send, or the reason why not yet: a blocked Send keeps focus and its place, is named "Not yet" and leads to the reason.
 * It presses `onBlocked`, never `onSend`, while the verdict blocks.
 */
export function SendButton(props: {
  verdict: VerdictLevel
  empty: boolean
  verdictId: string
  onSend: () => void
  onBlocked: () => void
  busy?: boolean
}) {
  const { verdict, empty, verdictId, onSend, onBlocked, busy = false } = props
  const t = useText('shell')
  const blocked = verdict === 'block' || verdict === 'hard'
  if (!blocked) {
    return (
      <Button
        look={verdict === 'allow' ? 'filled' : 'plain'}
        shortcut="composer-send"
        busy={busy}
        unavailable={empty ? t('send.empty') : undefined}
        onClick={onSend}
      >
        {t('send.send')}
      </Button>
    )
  }
  return (
    <button type="button" className="k-button" aria-disabled="true" aria-describedby={verdictId} onClick={onBlocked}>
      {t(verdict === 'hard' ? 'send.never' : 'send.not-yet')}
    </button>
  )
}
