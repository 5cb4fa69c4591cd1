import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from './Button.tsx'
import './states.css'

/** What belongs here and the first step; `children` holds that step's button. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="k-empty">
      <p>{title}</p>
      {children && <div className="k-line">{children}</div>}
    </div>
  )
}

/** In place, with what happened and what is safe. `detail` is the server's own sentence, when it has one. */
export function ErrorState({
  title,
  detail,
  onRetry,
}: {
  title?: string
  detail?: string | undefined
  onRetry?: (() => void) | undefined
}) {
  const t = useText('shell')
  return (
    <div className="k-error" role="alert">
      <p>
        <strong>{title ?? t('error.title')}</strong>
      </p>
      <p>{detail ?? t('error.safe')}</p>
      {onRetry && <Button onClick={onRetry}>{t('error.retry')}</Button>}
    </div>
  )
}

/** Rows in waiting: nothing for the first 150 ms, so that a fast answer never flickers. */
export function RowSkeleton({ rows = 6, label }: { rows?: number; label?: string }) {
  const t = useText('shell')
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 150)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="k-skeleton" aria-busy="true" data-late={late || undefined}>
      <span className="hush">{label ?? t('loading')}</span>
      {late &&
        Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={index} className="k-skeleton-row" aria-hidden="true">
            <i />
            <i style={{ inlineSize: `${30 + ((index * 17) % 35)}%` }} />
            <i />
          </div>
        ))}
    </div>
  )
}

/** A calm line over the page: what is so, and what still works. */
export function Strip({ tone, children }: { tone: 'warn' | 'info'; children: ReactNode }) {
  return <div className={`k-strip k-strip-${tone}`}>{children}</div>
}

/** A sentence that stays in place and needs no answer: hints, notices, refusals of a form. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'warn' | 'block' | 'ok'; children: ReactNode }) {
  return <div className={`k-notice k-notice-${tone}`}>{children}</div>
}

/** The value is a fraction; the words say how far and how long. */
export function ProgressBar({ value, label, words }: { value: number | undefined; label: string; words?: ReactNode }) {
  const t = useText('shell')
  const percent = value === undefined ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div className="k-progress">
      <progress max={100} value={percent} aria-label={label} />
      <span>{words ?? (percent === undefined ? t('loading') : `${percent} %`)}</span>
    </div>
  )
}
