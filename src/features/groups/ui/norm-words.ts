import type { Text } from '#web/i18n/i18n.ts'
import type { NormsWire } from '../wire.ts'

/** 0 = Sunday. 4 January 1970 was one. */
export const weekdayName = (day: number, formats: string, form: 'short' | 'long') =>
  new Intl.DateTimeFormat(formats, { weekday: form, timeZone: 'UTC' }).format(new Date(Date.UTC(1970, 0, 4 + day)))

export const languageName = (code: string, formats: string) =>
  new Intl.DisplayNames([formats], { type: 'language' }).of(code) ?? code

export function jobWords(t: Text, value: NormsWire['jobs']['value'], formats: string): string {
  if (typeof value === 'string') return t(value === 'silent' ? 'jobs.silent' : `jobs.${value}`)
  const days = value.days.map(day => weekdayName(day, formats, 'short'))
  return t('jobs.days', { days: new Intl.ListFormat(formats).format(days) })
}

/** "no jobs · own links welcome · English": only what is known. */
export function normWords(t: Text, { jobs, promotion, language }: NormsWire, formats: string): string[] {
  return [
    jobWords(t, jobs.value, formats),
    ...(promotion.value === 'silent' ? [] : [t(`promotion.${promotion.value}`)]),
    ...(language.value === null ? [] : [languageName(language.value, formats)]),
  ]
}

/** "1:30 h" from an hour on, else "25 min". */
export function spanWords(t: Text, ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes < 60
    ? t('span.minutes', { minutes })
    : t('span.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
}
