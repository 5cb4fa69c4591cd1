import { useLanguage, useText } from '#web/i18n/i18n.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import type { Hint } from '../../model/coach/coach.ts'

/** Grey, two at most, in the place of the verdict while that is silent. */
export function CoachHints(props: {
  hints: readonly Hint[]
  /** Sends them one by one; undefined where Kith can’t send. */
  onSplit: ((parts: readonly string[]) => void) | undefined
  onPutAway: (hint: Hint['id']) => void
}) {
  const t = useText('conversations')
  const { formats } = useLanguage()
  if (props.hints.length === 0) return null
  const wordsOf = ({ id, facts }: Hint): string => {
    if (id === 'language') {
      const name = new Intl.DisplayNames(formats, { type: 'language' }).of(String(facts.language))
      return t('coach.language', { language: name ?? String(facts.language) })
    }
    return facts.what === undefined ? t(`coach.${id}`, facts) : t(`coach.${id}.${facts.what}`, facts)
  }
  return (
    <ul className="c-coach" aria-label={t('coach.label')}>
      {props.hints.map(hint => (
        <li key={hint.id}>
          <span>{wordsOf(hint)}</span>
          {hint.parts && props.onSplit && (
            <Button size="row" look="quiet" onClick={() => hint.parts && props.onSplit?.(hint.parts)}>
              {t('coach.split-into', { count: hint.parts.length })}
            </Button>
          )}
          <IconButton label={t('coach.not-here')} onClick={() => props.onPutAway(hint.id)}>
            <Icon name="close" size={16} />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
