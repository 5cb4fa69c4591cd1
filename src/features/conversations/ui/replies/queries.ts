import { queryOptions } from '@tanstack/react-query'
import { fetchReplies } from './api.ts'

export const replyKeys = { all: ['saved-replies'] } as const

export const repliesQuery = queryOptions({ queryKey: replyKeys.all, queryFn: fetchReplies })
