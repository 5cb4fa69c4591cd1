import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from '#web/kit/Announcer.tsx'
import { Button } from '#web/kit/Button.tsx'

const shownMs = 3_000

/** Says whether the clipboard took it; where it didn't, the text is shown to be copied by hand. */
export function CopyField({ text, of }: { text: string; of: string }) {
  const t = useText('tools')
  const [outcome, setOutcome] = useState<'copied' | 'by-hand'>()
  const copy = async () => {
    const taken = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setOutcome(taken ? 'copied' : 'by-hand')
    announce(taken ? t('copied') : t('by-hand'))
    if (taken) setTimeout(() => setOutcome(undefined), shownMs)
  }
  return (
    <>
      <Button size="row" aria-label={t('copy-of', { what: of })} onClick={() => void copy()}>
        {outcome === 'copied' ? t('copied') : t('copy')}
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
