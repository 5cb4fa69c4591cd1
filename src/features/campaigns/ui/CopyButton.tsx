import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from '#web/kit/Announcer.tsx'
import { Button } from '#web/kit/Button.tsx'

/** Says whether the clipboard took it; where it didn't, the text is shown to be copied by hand. */
export function CopyButton({ text, label, size = 'row' }: { text: string; label: string; size?: 'row' | 'body' }) {
  const t = useText('campaigns')
  const [outcome, setOutcome] = useState<'copied' | 'by-hand'>()
  const copy = async () => {
    const taken = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(taken ? 'copied' : 'by-hand')
    announce(taken ? t('copied') : t('by-hand'))
    if (taken) setTimeout(() => setOutcome(undefined), 3_000)
  }
  return (
    <>
      <Button size={size} onClick={() => void copy()}>
        {outcome === 'copied' ? t('copied') : label}
      </Button>
      {outcome === 'by-hand' && (
        <input
          className="k-input"
          readOnly
          aria-label={t('by-hand')}
          value={text}
          onFocus={event => event.target.select()}
        />
      )}
    </>
  )
}
