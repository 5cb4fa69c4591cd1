import { useQueryClient } from '@tanstack/react-query'
import { useText } from '#web/i18n/i18n.ts'
import { tell } from '#web/kit/Toasts.tsx'
import { playbookKeys } from './queries.ts'

/** Sends, then asks again for what is shown; a refusal is told in its own words. */
export function useKeepProfile() {
  const t = useText('tools')
  const cache = useQueryClient()
  return (send: () => Promise<unknown>, then: () => void): void => {
    send()
      .then(
        () => then(),
        (error: Error) => tell(t('not-kept', { why: error.message })),
      )
      .finally(() => void cache.invalidateQueries({ queryKey: playbookKeys.profiles }))
  }
}
