import { useText } from '#web/i18n/i18n.ts'
import { EmptyState } from '#web/kit/States.tsx'

/** Whom they know: nothing tells us yet, and nothing is guessed. */
export function NetworkTab() {
  const t = useText('people')
  return <EmptyState title={t('network.empty')} />
}
