import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'

/** Shown this once: a token or a link, with a button that copies it. */
export function Secret({ words, secret }: { words: string; secret: string }) {
  const t = useText('accounts')
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    tell(t('copied'))
  }
  return (
    <div role="status">
      <Notice tone="ok">
        <div className="k-stack k-gap-2">
          <span>{words}</span>
          <code className="accounts-secret">{secret}</code>
          <div className="k-line">
            <Button size="row" onClick={() => void copy()}>
              {t('copy')}
            </Button>
          </div>
        </div>
      </Notice>
    </div>
  )
}
