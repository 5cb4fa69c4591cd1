import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { Notice } from '#web/kit/States.tsx'
import { tell } from '#web/kit/Toasts.tsx'

/** Shown this once. */
export function SigningSecret({ secret }: { secret: string }) {
  const t = useText('webhooks')
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    tell(t('copied'))
  }
  return (
    <div role="status">
      <Notice tone="ok">
        <div className="k-stack k-gap-2">
          <span>{t('secret-words')}</span>
          <code className="webhooks-secret">{secret}</code>
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
