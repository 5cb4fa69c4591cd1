import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { NoticeKind } from '../../model.ts'
import { fetchLabels, fetchNoticePage, fetchNotices } from './api.ts'

export const organiseKeys = { labels: ['labels'], notices: ['notices'] } as const

export const labelsQuery = queryOptions({ queryKey: organiseKeys.labels, queryFn: fetchLabels })
export const noticesQuery = queryOptions({ queryKey: organiseKeys.notices, queryFn: fetchNotices })
/** What was read stays to be found. */
export const allNoticesQuery = (kind: NoticeKind | undefined, show: 'new' | 'all') =>
  infiniteQueryOptions({
    queryKey: [...organiseKeys.notices, kind ?? 'all', show],
    initialPageParam: '',
    queryFn: ({ pageParam }) => fetchNoticePage({ kind, show, cursor: pageParam }),
    getNextPageParam: page => page.next ?? undefined,
  })
