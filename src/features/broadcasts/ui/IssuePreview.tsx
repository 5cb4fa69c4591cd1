import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { ChoiceField } from '#web/kit/Fields.tsx'
import { ErrorState, RowSkeleton } from '#web/kit/States.tsx'
import { previewQuery, whyOf } from './queries.ts'

const looks = ['desk', 'phone', 'dark', 'text'] as const
type Look = (typeof looks)[number]

/** The mail as it arrives: in a frame of its own, without script and without anything fetched from elsewhere. */
export function IssuePreview({ issue, version }: { issue: string; version: number }) {
  const t = useText('broadcasts')
  const [look, setLook] = useState<Look>('desk')
  const { data, error, refetch } = useQuery(previewQuery(issue, version))
  return (
    <section className="l-preview" aria-label={t('preview.title')}>
      <ChoiceField
        label={t('preview.title')}
        value={look}
        choices={looks.map(value => ({ value, label: t(`preview.${value}`) }))}
        onChoose={value => setLook(looks.find(each => each === value) ?? 'desk')}
      />
      {error && !data && <ErrorState detail={whyOf(error)} onRetry={() => void refetch()} />}
      {!data && !error && <RowSkeleton rows={6} label={t('loading')} />}
      {data && (
        <>
          <p className="k-meta l-subject" dir="auto">
            {t('field.subject')}: <strong>{data.subject}</strong>
          </p>
          {look === 'text' ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys
            <pre className="l-plain" dir="auto" tabIndex={0}>
              {data.text}
            </pre>
          ) : (
            <iframe
              key={`${version} ${look}`}
              title={t('preview.frame')}
              src={`/preview/issue/${issue}?look=${look === 'dark' ? 'dark' : 'light'}`}
              className={look === 'phone' ? 'l-frame l-frame-phone' : 'l-frame'}
            />
          )}
        </>
      )}
    </section>
  )
}
