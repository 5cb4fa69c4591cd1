import { useText } from '#web/i18n/i18n.ts'
import type { PageView } from '../wire.ts'

/** Whether readers see it, and whether they see the newest. */
export function PageState({ page }: { page: Pick<PageView, 'publishedAt' | 'changed'> }) {
  const t = useText('campaigns')
  const state = page.publishedAt === null ? 'draft' : page.changed ? 'changed' : 'published'
  return (
    <span className="pages-state" data-state={state}>
      {t(`state.${state}`)}
    </span>
  )
}
