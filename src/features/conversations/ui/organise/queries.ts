import { queryOptions } from '@tanstack/react-query'
import { fetchLabels, fetchNotices } from './api.ts'

export const organiseKeys = { labels: ['labels'], notices: ['notices'] } as const

export const labelsQuery = queryOptions({ queryKey: organiseKeys.labels, queryFn: fetchLabels })
export const noticesQuery = queryOptions({ queryKey: organiseKeys.notices, queryFn: fetchNotices })
