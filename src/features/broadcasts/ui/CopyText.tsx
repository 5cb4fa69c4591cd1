import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { announce } from '#web/kit/Announcer.tsx'
import { Button } from '#web/kit/Button.tsx'

/** Says whether the clipboard took it; the text stands beside it anyway. */
export function CopyText({ text, label }: { text: string; label: string }) {
  const t = useText('broadcasts')
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    const taken = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    announce(t(taken ? 'copied' : 'copy-by-hand'))
    setCopied(taken)
    if (taken) setTimeout(() => setCopied(false), 3_000)
  }
  return (
    <Button size="row" onClick={() => void copy()}>
      {copied ? t('copied') : label}
    </Button>
  )
}
