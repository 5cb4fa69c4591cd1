import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from '#web/api/ask.ts'
import { useText } from '#web/i18n/i18n.ts'
import { Button } from '#web/kit/Button.tsx'
import { TimeAgo } from '#web/kit/Figures.tsx'
import { tell } from '#web/kit/Toasts.tsx'
import type { VersionList } from '../wire.ts'

const versionsQuery = (page: string) =>
  queryOptions({
    queryKey: ['pages', page, 'versions'],
    queryFn: async () => (await ask<VersionList>(`/pages/${page}/versions`)).versions,
  })

/** What readers saw before; bringing one back makes it the draft. */
export function Versions({ page, onRestored }: { page: string; onRestored: () => void }) {
  const t = useText('campaigns')
  const cache = useQueryClient()
  const { data: versions } = useQuery(versionsQuery(page))
  if (!versions || versions.length < 2) return null
  const restore = async (version: string) => {
    try {
      await ask<object>(`/pages/${page}/versions/${version}/restore`, 'POST', {})
      await cache.invalidateQueries({ queryKey: ['pages'] })
      tell(t('versions.restored'))
      onRestored()
    } catch (error) {
      tell(error instanceof Error ? error.message : t('failed'))
    }
  }
  return (
    <details className="pages-versions">
      <summary>{t('versions.title', { count: versions.length })}</summary>
      <ul>
        {versions.map(version => (
          <li key={version.id}>
            <span>
              <bdi>{version.heading}</bdi>{' '}
              <span className="k-meta">
                {version.by && <bdi>{version.by}, </bdi>}
                <TimeAgo at={String(version.at)} />
              </span>
            </span>
            <Button look="quiet" onClick={() => void restore(version.id)}>
              {t('versions.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
