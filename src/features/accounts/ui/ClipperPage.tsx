import { useState } from 'react'
import { api, take } from '#web/api/client.ts'
import { useText } from '#web/i18n/i18n.ts'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Secret } from '#web/kit/Secret.tsx'
import { Form } from './Form.tsx'
import { useSubmit } from './submit.ts'

/** Pairs the browser extension with this server by a code that is shown once. */
export function ClipperPage() {
  const t = useText('accounts')
  const [made, setMade] = useState<{ code: string; expiresAt: string }>()
  const make = useSubmit(() => take(api.POST('/api/v1/me/clipper-code')), setMade)
  return (
    <Page title={t('clipper.title')}>
      <section className="accounts-part" aria-label={t('clipper.pair')}>
        <p>{t('clipper.words')}</p>
        <ol className="k-stack k-gap-2">
          <li>{t('clipper.step-install')}</li>
          <li>{t('clipper.step-address', { address: window.location.origin })}</li>
          <li>{t('clipper.step-code')}</li>
        </ol>
        {made && (
          <>
            <Secret words={t('clipper.made')} secret={made.code} />
            <p className="k-meta">
              {t('clipper.until')} <TimeAgo at={made.expiresAt} />
            </p>
          </>
        )}
        <Form submit={t('clipper.make')} busy={make.busy} refused={make.refused} onSubmit={() => make.run()}>
          {null}
        </Form>
        <p className="k-meta">{t('clipper.tokens')}</p>
      </section>
    </Page>
  )
}
