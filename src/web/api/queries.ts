import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './client.ts'

/** Cached answers are shown at once and refreshed behind; a refusal is final, an outage is tried again twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) =>
        !(error instanceof ApiError && error.status >= 400 && error.status < 500) && failures < 2,
    },
    mutations: { retry: false },
  },
})
