import { useText } from '#web/i18n/i18n.ts'
import { Button } from './Button.tsx'
import { Notice } from './States.tsx'
import { tell } from './Toasts.tsx'

/** Shown this once: a token, a signing secret or a link, with a button that copies it. */
export function Secret({ words, secret }: { words: string; secret: string }) {
  const t = useText('shell')
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    tell(t('secret.copied'))
  }
  return (
    <div role="status">
      <Notice tone="ok">
        <div className="k-stack k-gap-2">
          <span>{words}</span>
          <code className="k-secret">{secret}</code>
          <div className="k-line">
            <Button size="row" onClick={() => void copy()}>
              {t('secret.copy')}
            </Button>
          </div>
        </div>
      </Notice>
    </div>
  )
}
