import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from './Announcer.tsx'
import { Button } from './Button.tsx'

/** Says whether the clipboard took it; where it didn't, the text is shown to be copied by hand. */
export function CopyButton({
  text,
  label,
  hush,
  size = 'row',
}: {
  text: string
  label: string
  /** Whose it is, for those who hear the button. */
  hush?: string
  size?: 'row' | 'body'
}) {
  const t = useText('shell')
  const [outcome, setOutcome] = useState<'copied' | 'by-hand'>()
  const copy = async () => {
    const taken = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(taken ? 'copied' : 'by-hand')
    announce(taken ? t('secret.copied') : t('get-link.by-hand'))
    if (taken) setTimeout(() => setOutcome(undefined), 3_000)
  }
  return (
    <>
      <Button size={size} onClick={() => void copy()}>
        {outcome === 'copied' ? t('secret.copied') : label}
        {hush !== undefined && <span className="hush"> {hush}</span>}
      </Button>
      {outcome === 'by-hand' && (
        <input
          className="k-input"
          readOnly
          aria-label={t('get-link.by-hand')}
          value={text}
          onFocus={event => event.target.select()}
        />
      )}
    </>
  )
}
