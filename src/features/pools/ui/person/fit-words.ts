import { unreachable } from '#kernel/result.ts'
import { formatInterval } from '#web/i18n/format.ts'
import { useLanguage, useText } from '#web/i18n/i18n.ts'
import type { ChannelFitView } from '../api.ts'

type Reason = ChannelFitView['tools'][number]['reasons'][number]

/** A reason for or against a tool, in the language of the screen. */
export function useFitWords(): (reason: Reason) => string {
  const t = useText('pools')
  const { formats } = useLanguage()
  const day = new Intl.DateTimeFormat(formats, { weekday: 'short', timeZone: 'UTC' })
  return reason => {
    switch (reason.code) {
      case 'answers': {
        const interval = formatInterval(reason.hits, reason.total, formats)
        return t('fit.answers', { hits: reason.hits, total: reason.total }) + (interval ? ` (${interval})` : '')
      }
      case 'silent':
        return t('fit.silent', { count: reason.total })
      case 'quick':
        return t('fit.quick', { count: reason.minutes })
      case 'heard':
        return t('fit.heard', { count: reason.days })
      case 'publishes':
        return t('fit.publishes', { count: reason.count })
      case 'usually': {
        // 1 January 2024 was a Monday.
        const days = reason.days.map(index => day.format(new Date(Date.UTC(2024, 0, 1 + index))))
        return t('fit.usually', { days: days.join(', '), part: t(`part.${reason.part}`) })
      }
      case 'not-tried':
      case 'wished':
      case 'began':
      case 'online':
      case 'no-direct':
        return t(`fit.${reason.code}`)
      default:
        return unreachable(reason)
    }
  }
}
