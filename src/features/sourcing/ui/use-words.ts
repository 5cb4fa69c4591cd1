import { useCallback } from 'react'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import type { ImportWire } from './api.ts'

/** Numbers and sums of imports in the reader's language. */
export function useImportWords() {
  const t = useText('sourcing')
  const { formats } = useLanguage()
  const whole = useCallback((value: number) => new Intl.NumberFormat(formats).format(value), [formats])
  /** Values of a text with a plural: the count, and how it is written. */
  const many = useCallback((count: number) => ({ count, n: whole(count) }), [whole])
  /** "1,180 new · 17 changed (5 new jobs) · 7 not understood" */
  const sum = useCallback(
    ({ counts, also }: ImportWire) => {
      const jobs = counts.newJobs > 0 ? ` (${t('sum.jobs', many(counts.newJobs))})` : ''
      const parts = [
        t('sum.new', { n: whole(counts.created) }),
        `${t('sum.changed', { n: whole(counts.changed) })}${jobs}`,
        counts.unchanged > 0 ? t('sum.unchanged', { n: whole(counts.unchanged) }) : '',
        counts.conflicts > 0 ? t('sum.conflicts', { n: whole(counts.conflicts) }) : '',
        counts.empty > 0 ? t('sum.empty', { n: whole(counts.empty) }) : '',
        counts.suppressed > 0 ? t('sum.suppressed', { n: whole(counts.suppressed) }) : '',
        counts.rejected > 0 ? t('sum.rejected', { n: whole(counts.rejected) }) : '',
        also.partial > 0 ? t('sum.partial', { n: whole(also.partial) }) : '',
      ]
      return parts.filter(part => part !== '').join(' · ')
    },
    [t, whole, many],
  )
  return { whole, many, sum }
}

/** Minutes, or seconds, that are left at the speed so far. */
export function timeLeft(row: ImportWire, now: number): { unit: 'minutes' | 'seconds'; count: number } | undefined {
  if (!row.rowsTotal || row.rowsDone === 0 || !row.startedAt) return undefined
  const spent = now - new Date(row.startedAt).getTime()
  const left = (spent / row.rowsDone) * (row.rowsTotal - row.rowsDone)
  if (spent < 2_000 || left < 0) return undefined
  return left > 90_000
    ? { unit: 'minutes', count: Math.round(left / 60_000) }
    : { unit: 'seconds', count: Math.max(1, Math.round(left / 1_000)) }
}
