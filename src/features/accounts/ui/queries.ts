import { queryOptions } from '@tanstack/react-query'
import { api, take } from '#web/api/client.ts'

export const fullMeQuery = queryOptions({
  queryKey: ['accounts', 'me'],
  queryFn: () => take(api.GET('/api/v1/me')),
})

export const teamQuery = queryOptions({
  queryKey: ['accounts', 'team'],
  queryFn: () => take(api.GET('/api/v1/team')),
})
export const sessionsQuery = queryOptions({
  queryKey: ['accounts', 'sessions'],
  queryFn: () => take(api.GET('/api/v1/me/sessions')),
})
export const passkeysQuery = queryOptions({
  queryKey: ['accounts', 'passkeys'],
  queryFn: () => take(api.GET('/api/v1/me/passkeys')),
})
export const tokensQuery = queryOptions({
  queryKey: ['accounts', 'tokens'],
  queryFn: () => take(api.GET('/api/v1/me/tokens')),
})
export const teamTokensQuery = queryOptions({
  queryKey: ['accounts', 'team-tokens'],
  queryFn: () => take(api.GET('/api/v1/team/tokens')),
})
export const waysQuery = queryOptions({
  queryKey: ['accounts', 'ways'],
  queryFn: () => take(api.GET('/api/v1/sign-in/ways')),
})
